// What is selected in a page.
import { own } from '../dom.ts';

/** The ranges that are selected and not empty; Firefox can have several. */
export const selectedRanges = (document: Document): Range[] => {
  const selection = own(Document.prototype, 'getSelection', document).call(document);
  if (!selection) return [];
  return Array.from({ length: selection.rangeCount }, (_, index) =>
    selection.getRangeAt(index),
  ).filter(({ collapsed }) => !collapsed);
};
