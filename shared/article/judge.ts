// Which blocks of a page are the article's text: small decision trees over what a block looks like and where it
// stands, then the one part of the page that holds most of what they call text.
import { blockText } from '../schema/block.ts';
import type { Heading, Placed } from './block-context.ts';
import { blockFeatures } from './block-features.ts';
import { BASE, type Tree, TREES } from './block-trees.ts';

/** From which likelihood on a block is text: inside the part that holds the article, and outside of it. */
const INSIDE = 0.4;
const OUTSIDE = 0.9;
/** What speaks against a part counts less than what speaks for it: figures' captions and boxes stand in every text. */
const AGAINST = 0.5;
const MOST_WORDS = 120;
/** Below so many words the trees have found nothing, and what runs on longest is taken. */
const LEAST_WORDS = 40;
const RUNS_ON = 20;

const leafOf = (tree: Tree, features: readonly number[]): number => {
  let node: Tree = tree;
  while (typeof node !== 'number') {
    const [feature, threshold, less, more]: Exclude<Tree, number> = node;
    node = (features[feature] ?? 0) < threshold ? less : more;
  }
  return node / 1_000;
};

const likelihood = (features: readonly number[]): number => {
  let sum = BASE;
  for (const tree of TREES) sum += leafOf(tree, features);
  return 1 / (1 + Math.exp(-sum));
};

const wordsIn = (text: string): number => text.match(/[\p{L}\p{M}\p{N}_]+/gu)?.length ?? 0;

const ancestors = function* (element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = at.parentElement) yield at;
};

// The part for which most speaks; of several the innermost.
const bestPart = (
  placed: readonly Placed[],
  likely: readonly number[],
  words: readonly number[],
): Element | null => {
  const sums = new Map<Element, number>();
  for (const [index, { element }] of placed.entries()) {
    const above = (likely[index] ?? 0) - INSIDE;
    const says = above * Math.min(MOST_WORDS, (words[index] ?? 0) + 2) * (above < 0 ? AGAINST : 1);
    for (const at of ancestors(element)) sums.set(at, (sums.get(at) ?? 0) + says);
  }
  let best: Element | null = null;
  let most = 0;
  for (const [element, sum] of sums) {
    const isInner = best !== null && best !== element && best.contains(element);
    if (sum > most || (isInner && sum === most)) {
      best = element;
      most = sum;
    }
  }
  return best;
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

/** Whether each of the blocks is the article's text. */
export const judgeBlocks = (
  placed: readonly Placed[],
  heading: Heading,
): { readonly isText: readonly boolean[]; readonly part: Element | null } => {
  const likely = blockFeatures(placed, heading).map(likelihood);
  const words = placed.map(({ block }) => wordsIn(blockText(block)));
  const part = bestPart(placed, likely, words);
  const isText = placed.map(
    ({ element }, index) =>
      (likely[index] ?? 0) >= (part?.contains(element) ? INSIDE : OUTSIDE) &&
      !isTeaser(placed, index, part),
  );
  const found = words.reduce((sum, count, index) => sum + (isText[index] ? count : 0), 0);
  if (found >= LEAST_WORDS) return { isText, part };
  const longest = placed[words.indexOf(Math.max(...words))]?.element ?? null;
  const isBeside = ({ element }: Placed, index: number): boolean =>
    element === longest ||
    (element.parentElement === longest?.parentElement && (words[index] ?? 0) >= RUNS_ON);
  return {
    isText: placed.map((one, index) => isText[index] === true || isBeside(one, index)),
    part: part ?? longest,
  };
};
