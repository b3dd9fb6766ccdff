// An article of which nothing is known but where it stands and what it is called.
import type { Article } from '../schema/article.ts';
import type { Block } from '../schema/block.ts';
import { fitAddress } from './address.ts';

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
