// An article of which nothing is known but where it stands and what it is called.
import type { Article } from '../schema/article.ts';
import type { Block } from '../schema/block.ts';
import { fitAddress, withoutTracking } from './address.ts';

/** Such an article with this body, which may be empty; the address stands for it as it was opened. */
export const bareArticle = (address: URL, title: string, blocks: Block[]): Article => ({
  url: fitAddress(address),
  canonicalUrl: fitAddress(address),
  title,
  authors: [],
  site: null,
  section: [],
  published: null,
  modified: null,
  attribution: null,
  views: null,
  language: null,
  leadImage: null,
  blocks,
  truncated: false,
  related: [],
});

const MAX_TITLE = 1_000;

const titleOf = (title: string, { hostname, pathname }: URL): string => {
  const said = title
    .replace(/[\s\0]+/gu, ' ')
    .trim()
    .slice(0, MAX_TITLE)
    .toWellFormed();
  return said === '' ? `${hostname}${pathname}`.slice(0, MAX_TITLE) : said;
};

/** The article of a page that nobody has read yet: its address, and what it calls itself, which may be ''. */
export const linkArticle = (address: URL, title: string): Article => ({
  ...bareArticle(address, titleOf(title, address), []),
  canonicalUrl: withoutTracking(fitAddress(address)),
});
