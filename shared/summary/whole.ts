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
  readonly distinctPairs: ReadonlySet<number>;
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

// Of `words` different words each two that follow each other have a number of their own, and as small a one as can be.
const pairsOf = (terms: readonly number[], words: number): readonly number[] =>
  terms.slice(1).map((term, at) => (terms[at] ?? 0) * words + term);

const lengthOf = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum) || 1;
};

/** Sees the sentences of an article together. */
export const seeWhole = (candidates: readonly Candidate[], title: string): Whole => {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    if (known === numbers.size) numbers.set(word, known);
    return known;
  };
  const titleTerms = comparedWords(title).map(numberOf);
  const read = candidates.map((candidate, index) => {
    const terms = comparedWords(candidate.text).map(numberOf);
    return { candidate, index, terms, distinct: new Set(terms) };
  });
  const times = Array.from({ length: numbers.size }, () => 0);
  const spread = Array.from({ length: numbers.size }, () => 0);
  for (const { terms, distinct } of read) {
    for (const term of terms) times[term] = (times[term] ?? 0) + 1;
    for (const term of distinct) spread[term] = (spread[term] ?? 0) + 1;
  }
  const rarity = spread.map((some) => Math.log((candidates.length + 1) / Math.max(some, 0.5)));
  const carried = rarity.map((rare, term) => (times[term] ?? 0) * rare);
  const pairSpread = new Map<number, number>();
  const sentences = read.map((sentence) => {
    const pairs = pairsOf(sentence.terms, numbers.size);
    const distinctPairs = new Set(pairs);
    for (const pair of distinctPairs) pairSpread.set(pair, (pairSpread.get(pair) ?? 0) + 1);
    const weights = new Map<number, number>();
    for (const term of sentence.terms)
      weights.set(term, (weights.get(term) ?? 0) + (rarity[term] ?? 0));
    return { ...sentence, pairs, distinctPairs, weights, norm: lengthOf(weights.values()) };
  });
  return {
    sentences,
    words: read.reduce((sum, { terms }) => sum + terms.length, 0),
    title: new Set(titleTerms),
    titlePairs: new Set(pairsOf(titleTerms, numbers.size)),
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

/** How many of the shorter sentence's pairs of words stand in the other: 0 to 1. */
export const sharedPairs = (a: Sentence, b: Sentence): number => {
  const shared = b.pairs.filter((pair) => a.distinctPairs.has(pair)).length;
  return shared === 0 ? 0 : shared / Math.min(a.pairs.length, b.pairs.length);
};
