// A tree of elements -> blocks. What is no text, list, quote, code, table or picture leaves nothing behind.
import type { Block, Run } from '../schema/block.ts';
import { clip, oneLine, preformatted } from '../text/clean.ts';
import { resolve } from './address.ts';
import { isCaption, isFigure, readFigures, readPicture, withCaption } from './figures.ts';
import { type Named, named } from './named.ts';
import { joinRuns, RunCollector, runsText, type Style } from './runs.ts';

const MAX_BLOCKS = 20_000;
const MAX_ITEMS = 1_000;
const MAX_ROWS = 1_000;
const MAX_CELLS = 200;
const MAX_CODE = 100_000;
const MAX_PIECE = 10_000;
const MAX_DEPTH = 500;

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'script style noscript template head link meta iframe object embed svg canvas audio video button input select textarea option nav menu dialog map'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong']);
const ITALIC = new Set(['i', 'em']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);

// Links are resolved once the text is found: most of a page's links are in its menus.
const styleIn = (element: Element, name: string, outer: Style): Style => {
  if (BOLD.has(name)) return { ...outer, bold: true };
  if (ITALIC.has(name)) return { ...outer, italic: true };
  if (CODE.has(name)) return { ...outer, code: true };
  const href = name === 'a' ? element.getAttribute('href') : null;
  return href ? { ...outer, href } : outer;
};

const isBreak = (node: Node | null): boolean => {
  let next = node;
  while (next && next.nodeType === 3 && !next.nodeValue?.trim()) next = next.nextSibling;
  return next?.nodeName === 'BR';
};

// Long text in pieces that end at white space where there is some.
const pieces = (text: string): readonly string[] =>
  text.length <= MAX_PIECE
    ? [text]
    : (text.match(new RegExp(`[^]{1,${MAX_PIECE}}(?=\\s)|[^]{1,${MAX_PIECE}}`, 'gu')) ?? []);

const isDataTable = (table: Element): boolean => {
  const rows = table.querySelectorAll('tr').length;
  const cells = table.querySelectorAll('td, th').length;
  return (
    rows >= 2 &&
    cells > rows &&
    table.querySelector('table, h1, h2, h3, img') === null &&
    (table.textContent?.length ?? 0) / cells < 300
  );
};

const isList = (name: string): boolean => name === 'ul' || name === 'ol';

// A list of whole texts, like a live blog's, is layout.
const holdsArticles = (list: Element): boolean =>
  list.querySelector('li p + p, li h2, li h3, li blockquote') !== null &&
  (list.textContent?.length ?? 0) > 1_000;

const isCentred = (element: Element): boolean =>
  element.getAttribute('align')?.toLowerCase() === 'center' ||
  /text-align:\s*center/i.test(element.getAttribute('style') ?? '');

class BlockReader {
  readonly blocks: Block[] = [];
  /** Where each of the blocks stands: the element that it is the text of. */
  readonly places: Element[] = [];
  private readonly base: URL;
  private readonly collector = new RunCollector();
  private kind: 'paragraph' | 'quote' = 'paragraph';
  private place: Element;
  private readonly isSkipped: (named: Named) => boolean;

  constructor(base: URL, root: Element, isSkipped: (named: Named) => boolean) {
    this.base = base;
    this.place = root;
    this.isSkipped = isSkipped;
  }

  read(node: Node, style: Style, depth: number): void {
    if (node.nodeType === 3) {
      this.addText(node.nodeValue ?? '', style);
      return;
    }
    if (!isElement(node)) return;
    const names = named(node);
    if (SKIPPED.has(names.tag) || this.isSkipped(names)) return;
    if (depth > MAX_DEPTH) this.addText(node.textContent ?? '', style);
    else this.readElement(names, style, depth);
  }

  private readElement(names: Named, style: Style, depth: number): void {
    const { element, tag: name } = names;
    if (name === 'br') this.readBreak(element);
    else if (name === 'img') this.push(readPicture(element, this.base));
    else if (isCaption(names)) this.readCaption(oneLine(element.textContent ?? ''));
    else if (isFigure(names))
      for (const figure of readFigures(element, this.base)) this.push(figure);
    else if (INLINE.has(name)) this.readChildren(element, styleIn(element, name, style), depth);
    else this.readBlock(element, name, style, depth);
  }

  private readBlock(element: Element, name: string, style: Style, depth: number): void {
    this.close();
    const around = this.place;
    this.place = element;
    this.readBlockOf(element, name, style, depth);
    this.place = around;
  }

  private readBlockOf(element: Element, name: string, style: Style, depth: number): void {
    if (/^h[1-6]$/.test(name)) this.readHeading(element, name, depth);
    else if (isList(name) && !holdsArticles(element)) this.readList(element, depth);
    else if (name === 'pre') this.readCode(element.textContent ?? '');
    else if (name === 'table' && isDataTable(element)) this.readTable(element);
    else if (name === 'blockquote') {
      const outer = this.kind;
      this.kind = 'quote';
      this.readChildren(element, style, depth);
      this.close();
      this.kind = outer;
    } else {
      this.readChildren(element, style, depth);
      this.close(isCentred(element));
    }
  }

  private readChildren(element: Element, style: Style, depth: number): void {
    for (let child = element.firstChild; child; child = child.nextSibling)
      this.read(child, style, depth + 1);
  }

  private addText(value: string, style: Style): void {
    for (const piece of pieces(value)) {
      this.collector.add(piece, style);
      if (this.collector.isFull) this.close();
    }
  }

  // Two breaks part paragraphs, and so does one after the end of a sentence: old pages know no <p>.
  private readBreak(element: Element): void {
    if (isBreak(element.nextSibling) || this.collector.endsSentence) this.close();
    else this.collector.add(' ', {});
  }

  private readHeading(element: Element, name: string, depth: number): void {
    const runs = this.runsOf(element, depth);
    const level = Math.max(2, Number(name[1]));
    if (runs.length > 0 && isLevel(level)) this.push({ kind: 'heading', level, runs });
  }

  private readCode(source: string): void {
    const text = clip(preformatted(source), MAX_CODE).trimEnd();
    if (text !== '') this.push({ kind: 'code', text });
  }

  private readList(element: Element, depth: number): void {
    const items: Run[][] = [];
    const ordered = element.localName === 'ol';
    const closeList = (): void => {
      if (items.length > 0) this.push({ kind: 'list', ordered, items: items.splice(0) });
    };
    for (const child of element.children) {
      const runs = isList(child.localName) ? [] : this.runsOf(child, depth);
      if (runs.length > 0) items.push(runs);
      for (const nested of child.querySelectorAll('li')) {
        const nestedRuns = this.runsOf(nested, depth);
        if (nestedRuns.length > 0) items.push(nestedRuns);
        if (items.length >= MAX_ITEMS) closeList();
      }
      if (items.length >= MAX_ITEMS) closeList();
    }
    closeList();
    for (const image of element.querySelectorAll('img')) this.push(readPicture(image, this.base));
  }

  private readTable(element: Element): void {
    const rows: Run[][][] = [];
    const closeTable = (): void => {
      if (rows.length > 0) this.push({ kind: 'table', rows: rows.splice(0) });
    };
    for (const row of element.querySelectorAll('tr')) {
      const cells = [...row.querySelectorAll('td, th')]
        .slice(0, MAX_CELLS)
        .map((cell) => this.runsOf(cell, 0));
      if (cells.some((cell) => cell.length > 0)) rows.push(cells);
      if (rows.length >= MAX_ROWS) closeTable();
    }
    closeTable();
  }

  // A caption without a frame goes to the picture before it.
  private readCaption(text: string): void {
    this.close();
    const last = this.blocks.at(-1);
    if (text !== '' && last?.kind === 'figure' && last.caption === null)
      this.blocks[this.blocks.length - 1] = withCaption(last, text);
  }

  // All text in an element as one stretch of runs; nested lists are items of their own.
  private runsOf(element: Element, depth: number): Run[] {
    const collector = new RunCollector();
    const collect = (node: Node, style: Style, level: number): void => {
      if (collector.isFull) return;
      if (node.nodeType === 3)
        for (const piece of pieces(node.nodeValue ?? '').slice(0, 2)) collector.add(piece, style);
      else if (isElement(node) && level < MAX_DEPTH) {
        const name = node.localName;
        if (SKIPPED.has(name) || (node !== element && isList(name))) return;
        const isBlock = !INLINE.has(name);
        const inner = styleIn(node, name, style);
        if (isBlock) collector.add(' ', {});
        for (let child = node.firstChild; child; child = child.nextSibling)
          collect(child, inner, level + 1);
        if (isBlock) collector.add(' ', {});
      }
    };
    collect(element, {}, depth);
    return collector.take();
  }

  /** Ends the paragraph or quote that is being collected. */
  close(centred = false): void {
    if (this.collector.isEmpty) return;
    const runs = this.collector.take();
    if (runs.length === 0) return;
    const last = this.blocks.at(-1);
    const text = runsText(runs);
    const looksLikeCaption =
      text.length <= 300 &&
      (centred || runs.every((run) => run.italic === true || run.text.trim() === ''));
    if (last?.kind === 'figure' && last.caption === null && looksLikeCaption)
      this.readCaption(text);
    else this.push({ kind: this.kind, runs });
  }

  private push(block: Block | null): void {
    if (!block) return;
    this.close();
    if (this.blocks.length >= MAX_BLOCKS) return;
    this.blocks.push(block);
    this.places.push(this.place);
  }
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

const isLevel = (level: number): level is 2 | 3 | 4 | 5 | 6 => level >= 2 && level <= 6;

const resolveRuns = (runs: readonly Run[], base: URL): Run[] =>
  joinRuns(
    runs.map(({ href, ...run }) => {
      const address = href === undefined ? null : resolve(href, base);
      return address ? { ...run, href: address } : run;
    }),
  );

/** A block as `readBlocks` has it, its links as the contract wants them: absolute and http(s), or none. */
export const withLinks = (block: Block, base: URL): Block => {
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map((item) => resolveRuns(item, base)) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => resolveRuns(cell, base))),
      };
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...block, runs: resolveRuns(block.runs, base) };
    default:
      return block;
  }
};

/**
 * The blocks in `root`, in order, each with the element that it is the text of: at most 20,000, every
 * one of them as the contract wants it but for their links, which stand as the page has them. What `isSkipped` says yes to leaves nothing behind.
 */
export const readBlocks = (
  root: Element,
  base: URL,
  isSkipped: (named: Named) => boolean,
): { readonly blocks: readonly Block[]; readonly places: readonly Element[] } => {
  const reader = new BlockReader(base, root, isSkipped);
  reader.read(root, {}, 0);
  reader.close();
  return reader;
};
