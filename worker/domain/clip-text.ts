// An article's text as the library stores it: whole, and as much of it as a card shows.
import type { ClipText } from '../db/clip-writes.ts';
import type { Block } from '../../shared/schema/block.ts';
import { type Summary, summarySentences } from '../../shared/schema/summary.ts';
import { countBodyWords } from '../../shared/text/reading.ts';
import { Refusal } from './refusal.ts';

/** How much of a sentence a card holds, in UTF-16 units: lists and feeds read the cards of many clips. */
const CARD_SENTENCE = 1_000;

// A page without full stops is one sentence from end to end.
const cardSentence = (sentence: string): string =>
  sentence.length > CARD_SENTENCE
    ? `${sentence.slice(0, CARD_SENTENCE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : sentence;

/** The text of an article with its summary. Throws 'not-grounded' where that is not made of its sentences. */
export const clipText = (blocks: readonly Block[], summary: Summary): ClipText => {
  const sentences = summarySentences(summary, blocks);
  if (!sentences) throw new Refusal('not-grounded');
  return {
    summary: JSON.stringify(sentences.map(cardSentence)),
    words: countBodyWords(blocks),
    blocks: JSON.stringify(blocks),
    spans: JSON.stringify(summary.sentences),
    terms: JSON.stringify(summary.terms),
  };
};
