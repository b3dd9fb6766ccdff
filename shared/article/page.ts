// What all parts of the reader look at: the page's address, its metadata, and its rendered tree.
import { type Ld, readLd } from './json-ld.ts';
import { type Meta, readMeta } from './meta.ts';

export interface Page {
  readonly url: URL;
  /** What relative addresses count from. */
  readonly base: URL;
  readonly meta: Meta;
  /** Every JSON-LD object of the page. */
  readonly ld: readonly Ld[];
  /** The tree without what is not rendered. Only body.ts takes more of it away, and it comes last. */
  readonly document: Document;
  /** Scripts of the page itself: now and then its text stands in them alone. */
  readonly scripts: readonly Element[];
  /** False past the budget: then `document` holds the head alone. */
  readonly isWhole: boolean;
}

// Beyond these a page is no article that a person reads, and its tree is not worth the time.
const MAX_ELEMENTS = 100_000;
const MAX_CHARACTERS = 4_000_000;
const MAX_DEPTH = 1_000;
// Characters times their depth: what it costs to look at the text of every element.
const MAX_WEIGHT = 150_000_000;

const NOT_RENDERED = [
  '[data-dateline-hidden]',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'embed',
  'dialog:not([open])',
].join(',');

const isText = (node: Node): node is CharacterData => node.nodeType === 3;

/** Whether the parts of the reader may walk this tree; counted, never timed. */
const withinBudget = (document: Document): boolean => {
  let elements = 0;
  let characters = 0;
  let depth = 0;
  let weight = 0;
  let node: Node | null = document;
  while (node) {
    if (node.nodeType === 1) elements += 1;
    else if (isText(node)) {
      characters += node.length;
      weight += node.length * depth;
    }
    const isOver =
      elements > MAX_ELEMENTS ||
      characters > MAX_CHARACTERS ||
      depth > MAX_DEPTH ||
      weight > MAX_WEIGHT;
    if (isOver) return false;
    let next: Node | null = node.firstChild;
    if (next) depth += 1;
    for (let at: Node | null = node; at && !next; at = at.parentNode) {
      next = at.nextSibling;
      if (!next) depth -= 1;
    }
    node = next;
  }
  return true;
};

// Past the budget nobody walks the tree: the head alone tells what it can.
const headOf = (document: Document): Document => {
  const copy = document.implementation.createHTMLDocument('');
  copy.head.replaceWith(copy.importNode(document.head, true));
  return copy;
};

const withoutUnrendered = (document: Document): Document => {
  for (const element of document.querySelectorAll(NOT_RENDERED)) element.remove();
  return document;
};

const baseOf = (document: Document, url: URL): URL => {
  const href = document.querySelector('base[href]')?.getAttribute('href');
  const base = href ? URL.parse(href, url.href) : null;
  return base && /^https?:$/.test(base.protocol) ? base : url;
};

// In old HTML a name or an id may hide a property of its document or form ('body', 'childNodes'): these are
// what can, and nobody reads them.
const CLOBBERING =
  'img[name], form[name], embed[name], object[name], iframe[name], img[id], object[id], form :is(button, fieldset, input, object, output, select, textarea, img):is([name], [id])';

// By the prototypes alone, which no page can hide.
const unclobber = (document: Document): void => {
  for (const element of Document.prototype.querySelectorAll.call(document, CLOBBERING))
    for (const attribute of ['name', 'id'])
      Element.prototype.removeAttribute.call(element, attribute);
};

/** The page as its parts read it; takes out of the document what is not rendered. Past the budget they see the head and the metadata alone. */
export const readPage = (document: Document, url: URL): Page => {
  unclobber(document);
  const isWhole = withinBudget(document);
  const scripts = isWhole ? [...document.querySelectorAll('script:not([src])')] : [];
  return {
    scripts,
    url,
    base: baseOf(document, url),
    meta: readMeta(document),
    ld: readLd(document),
    document: isWhole ? withoutUnrendered(document) : headOf(document),
    isWhole,
  };
};
