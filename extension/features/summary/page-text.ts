// The text of a page as it is rendered, and where each part of it stands.
import { isElement, isText, LEFT_OUT, nameOf, own, renderingOf } from '../../lib/dom.ts';
import { fold } from './folded.ts';

export interface PageText {
  /** All of it, folded. */
  readonly folded: string;
  /** Its text nodes in order, each with the place in `folded` at which it begins. */
  readonly nodes: readonly { readonly node: Text; readonly at: number }[];
}

const parentIsVisible = (node: Node): boolean =>
  node.parentElement === null || renderingOf(node.parentElement) === 'rendered';

const seen = (node: Node): number => {
  if (!isElement(node))
    return parentIsVisible(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  const isOut = LEFT_OUT.has(nameOf(node)) || renderingOf(node) === 'none';
  return isOut ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
};

/** Reads what is rendered below `root`; shadow trees and frames have roots of their own. */
export const readPageText = (root: Node): PageText => {
  const createTreeWalker = own(Document.prototype, 'createTreeWalker', document);
  const shown = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = createTreeWalker.call(document, root, shown, seen);
  const parts: string[] = [];
  const nodes: { node: Text; at: number }[] = [];
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isText(node)) continue;
    const part = fold(node.data);
    if (part === '') continue;
    nodes.push({ node, at });
    parts.push(part);
    at += part.length;
  }
  return { folded: parts.join(''), nodes };
};
