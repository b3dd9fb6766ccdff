// What some sentences make together, as numbers: all that the second trees know of a summary.
import { type Sentence, type Whole } from './whole.ts';

/** A sentence that may be taken, and how well it tells the article alone. */
export interface Ranked {
  readonly sentence: Sentence;
  /** How much of it a person's summary would say, 0 to 1. */
  readonly likely: number;
  /** How much of the article it says: the cosine, 0 to 1. */
  readonly likeness: number;
}

/** How much two sentences have in common: as a cosine, and as a share of the shorter one's pairs of words. */
export interface Kinship {
  readonly alike: number;
  readonly pairs: number;
}
export type Kin = (a: Ranked, b: Ranked) => Kinship;

/** How many words people's summaries have, as far as they were seen: headlines' few and long reads' many. */
const LENGTHS = [35, 170] as const;

const expected = (set: readonly Pick<Ranked, 'sentence' | 'likely'>[], words: number): number => {
  let said = 0;
  let length = 0;
  for (const { sentence, likely } of set) {
    said += likely * sentence.terms.length;
    length += sentence.terms.length;
  }
  return (2 * said) / (length + words);
};

/** How well a sentence alone may tell its article. */
export const scoreOf = (one: Pick<Ranked, 'sentence' | 'likely'>): number =>
  expected([one], LENGTHS[0]);

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

// Of all two of them, the most that a measure says.
const mostOfTwo = (set: readonly Ranked[], measure: (a: Ranked, b: Ranked) => number): number => {
  let most = 0;
  for (const [at, one] of set.entries())
    for (const other of set.slice(at + 1)) most = Math.max(most, measure(one, other));
  return most;
};

/** How many of the shorter sentence's pairs of words stand in the other: 0 to 1. */
export const sharedPairs = (a: Sentence, b: Sentence): number => {
  const pairs = new Set(a.pairs);
  const shared = b.pairs.filter((pair) => pairs.has(pair)).length;
  return share(shared, Math.min(a.pairs.length, b.pairs.length));
};

const mean = (values: readonly number[]): number =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

/**
 * The features of a set of sentences, given in the article's order.
 *
 * @param next How well the best sentence tells the article that would come next; 0 without one.
 * @param kin What two of the sentences have in common.
 */
export const setFeatures = (
  set: readonly Ranked[],
  next: number,
  whole: Whole,
  kin: Kin,
): readonly number[] => {
  const scores = set.map(scoreOf).sort((a, b) => b - a);
  const positions = set.map(({ sentence }) => sentence.index);
  const length = set.reduce((sum, { sentence }) => sum + sentence.terms.length, 0);
  const terms = new Set(set.flatMap(({ sentence }) => [...sentence.distinct]));
  let carried = 0;
  let ofTitle = 0;
  for (const term of terms) {
    carried += whole.carried[term] ?? 0;
    if (whole.title.has(term)) ofTitle += 1;
  }
  return [
    scores[0] ?? 0,
    scores[1] ?? 0,
    scores[2] ?? 0,
    ...LENGTHS.map((words) => expected(set, words)),
    set.length,
    length,
    share(length, set.length),
    positions[0] ?? 0,
    mean(positions),
    positions.at(-1) ?? 0,
    Number(positions[0] === 0),
    mostOfTwo(set, (a, b) => kin(a, b).alike),
    mostOfTwo(set, (a, b) => kin(a, b).pairs),
    share(carried, whole.carriedInAll),
    share(carried, length),
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
