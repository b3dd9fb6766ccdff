// Ranges of the drawn article as stretches of its text, and back, by what `Blocks` says of its elements.
import { placeOf, spansOf, type Stretch } from '../../highlight/stretch.ts';
import type { Block } from '../../schema/block.ts';
import type { Span } from '../../schema/summary.ts';

/** The elements whose text is that of a block: its items or cells, or itself. Each is parted from the next by one unit. */
const partsOf = (element: Element): readonly Element[] => {
  if (element.localName === 'figure') return [];
  const parts = element.querySelectorAll('li, td');
  return parts.length > 0 ? [...parts] : [element];
};

const lengthOf = (part: Element): number => part.textContent?.length ?? 0;

/** How much of a part's text comes before a point in it. */
const offsetIn = (part: Element, node: Node, offset: number): number => {
  const before = new Range();
  before.setStart(part, 0);
  before.setEnd(node, offset);
  return before.toString().length;
};

const stretchesIn = (range: Range, element: Element, block: number): Span[] => {
  let at = 0;
  return partsOf(element).flatMap((part) => {
    const from = at;
    const length = lengthOf(part);
    at += length + 1;
    if (!range.intersectsNode(part)) return [];
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const start = part.contains(startContainer) ? offsetIn(part, startContainer, startOffset) : 0;
    const end = part.contains(endContainer) ? offsetIn(part, endContainer, endOffset) : length;
    return [{ start: from + start, end: from + end, block }];
  });
};

/** What of the article's text a range covers, or the point at which it is; null where it is outside. */
export const stretchOf = (
  range: Range,
  body: Element,
  blocks: readonly Block[],
): Stretch | null => {
  const found = [...body.querySelectorAll('[data-block]')].flatMap((element) =>
    stretchesIn(range, element, Number(element.getAttribute('data-block'))),
  );
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return null;
  return {
    start: placeOf({ block: first.block, offset: first.start }, blocks),
    end: placeOf({ block: last.block, offset: last.end }, blocks),
  };
};

/** The text node of a part and the offset in it at which `offset` of the part's text is reached. */
const pointIn = (part: Element, offset: number, isEnd: boolean): [Text, number] | null => {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const end = at + node.data.length;
    if (offset < end || (isEnd && offset === end)) return [node, offset - at];
    at = end;
  }
  return null;
};

const pointAt = (element: Element, offset: number, isEnd: boolean): [Text, number] | null => {
  let at = 0;
  for (const part of partsOf(element)) {
    const length = lengthOf(part);
    if (offset < at + length || (isEnd && offset === at + length))
      return pointIn(part, Math.max(0, offset - at), isEnd);
    at += length + 1;
  }
  return null;
};

/** The range of a stretch in the drawn article; null where nothing of it is drawn. */
export const rangeOf = (
  stretch: Stretch,
  body: Element,
  blocks: readonly Block[],
): Range | null => {
  const spans = spansOf(stretch, blocks);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return null;
  const elementOf = (block: number) => body.querySelector(`[data-block="${block}"]`);
  const [from, to] = [elementOf(first.block), elementOf(last.block)];
  const start = from && pointAt(from, first.start, false);
  const end = to && pointAt(to, last.end, true);
  if (!start || !end) return null;
  const range = new Range();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
};
