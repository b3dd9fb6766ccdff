import { type Block, blockText } from '../../../shared/schema/block.ts';

const WORDS_A_MINUTE = 230;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

const wordsIn = (text: string): number => {
  // By white space where the script uses it: that is quick, and what the figure was measured with.
  if (!/[\u0E00-\u0EFF\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]/u.test(text))
    return text.match(/\S+/gu)?.length ?? 0;
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
};

/** Minutes to read the blocks, at least 1. */
export const readingMinutes = (blocks: readonly Block[]): number => {
  const words = blocks.reduce((sum, block) => sum + wordsIn(blockText(block)), 0);
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
};
