// Which sentences tell an article best.
import type { Candidate } from './candidates.ts';
import { sentenceFeatures } from './sentence-features.ts';
import { repeats, type SentenceSet, sentenceSets } from './sets.ts';
import type { Taught } from './taught.ts';
import type { Whole } from './whole.ts';

/** The `least` to `most` sentences that tell an article best together, in its order, none repeating another. */
export const chooseSentences = (
  whole: Whole,
  { alone, together }: Taught,
  least: number,
  most: number,
): readonly Candidate[] => {
  const sets = sentenceSets(whole, sentenceFeatures(whole).map(alone), least, most);
  const fresh = sets.filter((set) => !repeats(set));
  let best: SentenceSet | null = null;
  let worth = 0;
  for (const set of fresh.length > 0 ? fresh : sets) {
    const told = together(set.features);
    if (best && told <= worth) continue;
    best = set;
    worth = told;
  }
  return best?.members.map(({ sentence }) => sentence.candidate) ?? [];
};
