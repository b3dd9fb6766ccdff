// How often the page says it was read: '267 lượt xem', 'Lượt xem: 1.234', '1,234 views', '1.2K views'.
import { oneLine } from '../text/clean.ts';
import type { Page } from './page.ts';
import { isWithin } from './place.ts';

const NUMBER = String.raw`(?<count>\d{1,3}(?:[.,\s]\d{3})+|\d+(?:[.,]\d{1,2})?)\s?(?<unit>[KkMm]|N|Tr)?`;
const WORDS = String.raw`(?:lượt (?:xem|đọc)|views?|reads|page ?views|aufrufe|vues|lectures|visualizzazioni|visualizações|visitas|просмотр\p{L}*)`;
const BEFORE = new RegExp(`(?<![\\d.,\\p{L}])${NUMBER}\\s*${WORDS}(?!\\p{L})`, 'iu');
const AFTER = new RegExp(`(?<!\\p{L})${WORDS}\\s*:?\\s*${NUMBER}(?![\\d.,]*\\d)`, 'iu');
const UNITS: Readonly<Record<string, number>> = { k: 1_000, n: 1_000, m: 1_000_000, tr: 1_000_000 };
const ELSEWHERE =
  'a, li, nav, footer, aside, [class*="related" i], [class*="comment" i], [class*="sidebar" i]';
const MAX_LINE = 160;
const MAY_COUNT = /lượt|view|read|aufruf|vue|lectur|visual|visita|просмотр/i;

/** The count in one line of text, or null. */
export const viewsIn = (line: string): number | null => {
  const groups = (BEFORE.exec(line) ?? AFTER.exec(line))?.groups;
  const count = groups?.['count'];
  if (!count) return null;
  const unit = UNITS[groups['unit']?.toLowerCase() ?? ''];
  // With a unit the mark is a decimal one, without it parts thousands.
  const views = unit
    ? Math.round(Number(count.replace(',', '.')) * unit)
    : Number(count.replace(/[.,\s]/gu, ''));
  return Number.isSafeInteger(views) ? views : null;
};

/** The count of views that stands in a short line of the page itself, not in its lists of others. */
export const readViews = (page: Page): number | null => {
  for (const { node, text } of page.stretches) {
    if (text.length > MAX_LINE * 4 || !MAY_COUNT.test(text)) continue;
    const element = node.parentElement;
    if (!element || isWithin(element, ELSEWHERE, null)) continue;
    for (const around of [element, element.parentElement]) {
      const line = oneLine(around?.textContent?.slice(0, MAX_LINE * 4) ?? '');
      const views = line.length <= MAX_LINE ? viewsIn(line) : null;
      if (views !== null) return views;
    }
  }
  return null;
};
