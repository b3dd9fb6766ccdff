// What the few sentences that may be taken have in common: found out once for all sets of them.
import type { Ranked } from './ranking.ts';
import { alike, sharedPairs, type Whole } from './whole.ts';

/** How much two sentences have in common: as a cosine, and as a share of the shorter one's pairs of words. */
interface Kin {
  readonly alike: number;
  readonly pairs: number;
}

/** The words that the same sentences have. */
interface Bundle {
  /** Those sentences, each as the bit of its rank. */
  readonly holders: number;
  /** What the words carry of the article. */
  carries: number;
  /** How many of them the title has. */
  ofTitle: number;
}

/** What ranked sentences have in common. */
export interface Kinship {
  /** By the rank of the better one, then of the other. */
  readonly kin: readonly (readonly (Kin | null)[])[];
  readonly bundles: readonly Bundle[];
}

const kinOf = (a: Ranked, b: Ranked): Kin => {
  const inOrder = a.sentence.index < b.sentence.index;
  const [first, second] = inOrder ? [a.sentence, b.sentence] : [b.sentence, a.sentence];
  return { alike: alike(first, second), pairs: sharedPairs(first, second) };
};

const bundlesOf = (ranked: readonly Ranked[], { carried, title }: Whole): readonly Bundle[] => {
  const holdersOf = new Map<number, number>();
  for (const { sentence, rank } of ranked)
    for (const term of sentence.distinct)
      holdersOf.set(term, (holdersOf.get(term) ?? 0) | (1 << rank));
  const bundles = new Map<number, Bundle>();
  for (const [term, holders] of holdersOf) {
    const bundle = bundles.get(holders) ?? { holders, carries: 0, ofTitle: 0 };
    bundles.set(holders, bundle);
    bundle.carries += carried[term] ?? 0;
    if (title.has(term)) bundle.ofTitle += 1;
  }
  return [...bundles.values()];
};

/** Finds out what ranked sentences have in common. */
export const kinshipOf = (ranked: readonly Ranked[], whole: Whole): Kinship => ({
  kin: ranked.map((a) => ranked.map((b) => (a.rank < b.rank ? kinOf(a, b) : null))),
  bundles: bundlesOf(ranked, whole),
});
