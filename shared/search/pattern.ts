// Words looked for in texts as they stand, without folding these: five hundred titles and standfirsts are looked through
// for each search.
import { foldBare } from '../text/fold.ts';
import { bareLetters, makeStands, writtenLetters } from './latin.ts';
import { parted } from './words.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Finds where something stands in texts. */
export interface Finder {
  /** Where it stands, from the beginning of a text on. */
  readonly in: (text: string) => Iterable<Mark>;
  /** Whether it stands there at all. */
  readonly isIn: (text: string) => boolean;
}

const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
const BETWEEN = String.raw`[^\p{L}\p{M}\p{N}]`;
const MARKS = String.raw`\p{Mn}*`;

/** Letters by what they are without their marks; of Latin, Greek and Cyrillic. */
const makeAlike = (): ReadonlyMap<string, string> => {
  const alike = new Map<string, string>();
  for (const [from, to] of [
    [0xc0, 0x52f],
    [0x1e00, 0x1fff],
  ] as const)
    for (let code = from; code <= to; code += 1) {
      const letter = String.fromCharCode(code);
      if (letter !== letter.toLowerCase()) continue;
      const bare = foldBare(letter);
      if (bare.length === 1 && bare !== letter) alike.set(bare, (alike.get(bare) ?? bare) + letter);
    }
  return alike;
};
let alikeLetters: ReadonlyMap<string, string> | null = null;

const anyOf = (letter: string): string => {
  alikeLetters ??= makeAlike();
  const alike = alikeLetters.get(letter);
  return (alike === undefined ? letter : `[${alike}]`) + MARKS;
};

const isSpaceless = (word: string): boolean => parted(word) !== word;

// Words are letters, marks and digits: none of them means anything in a pattern.
const sourceOf = (words: readonly string[], letterOf: (letter: string) => string): string =>
  words
    .map((word, at) => {
      const next = words[at + 1];
      const gap = next === undefined ? '' : isSpaceless(word) ? `${BETWEEN}*` : `${BETWEEN}+`;
      return Array.from(word, letterOf).join('') + gap;
    })
    .join('');

const characterBefore = (text: string, at: number): string =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at - 1)) ? text.slice(at - 2, at) : text.charAt(at - 1);

const characterAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

/** Whether a stretch is a word of its own, or words; in scripts without spaces every stretch is. */
const isWhole = (text: string, { start, end }: Mark, isOpen: boolean): boolean => {
  const [before, after] = [characterBefore(text, start), characterAt(text, end)];
  const begins =
    !IN_WORD.test(before) || isSpaceless(before) || isSpaceless(characterAt(text, start));
  const ends =
    isOpen || !IN_WORD.test(after) || isSpaceless(after) || isSpaceless(characterBefore(text, end));
  return begins && ends;
};

const NOWHERE: Finder = { in: () => [], isIn: () => false };

const finder = (words: readonly string[], isBare: boolean, isOpen: boolean): Finder => {
  if (words.every((word) => word === '')) return NOWHERE;
  let made: RegExp | null = null;
  const makePattern = () => new RegExp(sourceOf(words, isBare ? anyOf : (letter) => letter), 'giu');
  function* marksIn(text: string): Generator<Mark> {
    // Not by `matchAll`, which makes the pattern anew for each of a thousand texts.
    const pattern = (made ??= makePattern());
    let from = 0;
    while (from <= text.length) {
      pattern.lastIndex = from;
      const found = pattern.exec(text);
      if (!found) return;
      const { 0: written, index: start } = found;
      const mark = { start, end: start + written.length };
      from = Math.max(mark.end, start + 1);
      if (isWhole(text, mark, isOpen)) yield mark;
    }
  }
  const stands = makeStands(isBare ? bareLetters() : writtenLetters(), words, isOpen);
  const isMarked = (text: string): boolean => {
    for (const _ of marksIn(text)) return true;
    return false;
  };
  return { in: marksIn, isIn: (text) => stands(text) ?? isMarked(text) };
};

/** Where words stand in a row as they are written, whatever their case. */
export const findExact = (words: readonly string[]): Finder => finder(words, false, false);

/** Where words that are given without marks stand in a row, with or without them. */
export const findBare = (words: readonly string[]): Finder => finder(words, true, false);

/** As `findBare`; of the last word its beginning will do. */
export const findBeginning = (words: readonly string[]): Finder => finder(words, true, true);
