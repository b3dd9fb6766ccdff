// summarise: {id, lang, title, text, sentences} -> the production summary as sentences.
import type { Block } from '../../../shared/schema/block.ts';
import { summarySentences } from '../../../shared/schema/summary.ts';
import { summarise } from '../../../shared/summary/index.ts';
import { oneLine } from '../../../shared/text/clean.ts';
import type { SummariseRecord } from './records.ts';

/** A text as the blocks it would have had: a paragraph for each line. */
const blocksOf = (text: string): readonly Block[] =>
  text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', runs: [{ text: line }] }));

export const summariseRecord = (record: SummariseRecord) => {
  const start = performance.now();
  const blocks = [...blocksOf(record.text)];
  const summary = summarise({ blocks, language: languageOf(record.lang) }, record.sentences);
  const sentences = summarySentences(summary, blocks);
  if (!sentences) throw new Error('The summary is not made of sentences of the text.');
  return { id: record.id, summary: sentences, ms: performance.now() - start };
};

const languageOf = (tag: string | null | undefined): string | null => {
  try {
    return tag ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
};
