// Which sentences to take together: all sets of the few that tell the article best alone.
import {
  MOST_ALIKE,
  MOST_SHARED_PAIRS,
  type Ranked,
  scoreOf,
  setFeatures,
} from './set-features.ts';
import type { Whole } from './whole.ts';

/** How many sentences are tried in all their sets, so that the longest article costs no more than a short one. */
const MOST_RANKED = 8;

/** Sentences in the article's order, with what they make together. */
export interface SentenceSet {
  readonly members: readonly Ranked[];
  readonly features: readonly number[];
}

const subsets = (of: readonly Ranked[], least: number, most: number): readonly Ranked[][] => {
  const found: Ranked[][] = [];
  const extend = (from: number, taken: readonly Ranked[]): void => {
    if (taken.length >= least) found.push([...taken]);
    if (taken.length === most) return;
    for (const [at, next] of of.entries()) if (at >= from) extend(at + 1, [...taken, next]);
  };
  extend(0, []);
  return found.filter(({ length }) => length > 0);
};

const nextScore = (next: Ranked | undefined): number => (next ? scoreOf(next) : 0);

/** All sets of `least` to `most` of an article's best sentences, by `likelihoods` in the sentences' order. */
export const sentenceSets = (
  whole: Whole,
  likelihoods: readonly number[],
  least: number,
  most: number,
): readonly SentenceSet[] => {
  const ranked = whole.sentences
    .map((sentence, index) => ({ sentence, likely: likelihoods[index] ?? 0 }))
    .sort((a, b) => scoreOf(b) - scoreOf(a) || a.sentence.index - b.sentence.index)
    .slice(0, MOST_RANKED);
  const inOrder = ranked.toSorted((a, b) => a.sentence.index - b.sentence.index);
  return subsets(inOrder, Math.min(least, ranked.length), most).map((members) => ({
    members,
    features: setFeatures(members, nextScore(ranked[members.length]), whole),
  }));
};

/** From here on two sentences say the same: as a share of the shorter one's pairs of words, and as a cosine. */
const SAME_PAIRS = 0.5;
const SAME_WORDS = 0.8;

/** Whether a sentence of a set repeats another. */
export const repeats = ({ features }: SentenceSet): boolean =>
  (features[MOST_SHARED_PAIRS] ?? 0) >= SAME_PAIRS || (features[MOST_ALIKE] ?? 0) >= SAME_WORDS;
