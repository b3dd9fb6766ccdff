// What an article is compared by: its words and each two in a row, which in Vietnamese are most of its words and all of
// its names, with how often and where they stand.
import { functionWords } from '../summary/term-words.ts';
import { clip, compose } from '../text/clean.ts';
import { readWords, type Word } from './words.ts';

/** What is known of an article or of its card. */
export interface Told {
  readonly title: string;
  /** The body with its standfirst; of a card the standfirst alone. */
  readonly text: string;
  /** Its key terms, where no more than the standfirst is known. */
  readonly terms?: readonly string[];
  /** A language tag, where the page tells one. */
  readonly language: string | null;
}

/** A word, or two in a row, of one article. */
export interface Feature {
  /** Its words, parted by a space. */
  readonly key: string;
  readonly isPair: boolean;
  /** As it is written where its capitals say something, else where it stands first. */
  written: string;
  count: number;
  inTitle: boolean;
  isName: boolean;
  /** How many words stand before it. */
  readonly at: number;
  /** How many of its words are too small to say anything. */
  readonly small: number;
}

/** An article's features, in the order in which they stand there. */
export interface Read {
  readonly features: readonly Feature[];
  /** How many words it has. */
  readonly words: number;
}

// What an article reports is told long before this; a text without end must not cost without end.
const MAX_TEXT = 12_000;

const NONE: ReadonlySet<string> = new Set();

/** Reads everything that an article may be compared by. */
export const readFeatures = ({ title, text, terms = [], language }: Told): Read => {
  const smallWords = functionWords(language?.split('-')[0]?.toLowerCase() ?? null) ?? NONE;
  const found = new Map<string, Feature>();
  let words = 0;
  const add = (told: string, first: Word, last: Word, isName: boolean, inTitle: boolean): void => {
    const isPair = first !== last;
    const key = isPair ? `${first.word} ${last.word}` : last.word;
    const known = found.get(key);
    if (known) {
      known.count += 1;
      if (inTitle) known.inTitle = true;
      if (isName && !known.isName) {
        known.isName = true;
        known.written = told.slice(first.start, last.end);
      }
      return;
    }
    const small = Number(smallWords.has(last.word)) + Number(isPair && smallWords.has(first.word));
    const written = told.slice(first.start, last.end);
    found.set(key, { key, isPair, written, count: 1, inTitle, isName, at: words, small });
  };
  const read = (told: string, inTitle: boolean): void => {
    let before: Word | null = null;
    for (const word of readWords(told)) {
      add(told, word, word, word.isName, inTitle);
      if (before && word.isJoined) add(told, before, word, before.isName && word.isName, inTitle);
      before = word;
      words += 1;
    }
  };
  read(compose(title), true);
  read(clip(compose(clip(text, 3 * MAX_TEXT)), MAX_TEXT), false);
  for (const term of terms) read(compose(term), false);
  return { features: [...found.values()], words };
};

/**
 * How much a feature promises to tell this article from others, as far as the article alone tells: said often, early, in
 * the title; a name, a number. 0 for what says nothing.
 */
export const promise = (
  { count, inTitle, isName, isPair, small, at }: Feature,
  words: number,
): number => {
  if (small === (isPair ? 2 : 1)) return 0;
  return (
    (1 + Math.log(count)) *
    (inTitle ? 1.5 : 1) *
    (isName ? 1.5 : 1) *
    (isPair ? 0.7 : 1) *
    (small > 0 ? 0.3 : 1) *
    (1.5 - (0.5 * at) / Math.max(1, words))
  );
};
