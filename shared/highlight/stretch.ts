// An article as one text, and stretches of it as stretches of its blocks.
import { type Block, blockText } from '../schema/block.ts';
import type { Span } from '../schema/summary.ts';

/** A stretch of a text in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** The text that anchors stand in: that of the blocks, each on lines of its own. Its version is `blockText`'s. */
export const articleText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n');

const startsOf = (blocks: readonly Block[]): number[] => {
  let at = 0;
  return blocks.map((block) => {
    const start = at;
    at += blockText(block).length + 1;
    return start;
  });
};

/** The parts of a stretch of the article's text in its blocks, in their order; none that is empty. */
export const spansOf = ({ start, end }: Stretch, blocks: readonly Block[]): Span[] =>
  startsOf(blocks).flatMap((from, block) => {
    const length = blocks[block] ? blockText(blocks[block]).length : 0;
    const span = { block, start: Math.max(0, start - from), end: Math.min(length, end - from) };
    return span.end > span.start ? [span] : [];
  });

/** Where in the article's text a block's text has come to an offset. */
export const placeOf = (
  { block, offset }: { block: number; offset: number },
  blocks: readonly Block[],
): number => (startsOf(blocks)[block] ?? 0) + offset;
