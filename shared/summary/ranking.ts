// The few sentences that tell an article best alone, none repeating a better one.
import { likeness } from './sentence-features.ts';
import { alike, type Sentence, sharedPairs, type Whole } from './whole.ts';

/** A sentence that may be taken, and how well it may tell the article alone. */
interface Scored {
  readonly sentence: Sentence;
  /** How much of it a person's summary would say, 0 to 1. */
  readonly likely: number;
  /** How near a short summary it may come, 0 to 1. */
  readonly score: number;
}

/** One that is tried together with others. */
export interface Ranked extends Scored {
  /** How many come before it. */
  readonly rank: number;
  /** How much of the article it says: the cosine, 0 to 1. */
  readonly likeness: number;
}

/** How many words people's summaries have, as far as they were seen: headlines' few and long reads' many. */
export const SHORT = 35;
export const LONG = 170;

/** The F1 to be expected of `length` words of which `said` stand in a person's summary of `words`. */
export const expected = (said: number, length: number, words: number): number =>
  (2 * said) / (length + words);

/** How many are tried in all their sets, so that the longest article costs no more than a short one. */
const MOST_RANKED = 8;
/** From here on two sentences say the same: as a share of the shorter one's pairs of words, and as a cosine. */
const SAME_PAIRS = 0.5;
const SAME_WORDS = 0.8;

const saySame = (a: Sentence, b: Sentence): boolean =>
  sharedPairs(a, b) >= SAME_PAIRS || alike(a, b) >= SAME_WORDS;

/**
 * Ranks sentences, the best first.
 *
 * @param likelihoods How likely each is one that a person would have taken, in the sentences' order.
 * @param opening A sentence that comes before all others, or null.
 */
export const rank = (
  whole: Whole,
  likelihoods: readonly number[],
  opening: Sentence | null,
): readonly Ranked[] => {
  const inOrder = whole.sentences.map((sentence, index): Scored => {
    const { length } = sentence.terms;
    const likely = likelihoods[index] ?? 0;
    return { sentence, likely, score: expected(likely * length, length, SHORT) };
  });
  const opens = inOrder.filter(({ sentence }) => sentence === opening);
  const byScore = inOrder.toSorted(
    (a, b) => b.score - a.score || a.sentence.index - b.sentence.index,
  );
  const ranked: Ranked[] = [];
  for (const next of [...opens, ...byScore]) {
    if (ranked.length === MOST_RANKED) break;
    const { sentence } = next;
    if (ranked.some((better) => saySame(better.sentence, sentence))) continue;
    ranked.push({ ...next, rank: ranked.length, likeness: likeness(sentence, whole) });
  }
  return ranked;
};
