// What all parts of the reader look at: the page's address, its metadata, and its rendered tree.
import { type Ld, readLd } from './json-ld.ts';
import { type Meta, readMeta } from './meta.ts';

/** Text that is rendered and more than white space. */
export interface Stretch {
  readonly node: Node;
  readonly text: string;
}

export interface Page {
  readonly url: URL;
  /** What relative addresses count from. */
  readonly base: URL;
  readonly meta: Meta;
  /** Every JSON-LD object of the page. */
  readonly ld: readonly Ld[];
  /** The tree without what is not rendered; nobody changes it any more. */
  readonly document: Document;
  /** Every stretch of the tree's text, in its order. */
  readonly stretches: readonly Stretch[];
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

const NOT_RENDERED = new Set('script style noscript template svg iframe object embed'.split(' '));
const HIDDEN = '[data-dateline-hidden], dialog:not([open])';

interface Survey {
  /** Elements that are not rendered, with whatever is in them. */
  readonly unrendered: readonly Element[];
  readonly stretches: readonly Stretch[];
}

const isText = (node: Node): node is CharacterData => node.nodeType === 3;
const isElement = (node: Node): node is Element => node.nodeType === 1;

/** One walk over the whole tree; null where it is past the budget, counted and never timed. */
const survey = (document: Document): Survey | null => {
  const { body } = document;
  const hidden = new Set(document.querySelectorAll(HIDDEN));
  const unrendered: Element[] = [];
  const stretches: Stretch[] = [];
  let elements = 0;
  let characters = 0;
  let weight = 0;
  const walk = (parent: Node, depth: number, isRendered: boolean): boolean => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (depth > MAX_DEPTH) return false;
      if (isText(node)) {
        const text = node.data;
        characters += text.length;
        weight += text.length * depth;
        if (characters > MAX_CHARACTERS || weight > MAX_WEIGHT) return false;
        if (isRendered && text.trim() !== '') stretches.push({ node, text });
      } else if (isElement(node)) {
        elements += 1;
        if (elements > MAX_ELEMENTS) return false;
        const isOut = NOT_RENDERED.has(node.localName) || hidden.has(node);
        if (isOut) unrendered.push(node);
        if (!walk(node, depth + 1, !isOut && (isRendered || node === body))) return false;
      }
    }
    return true;
  };
  return walk(document, 1, false) ? { unrendered, stretches } : null;
};

// Past the budget nobody walks the tree: the head alone tells what it can.
const headOf = (document: Document): Document => {
  const copy = document.implementation.createHTMLDocument('');
  copy.head.replaceWith(copy.importNode(document.head, true));
  return copy;
};

const baseOf = (document: Document, url: URL): URL => {
  const href = document.querySelector('base[href]')?.getAttribute('href');
  const base = href ? URL.parse(href, url.href) : null;
  return base && /^https?:$/.test(base.protocol) ? base : url;
};

// In old HTML a name or an id may hide a property of its document or form ('body', 'childNodes'): these are
// what can, and nobody reads them.
const NAMED = ['embed', 'form', 'iframe'];
const NAMED_OR_CALLED = ['img', 'object'];
const IN_FORMS = 'form :is(button, fieldset, input, object, output, select, textarea, img)';

const isNamed = (element: Element): boolean => Element.prototype.hasAttribute.call(element, 'name');

// By the prototypes alone, which no page can hide. One tag after the other: asked for a single tag,
// the engine looks for it several times faster than for a list of selectors.
const unclobber = (document: Document): void => {
  const all = (selector: string): readonly Element[] => [
    ...Document.prototype.querySelectorAll.call(document, selector),
  ];
  const clobbering = [
    ...NAMED.flatMap(all).filter(isNamed),
    ...NAMED_OR_CALLED.flatMap(all),
    ...(all('form').length > 0 ? all(IN_FORMS) : []),
  ];
  for (const element of clobbering)
    for (const attribute of ['name', 'id'])
      Element.prototype.removeAttribute.call(element, attribute);
};

/** The page as its parts read it; takes out of the document what is not rendered. Past the budget they see the head and the metadata alone. */
export const readPage = (document: Document, url: URL): Page => {
  unclobber(document);
  const found = survey(document);
  const page = {
    url,
    base: baseOf(document, url),
    meta: readMeta(document),
    ld: readLd(document),
    scripts: [],
  };
  if (!found) return { ...page, document: headOf(document), stretches: [], isWhole: false };
  for (const element of found.unrendered) element.remove();
  const scripts = found.unrendered.filter(
    (element) => element.localName === 'script' && !element.hasAttribute('src'),
  );
  return { ...page, scripts, document, stretches: found.stretches, isWhole: true };
};
