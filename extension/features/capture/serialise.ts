// Writes a document as it is rendered, in one walk over the live tree: nothing is cloned (a clone
// would load its images again) and nothing recurs (a page may be ten thousand elements deep).

import {
  firstChildOf,
  getterOf,
  isElement,
  isFrame,
  isHtml,
  isSlot,
  isText,
  LEFT_OUT,
  nameOf,
  nextSiblingOf,
  own,
  renderingOf,
} from '../../lib/dom.ts';
import { attributeText } from './attributes.ts';

/** The most that a capture walks and writes; past it the rest of the page is left out. */
const MAX_NODES = 400_000;
const MAX_CHARACTERS = 12_000_000;

/** Ends the tag of an element that is not rendered, nor anything that it contains. */
const HIDDEN_END = ' data-dateline-hidden="">';

// Written by their own names these would be read back as something else than what was rendered.
const WRITTEN_AS = new Map([
  ['iframe', 'div'],
  ['frame', 'div'],
  ['frameset', 'div'],
  ['xmp', 'pre'],
  ['plaintext', 'pre'],
]);

/** The depths at which a document has its root, and its head and body: a second one is none. */
const DEPTHS = new Map([
  ['html', 1],
  ['head', 2],
  ['body', 2],
]);

const VOID = new Set('area base br col hr img link meta source track wbr'.split(' '));

// What a shadow tree may hang on (DOM, 4.8, "valid shadow host name"), beside elements that a page names itself.
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(
    ' ',
  ),
);

const mayHost = (name: string): boolean => HOSTS.has(name) || name.includes('-');

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

const escapeText = (text: string): string =>
  /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;

const isStructuredData = (element: Element): boolean =>
  /^\s*application\/ld\+json\b/i.test(element.getAttribute('type') ?? '');

const isLeftOut = (element: Element, name: string): boolean =>
  LEFT_OUT.has(name) ||
  (name === 'script' && !isStructuredData(element)) ||
  (name === 'link' && /stylesheet|preload|prefetch/i.test(element.getAttribute('rel') ?? ''));

/** What the body of a frame begins with; null where the frame is of another origin. */
const frameContent = (frame: HTMLIFrameElement): Node | null => {
  const document = frame.contentDocument;
  const body = document && own(Document.prototype, 'body', document);
  return body ? firstChildOf(body) : null;
};

const childrenOf = getterOf(Element.prototype, 'childElementCount');
const textOf = getterOf<Node, 'textContent'>(Node.prototype, 'textContent');

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
  shadowRootOf: (element: HTMLElement) => ShadowRoot | null,
  bounds: Bounds = { nodes: MAX_NODES, characters: MAX_CHARACTERS },
  within: readonly Range[] | null = null,
): { html: string; cut: boolean } => {
  const parts: string[] = ['<!doctype html>'];
  let nodes = 0;
  let characters = 0;
  const stack: Open[] = [];

  const write = (text: string): void => {
    parts.push(text);
    characters += text.length;
  };

  const writeText = (text: string): void => {
    write(escapeText(text.slice(0, bounds.characters - characters)));
  };

  // Field by field: it is done for every second element, and a spread takes five times as long.
  const descend = (close: string, first: Node | null, more: Partial<Open> = {}): void => {
    const around = stack.at(-1);
    stack.push({
      next: first,
      slotted: more.slotted ?? null,
      position: 0,
      close,
      settled: more.settled ?? around?.settled ?? false,
      scope: more.scope ?? around?.scope ?? (within ? 'ranges' : 'all'),
      slotScope: more.slotScope ?? around?.slotScope ?? 'none',
      hiddenAt: more.hiddenAt ?? null,
      visible: false,
    });
  };

  /** The scope of a tree within an element that no range of the document reaches. */
  const innerScope = (element: Element): Scope => {
    const scope = stack.at(-1)?.scope ?? 'none';
    if (scope !== 'ranges') return scope;
    return within?.some((range) => holds(range, element)) ? 'all' : 'none';
  };

  const openElement = (element: Element): void => {
    const name = nameOf(element);
    if (isLeftOut(element, name)) return;
    if (name === 'script') {
      // So that nothing in it ends the script, or hides its end (`<!--<script`).
      const json = (element.textContent ?? '').replaceAll(/<(?=\/|script)/gi, String.raw`\u003c`);
      if (json.length < bounds.characters - characters)
        write(`<script type="application/ld+json">${json}</script>`);
      return;
    }
    if (isSlot(element)) {
      const slotted = element.assignedNodes();
      return slotted.length > 0
        ? descend('', null, { slotted, scope: stack.at(-1)?.slotScope ?? 'none' })
        : descend('', firstChildOf(element));
    }

    const parent = stack.at(-1);
    const settled = parent?.settled || name === 'head';
    const rendering = settled ? 'rendered' : renderingOf(element);
    if (rendering === 'rendered' && parent) parent.visible = true;

    const frame = isFrame(element) ? element : null;
    const isSecond = (DEPTHS.get(name) ?? stack.length) !== stack.length;
    const tag = isSecond ? 'div' : (WRITTEN_AS.get(name) ?? name);
    write(`<${tag}${frame ? '' : attributeText(element)}`);
    const markAt = parts.length;
    parts.push('>');
    if (rendering === 'none') parts[markAt] = HIDDEN_END;
    if (VOID.has(name)) return;

    const more: Partial<Open> = {
      settled: settled || rendering === 'none',
      hiddenAt: rendering === 'invisible' ? markAt : null,
    };
    const close = `</${tag}>`;
    if (frame) {
      more.scope = innerScope(element);
      return descend(close, frameContent(frame), more);
    }
    const shadow = mayHost(name) && isHtml(element) ? shadowRootOf(element) : null;
    if (shadow) {
      more.scope = innerScope(element);
      more.slotScope = parent?.scope ?? 'none';
    }
    if (!shadow && isLeaf(element) && parent?.scope !== 'ranges') {
      // Most elements: their text is had without an object for it, nor for its place.
      if (rendering === 'invisible') parts[markAt] = HIDDEN_END;
      nodes += 1;
      if (parent?.scope !== 'none') writeText(textOf(element) ?? '');
      parts.push(close);
      return;
    }
    descend(close, firstChildOf(shadow ?? element), more);
  };

  const closeElement = (open: Open): void => {
    if (open.hiddenAt !== null && !open.visible) parts[open.hiddenAt] = HIDDEN_END;
    const parent = stack.at(-1);
    if (open.visible && parent) parent.visible = true;
    parts.push(open.close);
  };

  const takeNext = (open: Open): Node | null => {
    if (open.slotted) return open.slotted[open.position++] ?? null;
    const node = open.next;
    open.next = node && nextSiblingOf(node);
    return node;
  };

  descend('', own(Document.prototype, 'documentElement', document));
  for (let open = stack.at(-1); open; open = stack.at(-1)) {
    const isFull = nodes >= bounds.nodes || characters >= bounds.characters;
    const node = isFull ? null : takeNext(open);
    if (!node) {
      stack.pop();
      closeElement(open);
      continue;
    }
    nodes += 1;
    const range = open.scope === 'ranges' ? within?.find((one) => one.intersectsNode(node)) : null;
    if (range === undefined) continue;
    if (isElement(node)) openElement(node);
    else if (isText(node) && open.scope !== 'none') {
      writeText(range ? textWithin(node, range) : node.data);
    }
  }

  return {
    html: parts.join('').toWellFormed().replaceAll('\0', ''),
    cut: nodes >= bounds.nodes || characters >= bounds.characters,
  };
};
