// A summary is made of sentences that stand in the body: it cannot be made up.
import * as v from 'valibot';
import { type Block, blockText } from './block.ts';
import { filled } from './text.ts';

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** `blockText(blocks[block]).slice(start, end)`. */
export const Span = v.strictObject({ block: offset, start: offset, end: offset });
export type Span = v.InferOutput<typeof Span>;

export const Summary = v.strictObject({
  sentences: v.pipe(v.array(Span), v.maxLength(5)),
  /** Names and noun phrases as they are written in the article. */
  terms: v.pipe(v.array(filled(100)), v.maxLength(8)),
});
export type Summary = v.InferOutput<typeof Summary>;

const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1));

/**
 * The sentences of a summary as text, or null when one of them is no span of the blocks: out of
 * range, blank, out of order, overlapping, or cutting a character in two.
 */
export const summarySentences = (
  summary: Summary,
  blocks: readonly Block[],
): readonly string[] | null => {
  const sentences: string[] = [];
  let last: Span | undefined;
  for (const span of summary.sentences) {
    const block = blocks[span.block];
    if (!block) return null;
    const text = blockText(block);
    const sentence = text.slice(span.start, span.end);
    const inOrder =
      !last || span.block > last.block || (span.block === last.block && span.start >= last.end);
    const whole = !splitsPair(text, span.start) && !splitsPair(text, span.end);
    if (span.end > text.length || sentence.trim() === '' || !inOrder || !whole) return null;
    sentences.push(sentence);
    last = span;
  }
  return sentences;
};
