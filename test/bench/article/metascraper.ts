// What metascraper reads off a page.
import * as v from 'valibot';
import { openPeer } from '../peer.ts';

const Scraped = v.object({
  author: v.nullable(v.string()),
  date: v.nullable(v.string()),
  title: v.nullable(v.string()),
  ms: v.number(),
});
export type Scraped = v.InferOutput<typeof Scraped>;

/** Starts metascraper, or answers null where it is not installed. */
export const openMetascraper = () => openPeer('metascraper', 'metascraper', Scraped);
