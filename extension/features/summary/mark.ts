// Marks a sentence in the page. Nothing is put into its tree: a highlight lies over the text.
import { isFrame, isHtml } from '../../lib/dom.ts';
import { shadowRootOf } from '../../lib/shadow.ts';
import { findQuote } from './find.ts';
import type { MarkAnswer } from './mark-answer.ts';
import { readPageText } from './page-text.ts';
import type { Quote } from './quote.ts';
import { scrollTo } from './scroll.ts';

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

export interface Mark {
  answer: MarkAnswer;
  /** Takes the mark away, unless another has taken its place. */
  clear: () => void;
}

const unmarked = (answer: MarkAnswer): Mark => ({ answer, clear: () => undefined });

/** Finds a quote in the document, scrolls to it and marks it by a highlight of that name. */
export const mark = (quote: Quote, name: string): Mark => {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return unmarked('cannot-mark');
  const range = findQuote(readPageText(document), quote);
  if (!range) return unmarked(standsApart(quote, document) ? 'apart' : 'not-found');
  const highlight = new Highlight(range);
  CSS.highlights.set(name, highlight);
  scrollTo(range);
  return {
    answer: 'marked',
    clear: () => {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    },
  };
};
