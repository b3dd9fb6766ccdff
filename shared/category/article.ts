// What an article is about, from its section, title and blocks: the same in the panel and in a library.
import type { Article } from '../schema/article.ts';
import { type Block, blockText } from '../schema/block.ts';
import { categorise, type Category } from './index.ts';

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

/** What tells the category of an article. */
export type Telling = Pick<Article, 'section' | 'title' | 'language'> & {
  blocks: readonly Block[];
};

/** The category of an article and what told it, or null for unsure. */
export const categoriseArticle = ({ section, title, blocks, language }: Telling): Category | null =>
  categorise({ section, title, text: beginningOf(blocks), language });
