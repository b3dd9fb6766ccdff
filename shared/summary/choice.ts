// Which sentences tell an article best.
import type { Candidate } from './candidates.ts';
import { opensOnConnective, opensOnPronoun, speaksOfSelf } from './openings.ts';
import { rank } from './ranking.ts';
import { sentenceFeatures } from './sentence-features.ts';
import { type SentenceSet, sentenceSets } from './sets.ts';
import type { Taught } from './taught.ts';
import type { Sentence, Whole } from './whole.ts';

// A pronoun is clear where the sentence before it is taken too.
const namesItsNouns = ({ members }: SentenceSet): boolean =>
  members.every(
    ({ sentence: { index, candidate } }, at) =>
      !opensOnPronoun(candidate.text) || members[at - 1]?.sentence.index === index - 1,
  );

/** The `least` to `most` sentences that tell an article best together, in its order, none repeating another. */
export const chooseSentences = (
  whole: Whole,
  { alone, together }: Taught,
  least: number,
  most: number,
  opening: Sentence | null = null,
): readonly Candidate[] => {
  const ranked = rank(whole, sentenceFeatures(whole).map(alone), opening);
  const sets = sentenceSets(whole, ranked, least, most).filter(
    ({ members }) => opening === null || members.some(({ sentence }) => sentence === opening),
  );
  const clear = sets.filter(namesItsNouns);
  let best: SentenceSet | null = null;
  let worth = 0;
  for (const set of clear.length > 0 ? clear : sets) {
    const told = together(set.features);
    if (best && told <= worth) continue;
    best = set;
    worth = told;
  }
  return best?.members.map(({ sentence }) => sentence.candidate) ?? [];
};

const MIN_WORDS = 10;

const opensBlock = ({ candidate }: Sentence): boolean => candidate.opensBlock;

/**
 * The sentence that a summary opens with: the standfirst's first, since it is a person's own summary,
 * or else the lede. Null where the article opens on a scene or on somebody's own words.
 */
export const openingOf = (
  { sentences }: Whole,
  isStandfirst: (candidate: Candidate) => boolean,
): Sentence | null => {
  const standfirst = sentences.find(({ candidate }) => isStandfirst(candidate));
  if (standfirst && opensBlock(standfirst)) return standfirst;
  const [first] = sentences;
  if (!first || !opensBlock(first) || first.terms.length < MIN_WORDS) return null;
  const { text } = first.candidate;
  const leans = opensOnPronoun(text) || opensOnConnective(text) || speaksOfSelf(text);
  return leans ? null : first;
};
