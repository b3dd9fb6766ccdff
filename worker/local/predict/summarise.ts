// summarise: {id, lang, title, text, sentences} -> the production summary as sentences.
import type { Block } from '../../../shared/schema/block.ts';
import { summarySentences } from '../../../shared/schema/summary.ts';
import { summarise } from '../../../shared/summary/index.ts';
import { oneLine } from '../../../shared/text/clean.ts';
import type { DocumentRecord, SummariseRecord } from './records.ts';

/** A text as the blocks it would have had: a paragraph for each line. */
const blocksOf = (text: string): readonly Block[] =>
  text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', runs: [{ text: line }] }));

/** What a record tells of an article. */
export const articleOf = ({ lang, title, text }: DocumentRecord) => ({
  title: title ?? '',
  blocks: [...blocksOf(text)],
  language: languageOf(lang),
});

export const summariseRecord = (record: SummariseRecord) => {
  const start = performance.now();
  const article = articleOf(record);
  const summary = summarise(article, record.sentences);
  const sentences = summarySentences(summary, article.blocks);
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
