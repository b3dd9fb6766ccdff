// The words by which a clip is found. What is asked of it beside its text (site, section, day …) stands in the index as
// words of their own, told apart by their first letter, so that one full-text query answers words and filters together.
import { fold, foldBare } from '../text/fold.ts';
import { dayWords } from './days.ts';

// Scripts that set no spaces: each letter is a word, and what stands together is asked for as a phrase.
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/u;
const ALL_SPACELESS = new RegExp(SPACELESS.source, 'gu');

/** A text with its words parted by more than their script does. */
export const parted = (text: string): string =>
  SPACELESS.test(text) ? text.replace(ALL_SPACELESS, ' $& ') : text;

const wordsOf = (folded: string): readonly string[] => folded.split(' ').filter(Boolean);

/** The words of a text as they are written, in lower case. */
export const exactWords = (text: string): readonly string[] => wordsOf(fold(parted(text)));

/** The words of a text without their marks. */
export const bareWords = (text: string): readonly string[] => wordsOf(foldBare(parted(text)));

/** The first letters of what a filter word is about. 'f' is that of features, as related clips have them in common. */
const LETTER = {
  all: 'z',
  site: 's',
  section: 'c',
  category: 't',
  lang: 'l',
  by: 'a',
  begins: 'p',
} as const;

/** Every clip has this word. */
export const EVERY_CLIP = LETTER.all;

/** The beginnings of a word that it is found by, in characters. */
export const SHORTEST_BEGINNING = 2;
const LONGEST_BEGINNING = 12;

type Named = 'site' | 'section' | 'by';

/** The words in a row by which a site, a section or an author is found. */
export const nameWords = (kind: Named, name: string): readonly string[] =>
  bareWords(name).map((word) => LETTER[kind] + word);

export const categoryWord = (category: string | null): string =>
  LETTER.category + (category ?? 'none');

export const languageWord = (language: string | null): string =>
  LETTER.lang + foldBare(language?.split(/[-_]/u)[0] ?? 'none');

/** The word by which titles are found that have a word with this beginning; null where it is too short. */
export const beginningWord = (bare: string): string | null => {
  const letters = [...bare];
  return letters.length < SHORTEST_BEGINNING
    ? null
    : LETTER.begins + letters.slice(0, LONGEST_BEGINNING).join('');
};

const beginningsOf = (title: string): readonly string[] => {
  const found = new Set<string>();
  for (const word of bareWords(title)) {
    const letters = [...word].slice(0, LONGEST_BEGINNING);
    for (let length = SHORTEST_BEGINNING; length <= letters.length; length += 1)
      found.add(LETTER.begins + letters.slice(0, length).join(''));
  }
  return [...found];
};

/** What of a clip is asked for beside its text. */
export interface Filed {
  readonly title: string;
  readonly site: string | null;
  /** The address that stands for it. */
  readonly canonicalUrl: string;
  readonly section: readonly string[];
  readonly category: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  readonly day: string;
}

/** Several names of one kind, parted, so that no phrase runs from one into the next. */
const parts = (kind: Named, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [...nameWords(kind, name), LETTER[kind]]);

/** The words by which a clip is found beside those of its text. */
export const filterWords = (clip: Filed): readonly string[] => [
  EVERY_CLIP,
  ...parts('site', [clip.site ?? '', URL.parse(clip.canonicalUrl)?.hostname ?? '']),
  ...parts('section', clip.section),
  ...parts('by', clip.authors),
  categoryWord(clip.category),
  languageWord(clip.language),
  ...dayWords(clip.day),
  ...beginningsOf(clip.title),
];
