// The source an article was taken from: 'Theo: nhandan.vn', 'Nguồn: …', 'Source: …' under the text.
import { type Block, blockText, type Run } from '../schema/block.ts';
import { clip, oneLine } from '../text/clean.ts';
import { resolve } from './address.ts';
import type { Page } from './page.ts';

/** Whom an article was taken from, and where it stands there, if the page says so. */
export interface Attribution {
  readonly name: string;
  readonly url: string | null;
}

/** A line of the page, and the address that it leads to. */
interface Line {
  readonly text: string;
  readonly url: string | null;
}

const MAX_ATTRIBUTION = 300;
const LOOK_BACK = 4;
const WORD =
  'theo|nguồn(?: tin| bài)?|via|source|quelle|fuente|fonte|bron|källa|kilde|źródło|zdroj|kaynak|sumber|источник|джерело|来源|來源|出典|출처';
const WITH_COLON = new RegExp(
  String.raw`^\(?\s*(?:${WORD})\s*[:：]\s*(?<source>[^:：]{2,120}?)\s*\)?\.?$`,
  'iu',
);
// Without a colon only a name can follow, short and in capitals: 'Theo báo Nhân Dân', '(Theo TTXVN)', 'Via Reuters'.
const WITHOUT =
  /^\(?\s*(?:Theo|THEO|Nguồn|Via|VIA)\s+(?<source>(?:(?:báo|Báo|tạp chí|Tạp chí|trang)\s+)?[\p{Lu}\d][^.!?:()]{1,60}|[\w-]+(?:\.[\w-]+)+)\s*\)?\.?$/u;
const NO_PROSE = 12;
const SOURCE_WORD = new RegExp(String.raw`^\s*(?:\(\s*)?(?:${WORD})`, 'iu');
const BEGINS_LIKE_A_SOURCE = new RegExp(`${SOURCE_WORD.source}(?=[\\s:：])`, 'iu');

/** The source that a line names, or null where it is a line of the text. */
export const sourceIn = (line: string): string | null => {
  const text = oneLine(line);
  const source = (WITH_COLON.exec(text) ?? WITHOUT.exec(text))?.groups?.['source'];
  return source && source.split(' ').length <= NO_PROSE
    ? clip(oneLine(source), MAX_ATTRIBUTION)
    : null;
};

const attributionIn = ({ text, url }: Line): Attribution | null => {
  const name = sourceIn(text);
  return name === null ? null : { name, url };
};

const runsOf = (block: Block): readonly Run[] => ('runs' in block ? block.runs : []);

const lineOf = (block: Block): Line => ({
  text: blockText(block),
  url: runsOf(block).find(({ href }) => href !== undefined)?.href ?? null,
});

/** Takes the source line off the end of the body; without one there, looks for one right outside it. */
export const takeAttribution = (
  blocks: readonly Block[],
  outside: readonly Line[],
): { readonly blocks: Block[]; readonly attribution: Attribution | null } => {
  const from = Math.max(0, blocks.length - LOOK_BACK);
  const at = blocks.findLastIndex(
    (block, index) =>
      index >= from && block.kind !== 'figure' && sourceIn(blockText(block)) !== null,
  );
  const found = blocks[at];
  if (found)
    return {
      blocks: blocks.filter((_, index) => index !== at),
      attribution: attributionIn(lineOf(found)),
    };
  const attribution = outside.map(attributionIn).find((each) => each !== null) ?? null;
  return { blocks: [...blocks], attribution };
};

// What stands in a source line and is not part of it: 'Copy link', an arrow, an icon.
const CONTROLS = 'button, svg, script, style, [role="button"], [class*="btn"], [class*="copy"]';
const NOT_A_LINE = 'p, div, ul, ol, section, article, footer, aside, nav';
// 'Theo Hồ Hương' above 'Đại Đoàn kết' is the byline's, not the source's.
const ELSEWHERE = 'nav, footer, aside, li, figure, .author';

const wordsOf = (element: Element): string => {
  const controls = [...element.querySelectorAll(CONTROLS)].map((control) => control.textContent);
  return controls.reduce<string>(
    (text, control) => (control ? text.replace(control, ' ') : text),
    element.textContent ?? '',
  );
};

// The line may hold the link or lie in it; '#' and the page itself lead nowhere.
const leadsTo = (element: Element, page: Page): string | null => {
  const link = element.querySelector('a[href]') ?? element.closest('a[href]');
  const url = resolve(link?.getAttribute('href'), page.base);
  const isHere = url !== null && url.split('#')[0] === page.url.href.split('#')[0];
  return isHere ? null : url;
};

const MAX_LINE = 300;
const MAX_LINES = 20;
const MOST_PIECES = 8;
// Looked at first: the words themselves cost more.
const MAY_BEGIN = /^\s*(?:\(\s*)?[tnvsqfbkźzид来來出출]/iu;

/** Short lines of the page that begin like a source line, in the page's order. */
export const sourceLines = (page: Page): readonly Line[] => {
  const lines: Line[] = [];
  for (const { node, text } of page.stretches) {
    if (lines.length >= MAX_LINES) break;
    if (!MAY_BEGIN.test(text) || !SOURCE_WORD.test(text)) continue;
    const parent = node.parentElement;
    // The word may be set apart from what it introduces: '<b>Theo</b>: nhandan.vn'.
    for (const element of [parent?.parentElement, parent]) {
      if (!element || element.childElementCount > MOST_PIECES) continue;
      const line = element.textContent ?? '';
      if (line.length > MAX_LINE || !BEGINS_LIKE_A_SOURCE.test(line)) continue;
      if (!element.closest(ELSEWHERE) && !element.querySelector(NOT_A_LINE))
        lines.push({ text: oneLine(wordsOf(element)), url: leadsTo(element, page) });
    }
  }
  return lines;
};
