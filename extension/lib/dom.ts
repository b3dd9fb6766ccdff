// Nodes as the browser defines them. The fields of a form and the named elements of a document stand in
// front of the properties of their names (`<input name="nextSibling">`), for an extension too: what is
// read of any node is therefore read off the prototype.

/** A property or method of a node, whatever the page's names hide. */
export const own = <T extends Node, Name extends keyof T>(
  prototype: T,
  name: Name,
  node: T,
): T[Name] => Reflect.get(prototype, name, node);

const typeOf = (node: Node): number => own(Node.prototype, 'nodeType', node);
export const isElement = (node: Node): node is Element => typeOf(node) === 1;
export const isText = (node: Node): node is Text => typeOf(node) === 3;

export const nameOf = (element: Element): string => own(Element.prototype, 'localName', element);
export const firstChildOf = (node: Node): Node | null => own(Node.prototype, 'firstChild', node);
export const nextSiblingOf = (node: Node): Node | null => own(Node.prototype, 'nextSibling', node);

// By name and not by `instanceof`: a frame's elements belong to another window.
export const isFrame = (element: Element): element is HTMLIFrameElement =>
  /^i?frame$/.test(nameOf(element));
export const isSlot = (element: Element): element is HTMLSlotElement => nameOf(element) === 'slot';
export const isHtml = (element: Element): element is HTMLElement =>
  own(Element.prototype, 'namespaceURI', element) === 'http://www.w3.org/1999/xhtml';

// No article stands in these. The fields of a form hold what the reader typed: it never leaves the page.
export const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'style noscript noframes noembed template svg canvas object embed audio video ' +
    'input textarea select option datalist output'
  ).split(' '),
);

/** `none`: neither an element nor anything in it is rendered. `invisible`: it is not, its children may be. */
export type Rendering = 'rendered' | 'invisible' | 'none';

export const renderingOf = (element: Element): Rendering => {
  const isVisible = own(Element.prototype, 'checkVisibility', element);
  if (isVisible.call(element, { visibilityProperty: true })) return 'rendered';
  // No box of its own, but its children have theirs.
  if (getComputedStyle(element).display === 'contents') return 'rendered';
  return isVisible.call(element) ? 'invisible' : 'none';
};
