// What is marked in an article's text.
import type { Span } from '../schema/summary.ts';

/**
 * A stretch of a block that is set off: a sentence of the summary, or what its reader marked. Marks
 * may overlap; a text that has several of them names the kinds and ids of all.
 */
export interface TextMark extends Span {
  /** One word, for the style sheet: `mark[data-kind~='summary']`. */
  kind: string;
  /** Tells it from others of its kind: `mark[data-id~='…']`. One word too. */
  id?: string;
  /** What a screen reader says before it; nothing of it is in the text. */
  label?: string;
  /** Whether it is the one that was asked for. */
  isCurrent?: boolean;
}

/** The marks of a summary's sentences. `current` is the one that was asked for, counted from 0. */
export const summaryMarks = (
  sentences: readonly Span[],
  current: number | null = null,
): TextMark[] =>
  sentences.map((span, index) => ({ ...span, kind: 'summary', isCurrent: index === current }));
