// What a query looks for in texts, as words to be compared.
import type { Query, WordPart } from './query.ts';
import { bareWords, exactWords } from './words.ts';

/** Words in a row; most are one. */
export interface Term {
  /** As they are written, in lower case. */
  readonly exact: readonly string[];
  /** Without their marks. */
  readonly bare: readonly string[];
  /** Whether the last of them may be the beginning of a word of a title. */
  readonly isOpen: boolean;
}

const isWord = (part: Query[number]): part is WordPart =>
  part.kind === 'word' || part.kind === 'phrase';

/** How many words in a row are looked for; the rest of a longer row is not. */
const MAX_ROW = 24;

const termOf = (part: WordPart, isOpen: boolean): Term => ({
  exact: exactWords(part.text).slice(0, MAX_ROW),
  bare: bareWords(part.text).slice(0, MAX_ROW),
  isOpen,
});

const hasWords = ({ exact, bare }: Term): boolean => exact.length > 0 && bare.length > 0;

/** What a query wants to be there, in its order. Of its last word, where it is in no quotes, a beginning will do. */
export const wantedTerms = (query: Query): readonly Term[] => {
  const wanted = query.filter(isWord).filter(({ not }) => !not);
  return wanted
    .map((part, at) => termOf(part, part.kind === 'word' && at === wanted.length - 1))
    .filter(hasWords);
};

/** What a query wants not to be there. */
export const unwantedTerms = (query: Query): readonly Term[] =>
  query
    .filter(isWord)
    .filter(({ not }) => not)
    .map((part) => termOf(part, false))
    .filter(hasWords);
