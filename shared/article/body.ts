// The body of the article as blocks, the standfirst first.
import { type Block, blockText } from '../schema/block.ts';
import { fold } from '../text/fold.ts';
import type { Placed } from './block-context.ts';
import { readBlocks, withLinks } from './blocks.ts';
import { type Zone, zonesOf } from './extraction.ts';
import { isFurniture } from './furniture.ts';
import { judgeBlocks } from './judge.ts';
import type { Named } from './named.ts';
import { withoutNoise } from './noise.ts';
import type { Page } from './page.ts';
import type { RelatedBox } from './related.ts';
import { readSpread, type Spread } from './spread.ts';
import { findStandfirst, withStandfirst } from './standfirst.ts';
import type { Headline } from './title.ts';

/** All blocks of a page without its furniture and what it offers beside the article. */
export const placeBlocks = (
  page: Page,
  headline: Element | null,
  related: readonly RelatedBox[],
): readonly Placed[] => {
  const offers = new Set(related.map(({ element }) => element));
  const isSkipped = (named: Named): boolean =>
    offers.has(named.element) || isFurniture(named, headline);
  const { blocks, places } = readBlocks(page.document.body, page.base, isSkipped);
  return blocks.flatMap((block, index) => {
    const element = places[index];
    return element ? [{ block, element }] : [];
  });
};

/** How far behind the text its byline may stand, in blocks, and how long it may be. */
const AFTER = 4;
const MAX_LINE = 100;

const BYLINES = 2;

const isCaptioned = ({ block }: Placed): boolean =>
  block.kind === 'figure' && block.caption !== null;

// The pictures with a caption from one end of the blocks on, as long as hardly more than a byline stands between.
const captionedFrom = (placed: readonly Placed[]): readonly Placed[] => {
  const found: Placed[] = [];
  let between = 0;
  for (const one of placed) {
    if (isCaptioned(one)) found.push(one);
    else if (one.block.kind !== 'figure') between += 1;
    if (between > BYLINES) break;
  }
  return found;
};

// Between the headline and the text, where pictures stand outside the text's own box.
const leadPictures = (
  placed: readonly Placed[],
  headline: Element | null,
  first: number,
): readonly Placed[] => {
  const heading = placed.findIndex(({ element }) => headline?.contains(element));
  return heading < 0
    ? []
    : captionedFrom(placed.slice(heading + 1, Math.max(0, first)).toReversed());
};

// Behind the text of an article that shows more than it tells.
const galleryPictures = (
  placed: readonly Placed[],
  headline: Element | null,
  last: number,
  texts: number,
): readonly Placed[] => {
  const article = headline?.closest('article');
  const pictures = captionedFrom(
    placed.slice(last + 1).filter(({ element }) => article?.contains(element)),
  );
  return pictures.length > texts ? pictures : [];
};

const leadsElsewhere = (block: Block): boolean => {
  const runs = block.kind === 'table' ? block.rows.flat(2) : 'runs' in block ? block.runs : [];
  return runs.some(({ href }) => href !== undefined);
};

// A heading or a table between two stretches of the text is one of the text, unless it leads elsewhere or stands in
// a box of its own.
const isWithinText = (
  placed: readonly Placed[],
  index: number,
  isText: readonly boolean[],
): boolean => {
  const one = placed[index];
  const next = placed[index + 1];
  return (
    (one?.block.kind === 'heading' || one?.block.kind === 'table') &&
    next !== undefined &&
    one.element.parentElement?.contains(next.element) === true &&
    isText[index - 1] === true &&
    isText[index + 1] === true &&
    !leadsElsewhere(one.block)
  );
};

/** The text of an article, and the short lines right after it that are none of it. */
export interface Body {
  /** Null where the page has no running text. */
  readonly blocks: readonly Block[] | null;
  readonly after: readonly string[];
  /** What of the page was taken for it. */
  readonly zones: readonly Zone[];
  /** Null where there is none. */
  readonly spread: Spread | null;
}

/** The body of a page. */
export const readBody = (
  page: Page,
  headline: Headline | null,
  related: readonly RelatedBox[],
): Body => {
  const place = headline?.element ?? null;
  const title = fold(headline?.text ?? '');
  const placed = placeBlocks(page, place, related);
  const standfirst = findStandfirst(page, place, placed);
  const texts = placed.filter(({ block }) => block.kind !== 'figure');
  if (texts.length === 0) return { blocks: null, after: [], zones: [], spread: null };
  const judged = judgeBlocks(texts, { element: place, folded: title });
  const { isText, part } = judged;
  // What is much longer than the headline is not worth folding.
  const isTitle = (block: Block): boolean => {
    const text = title === '' ? '' : blockText(block);
    return text !== '' && text.length <= title.length * 2 && fold(text) === title;
  };
  const kept = new Set(
    texts.filter((_, index) => isText[index] === true || isWithinText(texts, index, isText)),
  );
  const isKept = (one: Placed | undefined): boolean => one !== undefined && kept.has(one);
  const zones = zonesOf(texts, judged, isKept);
  const first = placed.findIndex(isKept);
  const last = placed.findLastIndex(isKept);
  if (first < 0) return { blocks: null, after: [], zones, spread: null };
  const beside = new Set([
    ...leadPictures(placed, place, first),
    ...galleryPictures(placed, place, last, kept.size),
  ]);
  // A picture belongs to the text that it stands in, or next to.
  const isShown = (one: Placed, index: number): boolean =>
    (part?.contains(one.element) === true && index >= first - 2 && index <= last + 1) ||
    beside.has(one);
  const blocks = placed
    .filter((one, index) => (one.block.kind === 'figure' ? isShown(one, index) : isKept(one)))
    .filter(({ block }) => !isTitle(block))
    .map(({ block }) => withLinks(block, page.base));
  if (blocks.every(({ kind }) => kind === 'figure'))
    return { blocks: null, after: [], zones, spread: null };
  const after = placed
    .slice(last + 1, last + 1 + AFTER)
    .map(({ block }) => (block.kind === 'paragraph' ? blockText(block) : ''))
    .filter((text) => text !== '' && text.length <= MAX_LINE);
  return {
    blocks: withStandfirst(withoutNoise(blocks, page.url), standfirst),
    after,
    zones,
    spread: readSpread(page, placed, isKept),
  };
};
