// All sentences of an article seen together: which words carry it, and how much of them each sentence has.
import { comparedWords } from '../text/compared.ts';
import type { Candidate } from './candidates.ts';

/** A sentence by its words, which are known by their numbers. */
export interface Sentence {
  readonly candidate: Candidate;
  readonly index: number;
  readonly terms: readonly number[];
  readonly distinct: ReadonlySet<number>;
  /** Each two words that follow each other. */
  readonly pairs: readonly number[];
  /** How much weight its words have, each as often as it stands there. */
  readonly weights: ReadonlyMap<number, number>;
  /** The length of that vector. */
  readonly norm: number;
}

/** What the sentences of an article have in common. */
export interface Whole {
  readonly sentences: readonly Sentence[];
  readonly words: number;
  /** The words of the title. */
  readonly title: ReadonlySet<number>;
  readonly titlePairs: ReadonlySet<number>;
  /** In how many sentences a word stands. */
  readonly spread: readonly number[];
  /** In how many sentences a pair stands. */
  readonly pairSpread: ReadonlyMap<number, number>;
  /** How much of the article each word carries: often, and not everywhere. */
  readonly carried: readonly number[];
  readonly carriedInAll: number;
  readonly norm: number;
}

// More words than any text has: a pair is one number.
const PAIR = 2 ** 25;

const pairsOf = (terms: readonly number[]): readonly number[] =>
  terms.slice(1).map((term, at) => (terms[at] ?? 0) * PAIR + term);

const lengthOf = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum) || 1;
};

const count = <Key>(counts: Map<Key, number>, keys: Iterable<Key>): void => {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Sees the sentences of an article together. */
export const seeWhole = (candidates: readonly Candidate[], title: string): Whole => {
  const numbers = new Map<string, number>();
  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  const titleTerms = comparedWords(title).map(numberOf);
  const read = candidates.map(({ text }) => comparedWords(text).map(numberOf));
  const spreads = new Map<number, number>();
  const times = new Map<number, number>();
  const pairSpread = new Map<number, number>();
  for (const terms of read) {
    count(times, terms);
    count(spreads, new Set(terms));
    count(pairSpread, new Set(pairsOf(terms)));
  }
  const spread = Array.from({ length: numbers.size }, (_, term) => spreads.get(term) ?? 0);
  const rarity = spread.map((some) => Math.log((candidates.length + 1) / Math.max(some, 0.5)));
  const carried = rarity.map((rare, term) => (times.get(term) ?? 0) * rare);
  return {
    sentences: candidates.map((candidate, index) => {
      const terms = read[index] ?? [];
      const weights = new Map<number, number>();
      for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + (rarity[term] ?? 0));
      return {
        candidate,
        index,
        terms,
        distinct: new Set(terms),
        pairs: pairsOf(terms),
        weights,
        norm: lengthOf(weights.values()),
      };
    }),
    words: read.reduce((sum, { length }) => sum + length, 0),
    title: new Set(titleTerms),
    titlePairs: new Set(pairsOf(titleTerms)),
    spread,
    pairSpread,
    carried,
    carriedInAll: carried.reduce((sum, value) => sum + value, 0),
    norm: lengthOf(carried),
  };
};

/** How alike two sentences are by the weight of their words: the cosine, 0 to 1. */
export const alike = (a: Sentence | undefined, b: Sentence | undefined): number => {
  if (!a || !b) return 0;
  const [small, large] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small.weights) sum += weight * (large.weights.get(term) ?? 0);
  return sum / (a.norm * b.norm);
};
