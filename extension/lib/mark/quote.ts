// Words as they are looked for in a page, and those around them, which tell them from their like.
import * as v from 'valibot';
import { placeOf, articleText, type Stretch } from '../../../shared/highlight/stretch.ts';
import type { Block } from '../../../shared/schema/block.ts';
import type { Span } from '../../../shared/schema/summary.ts';

export const Quote = v.object({
  text: v.string(),
  /** What stands before it in the article, and after it. */
  before: v.string(),
  after: v.string(),
});
export type Quote = v.InferOutput<typeof Quote>;

/** UTF-16 units of context on each side: a line or two of text. */
const CONTEXT = 120;

/** The quote that a stretch of a text is found by. */
export const quoteAt = (text: string, { start, end }: Stretch): Quote => ({
  text: text.slice(start, end),
  before: text.slice(Math.max(0, start - CONTEXT), start),
  after: text.slice(end, end + CONTEXT),
});

/** The quote that a span of an article's blocks is found by. */
export const quoteOf = (blocks: readonly Block[], { block, start, end }: Span): Quote => {
  const from = placeOf({ block, offset: start }, blocks);
  return quoteAt(articleText(blocks), { start: from, end: from + end - start });
};
