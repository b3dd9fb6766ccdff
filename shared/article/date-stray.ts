// Dates elsewhere on the page, for want of one in its metadata or around its headline.
import { oneLine } from '../text/clean.ts';
import { datesIn, type DateLine, MAX_LINE } from './date-line.ts';
import { type DateHabits, findDates, parseDate } from './date-text.ts';
import type { Page } from './page.ts';
import { isWithin } from './place.ts';

const MAX_ELEMENTS = 200;
const MAX_TEXTS = 20_000;
const MAX_WORDS = 6;
const MAY_BE_DATE = /\d{4}|\d[./-]\d/;
// A footer inside an article is that article's.
const OTHERS =
  'body > footer, div > footer, [class*="related" i], [class*="comment" i], [class*="clock" i], [id*="clock" i]';
const NO_PLACE = `${OTHERS}, nav, footer, aside, form, li, table, [class*="sidebar" i]`;
const NAMED_DATE =
  '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="posted" i], [class*="created" i], [class*="datum" i], [class*="fecha" i], [class*="ngay" i], [id*="date" i], [id*="datum" i]';
const MARKED =
  '[property~="schema:datePublished"][content], [property~="schema:dateCreated"][content], [property~="datePublished"][content], [itemprop~="datePublished"][content]';

const fromText = (text: string, habits: DateHabits): readonly DateLine[] =>
  findDates(text, habits).map((date) =>
    Object.assign({}, date, { says: null, source: 'text' as const }),
  );

const some = (document: Document, selector: string): readonly Element[] =>
  [...document.querySelectorAll(selector)].slice(0, MAX_ELEMENTS);

// RDFa and microdata that hide what they say in an attribute.
const marked = (document: Document, habits: DateHabits): readonly DateLine[] =>
  some(document, MARKED)
    .filter((element) => !isWithin(element, OTHERS, null))
    .flatMap((element) => parseDate(element.getAttribute('content') ?? '', habits) ?? [])
    .map((date) => Object.assign({}, date, { says: null, source: 'time-element' as const }));

const named = (document: Document, habits: DateHabits): readonly DateLine[] =>
  some(document, NAMED_DATE)
    .filter(
      (element) =>
        (element.textContent?.length ?? 0) <= MAX_LINE * 3 && !isWithin(element, OTHERS, null),
    )
    .flatMap((element) => datesIn(element, habits));

// The first text that is a date and little else, outside of lists, menus and footers.
const alone = (page: Page, habits: DateHabits): readonly DateLine[] => {
  for (const { node, text } of page.stretches.slice(0, MAX_TEXTS)) {
    if (text.length > MAX_LINE || !MAY_BE_DATE.test(text)) continue;
    const line = oneLine(text);
    const found = line.split(' ').length > MAX_WORDS ? [] : fromText(line, habits);
    if (found.length > 0 && node.parentElement && !isWithin(node.parentElement, NO_PLACE, null))
      return found;
  }
  return [];
};

/** What the page hides in attributes, shows in elements named after a date, tells in its tab's title, or shows alone. */
export const findStrayDates = (page: Page, habits: DateHabits): readonly DateLine[] => {
  const { document } = page;
  for (const way of [marked, named]) {
    const found = way(document, habits);
    if (found.length > 0) return found;
  }
  const inTitle = fromText(oneLine(document.title), habits);
  return inTitle.length > 0 ? inTitle : alone(page, habits);
};
