// What some sentences make together, as numbers: all that the second trees know of a summary.
import type { Kinship } from './kinship.ts';
import { expected, LONG, type Ranked, SHORT } from './ranking.ts';
import type { Whole } from './whole.ts';

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const mean = (values: readonly number[]): number =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

// The most that any two of a set have in common.
const closest = (set: readonly Ranked[], { kin }: Kinship): { alike: number; pairs: number } => {
  const most = { alike: 0, pairs: 0 };
  for (const a of set)
    for (const b of set) {
      const both = kin[a.rank]?.[b.rank];
      if (!both) continue;
      most.alike = Math.max(most.alike, both.alike);
      most.pairs = Math.max(most.pairs, both.pairs);
    }
  return most;
};

// What the words of a set, each counted once, carry of the article, and how many of them the title has.
const toldBy = (
  set: readonly Ranked[],
  { bundles }: Kinship,
): { carries: number; ofTitle: number } => {
  let members = 0;
  for (const { rank } of set) members |= 1 << rank;
  const told = { carries: 0, ofTitle: 0 };
  for (const { holders, carries, ofTitle } of bundles) {
    if ((holders & members) === 0) continue;
    told.carries += carries;
    told.ofTitle += ofTitle;
  }
  return told;
};

/**
 * The features of a set of sentences, given in the article's order.
 *
 * @param next How well the best sentence tells the article that would come next; 0 without one.
 */
export const setFeatures = (
  set: readonly Ranked[],
  next: number,
  whole: Whole,
  kinship: Kinship,
): readonly number[] => {
  const scores = set.map(({ score }) => score).sort((a, b) => b - a);
  const positions = set.map(({ sentence }) => sentence.index);
  let length = 0;
  let said = 0;
  for (const { sentence, likely } of set) {
    length += sentence.terms.length;
    said += likely * sentence.terms.length;
  }
  const { alike, pairs } = closest(set, kinship);
  const { carries, ofTitle } = toldBy(set, kinship);
  return [
    scores[0] ?? 0,
    scores[1] ?? 0,
    scores[2] ?? 0,
    expected(said, length, SHORT),
    expected(said, length, LONG),
    set.length,
    length,
    share(length, set.length),
    positions[0] ?? 0,
    mean(positions),
    positions.at(-1) ?? 0,
    Number(positions[0] === 0),
    alike,
    pairs,
    share(carries, whole.carriedInAll),
    share(carries, length),
    whole.title.size === 0 ? -1 : ofTitle / whole.title.size,
    mean(set.map(({ likeness }) => likeness)),
    whole.sentences.length,
    whole.words,
    next,
  ];
};

/** What the features are, in their order. */
export const SET_FEATURE_NAMES = [
  'best score',
  'second score',
  'third score',
  'expected of a short summary',
  'expected of a long summary',
  'sentences',
  'words',
  'words a sentence',
  'first position',
  'mean position',
  'last position',
  'has the lede',
  'most alike',
  'most shared pairs',
  'carries of the article',
  'carries a word',
  'covers the title',
  'like the article',
  'sentences of the article',
  'words of the article',
  'best score left out',
] as const;
