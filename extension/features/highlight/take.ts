// From what is selected in a tab to the anchor of a highlight in the article that was read there.
import * as v from 'valibot';
import { anchorAt } from '../../../shared/highlight/anchor.ts';
import { articleText } from '../../../shared/highlight/stretch.ts';
import type { Article } from '../../../shared/schema/article.ts';
import type { Anchor } from '../../../shared/schema/highlight.ts';
import { findFolded } from '../../lib/mark/find.ts';
import { fold, sourceOf } from '../../lib/mark/folded.ts';
import type { Quote } from '../../lib/mark/quote.ts';
import { SelectedQuote } from '../../lib/mark/selected.ts';
import { isSameAddress, runQuote } from '../../lib/page.ts';

/** Why nothing was highlighted. */
export type NotTaken = 'nothing' | 'not-in-text' | 'too-long' | 'no-access' | 'elsewhere';

const anchorOf = (text: string, quote: Quote): Anchor | NotTaken => {
  const found = findFolded(fold(text), quote);
  if (!found) return 'not-in-text';
  const start = sourceOf(text, found.start).start;
  const { end } = sourceOf(text, found.end - 1);
  return anchorAt(text, { start, end }) ?? 'too-long';
};

/** The anchor of what is selected in a tab, in the text of an article that was read there; or why there is none. */
export const takeSelection = async (
  tabId: number,
  { url, blocks }: Pick<Article, 'url' | 'blocks'>,
): Promise<Anchor | NotTaken> => {
  const found = v.safeParse(SelectedQuote, await runQuote(tabId).catch(() => null));
  if (!found.success) return 'no-access';
  if (!isSameAddress(found.output.url, url)) return 'elsewhere';
  const { quote } = found.output;
  return quote ? anchorOf(articleText(blocks), quote) : 'nothing';
};
