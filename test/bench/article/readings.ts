// Every page of the ground truth, read by every tool in one run.
import * as v from 'valibot';
import { Article } from '../../../shared/schema/article.ts';
import { extract } from '../../../worker/local/predict/extract.ts';
import type { Gold } from './gold.ts';
import type { Reading, Readings } from './in-page.ts';
import { openMetascraper, type Scraped } from './metascraper.ts';
import { openTabs } from './tabs.ts';

declare const bench: { readWithAll(html: string, url: string): Readings };

/** What a tool reads off a page; of the section only we have a word. */
export interface ToolReading extends Reading {
  readonly section: string | null;
}

export const TOOLS = ['Dateline', 'Readability', 'Defuddle', 'metascraper'] as const;
export type Tool = (typeof TOOLS)[number];

const byMetascraper = ({ title, author, date, ms }: Scraped): Reading => ({
  text: null,
  title,
  authors: author ? [author] : [],
  published: date,
  ms,
});

const UNREAD: Reading = { text: null, title: null, authors: null, published: null, ms: 0 };

// A byline is a line; what is compared are names.
const namesOf = (reading: Reading): Reading => ({
  ...reading,
  authors:
    reading.authors?.flatMap((line) =>
      line
        .replace(/^by\s+/i, '')
        .split(/\s*[,;|]\s*|\s+(?:and|&|und|et|y|và)\s+/iu)
        .filter(Boolean),
    ) ?? null,
});

const peer = (reading: Reading): ToolReading => ({ ...namesOf(reading), section: null });

const ours = ({ article, ours: ms }: Readings): ToolReading => {
  const read = article && extract(v.parse(Article, article));
  return {
    text: read?.text ?? '',
    title: read?.title ?? null,
    authors: read?.authors ?? [],
    published: read?.published ?? null,
    section: read?.section.join(' > ') ?? null,
    ms,
  };
};

/** Opens a browser and answers a function that reads a page with all tools, and one that closes it. */
export const openTools = async () => {
  const tabs = await openTabs('in-page.ts', 'bench');
  const scraper = openMetascraper();
  return {
    read: async (page: Gold): Promise<Record<Tool, ToolReading>> => {
      const tab = await tabs.next();
      const readings = await tab.evaluate(({ html, url }) => bench.readWithAll(html, url), {
        html: page.html.toWellFormed(),
        url: page.url,
      });
      return {
        Dateline: ours(readings),
        Readability: peer(readings.readability),
        Defuddle: peer(readings.defuddle),
        metascraper: peer(scraper ? byMetascraper(await scraper.read(page)) : UNREAD),
      };
    },
    close: async () => {
      scraper?.close();
      await tabs.close();
    },
  };
};
