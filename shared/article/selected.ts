// The body as the reader marked it in the page: all that is in it, and nothing is judged.
import { type Block, blockText } from '../schema/block.ts';
import { readBlocks, withLinks } from './blocks.ts';
import { withDatelines } from './dateline.ts';
import { readPage } from './page.ts';
import { plainBlocks } from './plain.ts';

/**
 * The blocks of a document that holds nothing but a selection; none where it says nothing. The document is
 * taken apart.
 *
 * @param url The http(s) address that was open.
 */
export const readSelected = (document: Document, url: string): Block[] => {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return [];
  const page = readPage(document, address);
  const blocks = page.isWhole
    ? readBlocks(page.document.body, page.base, () => false).blocks
    : plainBlocks(document);
  if (blocks.every((block) => blockText(block).trim() === '')) return [];
  return withDatelines(blocks.map((block) => withLinks(block, page.base)));
};
