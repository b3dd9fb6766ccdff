// Which sentences to take together: all sets of the few that tell the article best alone.
import {
  type Kin,
  type Kinship,
  type Ranked,
  scoreOf,
  setFeatures,
  sharedPairs,
} from './set-features.ts';
import { alike, type Whole } from './whole.ts';

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

// Asked for in every set, found out once.
const kinOf = (ranked: readonly Ranked[]): Kin => {
  const known = new Map<Ranked, Map<Ranked, Kinship>>();
  for (const [at, a] of ranked.entries())
    for (const b of ranked.slice(at + 1)) {
      const [first, second] = a.sentence.index < b.sentence.index ? [a, b] : [b, a];
      const others = known.get(first) ?? new Map<Ranked, Kinship>();
      known.set(first, others);
      others.set(second, {
        alike: alike(first.sentence, second.sentence),
        pairs: sharedPairs(first.sentence, second.sentence),
      });
    }
  return (a, b) => known.get(a)?.get(b) ?? { alike: 0, pairs: 0 };
};

const nextScore = (next: Ranked | undefined): number => (next ? scoreOf(next) : 0);

/** All sets of `least` to `most` of the sentences that were ranked. */
export const sentenceSets = (
  whole: Whole,
  ranked: readonly Ranked[],
  least: number,
  most: number,
): readonly SentenceSet[] => {
  const kin = kinOf(ranked);
  const inOrder = ranked.toSorted((a, b) => a.sentence.index - b.sentence.index);
  return subsets(inOrder, Math.min(least, ranked.length), most).map((members) => ({
    members,
    features: setFeatures(members, nextScore(ranked[members.length]), whole, kin),
  }));
};
