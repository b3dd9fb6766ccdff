// All words of an article in one row, as key terms are looked for in them.
import type { Passage } from './passages.ts';
import { markNames, weighCapitals } from './term-names.ts';
import { readTexts, type Text, type Word } from './term-tokens.ts';

/** The words, and by their places which are parts of names and which text they are of. */
export interface Row {
  readonly words: readonly Word[];
  readonly marks: readonly boolean[];
  readonly textOf: readonly Text[];
}

/** Reads an article into such a row; `language` by its first subtag, null for unknown. */
export const readRow = (
  passages: readonly Passage[],
  title: string,
  language: string | null,
): Row => {
  const words: Word[] = [];
  const textOf: Text[] = [];
  for (const text of readTexts(passages, title, language))
    for (const word of text.words) {
      words.push(word);
      textOf.push(text);
    }
  return { words, marks: markNames(words, weighCapitals(words)), textOf };
};
