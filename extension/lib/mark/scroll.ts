// Brings a range of a page to the middle of what is seen of it, in every box that scrolls.
import { own } from '../dom.ts';

const scrolls = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight &&
  /auto|scroll|overlay/.test(getComputedStyle(element).overflowY);

const parentOf = (node: Node): HTMLElement | null => own(Node.prototype, 'parentElement', node);

/** The boxes around a node that scroll, innermost first, the page itself last. */
const scrollersOf = (node: Node, page: Element | null): Element[] => {
  const boxes: Element[] = [];
  for (let box = parentOf(node); box; box = parentOf(box))
    if (box !== page && scrolls(box)) boxes.push(box);
  return page ? [...boxes, page] : boxes;
};

/** Scrolls to a range; at once where the reader wants no motion, whatever the page wants. */
export const scrollTo = (range: Range): void => {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior = isStill ? 'instant' : 'smooth';
  const rect = range.getBoundingClientRect();
  // Boxes move one after the other: where the range will be is counted, not measured on the way.
  let middle = rect.top + rect.height / 2;
  const page = own(Document.prototype, 'scrollingElement', document);
  for (const box of scrollersOf(range.startContainer, page)) {
    const isPage = box === page;
    const top = isPage ? 0 : box.getBoundingClientRect().top;
    const height = isPage ? innerHeight : box.clientHeight;
    const last = box.scrollHeight - height;
    const wanted = box.scrollTop + middle - (top + height / 2);
    const target = Math.min(Math.max(wanted, 0), Math.max(last, 0));
    middle -= target - box.scrollTop;
    box.scrollTo({ top: target, behavior });
  }
};
