// Writes a document as it is rendered, in one walk over the live tree: nothing is cloned (a clone
// would load its images again) and nothing recurs (a page may be ten thousand elements deep).

import {
  firstChildOf,
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

/** The most that a capture walks and writes; past it the rest of the page is left out. */
const MAX_NODES = 400_000;
const MAX_CHARACTERS = 12_000_000;

/** Marks an element that is not rendered, nor anything that it contains. */
const HIDDEN = ' data-dateline-hidden=""';

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

const ADDRESSES = new Set(['href', 'src', 'poster', 'cite']);

const MAX_ATTRIBUTE = 8_192;

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
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapeAttribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

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

// Those of what is written whose names a document or a form has as properties.
const NAMED = new Set('form img button fieldset'.split(' '));

/** Whether an attribute would hide a property of the document or form that it is read in. */
const hidesProperty = (element: Element, attribute: string, value: string): boolean =>
  (attribute === 'name' || attribute === 'id') &&
  NAMED.has(nameOf(element)) &&
  (value in Document.prototype || value in HTMLFormElement.prototype);

const attributeText = (element: Element): string => {
  let text = '';
  for (const { name, value } of own(Element.prototype, 'attributes', element)) {
    const isKept =
      !name.startsWith('data-dateline-') &&
      !name.startsWith('on') &&
      name !== 'style' &&
      name !== 'value' &&
      name !== 'srcdoc' &&
      value.length <= MAX_ATTRIBUTE &&
      /^[a-z][\w:.-]*$/i.test(name) &&
      !hidesProperty(element, name, value);
    if (!isKept) continue;
    // The text leaves its page, and a frame's text its frame: addresses must stand on their own.
    const written = ADDRESSES.has(name)
      ? (URL.parse(value, element.baseURI)?.href ?? value)
      : value;
    text += ` ${name}="${escapeAttribute(written)}"`;
  }
  return text;
};

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

  const descend = (close: string, first: Node | null, more: Partial<Open> = {}): void => {
    const around = stack.at(-1);
    stack.push({
      next: first,
      slotted: null,
      position: 0,
      close,
      settled: around?.settled ?? false,
      scope: around?.scope ?? (within ? 'ranges' : 'all'),
      slotScope: around?.slotScope ?? 'none',
      hiddenAt: null,
      visible: false,
      ...more,
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
    write(rendering === 'none' ? HIDDEN : '');
    write('>');
    if (VOID.has(name)) return;

    const more = {
      settled: settled || rendering === 'none',
      hiddenAt: rendering === 'invisible' ? markAt : null,
    };
    const close = `</${tag}>`;
    if (frame) return descend(close, frameContent(frame), { ...more, scope: innerScope(element) });
    const shadow = isHtml(element) ? shadowRootOf(element) : null;
    const inShadow = shadow && {
      scope: innerScope(element),
      slotScope: parent?.scope ?? 'none',
    };
    descend(close, firstChildOf(shadow ?? element), { ...more, ...inShadow });
  };

  const closeElement = (open: Open): void => {
    if (open.hiddenAt !== null && !open.visible) parts[open.hiddenAt] = HIDDEN;
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
      const text = range ? textWithin(node, range) : node.data;
      write(escapeText(text.slice(0, bounds.characters - characters)));
    }
  }

  return {
    html: parts.join('').toWellFormed().replaceAll('\0', ''),
    cut: nodes >= bounds.nodes || characters >= bounds.characters,
  };
};
