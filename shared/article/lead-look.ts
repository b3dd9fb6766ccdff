// What a page tells of its lead image beside where it is. It is shown, and never kept.
import { clip } from '../text/clean.ts';
import { metaValue, readMeta } from './meta.ts';

export interface LeadLook {
  /** Width by height; null where the page does not tell. */
  ratio: number | null;
  /** What it shows, in words; empty where the page does not tell. */
  alt: string;
}

const MAX_ALT = 500;

/** Reads it off a document that has not been taken apart (Open Graph protocol, structured properties). */
export const readLeadLook = (document: Document): LeadLook => {
  const meta = readMeta(document);
  const count = (name: string): number => Number.parseInt(metaValue(meta, name) ?? '', 10);
  const ratio = count('og:image:width') / count('og:image:height');
  return {
    ratio: Number.isFinite(ratio) && ratio > 0 ? ratio : null,
    alt: clip(metaValue(meta, 'og:image:alt', 'twitter:image:alt') ?? '', MAX_ALT),
  };
};
