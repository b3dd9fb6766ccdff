// Where on a page an element stands, and what it says there.
import { oneLine } from '../text/clean.ts';
import type { Stretch } from './page.ts';

const MAX_TEXT = 4_000;

// What was found for an element holds for all that stand in it: asked of hundreds, each ancestor is looked at once.
const found = new Map<string, WeakMap<Element, Element | 'none'>>();

/** As `element.closest(selector)`, for a tree that no longer changes. */
const closest = (element: Element, selector: string): Element | null => {
  const known = found.get(selector) ?? new WeakMap<Element, Element | 'none'>();
  found.set(selector, known);
  const passed: Element[] = [];
  let answer: Element | 'none' = 'none';
  for (let at: Element | null = element; at; at = at.parentElement) {
    const before = known.get(at);
    if (before) {
      answer = before;
      break;
    }
    passed.push(at);
    if (!at.matches(selector)) continue;
    answer = at;
    break;
  }
  for (const each of passed) known.set(each, answer);
  return answer === 'none' ? null : answer;
};

/** Whether an element lies in something that `selector` names and that does not hold the headline as well. */
export const isWithin = (element: Element, selector: string, headline: Element | null): boolean => {
  for (
    let place = closest(element, selector);
    place;
    place = place.parentElement && closest(place.parentElement, selector)
  )
    if (!headline || !place.contains(headline)) return true;
  return false;
};

/** Whether an element stands in an article of its own, such as the next one of an endless page, or a comment. */
export const isInAnotherArticle = (element: Element, headline: Element | null): boolean => {
  if (!headline?.closest('article')) return false;
  const article = element.closest('article');
  return article !== null && !article.contains(headline);
};

/** The spaced text of an element, or null where it is longer than `max`: found out without reading all of it. */
export const shortText = (element: Element, max: number): string | null => {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.nodeValue ?? '';
    if (part.length > max * 20) return null;
    // Markup is indented: white space of some length is none.
    text += ` ${part.length > max ? oneLine(part) : part}`;
    if (text.length > max * 4) text = oneLine(text);
    if (text.length > max * 2) return null;
  }
  const line = oneLine(text);
  return line.length > max ? null : line;
};

/** The text of an element with a space wherever one element ends and another begins, as one line. */
export const spacedText = (element: Element): string => {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  let text = '';
  for (let node = walker.nextNode(); node && text.length < MAX_TEXT; node = walker.nextNode())
    text += ` ${node.nodeValue ?? ''}`;
  return oneLine(text);
};

const SENTENCE = 80;
const ENOUGH = 100_000;

/** How many characters of running text an element holds: stretches of some length that are no links; counted to 100,000. */
export const proseLength = (element: Element): number => {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  let length = 0;
  for (let node = walker.nextNode(); node && length < ENOUGH; node = walker.nextNode()) {
    const stretch = node.nodeValue?.trim().length ?? 0;
    if (stretch > SENTENCE && !node.parentElement?.closest('a')) length += stretch;
  }
  return length;
};

export interface Near {
  readonly element: Element;
  /** Characters of text between it and where the search began. */
  readonly distance: number;
}

const FOLLOWS = 4;

// Where the text of an element begins among a page's stretches, or would.
const firstFrom = (stretches: readonly Stretch[], element: Element): number => {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = stretches[middle]?.node;
    const follows = node && (element.compareDocumentPosition(node) & FOLLOWS) !== 0;
    if (follows) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The elements that hold text after an element, or backwards before it, as far as `reach` characters of text go. */
export function* elementsNear(
  stretches: readonly Stretch[],
  from: Element,
  way: 'after' | 'before',
  reach: number,
): Generator<Near> {
  const step = way === 'after' ? 1 : -1;
  let at = firstFrom(stretches, from) + (way === 'after' ? 0 : -1);
  for (let distance = 0; distance <= reach; at += step) {
    const stretch = stretches[at];
    if (!stretch) return;
    const element = stretch.node.parentElement;
    if (!element || from.contains(element)) continue;
    yield { element, distance };
    distance += stretch.text.trim().length;
  }
}
