// Which part of the page holds the body.
import { Readability } from '@mozilla/readability';
import { resolve } from './address.ts';
import type { Page } from './page.ts';
import { proseLength } from './place.ts';

// Below this share of what the page itself marks as its article, a part of it was taken for the whole.
const LEAST_SHARE = 0.5;
const MARKED = '[itemprop~="articleBody"], article, main, [role="main"]';
const MAX_MARKED = 50;
const NOT_BODY =
  'aside, footer, header, nav, [role="complementary"], [class*="comment" i], [id*="comment" i]';

// Readability makes addresses absolute against the document's own, which is not the page's.
const makeAbsolute = (page: Page): void => {
  for (const [selector, name] of [
    ['a[href]', 'href'],
    ['img[src]', 'src'],
  ] as const) {
    for (const element of page.document.querySelectorAll(selector)) {
      const address = resolve(element.getAttribute(name), page.base);
      if (address) element.setAttribute(name, address);
      else element.removeAttribute(name);
    }
  }
};

// A copy of the smallest marked part that holds nearly all running text of the largest.
const markedContent = (page: Page): { readonly copy: Element; readonly prose: number } | null => {
  const marked = [...page.document.querySelectorAll(MARKED)]
    .slice(0, MAX_MARKED)
    .map((element) => ({ element, prose: proseLength(element) }));
  const most = Math.max(0, ...marked.map(({ prose }) => prose));
  const best = marked.findLast(({ prose }) => prose >= most * 0.9);
  if (!best || most === 0) return null;
  const copy = page.document.importNode(best.element, true);
  for (const element of copy.querySelectorAll(NOT_BODY))
    if (proseLength(element) < most / 2) element.remove();
  return { copy, prose: proseLength(copy) };
};

const isElement = (node: Node): node is Element => node.nodeType === 1;

// The judge of text density. It takes the document apart.
const densestContent = (document: Document): Element | null => {
  try {
    const content = new Readability<Node>(document, {
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node) => node,
    }).parse()?.content;
    return content && isElement(content) ? content : null;
  } catch {
    return null;
  }
};

/** The element that holds the body, or null where the page has no running text. Takes the page's document apart. */
export const findContent = (page: Page): Element | null => {
  makeAbsolute(page);
  const marked = markedContent(page);
  const densest = densestContent(page.document);
  const prose = densest ? proseLength(densest) : 0;
  return marked && prose < marked.prose * LEAST_SHARE ? marked.copy : densest;
};
