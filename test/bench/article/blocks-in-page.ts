// What runs in the browser for training: every block of a page with its features, and what Readability takes for the
// text, where nobody has read the page.
import { Readability } from '@mozilla/readability';
import { placeBlocks } from '../../../shared/article/body.ts';
import { seeWhole } from '../../../shared/article/block-context.ts';
import { blockFeatures } from '../../../shared/article/block-features.ts';
import { readPage } from '../../../shared/article/page.ts';
import { findRelated } from '../../../shared/article/related.ts';
import { readHeadline } from '../../../shared/article/title.ts';
import { blockText } from '../../../shared/schema/block.ts';
import { fold } from '../../../shared/text/fold.ts';
import { textOf } from './text-of.ts';

/** A block as an example to learn from. */
export interface Described {
  readonly text: string;
  readonly features: readonly number[];
}

const UNKNOWN = 'https://page.invalid/';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** The blocks of a page, pictures left out. */
export const describeBlocks = (html: string, url: string): readonly Described[] => {
  const page = readPage(parse(html), new URL(/^https?:/i.test(url) ? url : UNKNOWN));
  const headline = readHeadline(page);
  const element = headline?.element ?? null;
  const placed = placeBlocks(page, element, findRelated(page, element)).filter(
    ({ block }) => block.kind !== 'figure',
  );
  const features = blockFeatures(seeWhole(placed, { element, folded: fold(headline?.text ?? '') }));
  return placed.map(({ block }, index) => ({
    text: blockText(block),
    features: features[index] ?? [],
  }));
};

/** What Readability takes for a page's text, captions left out; '' where it finds none. */
export const readByReadability = (html: string): string => {
  try {
    return textOf(new Readability(parse(html)).parse()?.content ?? '');
  } catch {
    return '';
  }
};
