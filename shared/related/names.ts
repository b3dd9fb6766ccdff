// What two articles have in common, in the words of one of them.
import { isSyllable } from '../summary/term-names.ts';
import { functionWords } from '../summary/term-words.ts';
import { bondOf } from '../summary/vietnamese-words.ts';
import { clip, compose } from '../text/clean.ts';
import type { Told } from './features.ts';
import type { Neighbours } from './neighbours.ts';
import { featuresIn, numberAt, numberOf } from './vector.ts';
import { readWords, type Word } from './words.ts';

interface Name {
  readonly written: string;
  /** The features that must be shared: all its pairs, or its only word. */
  readonly numbers: readonly number[];
  /** How much better it says what is shared than another that is as rare. */
  readonly worth: number;
}

const TERM = 2;
const CAPITALS = 1.2;
const PHRASE = 0.8;
const WORD = 0.5;
const IN_TITLE = 1.2;

/** What more than about a third have tells nothing. */
const LEAST_RARITY = 1;
const MOST_WORDS = 5;
const LETTER = /^\p{L}/u;
/** What an article is about is named early in it. */
const MAX_TEXT = 6_000;

const numbersOf = (words: readonly Word[]): readonly number[] =>
  words.length === 1
    ? words.map(({ word }) => numberOf({ key: word, isPair: false }))
    : words
        .slice(1)
        .map(({ word }, at) => numberOf({ key: `${words[at]?.word} ${word}`, isPair: true }));

const isNameAt = (word: Word | undefined): boolean =>
  word?.isName === true && LETTER.test(word.word);

/** Where the name that begins at `from` ends, so that none is cut in half: 'Trần Văn Chương', 'Bộ Tài chính'. */
const nameEnd = (words: readonly Word[], from: number, isVietnamese: boolean): number => {
  let to = from + 1;
  while (isNameAt(words[to]) && words[to]?.isJoined) to += 1;
  const [before, last, next] = [words[to - 2], words[to - 1], words[to]];
  const goesOn =
    isVietnamese &&
    next?.isJoined === true &&
    bondOf(last?.word, next.word) > (to - from > 1 ? bondOf(before?.word, last?.word) : 0);
  return goesOn ? to + 1 : to;
};

const namesIn = (told: string, language: string | null, inTitle: boolean): readonly Name[] => {
  const text = compose(told);
  const words = readWords(text);
  const small = functionWords(language);
  const isVietnamese = language === 'vi';
  const found: Name[] = [];
  const add = (from: number, to: number, kind: number): void => {
    const written = text.slice(words[from]?.start, words[to - 1]?.end);
    const numbers = numbersOf(words.slice(from, to));
    found.push({ written, numbers, worth: kind * (inTitle ? IN_TITLE : 1) });
  };
  const isPlain = (word: Word | undefined): boolean =>
    word !== undefined && LETTER.test(word.word) && small?.has(word.word) !== true;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    if (isNameAt(word)) {
      const to = nameEnd(words, at, isVietnamese);
      // A Vietnamese syllable names nothing by itself.
      const says = to - at > 1 ? to - at <= MOST_WORDS : !isVietnamese || !isSyllable(word.word);
      if (says && word.word.length > 1) add(at, to, CAPITALS);
      at = to - 1;
    } else if (isPlain(word)) {
      const next = words[at + 1];
      if (next?.isJoined && isPlain(next) && !next.isName) add(at, at + 2, PHRASE);
      if (!isVietnamese && word.word.length > 3) add(at, at + 1, WORD);
    }
  }
  return found;
};

/** Makes ready to name what an article shares with others: a key term or a name that is rare, else two words or one. */
export const readNames = ({ title, text, terms = [], language }: Told) => {
  const tag = language?.split('-')[0]?.toLowerCase() ?? null;
  const names = [
    ...terms.map((written) => ({
      written,
      numbers: numbersOf(readWords(compose(written)).slice(0, 12)),
      worth: TERM,
    })),
    ...namesIn(title, tag, true),
    ...namesIn(clip(text, MAX_TEXT), tag, false),
  ].filter(({ numbers }) => numbers.length > 0);
  const told = new Set(names.flatMap(({ numbers }) => numbers));
  return (vector: Uint8Array, rarity: Neighbours['rarity']): string | null => {
    const shared = new Set<number>();
    for (let at = 0; at < featuresIn(vector); at += 1) {
      const number = numberAt(vector, at);
      if (told.has(number)) shared.add(number);
    }
    if (shared.size === 0) return null;
    let best: string | null = null;
    let most = 0;
    for (const { written, numbers: needed, worth } of names) {
      if (!needed.every((number) => shared.has(number))) continue;
      const rarest = Math.max(...needed.map(rarity));
      if (rarest < LEAST_RARITY || rarest * worth <= most) continue;
      best = written;
      most = rarest * worth;
    }
    return best;
  };
};
