// Words looked for in Latin text, unit by unit: a pattern takes some five times as long, and each search goes through five
// hundred titles and standfirsts.
import { foldBare } from '../text/fold.ts';

/** Letters by their units: 0 for what is none, UNKNOWN for what only a pattern can tell. */
type Letters = Uint16Array;

const UNKNOWN = 0xffff;
const LATIN = [
  [0, 0x250],
  [0x1e00, 0x1f00],
] as const;
const PUNCTUATION = [0x2000, 0x2070] as const;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
/** To a pattern that takes no account of case they are other letters too. */
const FOLDED = 'ſẛ';

const letterAt = (code: number, asShown: (letter: string) => string): number => {
  const written = String.fromCharCode(code);
  if (!IN_WORD.test(written)) return 0;
  const lower = written.toLowerCase();
  if (lower.length !== 1 || FOLDED.includes(lower)) return UNKNOWN;
  const shown = asShown(lower);
  return (shown.length === 1 ? shown : lower).charCodeAt(0);
};

const makeLetters = (asShown: (letter: string) => string): Letters => {
  const letters = new Uint16Array(PUNCTUATION[1]).fill(UNKNOWN).fill(0, ...PUNCTUATION);
  for (const [from, to] of LATIN)
    for (let code = from; code < to; code += 1) letters[code] = letterAt(code, asShown);
  return letters;
};

/** Makes something when it is asked for first. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | null = null;
  return () => (made ??= make());
};

/** Letters as they are written, in lower case. */
export const writtenLetters = once(() => makeLetters((letter) => letter));
/** Letters without their marks. */
export const bareLetters = once(() => makeLetters(foldBare));

const codesOf = (word: string): readonly number[] =>
  Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));

/**
 * Makes a test of whether words stand in a row in a text, each whole, of the last one only its beginning where that is
 * open. It answers null for what it cannot tell.
 */
export const makeStands = (letters: Letters, words: readonly string[], isOpen: boolean) => {
  const wanted = words.map(codesOf);
  const first = wanted[0]?.[0];
  const isLatin = wanted.every((codes) => codes.every((code) => letters[code] === code));
  const letterIn = (text: string, at: number): number =>
    at < text.length ? (letters[text.charCodeAt(at)] ?? UNKNOWN) : 0;

  /** Whether the words stand where the first of them may begin. */
  const standsAt = (text: string, begin: number): boolean | null => {
    let at = begin;
    for (const [nth, codes] of wanted.entries()) {
      if (nth > 0) {
        if (letterIn(text, at) !== 0) return false;
        while (at < text.length && letterIn(text, at) === 0) at += 1;
      }
      for (const code of codes) {
        const letter = letterIn(text, at);
        if (letter !== code) return letter === UNKNOWN ? null : false;
        at += 1;
      }
    }
    const after = letterIn(text, at);
    // A mark may stand on the last letter.
    if (after === UNKNOWN) return null;
    return isOpen || after === 0;
  };

  return (text: string): boolean | null => {
    if (!isLatin || first === undefined) return null;
    let before = 0;
    for (let at = 0; at < text.length; at += 1) {
      const letter = letters[text.charCodeAt(at)] ?? UNKNOWN;
      if (letter === UNKNOWN) return null;
      if (letter === first && before === 0) {
        const stands = standsAt(text, at);
        if (stands !== false) return stands;
      }
      before = letter;
    }
    return false;
  };
};
