// The body of the article as blocks, the standfirst first.
import { type Block, blockText } from '../schema/block.ts';
import { fold } from '../text/fold.ts';
import { readBlocks } from './blocks.ts';
import { findContent } from './content.ts';
import { forgetClasses, removeFurniture } from './furniture.ts';
import { withoutNoise } from './noise.ts';
import type { Page } from './page.ts';
import type { RelatedBox } from './related.ts';
import { findStandfirst, withStandfirst } from './standfirst.ts';

/** The body's blocks, or null where the page has no running text. Takes the page's document apart. */
export const readBody = (
  page: Page,
  headline: Element | null,
  related: readonly RelatedBox[],
): Block[] | null => {
  const title = fold(headline?.textContent ?? '');
  const standfirst = findStandfirst(page, headline);
  for (const { element } of related) element.remove();
  removeFurniture(page.document, headline);
  forgetClasses(page.document);
  const content = findContent(page);
  if (!content) return null;
  const isHeadline = (block: Block): boolean => title !== '' && fold(blockText(block)) === title;
  const blocks = readBlocks(content, page.base).filter((block) => !isHeadline(block));
  return withStandfirst(withoutNoise(blocks, page.url), standfirst);
};
