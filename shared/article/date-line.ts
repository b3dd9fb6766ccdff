// The date line that a reader sees: a short line near the headline that is little else than a date.
import { oneLine } from '../text/clean.ts';
import { type DateHabits, findDates, type WrittenDate } from './date-text.ts';
import type { Page } from './page.ts';
import { elementsNear, isWithin, shortText, spacedText } from './place.ts';
import type { Headline } from './title.ts';

export interface DateLine extends WrittenDate {
  /** What the words around it call it. */
  readonly says: 'published' | 'modified' | null;
  readonly source: 'time-element' | 'text';
}

export const MAX_LINE = 160;
// The same with spaces between its elements.
const MAX_BOX = 200;
const MAX_WORDS = 16;
const TITLE = 20;
const MAX_LINKS = 50;
const TEASER = 40;
// A line over the headline has to be much nearer than one under it, or it is the header's.
const COST = { after: 1, before: 5 } as const;
const REACH = { after: 3_000, before: 600 } as const;
const MODIFIED =
  /cập nhật|chỉnh sửa|updated?|modified|revised|edited|aktualisiert|geändert|stand:|mis à jour|modifié|actualizado|aggiornat|atualizad|bijgewerkt|uppdaterad|opdateret|обновлен|更新/iu;
const PUBLISHED =
  /đăng|xuất bản|publi|posted|veröffentlicht|erschienen|erstellt|pubblicat|gepubliceerd|publicerad|udgivet|опубликован|发布|公開/iu;

// Parts of a page whose dates are not the article's: other articles', comments', the clock in the header.
const ELSEWHERE =
  'nav, footer, aside, form, select, [role="navigation"], [class*="related" i], [class*="comment" i], [class*="sidebar" i], [class*="clock" i], [id*="clock" i], [class*="widget" i]';

const OTHERS =
  'footer, [class*="related" i], [class*="comment" i], [class*="clock" i], [id*="clock" i]';
// The line that a text stands in: its ancestor as long as that is still one short line without the headline.
const lineOf = (element: Element, headline: Element): Element => {
  let line = element;
  for (let up = line.parentElement; up && !up.contains(headline); up = up.parentElement) {
    if (shortText(up, MAX_BOX) === null) break;
    line = up;
  }
  return line;
};

const says = (text: string): DateLine['says'] =>
  MODIFIED.test(text) ? 'modified' : PUBLISHED.test(text) ? 'published' : null;

const timesIn = (element: Element, habits: DateHabits): readonly DateLine[] => {
  const time = element.matches('time') ? element : element.querySelector('time');
  const [date] = findDates(time?.getAttribute('datetime') ?? '', habits);
  return date ? [{ ...date, says: says(spacedText(element)), source: 'time-element' }] : [];
};

/** The dates in an element that is a short line; none in a sentence that names a day. */
export const datesIn = (element: Element, habits: DateHabits): readonly DateLine[] => {
  const text = spacedText(element);
  const found = findDates(text, habits);
  // 'one minute ago', and the machine's form of it beside.
  if (found.length === 0) return timesIn(element, habits);
  const words = text.split(' ').length;
  if (words > MAX_WORDS * Math.max(1, found.length)) return [];
  return found.map((date, index) => {
    const before = text.slice(index === 0 ? 0 : (found[index - 1]?.index ?? 0) + 8, date.index);
    return Object.assign({}, date, { says: says(before), source: 'text' as const });
  });
};

// A teaser that is one link, and a list's or table's item that links to another article, tell that one's date.
const isOfAnother = (element: Element, headline: Element): boolean => {
  const teaser = element.closest('a[href]');
  if (teaser && !teaser.contains(headline) && shortText(teaser, TEASER) === null) return true;
  const item = element.closest('li, tr, dd, article');
  if (!item || item.contains(headline)) return false;
  return [...item.querySelectorAll('a[href]')]
    .slice(0, MAX_LINKS)
    .some((link) => shortText(link, TITLE - 1) === null);
};

/** The date lines around the headline, nearest first. */
export const findDateLines = (
  page: Page,
  headline: Headline,
  habits: DateHabits,
): readonly DateLine[] => {
  const from = headline.element;
  if (!from) return [];
  const seen = new Set<Element>();
  const lines: { readonly dates: readonly DateLine[]; readonly cost: number }[] = [];
  for (const way of ['after', 'before'] as const) {
    for (const { element, distance } of elementsNear(page.stretches, from, way, REACH[way])) {
      if (!/\d/.test(element.textContent ?? '') && element.localName !== 'time') continue;
      const line = lineOf(element, from);
      if (seen.has(line) || line.contains(from) || isWithin(line, ELSEWHERE, from)) continue;
      if (isOfAnother(element, from)) continue;
      if (way === 'before' && line.closest('header') && !line.closest('header')?.contains(from))
        continue;
      seen.add(line);
      lines.push({ dates: datesIn(line, habits), cost: distance * COST[way] });
    }
  }
  return lines.sort((a, b) => a.cost - b.cost).flatMap(({ dates }) => dates);
};

const marked = (time: Element): boolean =>
  time.matches('[itemprop~="datePublished"], [pubdate], [class*="publish" i]');

/** The page's <time> elements that can be the article's own, those marked as its date first. */
export const findTimeElements = (
  document: Document,
  headline: Headline | null,
  habits: DateHabits,
): readonly DateLine[] => {
  const from = headline?.element ?? null;
  const times = [...document.querySelectorAll('time')]
    .slice(0, 200)
    .filter(
      (time) =>
        !isWithin(time, marked(time) ? OTHERS : ELSEWHERE, from) &&
        !time.closest('a[href] h2, a[href] h3, li a[href]') &&
        !(from && marked(time) && isOfAnother(time, from)),
    );
  const follows = (time: Element): boolean =>
    from !== null && (from.compareDocumentPosition(time) & 4) !== 0;
  const rank = (time: Element): number => (marked(time) ? 0 : follows(time) ? 1 : 2);
  return times
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((time): readonly DateLine[] => {
      const text = spacedText(time);
      const date =
        findDates(time.getAttribute('datetime') ?? '', habits)[0] ?? findDates(text, habits)[0];
      if (!date) return [];
      const around = time.matches('[itemprop~="dateModified"]')
        ? 'updated'
        : `${time.getAttribute('class') ?? ''} ${oneLine(time.parentElement?.textContent ?? '').slice(0, 60)} ${text}`;
      return [{ ...date, says: says(around), source: 'time-element' }];
    });
};
