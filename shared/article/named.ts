// What an element is called: read once for all who ask, since every look into the tree costs.

export interface Named {
  readonly element: Element;
  readonly tag: string;
  /** As they are written; '' without any. */
  readonly classes: string;
}

/** The element with its names. */
export const named = (element: Element): Named => ({
  element,
  tag: element.localName,
  classes: element.getAttribute('class') ?? '',
});
