// What of a document is written, and how.
import { firstChildOf, getterOf, isHtml, own } from '../../lib/dom.ts';
import type { Kind } from './kind.ts';

/** The most that a capture walks and writes; past it the rest of the page is left out. */
export const MAX_NODES = 400_000;
export const MAX_CHARACTERS = 12_000_000;

/** Ends the tag of an element that is not rendered, nor anything that it contains. */
export const HIDDEN_END = ' data-dateline-hidden="">';

/** The shadow root of an element, open or closed. */
export type ShadowRootOf = (element: HTMLElement) => ShadowRoot | null;

export const textOf = getterOf<Node, 'textContent'>(Node.prototype, 'textContent');
const openShadowOf = getterOf(Element.prototype, 'shadowRoot');

export const escapeText = (text: string): string =>
  /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;

const isStructuredData = (element: Element): boolean =>
  /^\s*application\/ld\+json\b/i.test(element.getAttribute('type') ?? '');

/** Whether nothing is written of an element, nor of anything in it. */
export const isLeftOut = (element: Element, { name, isLeftOut: isNever }: Kind): boolean =>
  isNever ||
  (name === 'script' && !isStructuredData(element)) ||
  (name === 'link' && /stylesheet|preload|prefetch/i.test(element.getAttribute('rel') ?? ''));

/** A script of structured data, so that nothing in it ends the script, or hides its end (`<!--<script`). */
export const structuredData = (script: Element): string => {
  const json = (textOf(script) ?? '').replaceAll(/<(?=\/|script)/gi, String.raw`\u003c`);
  return `<script type="application/ld+json">${json}</script>`;
};

/** What the body of a frame begins with; null where the frame is of another origin. */
export const frameContent = (frame: HTMLIFrameElement): Node | null => {
  const document = frame.contentDocument;
  const body = document && own(Document.prototype, 'body', document);
  return body ? firstChildOf(body) : null;
};

/** The shadow tree that is rendered in place of what an element holds. */
export const shadowOf = (
  element: Element,
  { host }: Kind,
  shadowRootOf: ShadowRootOf,
): ShadowRoot | null => {
  if (host === 'none' || !isHtml(element)) return null;
  return host === 'open' ? openShadowOf(element) : shadowRootOf(element);
};
