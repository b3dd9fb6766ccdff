// What a text is told by: its words and each two in a row, as numbers, so that no list of words need be shipped
// (feature hashing, Weinberger et al. 2009).
import { clip } from '../text/clean.ts';
import { comparedWords } from '../text/compared.ts';

/** Features are numbers below two to this power. */
export const FEATURE_BITS = 18;

// What an article is about is told long before this; a text without end must not cost without end.
const MAX_TEXT = 12_000;

// FNV-1a, with the last bits mixed into the first, which are the ones that are kept.
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

const hashOf = (word: string, begin: number): number => {
  let hash = begin;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash;
};

const featureOf = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) >>> (32 - FEATURE_BITS);
};

/** How often a title and a text have each feature. */
export const featuresOf = (title: string, text: string): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  const add = (feature: number): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  for (const part of [title, clip(text, MAX_TEXT)]) {
    let before: number | null = null;
    for (const word of comparedWords(part)) {
      add(featureOf(hashOf(word, OFFSET)));
      if (before !== null) add(featureOf(hashOf(word, before)));
      before = Math.imul(hashOf(word, OFFSET) ^ 32, PRIME);
    }
  }
  return counts;
};

/** What a feature counts for that is there so often: said ten times is not ten times as much. */
export const strengthOf = (count: number): number => 1 + Math.log(count);
