// Writes a document as it is rendered, in one walk over the live tree: nothing is cloned (a clone
// would load its images again) and nothing recurs (a page may be ten thousand elements deep).

import {
  firstChildOf,
  getterOf,
  isElement,
  isFrame,
  isSlot,
  isText,
  nameOf,
  nextSiblingOf,
  own,
  renderingOf,
} from '../../lib/dom.ts';
import { attributesOf } from './attributes.ts';
import { kindOf } from './kind.ts';
import {
  escapeText,
  frameContent,
  HIDDEN_END,
  isLeftOut,
  MAX_CHARACTERS,
  MAX_NODES,
  shadowOf,
  type ShadowRootOf,
  structuredData,
  textOf,
} from './written.ts';

interface Bounds {
  nodes: number;
  characters: number;
}

/**
 * Of what is written: all of it, what is within the ranges, or no text. No range of the document reaches into
 * a shadow tree: it goes with its host, and around what is slotted into it no text of its own stands.
 */
type Scope = 'all' | 'ranges' | 'none';

/** An element whose end tag is still to be written. */
interface Open {
  /** The children that are still to be written: the rest of a live child list, or of a slot's nodes. */
  next: Node | null;
  slotted: readonly Node[] | null;
  position: number;
  close: string;
  /** True within the head, and within what is marked: nothing there needs to be looked at. */
  settled: boolean;
  scope: Scope;
  /** The scope of what is put into a slot here: it stands in the tree around the shadow tree. */
  slotScope: Scope;
  /** Where the mark of a `visibility: hidden` element goes, should nothing in it be visible. */
  hiddenAt: number | null;
  visible: boolean;
}

const childrenOf = getterOf(Element.prototype, 'childElementCount');

/** Whether an element holds text alone. */
const isLeaf = (element: Element): boolean => childrenOf(element) === 0;

/** A text as far as it is within a range that it stands in. */
const textWithin = (text: Text, range: Range): string =>
  text.data.slice(
    range.startContainer === text ? range.startOffset : 0,
    range.endContainer === text ? range.endOffset : undefined,
  );

/** Whether an element is in a range with all that it holds. */
const holds = (range: Range, element: Element): boolean => {
  const around = new Range();
  around.selectNode(element);
  return (
    range.compareBoundaryPoints(Range.START_TO_START, around) <= 0 &&
    range.compareBoundaryPoints(Range.END_TO_END, around) >= 0
  );
};

/**
 * The HTML of a document as rendered, and whether the bounds cut it off.
 * @param shadowRootOf the shadow root of an element, open or closed
 * @param within the ranges of the document that alone are written; null for all of it
 */
export const serialise = (
  document: Document,
  shadowRootOf: ShadowRootOf,
  bounds: Bounds = { nodes: MAX_NODES, characters: MAX_CHARACTERS },
  within: readonly Range[] | null = null,
): { html: string; cut: boolean } => {
  // All that is written up to the last tag that may still be marked, and what is written since.
  const parts: string[] = [];
  let written = '<!doctype html>';
  let nodes = 0;
  let characters = 0;
  const stack: Open[] = [];

  const write = (text: string): void => {
    written += text;
    characters += text.length;
  };

  const writeText = (text: string): void => {
    write(escapeText(text.slice(0, bounds.characters - characters)));
  };

  /** The end of a tag, and where it may be replaced by that of a marked one. */
  const writeMarkable = (): number => {
    parts.push(written, '>');
    written = '';
    return parts.length - 1;
  };

  const descend = (around: Open, close: string, next: Node | null): Open => {
    const open: Open = {
      next,
      slotted: null,
      position: 0,
      close,
      settled: around.settled,
      scope: around.scope,
      slotScope: around.slotScope,
      hiddenAt: null,
      visible: false,
    };
    stack.push(open);
    return open;
  };

  /** The scope of a tree within an element that no range of the document reaches. */
  const innerScope = (element: Element, scope: Scope): Scope => {
    if (scope !== 'ranges') return scope;
    return within?.some((range) => holds(range, element)) ? 'all' : 'none';
  };

  const openSlot = (slot: HTMLSlotElement, parent: Open): void => {
    const slotted = slot.assignedNodes();
    const open = descend(parent, '', slotted.length > 0 ? null : firstChildOf(slot));
    if (slotted.length === 0) return;
    open.slotted = slotted;
    open.scope = parent.slotScope;
  };

  const openElement = (element: Element, parent: Open): void => {
    const kind = kindOf(nameOf(element));
    if (isLeftOut(element, kind)) return;
    if (kind.name === 'script') {
      const script = structuredData(element);
      if (script.length < bounds.characters - characters) write(script);
      return;
    }
    if (isSlot(element)) return openSlot(element, parent);

    const settled = parent.settled || kind.name === 'head';
    const rendering = settled ? 'rendered' : renderingOf(element);
    if (rendering === 'rendered') parent.visible = true;

    const frame = isFrame(element) ? element : null;
    const isSecond = kind.depth !== null && kind.depth !== stack.length;
    const tag = isSecond ? 'div' : kind.tag;
    write(`<${tag}${frame ? '' : attributesOf(element, kind)}`);
    const shadow = frame ? null : shadowOf(element, kind, shadowRootOf);
    const isWhole = !frame && !shadow && parent.scope !== 'ranges' && isLeaf(element);
    const hiddenAt = rendering === 'invisible' && !isWhole && !kind.isVoid ? writeMarkable() : null;
    if (hiddenAt === null) written += rendering === 'rendered' ? '>' : HIDDEN_END;
    if (kind.isVoid) return;

    const close = `</${tag}>`;
    if (isWhole) {
      // Most elements: their text is had without an object for it, nor for its place.
      nodes += 1;
      if (parent.scope === 'all') writeText(textOf(element) ?? '');
      written += close;
      return;
    }
    const first = frame ? frameContent(frame) : firstChildOf(shadow ?? element);
    const open = descend(parent, close, first);
    open.settled = settled || rendering === 'none';
    open.hiddenAt = hiddenAt;
    if (frame || shadow) open.scope = innerScope(element, parent.scope);
    if (shadow) open.slotScope = parent.scope;
  };

  const closeElement = (open: Open, parent: Open | undefined): void => {
    if (open.hiddenAt !== null && !open.visible) parts[open.hiddenAt] = HIDDEN_END;
    if (open.visible && parent) parent.visible = true;
    written += open.close;
  };

  const takeNext = (open: Open): Node | null => {
    if (open.slotted) return open.slotted[open.position++] ?? null;
    const node = open.next;
    open.next = node && nextSiblingOf(node);
    return node;
  };

  stack.push({
    next: own(Document.prototype, 'documentElement', document),
    slotted: null,
    position: 0,
    close: '',
    settled: false,
    scope: within ? 'ranges' : 'all',
    slotScope: 'none',
    hiddenAt: null,
    visible: false,
  });
  for (let open = stack.at(-1); open; open = stack.at(-1)) {
    const isFull = nodes >= bounds.nodes || characters >= bounds.characters;
    const node = isFull ? null : takeNext(open);
    if (!node) {
      stack.pop();
      closeElement(open, stack.at(-1));
      continue;
    }
    nodes += 1;
    const range = open.scope === 'ranges' ? within?.find((one) => one.intersectsNode(node)) : null;
    if (range === undefined) continue;
    if (isElement(node)) openElement(node, open);
    else if (isText(node) && open.scope !== 'none') {
      writeText(range ? textWithin(node, range) : node.data);
    }
  }

  return {
    html: (parts.join('') + written).toWellFormed().replaceAll('\0', ''),
    cut: nodes >= bounds.nodes || characters >= bounds.characters,
  };
};
