// Which blocks of a page are the article's text: small decision trees over what a block looks like and where it
// stands, then the one part of the page that holds most of what they call text.
import { type Heading, type Placed, seeWhole, type Whole } from './block-context.ts';
import { blockFeatures } from './block-features.ts';
import type { Place } from './block-places.ts';
import { TREES } from './block-trees.ts';
import { plant } from '../trees/index.ts';

/** From which likelihood on a block is text: inside the part that holds the article, and outside of it. */
const INSIDE = 0.4;
const OUTSIDE = 0.9;
/** What speaks against a part counts less than what speaks for it: figures' captions and boxes stand in every text. */
const AGAINST = 0.5;
const MOST_WORDS = 120;
const ROUNDING = 1e-9;
/** Below so many words the trees have found nothing, and what runs on longest is taken. */
const LEAST_WORDS = 40;
const RUNS_ON = 20;

const likelihood = plant(TREES);

// The part for which most speaks; of several the innermost.
const bestPart = (
  { seen, places }: Whole,
  likely: readonly number[],
  words: readonly number[],
): Element | null => {
  const sums = new Map<Place, number>();
  const add = (place: Place, value: number): void => {
    sums.set(place, (sums.get(place) ?? 0) + value);
  };
  for (const [index, { place }] of seen.entries()) {
    const above = (likely[index] ?? 0) - INSIDE;
    const weight = Math.min(MOST_WORDS, (words[index] ?? 0) + 2) * (above < 0 ? AGAINST : 1);
    add(place, above * weight);
  }
  let best: Place | null = null;
  // Inner places come first, and only more than they have beats them.
  for (const place of places.toReversed()) {
    const sum = sums.get(place) ?? 0;
    if (place.up) add(place.up, sum);
    if (sum > (best ? (sums.get(best) ?? 0) : 0) + ROUNDING) best = place;
  }
  return best?.element ?? null;
};

// The teaser of another article: a link for a headline, a sentence or two, and nothing else in the box.
const isTeaser = (placed: readonly Placed[], index: number, part: Element | null): boolean => {
  const box = placed[index]?.element.parentElement;
  const before = placed[index - 1];
  if (!box || box === part || !before || !box.contains(before.element)) return false;
  const { block } = before;
  const isLink =
    'runs' in block && block.runs.every(({ href, text }) => href ?? text.trim() === '');
  const isSmall = ![placed[index - 3], placed[index + 2]].some(
    (other) => other !== undefined && box.contains(other.element),
  );
  return isLink && isSmall;
};

/** What was thought of a page's blocks. */
export interface Judged {
  /** Whether each of them is the article's text, and how likely that was from 0 to 1. */
  readonly isText: readonly boolean[];
  readonly likely: readonly number[];
  /** The part of the page that holds most of it. */
  readonly part: Element | null;
}

/** Whether each of the blocks is the article's text. */
export const judgeBlocks = (placed: readonly Placed[], heading: Heading): Judged => {
  const whole = seeWhole(placed, heading);
  const likely = blockFeatures(whole).map(likelihood);
  const words = whole.seen.map(({ own }) => own.words);
  const part = bestPart(whole, likely, words);
  const isText = placed.map(
    ({ element }, index) =>
      (likely[index] ?? 0) >= (part?.contains(element) ? INSIDE : OUTSIDE) &&
      !isTeaser(placed, index, part),
  );
  const found = words.reduce((sum, count, index) => sum + (isText[index] ? count : 0), 0);
  if (found >= LEAST_WORDS) return { isText, likely, part };
  const lengths = placed.map(({ block }, index) =>
    block.kind === 'heading' ? 0 : (words[index] ?? 0),
  );
  const longest = placed[lengths.indexOf(Math.max(...lengths))]?.element ?? null;
  const isBeside = ({ element }: Placed, index: number): boolean =>
    element === longest ||
    (element.parentElement === longest?.parentElement && (words[index] ?? 0) >= RUNS_ON);
  return {
    isText: placed.map((one, index) => isText[index] === true || isBeside(one, index)),
    likely,
    part: part ?? longest,
  };
};
