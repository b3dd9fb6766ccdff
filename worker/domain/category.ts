// What a clip is about.
import { categorise } from '../../shared/category/index.ts';
import type { Article } from '../../shared/schema/article.ts';
import { type Block, blockText } from '../../shared/schema/block.ts';
import type { MediaTopicId } from '../../shared/schema/media-topic.ts';

/** How much of a body is put together for it, in UTF-16 units. */
const ENOUGH = 12_000;

const beginningOf = (blocks: readonly Block[]): string => {
  const texts: string[] = [];
  let length = 0;
  for (const block of blocks) {
    if (length >= ENOUGH) break;
    const text = blockText(block);
    texts.push(text);
    length += text.length;
  }
  return texts.join('\n');
};

/** The category of an article, or null for unsure. */
export const categoryOf = ({
  section,
  title,
  blocks,
  language,
}: Pick<Article, 'section' | 'title' | 'language'> & {
  blocks: readonly Block[];
}): MediaTopicId | null =>
  categorise({ section, title, text: beginningOf(blocks), language })?.category ?? null;
