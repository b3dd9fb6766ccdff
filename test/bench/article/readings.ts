// Every page of the ground truth, read by every tool in one run.
import * as v from 'valibot';
import { Article } from '../../../shared/schema/article.ts';
import { extract } from '../../../worker/local/predict/extract.ts';
import type { Gold } from './gold.ts';
import type { Ours, Reading, Readings } from './in-page.ts';
import { openMetascraper, type Scraped } from './metascraper.ts';
import { openTabs } from './tabs.ts';

declare const bench: {
  readByUs(html: string, url: string): Ours;
  readWithAll(html: string, url: string): Readings;
};

/** What a tool reads off a page; of the section only we have a word. */
export interface ToolReading extends Reading {
  readonly section: string | null;
}

export const TOOLS = ['Dateline', 'untrained', 'Readability', 'Defuddle', 'metascraper'] as const;
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

const ours = ({ article, ms }: Ours): ToolReading => {
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
  const untrained = await openTabs('in-page.ts', 'bench', false);
  const scraper = openMetascraper();
  return {
    read: async (page: Gold): Promise<Record<Tool, ToolReading>> => {
      const source = { html: page.html.toWellFormed(), url: page.url };
      const [tab, other] = [await tabs.next(), await untrained.next()];
      const readings = await tab.evaluate(({ html, url }) => bench.readWithAll(html, url), source);
      const byHand = await other.evaluate(({ html, url }) => bench.readByUs(html, url), source);
      return {
        Dateline: ours(readings.ours),
        untrained: ours(byHand),
        Readability: peer(readings.readability),
        Defuddle: peer(readings.defuddle),
        metascraper: peer(
          scraper ? byMetascraper(await scraper.ask({ html: page.html, url: page.url })) : UNREAD,
        ),
      };
    },
    close: async () => {
      scraper?.close();
      await tabs.close();
      await untrained.close();
    },
  };
};
