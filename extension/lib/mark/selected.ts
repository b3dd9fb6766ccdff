// What is selected in a page, as a quote of the page's text. To be called in the page.
import * as v from 'valibot';
import { fold } from './folded.ts';
import { type PageText, readPageText } from './page-text.ts';
import { Quote } from './quote.ts';
import { selectedRanges } from './ranges.ts';

/** What the quoting script returns. It comes from another process: it is parsed. */
export const SelectedQuote = v.object({
  url: v.string(),
  /** Folded, as the page's text is; null where nothing is selected. */
  quote: v.nullable(Quote),
});
export type SelectedQuote = v.InferOutput<typeof SelectedQuote>;

/** Folded units of context on each side: a line or two of text. */
const CONTEXT = 120;

const stretchesOf = (range: Range, { nodes }: PageText) =>
  nodes.flatMap(({ node, at }) => {
    if (!range.intersectsNode(node)) return [];
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    const place = (offset: number) => at + fold(node.data.slice(0, offset)).length;
    return place(to) > place(from) ? [{ start: place(from), end: place(to) }] : [];
  });

/** The quote of all that is selected, from its beginning to its end. */
export const selectedQuote = (document: Document): Quote | null => {
  const page = readPageText(document);
  const stretches = selectedRanges(document).flatMap((range) => stretchesOf(range, page));
  if (stretches.length === 0) return null;
  const start = Math.min(...stretches.map((stretch) => stretch.start));
  const end = Math.max(...stretches.map((stretch) => stretch.end));
  return {
    text: page.folded.slice(start, end),
    before: page.folded.slice(Math.max(0, start - CONTEXT), start),
    after: page.folded.slice(end, end + CONTEXT),
  };
};
