// Which sentences to take together: all sets of the few that tell the article best alone.
import { kinshipOf } from './kinship.ts';
import type { Ranked } from './ranking.ts';
import { setFeatures } from './set-features.ts';
import type { Whole } from './whole.ts';

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

/** All sets of `least` to `most` of the sentences that were ranked. */
export const sentenceSets = (
  whole: Whole,
  ranked: readonly Ranked[],
  least: number,
  most: number,
): readonly SentenceSet[] => {
  const kinship = kinshipOf(ranked, whole);
  const inOrder = ranked.toSorted((a, b) => a.sentence.index - b.sentence.index);
  return subsets(inOrder, Math.min(least, ranked.length), most).map((members) => ({
    members,
    features: setFeatures(members, ranked[members.length]?.score ?? 0, whole, kinship),
  }));
};
