// Writes a document as it is rendered, in one walk over the live tree: nothing is cloned (a clone
// would load its images again) and nothing recurs (a page may be ten thousand elements deep).

/** The most that a capture walks and writes; past it the rest of the page is left out. */
const MAX_NODES = 400_000;
const MAX_CHARACTERS = 12_000_000;

/** Marks an element that is not rendered, nor anything that it contains. */
const HIDDEN = ' data-dateline-hidden=""';

// No article stands in these. The fields of a form hold what the reader typed: it never leaves the page.
const LEFT_OUT = new Set(
  (
    'style noscript template svg canvas object embed audio video ' +
    'input textarea select option datalist output'
  ).split(' '),
);

const VOID = new Set('area base br col hr img link meta source track wbr'.split(' '));

const ADDRESSES = new Set(['href', 'src', 'poster', 'cite']);

const MAX_ATTRIBUTE = 8_192;

interface Bounds {
  nodes: number;
  characters: number;
}

/** An element whose end tag is still to be written. */
interface Open {
  /** The children that are still to be written: the rest of a live child list, or of a slot's nodes. */
  next: Node | null;
  slotted: readonly Node[] | null;
  position: number;
  close: string;
  /** True within the head, and within what is marked: nothing there needs to be looked at. */
  settled: boolean;
  /** Where the mark of a `visibility: hidden` element goes, should nothing in it be visible. */
  hiddenAt: number | null;
  visible: boolean;
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapeAttribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isText = (node: Node): node is Text => node.nodeType === 3;

// By name and not by `instanceof`: a frame's elements belong to another window.
const isFrame = (element: Element): element is HTMLIFrameElement =>
  element.localName === 'iframe' || element.localName === 'frame';
const isSlot = (element: Element): element is HTMLSlotElement => element.localName === 'slot';
const isHtml = (element: Element): element is HTMLElement =>
  element.namespaceURI === 'http://www.w3.org/1999/xhtml';

const isStructuredData = (element: Element): boolean =>
  /^\s*application\/ld\+json\b/i.test(element.getAttribute('type') ?? '');

const isLeftOut = (element: Element): boolean =>
  LEFT_OUT.has(element.localName) ||
  (element.localName === 'script' && !isStructuredData(element)) ||
  (element.localName === 'link' &&
    /stylesheet|preload|prefetch/i.test(element.getAttribute('rel') ?? ''));

/** The document inside a frame of the same origin; null for any other. */
const frameDocument = (frame: HTMLIFrameElement): Document | null => {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
};

const attributeText = (element: Element): string => {
  let text = '';
  for (const { name, value } of element.attributes) {
    const isKept =
      !name.startsWith('data-dateline-') &&
      !name.startsWith('on') &&
      name !== 'style' &&
      name !== 'value' &&
      name !== 'srcdoc' &&
      value.length <= MAX_ATTRIBUTE &&
      /^[a-z][\w:.-]*$/i.test(name);
    if (!isKept) continue;
    // The text leaves its page, and a frame's text its frame: addresses must stand on their own.
    const written = ADDRESSES.has(name)
      ? (URL.parse(value, element.baseURI)?.href ?? value)
      : value;
    text += ` ${name}="${escapeAttribute(written)}"`;
  }
  return text;
};

type Rendering = 'rendered' | 'invisible' | 'none';

/** `none`: neither it nor anything in it is rendered. `invisible`: it is not, its children may be. */
const renderingOf = (element: Element): Rendering => {
  if (element.checkVisibility({ visibilityProperty: true })) return 'rendered';
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  // No box of its own, but its children have theirs.
  if (style?.display === 'contents') return 'rendered';
  return element.checkVisibility() ? 'invisible' : 'none';
};

/**
 * The HTML of a document as rendered, and whether the bounds cut it off.
 * @param shadowRootOf the shadow root of an element, open or closed
 */
export const serialise = (
  document: Document,
  shadowRootOf: (element: HTMLElement) => ShadowRoot | null,
  bounds: Bounds = { nodes: MAX_NODES, characters: MAX_CHARACTERS },
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
    stack.push({
      next: first,
      slotted: null,
      position: 0,
      close,
      settled: stack.at(-1)?.settled ?? false,
      hiddenAt: null,
      visible: false,
      ...more,
    });
  };

  const openElement = (element: Element): void => {
    const name = element.localName;
    if (isLeftOut(element)) return;
    if (name === 'script') {
      const json = (element.textContent ?? '').replaceAll('</', String.raw`<\/`);
      if (json.length < bounds.characters - characters)
        write(`<script type="application/ld+json">${json}</script>`);
      return;
    }
    if (isSlot(element)) {
      const slotted = element.assignedNodes();
      return slotted.length > 0 ? descend('', null, { slotted }) : descend('', element.firstChild);
    }

    const parent = stack.at(-1);
    const settled = parent?.settled || name === 'head';
    const rendering = settled ? 'rendered' : renderingOf(element);
    if (rendering === 'rendered' && parent) parent.visible = true;

    const frame = isFrame(element) ? element : null;
    const tag = frame ? 'div' : name;
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
    if (frame) return descend(close, frameDocument(frame)?.body?.firstChild ?? null, more);
    const shadow = isHtml(element) ? shadowRootOf(element) : null;
    descend(close, (shadow ?? element).firstChild, more);
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
    open.next = node?.nextSibling ?? null;
    return node;
  };

  descend('', document.documentElement);
  for (let open = stack.at(-1); open; open = stack.at(-1)) {
    const isFull = nodes >= bounds.nodes || characters >= bounds.characters;
    const node = isFull ? null : takeNext(open);
    if (!node) {
      stack.pop();
      closeElement(open);
      continue;
    }
    nodes += 1;
    if (isElement(node)) openElement(node);
    else if (isText(node)) write(escapeText(node.data.slice(0, bounds.characters - characters)));
  }

  return {
    html: parts.join('').toWellFormed().replaceAll('\0', ''),
    cut: nodes >= bounds.nodes || characters >= bounds.characters,
  };
};
