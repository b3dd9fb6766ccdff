// From what is selected in a tab to the blocks of a body.
import * as v from 'valibot';
import type { Block } from '../../../shared/schema/block.ts';
import { isSameAddress, runSelection } from '../../lib/page.ts';
import { loadReading } from '../../lib/reading.ts';

/** What the selection script returns from the page. It comes from another process: it is parsed. */
export const Selected = v.object({
  url: v.string(),
  /** The document with nothing in it but what is selected; null where nothing is. */
  html: v.nullable(v.string()),
});
export type Selected = v.InferOutput<typeof Selected>;

/** Why there is no selection to keep. */
export type NoSelection = 'nothing' | 'no-access' | 'elsewhere';

/**
 * The blocks of what was selected, read as an article's are, or why there are none.
 * @param url the address of the article that they are to be the body of
 */
export const blocksOf = async (
  { html, url: open }: Selected,
  url: string,
): Promise<Block[] | NoSelection> => {
  if (!isSameAddress(open, url)) return 'elsewhere';
  if (html === null) return 'nothing';
  const { readSelected } = await loadReading();
  const blocks = readSelected(new DOMParser().parseFromString(html, 'text/html'), open);
  return blocks.length > 0 ? blocks : 'nothing';
};

/** As `blocksOf`, of what is selected in a tab now. */
export const readSelection = async (tabId: number, url: string): Promise<Block[] | NoSelection> => {
  const found = v.safeParse(Selected, await runSelection(tabId).catch(() => null));
  return found.success ? blocksOf(found.output, url) : 'no-access';
};
