// The few sentences that tell an article best alone, none repeating a better one.
import { type Ranked, scoreOf, sharedPairs } from './set-features.ts';
import { likeness } from './sentence-features.ts';
import { alike, type Sentence, type Whole } from './whole.ts';

/** How many are tried in all their sets, so that the longest article costs no more than a short one. */
const MOST_RANKED = 8;
/** From here on two sentences say the same: as a share of the shorter one's pairs of words, and as a cosine. */
const SAME_PAIRS = 0.5;
const SAME_WORDS = 0.8;

type Unweighed = Pick<Ranked, 'sentence' | 'likely'>;

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
  const inOrder = whole.sentences.map((sentence, index) => ({
    sentence,
    likely: likelihoods[index] ?? 0,
  }));
  const known = (one: Unweighed): Ranked => ({ ...one, likeness: likeness(one.sentence, whole) });
  const ranked = inOrder.filter(({ sentence }) => sentence === opening).map(known);
  const byScore = inOrder.toSorted(
    (a, b) => scoreOf(b) - scoreOf(a) || a.sentence.index - b.sentence.index,
  );
  for (const next of byScore) {
    if (ranked.length === MOST_RANKED) break;
    if (!ranked.some(({ sentence }) => saySame(sentence, next.sentence))) ranked.push(known(next));
  }
  return ranked;
};
