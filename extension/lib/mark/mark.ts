// Marks text in the page. Nothing is put into its tree: a highlight lies over the text.
import { isFrame, isHtml } from '../dom.ts';
import { shadowRootOf } from '../shadow.ts';
import { findQuote } from './find.ts';
import { LOOKS, type MarkAnswer, type Marking } from './marking.ts';
import { readPageText } from './page-text.ts';
import type { Quote } from './quote.ts';
import { scrollTo } from './scroll.ts';
import { nameOfLook } from './style.ts';

/** Whether a quote stands in a shadow tree or a frame of the page, where it was read but is not marked. */
const standsApart = (quote: Quote, root: Document | ShadowRoot): boolean => {
  for (const element of root.querySelectorAll('*')) {
    const inner = isFrame(element)
      ? element.contentDocument
      : isHtml(element) && shadowRootOf(element);
    if (!inner) continue;
    if (findQuote(readPageText(inner), quote) || standsApart(quote, inner)) return true;
  }
  return false;
};

export interface Marked {
  answers: MarkAnswer[];
  /** Takes the marks away, unless others have taken their place. */
  clear: () => void;
}

/**
 * Finds quotes in the document, marks them, and scrolls to the one that is asked for.
 *
 * @param base what the names of the highlights are made of
 */
export const mark = ({ quotes, goTo }: Marking, base: string): Marked => {
  if (typeof Highlight === 'undefined' || !CSS.highlights)
    return { answers: quotes.map(() => 'cannot-mark'), clear: () => undefined };
  const page = readPageText(document);
  const found = quotes.map((quote) => ({ ...quote, range: findQuote(page, quote) }));
  const set = LOOKS.flatMap((look) => {
    const ranges = found.flatMap((one) => (one.look === look && one.range ? [one.range] : []));
    if (ranges.length === 0) return [];
    const name = nameOfLook(base, look);
    const highlight = new Highlight(...ranges);
    CSS.highlights.set(name, highlight);
    return [{ name, highlight }];
  });
  const shown = goTo === null ? null : found[goTo]?.range;
  if (shown) scrollTo(shown);
  return {
    answers: found.map(({ range, ...quote }) => {
      if (range) return 'marked';
      return standsApart(quote, document) ? 'apart' : 'not-found';
    }),
    clear: () => {
      for (const { name, highlight } of set)
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    },
  };
};
