// Makes a write fit: text that any store can hold, and no more of it than a clip may be.
import { type KeepWrite, MAX_KEEP_BYTES } from '../../../shared/schema/keep.ts';

const encoder = new TextEncoder();

const sizeOf = (value: unknown): number => encoder.encode(JSON.stringify(value)).length;

/**
 * The bytes of a write as they are stored and sent, JSON in UTF-8 of at most `max` bytes. What is
 * too much is cut in whole blocks from the end, together with the summary's sentences that stood
 * in them, and the article is marked as truncated.
 */
export const freeze = (write: KeepWrite, max = MAX_KEEP_BYTES): Uint8Array<ArrayBuffer> => {
  const whole = encoder.encode(JSON.stringify(write));
  if (whole.length <= max) return whole;

  const { article, summary } = write;
  const cut = (blocks: number): KeepWrite => ({
    ...write,
    article: { ...article, blocks: article.blocks.slice(0, blocks), truncated: true },
    summary: {
      ...summary,
      sentences: summary.sentences.filter((sentence) => sentence.block < blocks),
    },
  });
  // The frame with every sentence is at least as large as the frame of any cut.
  const frame = sizeOf({ ...cut(0), summary });
  let size = frame;
  const fitting = article.blocks.findIndex((block) => {
    size += sizeOf(block) + ','.length;
    return size > max;
  });
  return encoder.encode(JSON.stringify(cut(fitting === -1 ? article.blocks.length : fitting)));
};
