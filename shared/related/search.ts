// By which words the full-text index is asked for what may be related. They are the features of descriptions as words of
// their own ('f1k9z'), since in Vietnamese it takes two syllables to be rare: 'ngân sách' is, 'ngân' and 'sách' are not.
import { readVector } from './vector.ts';

/** How many a clip stands under in the index, and how many are asked for: more of them find no more. */
const INDEXED = 64;
const ASKED = 32;

/** Up to how many clips a word's are counted: one that more have is not rare. */
export const MOST_COUNTED = 200;
/** How many matches one statement may have at most. */
export const MOST_MATCHES = 500;
/** Where all are common, the newest clips that have one of the rarest. */
const FEWEST = 2;

const wordsOf = (vector: Uint8Array, most: number): readonly string[] =>
  Array.from(
    readVector(vector)?.numbers.subarray(0, most) ?? [],
    (number) => `f${number.toString(36)}`,
  );

/** The words under which a clip of this description is to be found. */
export const indexedWords = (vector: Uint8Array): readonly string[] => wordsOf(vector, INDEXED);

/** The words by which what is related to an article of this description may be found, the most promising first. */
export const searchWords = (vector: Uint8Array): readonly string[] => wordsOf(vector, ASKED);

/**
 * Which of the words to ask for, all in one statement: the rarest, as many as can have no more matches than are ranked.
 *
 * @param counts How many clips of the workspace have each word; what is counted up to `MOST_COUNTED` may have more.
 */
export const chosenWords = (
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
): readonly string[] => {
  const rarest = words
    .map((word) => ({ word, count: counts.get(word) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  let matches = 0;
  return rarest
    .filter(({ count }, at) => {
      matches += count;
      return at < FEWEST || matches <= MOST_MATCHES;
    })
    .map(({ word }) => word);
};
