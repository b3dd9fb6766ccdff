// A text as the set of its shingles: each few words that stand together, as one number (Broder 1997).
import { clip } from '../text/clean.ts';
import { comparedWords } from '../text/compared.ts';
import { foldBare } from '../text/fold.ts';
import { hashOf } from '../text/hash.ts';

/** Fewer words stand together by chance, and of more every change of spelling takes too many. */
const WORDS = 4;
/** One alone is any figure; how two follow each other is the text's own. */
const FIGURES = 2;
/** So much of a text is its beginning: with less of it, another lede would be all of it. */
const BEGINNING = 0.4;

/** A copy is told long before this; a text without end must not cost without end. */
const MAX_TEXT = 100_000;

const PRIME = 0x01000193;

/** Spreads a number evenly over 32 bits (the end of MurmurHash3). */
const spread = (hash: number): number => {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/** Each `size` of words that follow each other, as numbers of 32 bits, in the text's order. */
const inRow = (words: readonly number[], size: number): readonly number[] => {
  const found: number[] = [];
  for (let at = size; at <= words.length; at += 1) {
    let hash = 0;
    for (let word = at - size; word < at; word += 1)
      hash = Math.imul(hash, PRIME) ^ spread(words[word] ?? 0);
    found.push(spread(hash));
  }
  return found;
};

const HAS_FIGURE = /\p{N}/u;

/** What a text is known by. */
export interface Shingles {
  /** Each few words in a row, where the text begins and after that. */
  readonly beginning: readonly number[];
  readonly rest: readonly number[];
  /** Each two figures with whatever stands between them. */
  readonly figures: readonly number[];
}

/**
 * The shingles of a text. Case, punctuation, marks on letters and the form in which they are encoded
 * make no difference.
 */
export const shinglesOf = (text: string): Shingles => {
  const words = comparedWords(foldBare(clip(text, MAX_TEXT)));
  const found = inRow(words.map(hashOf), WORDS);
  const begun = Math.ceil(found.length * BEGINNING);
  return {
    beginning: found.slice(0, begun),
    rest: found.slice(begun),
    figures: inRow(words.filter((word) => HAS_FIGURE.test(word)).map(hashOf), FIGURES),
  };
};
