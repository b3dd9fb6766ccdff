// Nodes as the browser defines them. The fields of a form and the named elements of a document stand in
// front of the properties of their names (`<input name="nextSibling">`), for an extension too: what is
// read of any node is therefore read off the prototype.

/** A property or method of a node, whatever the page's names hide. */
export const own = <T extends Node, Name extends keyof T>(
  prototype: T,
  name: Name,
  node: T,
): T[Name] => Reflect.get(prototype, name, node);

/**
 * As `own`, for what is read of every node of a page: the browser's getter is looked up once, and a walk
 * over a large page takes half the time.
 */
export const getterOf = <T extends Node, Name extends keyof T>(
  prototype: T,
  name: Name,
): ((node: T) => T[Name]) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return get ? (node) => get.call(node) : (node) => own(prototype, name, node);
};

const typeOf = getterOf(Node.prototype, 'nodeType');
export const isElement = (node: Node): node is Element => typeOf(node) === 1;
export const isText = (node: Node): node is Text => typeOf(node) === 3;

export const nameOf = getterOf(Element.prototype, 'localName');
export const firstChildOf = getterOf<Node, 'firstChild'>(Node.prototype, 'firstChild');
export const nextSiblingOf = getterOf<Node, 'nextSibling'>(Node.prototype, 'nextSibling');
const namespaceOf = getterOf(Element.prototype, 'namespaceURI');

// By name and not by `instanceof`: a frame's elements belong to another window.
export const isFrame = (element: Element): element is HTMLIFrameElement => {
  const name = nameOf(element);
  return name === 'iframe' || name === 'frame';
};
export const isSlot = (element: Element): element is HTMLSlotElement => nameOf(element) === 'slot';
export const isHtml = (element: Element): element is HTMLElement =>
  namespaceOf(element) === 'http://www.w3.org/1999/xhtml';

// No article stands in these. The fields of a form hold what the reader typed: it never leaves the page.
export const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'style noscript noframes noembed template svg canvas object embed audio video ' +
    'input textarea select option datalist output'
  ).split(' '),
);

/** `none`: neither an element nor anything in it is rendered. `invisible`: it is not, its children may be. */
export type Rendering = 'rendered' | 'invisible' | 'none';

const isVisible = Element.prototype.checkVisibility;
const WITH_VISIBILITY = { visibilityProperty: true };

export const renderingOf = (element: Element): Rendering => {
  if (isVisible.call(element, WITH_VISIBILITY)) return 'rendered';
  // No box of its own, but its children have theirs.
  if (getComputedStyle(element).display === 'contents') return 'rendered';
  return isVisible.call(element) ? 'invisible' : 'none';
};
