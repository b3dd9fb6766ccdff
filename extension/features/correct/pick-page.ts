// In the page: marks the block under the pointer, or the one that keys lead to, until one is taken. Nothing is
// put into the page's tree.
import { isElement, isHtml, LEFT_OUT, nameOf, own, renderingOf } from '../../lib/dom.ts';
import { PICK_EXCERPT, PICK_KEYS, type PickNews, type PickStep } from './pick.ts';

// Scripts and style sheets stand among a page's text, and so does what it does not show.
const isSeen = (element: Element): boolean =>
  nameOf(element) !== 'script' && !LEFT_OUT.has(nameOf(element)) && renderingOf(element) !== 'none';

const REJECT = NodeFilter.FILTER_REJECT;
const ACCEPT = NodeFilter.FILTER_ACCEPT;

/** How the text of an element begins that the page shows; at most `max` units. */
const textOf = (element: Element, max: number): string => {
  const walker = Document.prototype.createTreeWalker.call(
    document,
    element,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => (isElement(node) && !isSeen(node) ? REJECT : ACCEPT),
  );
  let text = '';
  for (let node = walker.nextNode(); node && text.length <= max; node = walker.nextNode())
    if (!isElement(node)) text = `${text}${node.nodeValue ?? ''}`.replace(/\s+/gu, ' ').trimStart();
    else if (isHtml(node) && !isInline(node) && text !== '' && !text.endsWith(' '))
      // Blocks stand apart, whether the source has white space there or not.
      text += ' ';
  return text.slice(0, max).trim();
};

const isInline = (element: Element): boolean =>
  /^(inline|contents|none)/.test(getComputedStyle(element).display);

const parentOf = (element: Element): Element | null =>
  own(Node.prototype, 'parentElement', element);

const isBlock = (element: Element): boolean =>
  isHtml(element) && !isInline(element) && isSeen(element) && textOf(element, 1) !== '';

/** The nearest block that holds an element, itself at best; the page's body at last. */
const blockAround = (element: Element | null): Element => {
  for (let at = element; at && nameOf(at) !== 'body'; at = parentOf(at)) if (isBlock(at)) return at;
  return document.body;
};

const blocksIn = (element: Element): Element[] =>
  Array.from(own(Element.prototype, 'children', element)).filter(isBlock);

/** The block beside another one, of its parent or of what is around that. */
const beside = (element: Element, step: 'next' | 'previous'): Element => {
  for (let at = element; at !== document.body;) {
    const parent = parentOf(at);
    if (!parent) break;
    const blocks = blocksIn(parent);
    const found = blocks[blocks.indexOf(at) + (step === 'next' ? 1 : -1)];
    if (found && blocks.includes(at)) return found;
    at = parent;
  }
  return element;
};

const rangeOf = (element: Element): Range => {
  const range = new Range();
  range.selectNodeContents(element);
  return range;
};

// While a block is picked the page hears nothing of pointer and keys.
const keep = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

export interface Picking {
  step: (step: PickStep) => void;
  /** Takes the mark away and gives the pointer back to the page. */
  end: () => void;
}

/**
 * Begins to pick in the document, and marks by a highlight of that name. `htmlOf` writes what a range holds; `tell` hears of each block that is marked and of the one that is taken,
 * `leave` of the reader's Escape.
 */
export const startPicking = (
  name: string,
  htmlOf: (range: Range) => string,
  tell: (news: PickNews) => void,
  leave: () => void,
): Picking => {
  const over = new AbortController();
  /** The way back in, after each step outwards. */
  const within: Element[] = [];
  let at = blockAround(document.querySelector('article, main, [role="main"]'));

  const mark = (element: Element): void => {
    at = element;
    CSS.highlights?.set(name, new Highlight(rangeOf(element)));
    tell({ kind: 'at', text: textOf(element, PICK_EXCERPT).toWellFormed() });
  };

  const take = (): void => {
    tell({ kind: 'picked', selected: { url: location.href, html: htmlOf(rangeOf(at)) } });
  };

  const move = (step: Exclude<PickStep, 'take'>): void => {
    if (step === 'wider') {
      const parent = parentOf(at);
      if (at === document.body || !parent) return;
      within.push(at);
      mark(blockAround(parent));
      return;
    }
    if (step !== 'narrower') within.length = 0;
    const target = step === 'narrower' ? (within.pop() ?? blocksIn(at)[0] ?? at) : beside(at, step);
    mark(target);
    own(Element.prototype, 'scrollIntoView', target).call(target, { block: 'nearest' });
  };

  const step = (wanted: PickStep): void => (wanted === 'take' ? take() : move(wanted));

  const listen = <K extends keyof WindowEventMap>(
    type: K,
    listener: (event: WindowEventMap[K]) => void,
  ): void => {
    // A page can make up an event, and no act of its reader's.
    const heed = (event: WindowEventMap[K]): void => {
      if (event.isTrusted) listener(event);
    };
    addEventListener(type, heed, { capture: true, signal: over.signal });
  };

  listen('pointermove', ({ target }) => {
    if (!(target instanceof Node) || !isElement(target)) return;
    const block = blockAround(target);
    if (block === at) return;
    within.length = 0;
    mark(block);
  });
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup'] as const)
    listen(type, keep);
  listen('click', (event) => {
    keep(event);
    take();
  });
  listen('keydown', (event) => {
    if (event.key === 'Escape') {
      keep(event);
      leave();
      return;
    }
    const wanted = PICK_KEYS.get(event.key);
    if (!wanted || event.ctrlKey || event.metaKey || event.altKey) return;
    keep(event);
    step(wanted);
  });
  mark(at);

  return {
    step,
    end: () => {
      over.abort();
      CSS.highlights?.delete(name);
    },
  };
};
