// What runs inside the browser: a page parsed as the panel does it, and read by the production function.
import { readArticle } from '../../../shared/article/index.ts';
import type { Article } from '../../../shared/schema/article.ts';

export interface PageRead {
  readonly article: Article | null;
  /** Milliseconds for parsing and reading. */
  readonly ms: number;
}

// Collections of pages have records without an address; the reader wants one.
const UNKNOWN = 'https://page.invalid/';

/** Reads an article from the HTML of a page, the address it had, and the instant it was seen at, if that is known. */
export const readHtml = (html: string, url: string, seenAt: string | null = null): PageRead => {
  const start = performance.now();
  const article = readArticle(
    new DOMParser().parseFromString(html, 'text/html'),
    /^https?:/i.test(url) ? url : UNKNOWN,
    seenAt,
  );
  return { article, ms: performance.now() - start };
};
