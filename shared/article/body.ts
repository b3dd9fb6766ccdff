// The body of the article: which part of the page it is, and what in that part is not text.
import { Readability } from '@mozilla/readability';
import { type Block, blockText } from '../schema/block.ts';
import { oneLine } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { resolve } from './address.ts';
import { readBlocks } from './blocks.ts';
import type { Page } from './page.ts';
import { ANNOUNCES, type RelatedBox } from './related.ts';
import { findStandfirst } from './standfirst.ts';

const NEVER_TEXT = [
  'nav',
  'form',
  'button',
  '[role="navigation"]',
  '[role="search"]',
  '[class*="social-share" i]',
  '[class*="share-" i]:not(:has(p))',
  '[class*="breadcrumb" i]',
  '[class*="newsletter" i]',
].join(',');

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

const mainContent = (document: Document): Node | null => {
  try {
    const parsed = new Readability<Node>(document, {
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node) => node,
    }).parse();
    return parsed?.content ?? null;
  } catch {
    return null;
  }
};

const isProse = (block: Block): boolean => block.kind !== 'figure';

// A line of links only, or one that announces links.
const isPointer = (block: Block): boolean => {
  if (block.kind === 'paragraph' || block.kind === 'heading') {
    const text = fold(blockText(block));
    return text.length <= 60 && ANNOUNCES.test(text);
  }
  return false;
};

const withoutPointers = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block) => !isPointer(block));

/** Plain text paragraphs of everything there is, for pages in which no body can be found. */
const plainBlocks = (root: Node, page: Page): Block[] => readBlocks(root, page.base);

/** The body's blocks, the standfirst first. */
export const readBody = (
  page: Page,
  headline: Element | null,
  related: readonly RelatedBox[],
): Block[] => {
  const title = fold(headline?.textContent ?? '');
  makeAbsolute(page);
  const standfirst = findStandfirst(page, headline);
  const lead = standfirst
    ? readBlocks(standfirst.element, page.base).filter((block) => block.kind !== 'figure')
    : [];
  for (const { element } of related) element.remove();
  for (const element of page.document.querySelectorAll(NEVER_TEXT)) element.remove();

  const content = mainContent(page.document);
  const blocks = withoutPointers(
    content ? readBlocks(content, page.base) : plainBlocks(page.document.body, page),
  ).filter((block) => !isProse(block) || fold(blockText(block)) !== title);
  return standfirst ? withStandfirst(blocks, lead, standfirst.setApart) : blocks;
};

const LOOK_AHEAD = 6;

// The standfirst stands first and is a paragraph, whatever the page set it as.
const withStandfirst = (
  blocks: readonly Block[],
  lead: readonly Block[],
  setApart: boolean,
): Block[] => {
  const text = oneLine(lead.map(blockText).join(' '));
  const folded = fold(text);
  const runs = lead.flatMap((block) => ('runs' in block ? block.runs : []));
  if (runs.length === 0) return [...blocks];
  const at = blocks.findIndex(
    (block, index) => index < LOOK_AHEAD && isProse(block) && fold(blockText(block)) === folded,
  );
  if (at >= 0 && !setApart) return [...blocks];
  return [
    { kind: 'paragraph', standfirst: true, runs },
    ...blocks.filter((_, index) => index !== at),
  ];
};
