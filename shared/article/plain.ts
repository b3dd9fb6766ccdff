// The last resort: all text that a page shows, as paragraphs, in one linear walk.
import type { Block } from '../schema/block.ts';
import { clip, oneLine } from '../text/clean.ts';

const MAX_CHARACTERS = 500_000;
const MAX_PARAGRAPH = 20_000;
const MAX_BLOCKS = 5_000;
const SKIPPED =
  /^(script|style|noscript|template|head|iframe|object|svg|select|textarea|button|nav)$/;
const INLINE =
  /^(a|abbr|b|bdi|bdo|cite|code|em|font|i|ins|kbd|label|mark|q|s|small|span|strong|sub|sup|time|tt|u|wbr)$/;

const acceptNode = (node: Node): number =>
  node.nodeType === 1 &&
  (SKIPPED.test(node.nodeName.toLowerCase()) ||
    (node as Element).hasAttribute('data-dateline-hidden'))
    ? 2 // FILTER_REJECT
    : 1; // FILTER_ACCEPT

// The element that a stretch of text is a paragraph of.
const holderOf = (text: Node): Node | null => {
  let holder = text.parentNode;
  while (holder && INLINE.test(holder.nodeName.toLowerCase())) holder = holder.parentNode;
  return holder;
};

/** The page's text in paragraphs of at most 20,000 units, 500,000 in all. */
export const plainBlocks = (document: Document): Block[] => {
  const blocks: Block[] = [];
  let holder: Node | null = null;
  let paragraph = '';
  let left = MAX_CHARACTERS;
  const close = (): void => {
    const text = oneLine(clip(paragraph, MAX_PARAGRAPH));
    if (text !== '' && blocks.length < MAX_BLOCKS)
      blocks.push({ kind: 'paragraph', runs: [{ text }] });
    paragraph = '';
  };
  const walker = document.createTreeWalker(document, 5, acceptNode);
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
    if (node.nodeType !== 3) continue;
    const text = clip(node.nodeValue ?? '', left);
    const nextHolder = holderOf(node);
    if (nextHolder !== holder || paragraph.length + text.length > MAX_PARAGRAPH) close();
    holder = nextHolder;
    paragraph += text;
    left -= text.length;
  }
  close();
  return blocks;
};
