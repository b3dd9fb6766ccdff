// The texts of a body and where its sentences stand in them: found once, for the summary and for its key terms.
import type { Article } from '../schema/article.ts';
import { type Block, blockText } from '../schema/block.ts';
import { datelineLength } from '../text/dateline.ts';
import { type Sentence, sentences } from '../text/sentences.ts';

/** What one block tells. */
export interface Passage {
  /** The block's place in the body. */
  readonly block: number;
  readonly kind: Block['kind'];
  readonly text: string;
  /** Its sentences, without what an agency puts before the first words. */
  readonly sentences: readonly Sentence[];
}

/** The passages of an article, in its order; code and captions tell nothing. */
export const readPassages = ({
  blocks,
  language,
}: Pick<Article, 'blocks' | 'language'>): readonly Passage[] =>
  blocks.flatMap((block, index) => {
    const { kind } = block;
    if (kind === 'code' || kind === 'figure') return [];
    const text = blockText(block);
    const from = datelineLength(text);
    const told = sentences(text.slice(from), language).map(({ start, end }) => ({
      start: start + from,
      end: end + from,
    }));
    return [{ block: index, kind, text, sentences: told }];
  });
