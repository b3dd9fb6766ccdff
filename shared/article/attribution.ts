// The source an article was taken from: 'Theo: nhandan.vn', 'Nguồn: …', 'Source: …' under the text.
import type { Block } from '../schema/block.ts';
import { blockText } from '../schema/block.ts';
import { clip, oneLine } from '../text/clean.ts';
import type { Page } from './page.ts';

const MAX_ATTRIBUTION = 300;
const LOOK_BACK = 4;
const WITH_COLON =
  /^\(?\s*(?:theo|nguồn(?: tin| bài)?|source|quelle|fuente|fonte|источник)\s*[:：]\s*(?<source>[^:]{2,120}?)\s*\)?\.?$/iu;
// Without a colon only a name can follow, short and in capitals: 'Theo báo Nhân Dân', '(Theo TTXVN)'.
const WITHOUT =
  /^\(?\s*(?:Theo|THEO|Nguồn)\s+(?<source>(?:(?:báo|Báo|tạp chí|Tạp chí|trang)\s+)?[\p{Lu}\d][^.!?:()]{1,60}|[\w-]+(?:\.[\w-]+)+)\s*\)?\.?$/u;
const NO_PROSE = 12;
const BEGINS_LIKE_A_SOURCE = /^\s*(?:\(\s*)?(?:theo|nguồn|source|quelle)(?=[\s:：])/iu;

/** The source that a line names, or null where it is a line of the text. */
export const sourceIn = (line: string): string | null => {
  const text = oneLine(line);
  const source = (WITH_COLON.exec(text) ?? WITHOUT.exec(text))?.groups?.['source'];
  return source && source.split(' ').length <= NO_PROSE
    ? clip(oneLine(source), MAX_ATTRIBUTION)
    : null;
};

/** Takes the source line off the end of the body; without one there, looks for one right outside it. */
export const takeAttribution = (
  blocks: readonly Block[],
  outside: readonly string[],
): { readonly blocks: Block[]; readonly attribution: string | null } => {
  const from = Math.max(0, blocks.length - LOOK_BACK);
  const at = blocks.findLastIndex(
    (block, index) =>
      index >= from && block.kind !== 'figure' && sourceIn(blockText(block)) !== null,
  );
  const found = blocks[at];
  if (found)
    return {
      blocks: blocks.filter((_, index) => index !== at),
      attribution: sourceIn(blockText(found)),
    };
  const attribution = outside.map(sourceIn).find((source) => source !== null) ?? null;
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

const MAX_LINE = 300;
const MAX_LINES = 20;
const MOST_PIECES = 8;
// Looked at first: the words themselves cost more.
const MAY_BEGIN = /^\s*(?:\(\s*)?[tnsq]/i;
const SOURCE_WORD = /^\s*(?:\(\s*)?(?:theo|nguồn|source|quelle)/iu;

/** Short lines of the page that begin like a source line, in the page's order. */
export const sourceLines = (page: Page): readonly string[] => {
  const lines: string[] = [];
  const walker = page.document.createTreeWalker(page.document.body, 4);
  for (let node = walker.nextNode(); node && lines.length < MAX_LINES; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (!MAY_BEGIN.test(text) || !SOURCE_WORD.test(text)) continue;
    const parent = node.parentElement;
    // The word may be set apart from what it introduces: '<b>Theo</b>: nhandan.vn'.
    for (const element of [parent?.parentElement, parent]) {
      if (!element || element.childElementCount > MOST_PIECES) continue;
      const line = element.textContent ?? '';
      if (line.length > MAX_LINE || !BEGINS_LIKE_A_SOURCE.test(line)) continue;
      if (!element.closest(ELSEWHERE) && !element.querySelector(NOT_A_LINE))
        lines.push(oneLine(wordsOf(element)));
    }
  }
  return lines;
};
