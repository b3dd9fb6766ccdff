// A sentence as it is looked for in a page: its words, and those around it, which tell it from its like.
import * as v from 'valibot';
import { type Block, blockText } from '../../../shared/schema/block.ts';
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

/** The quote that a span of an article's blocks is found by. */
export const quoteOf = (blocks: readonly Block[], { block, start, end }: Span): Quote => {
  const texts = blocks.map(blockText);
  const own = texts[block] ?? '';
  const earlier = texts.slice(0, block).join('\n');
  const later = texts.slice(block + 1).join('\n');
  return {
    text: own.slice(start, end),
    before: `${earlier}\n${own.slice(0, start)}`.slice(-CONTEXT),
    after: `${own.slice(end)}\n${later}`.slice(0, CONTEXT),
  };
};
