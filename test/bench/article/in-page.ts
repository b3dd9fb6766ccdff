// What runs in the browser: the reader and its peers, each on a document of its own parsed from the same page.
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { readArticle } from '../../../shared/article/index.ts';
import type { Article } from '../../../shared/schema/article.ts';
import { textOf } from './text-of.ts';

/** What a tool reads off a page; null for what it does not read, milliseconds without the parsing. */
export interface Reading {
  readonly text: string | null;
  readonly title: string | null;
  readonly authors: readonly string[] | null;
  readonly published: string | null;
  readonly ms: number;
}

export interface Ours {
  readonly article: Article | null;
  readonly ms: number;
}

export interface Readings {
  readonly ours: Ours;
  readonly readability: Reading;
  readonly defuddle: Reading;
}

const UNKNOWN = 'https://page.invalid/';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

const timed = <T>(work: () => T): { value: T | null; ms: number } => {
  const start = performance.now();
  try {
    return { value: work(), ms: performance.now() - start };
  } catch {
    return { value: null, ms: performance.now() - start };
  }
};

const byReadability = (html: string): Reading => {
  const document = parse(html);
  const { value, ms } = timed(() => new Readability(document).parse());
  return {
    text: textOf(value?.content ?? ''),
    title: value?.title ?? null,
    authors: value?.byline ? [value.byline] : [],
    published: value?.publishedTime ?? null,
    ms,
  };
};

const byDefuddle = (html: string, url: string): Reading => {
  const document = parse(html);
  const { value, ms } = timed(() => new Defuddle(document, { url }).parse());
  return {
    text: textOf(value?.content ?? ''),
    title: value?.title ?? null,
    authors: value?.author ? [value.author] : [],
    published: value?.published ?? null,
    ms,
  };
};

const addressOf = (url: string): string => (/^https?:/i.test(url) ? url : UNKNOWN);

/** Reads one page with our reader. */
export const readByUs = (html: string, url: string): Ours => {
  const document = parse(html);
  const { value: article, ms } = timed(() => readArticle(document, addressOf(url)));
  return { article, ms };
};

/** Reads one page with every tool. */
export const readWithAll = (html: string, url: string): Readings => ({
  ours: readByUs(html, url),
  readability: byReadability(html),
  defuddle: byDefuddle(html, addressOf(url)),
});

/** Reads one page with the reader alone; answers milliseconds without the parsing, NaN where nothing was read. */
export const readAlone = (html: string): number => {
  const document = parse(html);
  const { value, ms } = timed(() => readArticle(document, UNKNOWN));
  return value === null ? Number.NaN : ms;
};
