// What runs inside the browser: a page parsed as the panel does it, and read by the production function.
import { readWithExtraction } from '../../../shared/article/index.ts';
import type { Article } from '../../../shared/schema/article.ts';

export interface PageRead {
  readonly article: Article | null;
  /** Whether the page is one, as the panel decides. */
  readonly isArticle: boolean;
  /** Milliseconds for parsing and reading. */
  readonly ms: number;
}

// Collections of pages have records without an address; the reader wants one.
const UNKNOWN = 'https://page.invalid/';

/** Reads an article from the HTML of a page, the address it had, and the instant it was seen at, if that is known. */
export const readHtml = (html: string, url: string, seenAt: string | null = null): PageRead => {
  const start = performance.now();
  const read = readWithExtraction(
    new DOMParser().parseFromString(html, 'text/html'),
    /^https?:/i.test(url) ? url : UNKNOWN,
    seenAt,
  );
  const ms = performance.now() - start;
  return { article: read?.article ?? null, isArticle: read?.isArticle ?? false, ms };
};
