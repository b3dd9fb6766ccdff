// The body of the article: which part of the page it is, and what in that part is not text.
import { Readability } from '@mozilla/readability';
import { type Block, blockText } from '../schema/block.ts';
import { fold } from '../text/fold.ts';
import { resolve } from './address.ts';
import { readBlocks } from './blocks.ts';
import { isCaption } from './figures.ts';
import type { Page } from './page.ts';
import { proseLength } from './place.ts';
import { withoutNoise } from './noise.ts';
import type { RelatedBox } from './related.ts';
import { findStandfirst } from './standfirst.ts';

// What is named like this is no text, unless a page names its very article so (and old servers wrap it in a form).
const NEVER_TEXT = [
  'nav',
  'form',
  'button',
  '[role="navigation"]',
  '[role="search"]',
  '[class*="share" i]',
  '[class*="social" i]',
  '[class*="breadcrumb" i]',
  '[class*="newsletter" i]',
  '[class*="cookie" i]',
  '[class*="skip-" i]',
].join(',');
const MAX_PROSE = 600;
const LEAST_SHARE = 0.5;

const removeFurniture = (document: Document, headline: Element | null): void => {
  for (const element of document.querySelectorAll(NEVER_TEXT)) {
    const isArticle =
      (headline !== null && element.contains(headline)) || proseLength(element) >= MAX_PROSE;
    if (!isArticle) element.remove();
  }
};

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

// Readability judges headings and paragraphs by their class, too, and throws out those called 'header-anchor'.
const forgetClasses = (document: Document): void => {
  for (const element of document.querySelectorAll('h2, h3, h4, h5, h6, p')) {
    if (isCaption(element)) continue;
    element.removeAttribute('class');
    element.removeAttribute('id');
  }
};

const CONTAINERS = '[itemprop~="articleBody"], article, main, [role="main"]';
const NOT_BODY =
  'aside, footer, header, nav, [role="complementary"], [class*="comment" i], [id*="comment" i]';

// A copy of the smallest container that holds nearly all running text of those that a page marks as its article.
const markedContent = (page: Page): { readonly copy: Element; readonly prose: number } | null => {
  const marked = [...page.document.querySelectorAll(CONTAINERS)]
    .slice(0, 50)
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
  removeFurniture(page.document, headline);

  forgetClasses(page.document);
  const marked = markedContent(page);
  const parsed = mainContent(page.document);
  const parsedProse = parsed && isElement(parsed) ? proseLength(parsed) : 0;
  const content = marked && parsedProse < marked.prose * LEAST_SHARE ? marked.copy : parsed;
  const found = content ? readBlocks(content, page.base) : plainBlocks(page.document.body, page);
  const blocks = withoutNoise(
    found.filter((block) => !isProse(block) || fold(blockText(block)) !== title),
    page.url,
  );
  return standfirst ? withStandfirst(blocks, lead, standfirst.setApart) : blocks;
};

const LOOK_AHEAD = 6;
const MAX_LEAD = 2;

// The standfirst stands first and is a paragraph, whatever the page set it as; and it stands once.
const withStandfirst = (
  blocks: readonly Block[],
  lead: readonly Block[],
  setApart: boolean,
): Block[] => {
  const runs = lead.flatMap((block) => ('runs' in block ? block.runs : []));
  if (runs.length === 0 || lead.length > MAX_LEAD) return [...blocks];
  const texts = new Set(lead.map((block) => fold(blockText(block))));
  const repeats = (block: Block, index: number): boolean =>
    index < LOOK_AHEAD && isProse(block) && texts.has(fold(blockText(block)));
  if (!setApart && blocks.some(repeats)) return [...blocks];
  const rest = blocks.filter((block, index) => !repeats(block, index));
  return [{ kind: 'paragraph', standfirst: true, runs }, ...rest];
};
