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

/** The trees in rows, which read several times faster: a split's feature, threshold and branches, a leaf's value. */
interface Rows {
  readonly feature: Int16Array;
  readonly value: Float64Array;
  readonly less: Int32Array;
  readonly more: Int32Array;
  readonly roots: readonly number[];
}

const LEAF = -1;

const toRows = (trees: readonly Tree[]): Rows => {
  const feature: number[] = [];
  const value: number[] = [];
  const less: number[] = [];
  const more: number[] = [];
  const add = (tree: Tree): number => {
    const isLeaf = typeof tree === 'number';
    const row = feature.push(isLeaf ? LEAF : tree[0]) - 1;
    value.push(isLeaf ? tree / 1_000 : tree[1]);
    less.push(0);
    more.push(0);
    if (!isLeaf) {
      less[row] = add(tree[2]);
      more[row] = add(tree[3]);
    }
    return row;
  };
  const roots = trees.map(add);
  return {
    feature: Int16Array.from(feature),
    value: Float64Array.from(value),
    less: Int32Array.from(less),
    more: Int32Array.from(more),
    roots,
  };
};

const ROWS = toRows(TREES);

const likelihood = (features: readonly number[]): number => {
  const { feature, value, less, more, roots } = ROWS;
  let sum = BASE;
  for (const root of roots) {
    let row = root;
    for (let at = feature[row] ?? LEAF; at !== LEAF; at = feature[row] ?? LEAF)
      row = ((features[at] ?? 0) < (value[row] ?? 0) ? less[row] : more[row]) ?? 0;
    sum += value[row] ?? 0;
  }
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
