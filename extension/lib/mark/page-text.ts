// The text of a page as it is rendered, and where each part of it stands.
import {
  firstChildOf,
  isElement,
  isText,
  LEFT_OUT,
  nameOf,
  nextSiblingOf,
  own,
  renderingOf,
} from '../dom.ts';
import { fold } from './folded.ts';

export interface PageText {
  /** All of it, folded. */
  readonly folded: string;
  /** Its text nodes in order, each with the place in `folded` at which it begins. */
  readonly nodes: readonly { readonly node: Text; readonly at: number }[];
}

const parentOf = (node: Node): Node | null => own(Node.prototype, 'parentNode', node);

/** What comes after a node and all that is in it. */
const nextOutside = (node: Node, root: Node): Node | null => {
  for (let at: Node | null = node; at && at !== root; at = parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
};

const isSeen = (text: Text): boolean => {
  const parent = parentOf(text);
  return !parent || !isElement(parent) || renderingOf(parent) === 'rendered';
};

/** Reads what is rendered below `root`; shadow trees and frames have roots of their own. */
export const readPageText = (root: Node): PageText => {
  const parts: string[] = [];
  const nodes: { node: Text; at: number }[] = [];
  let at = 0;
  for (let node: Node | null = firstChildOf(root); node;) {
    if (isText(node)) {
      const part = fold(node.data);
      if (part !== '' && isSeen(node)) {
        nodes.push({ node, at });
        parts.push(part);
        at += part.length;
      }
    }
    const isEntered =
      isElement(node) && !LEFT_OUT.has(nameOf(node)) && renderingOf(node) !== 'none';
    node = (isEntered ? firstChildOf(node) : null) ?? nextOutside(node, root);
  }
  return { folded: parts.join(''), nodes };
};
