// Every page of the ground truth, read by every tool in one run.
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import metascraper from 'metascraper';
import metascraperAuthor from 'metascraper-author';
import metascraperDate from 'metascraper-date';
import metascraperTitle from 'metascraper-title';
import * as v from 'valibot';
import { Article } from '../../../shared/schema/article.ts';
import { chromiumArguments, findChromium } from '../../../worker/local/chromium.ts';
import { extract } from '../../../worker/local/predict/extract.ts';
import type { Gold } from './gold.ts';
import type { Reading, Readings } from './in-page.ts';

declare const bench: { readWithAll(html: string, url: string): Readings };

/** What a tool reads off a page; of the section only we have a word. */
export interface ToolReading extends Reading {
  readonly section: string | null;
}

export const TOOLS = ['Dateline', 'Readability', 'Defuddle', 'metascraper'] as const;
export type Tool = (typeof TOOLS)[number];

const scrape = metascraper([metascraperAuthor(), metascraperDate(), metascraperTitle()]);

const byMetascraper = async ({ html, url }: Gold): Promise<Reading> => {
  const start = performance.now();
  const { title, author, date } = await scrape({ html, url }).catch(() => ({
    title: undefined,
    author: undefined,
    date: undefined,
  }));
  return {
    text: null,
    title: title ?? null,
    authors: author ? [author] : [],
    published: date ?? null,
    ms: performance.now() - start,
  };
};

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

const bundlePage = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [new URL('in-page.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    target: 'chrome125',
    logLevel: 'silent',
  });
  const script = outputFiles[0]?.text;
  if (script === undefined) throw new Error('esbuild made no bundle of the tools.');
  return `${script}\nglobalThis.bench = bench;`;
};

/** Opens a browser and answers a function that reads a page with all tools, and one that closes it. */
export const openTools = async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH.');
  const browser: Browser = await chromium.launch({ executablePath, args: chromiumArguments() });
  const script = await bundlePage();
  const openTab = async (): Promise<Page> => {
    const context = await browser.newContext({ offline: true, serviceWorkers: 'block' });
    const tab = await context.newPage();
    await tab.evaluate(script);
    return tab;
  };
  let tab = await openTab();
  let read = 0;
  return {
    read: async (page: Gold): Promise<Record<Tool, ToolReading>> => {
      read += 1;
      if (read % 100 === 0) {
        await tab.context().close();
        tab = await openTab();
      }
      const readings = await tab.evaluate(({ html, url }) => bench.readWithAll(html, url), {
        html: page.html.toWellFormed(),
        url: page.url,
      });
      return {
        Dateline: ours(readings),
        Readability: peer(readings.readability),
        Defuddle: peer(readings.defuddle),
        metascraper: peer(await byMetascraper(page)),
      };
    },
    close: () => browser.close(),
  };
};
