// A first summary: the first good sentences. Each is a span of the body, so nothing in it can be made up.
import type { Article } from '../schema/article.ts';
import { type Block, blockText } from '../schema/block.ts';
import type { Span, Summary } from '../schema/summary.ts';
import { sentences } from '../text/sentences.ts';
import { datelineLength } from '../text/dateline.ts';

const MIN_LETTERS = 30;
const MAX_LENGTH = 600;

const wordsIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (blockText(block).match(/\S+/gu)?.length ?? 0), 0);

/** How many sentences an article of that length is worth: 1 to 4. */
const worth = (words: number): number => (words < 80 ? 1 : words < 250 ? 2 : words < 800 ? 3 : 4);

const isGood = (sentence: string): boolean => {
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0;
  return (
    letters >= MIN_LETTERS && sentence.length <= MAX_LENGTH && /[.!…。！"'”’»)\]]$/u.test(sentence)
  );
};

const spansOf = (text: string, block: number, language: string | null): readonly Span[] => {
  const skipped = datelineLength(text);
  return sentences(text.slice(skipped), language).map(({ start, end }) => ({
    block,
    start: start + skipped,
    end: end + skipped,
  }));
};

/**
 * Sums an article up in sentences that stand in its paragraphs, in their order.
 *
 * @param most How many at most, 1 to 5; by the article's length where it is left out.
 */
export const summarise = (
  article: Pick<Article, 'blocks' | 'language'>,
  most?: number,
): Summary => {
  const { blocks, language } = article;
  const limit = most ?? worth(wordsIn(blocks));
  const good: Span[] = [];
  let first: Span | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph') continue;
    const text = blockText(block);
    for (const span of spansOf(text, index, language)) {
      first ??= span;
      if (isGood(text.slice(span.start, span.end))) good.push(span);
      if (good.length === limit) return { sentences: good, terms: [] };
    }
  }
  // A body without one good sentence is summed up by the first thing it says.
  return { sentences: good.length === 0 && first ? [first] : good, terms: [] };
};
