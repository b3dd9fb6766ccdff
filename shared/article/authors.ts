// The byline: who wrote it, as names and nothing else.
import { clip, oneLine } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { articleLd, names } from './json-ld.ts';
import { metaValues } from './meta.ts';
import type { Page } from './page.ts';
import { elementsNear, isWithin, spacedText } from './place.ts';
import { siteNames } from './site.ts';

const MAX_NAME = 200;
const MAX_PERSON = 60;
const MAX_AUTHORS = 50;
const MAX_VISIBLE = 6;
const MAX_LINE = 120;
const METAS = [
  ['article:author', 'parsely-author', 'sailthru.author', 'article:author_name'],
  ['author', 'dc.creator', 'dcterms.creator', 'byl', 'creator'],
];
const BYLINES = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[rel~="author"]',
  '[itemprop~="author"]',
  '[class*="byline" i] a, [class*="author" i] a',
  '[class*="byline" i], [class*="author" i], [class*="tacgia" i], [class*="tac-gia" i]',
];
// Where names are those of commenters, of other articles' writers, or of the site's menu.
const ELSEWHERE =
  'nav, footer, [class*="comment" i], [class*="related" i], [class*="sidebar" i], [id*="comment" i], [id*="sidebar" i], [class*="recommend" i]';

const CREDIT = String.raw`(?:tin|bài|ảnh|video|clip|đồ họa|thực hiện|tổng hợp|text|fotos?|words|photos?)`;
const PREFIX = new RegExp(
  String.raw`^(?:${CREDIT}(?:\s*(?:,|-|–|&|và|and|und)\s*${CREDIT})*\s*:|(?:(?:written|reported|posted|story|text|geschrieben|escrito|publié|ein (?:artikel|beitrag)) )?(?:by|von|par|por|bởi)\s|(?:by|von|par|author|autor(?:in)?|auteur|autore|tác giả|người viết|theo)\s*:|(?:tác giả|theo)\s)\s*`,
  'iu',
);
const SPLIT = /\s*[,;|•]\s*|\s+(?:and|&|und|et|y|và|og|och|with|mit|\/)\s+/iu;
const ROLE =
  /(?:^staff$|\b(?:(?:writer|reporter|correspondent|editor|columnist|contributor|producer|photographer)s?|redakteur(?:in)?|desk|phd|m\.?d|jr|ceo|founder|director|manager|professor)\b)/iu;
const NO_NAME =
  /https?:|www\.|@|\d{2}|^(?:admin|administrator|author|by|share|follow|e-?mail|show|sign|log|learn|editorial|home|history|twitter|facebook|linkedin|unknown|none|null|undefined|guest|view|more|read|all|published|updated|posted|nguồn|photo|about|contact|subscribe)\b|[<>{}[\]=]/iu;
const AFTER_NAME = /\s+(?:기자|記者|记者)$/u;

const SPELLED =
  /^(?:(?:written |reported )?by|von|par|por|bởi|tác giả\s*:?|bài(?: viết)?\s*:)\s+\p{Lu}/iu;
const REACH = 1_500;

const squash = (name: string): string => fold(name).replaceAll(' ', '');

/** The names in a byline: 'By Jane Doe and John Roe, Staff Writers' -> Jane Doe, John Roe. */
export const namesIn = (byline: string): readonly string[] => {
  if (NO_NAME.test(byline.replace(PREFIX, ''))) return [];
  // What stands in parentheses, after a dash or after a slash is where the name comes from: '(TTXVN)', '- AFP'.
  const plain = oneLine(byline)
    .replace(PREFIX, '')
    .replace(/\s*\([^)]*\)?/gu, '')
    .replace(/\s+[-–—]\s+.*$/u, '')
    .replace(/\s*\/\s*\p{Lu}{2,}$/u, '');
  return plain
    .split(SPLIT)
    .map((name) =>
      oneLine(
        name
          .replace(PREFIX, '')
          .replace(AFTER_NAME, '')
          .replace(/^[\s.:–—-]+|[\s:–—-]+$/gu, ''),
      ),
    )
    .filter((name) => name.length > 1 && name.length <= MAX_PERSON && name.split(' ').length <= 6)
    .filter((name) => /\p{L}/u.test(name) && !NO_NAME.test(name) && !ROLE.test(name));
};

const isByline = (element: Element, headline: Element | null): boolean =>
  (element.textContent?.length ?? 0) <= MAX_LINE * 3 && !isWithin(element, ELSEWHERE, headline);

// Of all that are named so, the first after the headline, and those that stand beside it.
const nearest = (found: readonly Element[], headline: Element | null): readonly Element[] => {
  const follows = (element: Element): boolean =>
    headline !== null && (headline.compareDocumentPosition(element) & 4) !== 0;
  const first = found.find(follows) ?? found[0];
  const around = first?.parentElement?.parentElement ?? first?.parentElement;
  return found.filter((element) => element === first || around?.contains(element));
};

const marked = (page: Page, headline: Element | null, selector: string): readonly string[] => {
  const found = [...page.document.querySelectorAll(selector)]
    .slice(0, 100)
    .filter((element) => isByline(element, headline));
  return nearest(found, headline).map(spacedText);
};

// A line near the headline that begins like a byline: 'By Dana Whitlock'.
const spelledOut = (page: Page, headline: Element | null): readonly string[] => {
  if (!headline) return [];
  for (const { element } of elementsNear(page.document, headline, 'after', REACH)) {
    for (const around of [element, element.parentElement]) {
      const line = around && isByline(around, headline) ? spacedText(around) : '';
      if (line.length <= MAX_LINE && SPELLED.test(line) && namesIn(line).some(isName))
        return [line];
    }
  }
  return [];
};

const visibleNames = (page: Page, headline: Element | null): readonly string[] => {
  const sources = [
    ...BYLINES.map((selector) => () => marked(page, headline, selector)),
    () => spelledOut(page, headline),
  ];
  for (const source of sources) {
    const lines = source().filter((text) => text !== '' && text.length <= MAX_LINE);
    const found = lines.flatMap(namesIn);
    if (found.length > 0) return found.slice(0, MAX_VISIBLE);
  }
  return [];
};

// Metadata glue a name to the agency behind it ('Bùi GiangTTXVN'); the page shows where the name ends.
const unglued = (name: string, visible: readonly string[]): string =>
  visible.find(
    (shown) => shown.includes(' ') && shown.length < name.length && name.startsWith(shown),
  ) ?? name;

const unique = (found: readonly string[]): readonly string[] => [
  ...new Map(found.map((name) => [squash(name), name])).values(),
];

// 'Nguyễn Văn A', 'Minh Anh - Hải Yến', 'PV (tổng hợp)': a line of names and nothing else.
const isName = (name: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,4}$/u.test(name);

/** The names that stand alone under a text, where Vietnamese papers put the byline. */
export const namesUnder = (tail: readonly string[]): readonly string[] =>
  tail
    .map((line) => line.split(/\s+[-–—]\s+/u).flatMap(namesIn))
    .find((found) => found.length > 0 && found.every(isName)) ?? [];

const declaredAuthors = (page: Page): readonly string[] =>
  articleLd(page.ld)
    .map((ld) => names(ld['author']))
    .find((found) => found.length > 0) ?? [];

/** The site or agency that the page's JSON-LD names as the author, for want of a person. */
export const corporateAuthor = (page: Page): readonly string[] =>
  declaredAuthors(page)
    .slice(0, 1)
    .filter((name) => name.length <= MAX_PERSON && !NO_NAME.test(name));

/** The authors' names in the page's order, without the site's own. */
export const readAuthors = (page: Page, headline: Element | null): readonly string[] => {
  const visible = visibleNames(page, headline);
  const site = new Set(siteNames(page).map(squash));
  const isSite = (name: string): boolean =>
    site.has(squash(name)) || /^[\w-]+\.(?:com|vn|net|org)$/i.test(name);
  const metas = METAS.map((each) => metaValues(page.meta, ...each));
  for (const source of [declaredAuthors(page), ...metas, visible]) {
    const found = source.flatMap(namesIn).map((name) => unglued(name, visible));
    const people = unique(found.filter((name) => !isSite(name)));
    if (people.length > 0) return people.slice(0, MAX_AUTHORS).map((name) => clip(name, MAX_NAME));
  }
  return [];
};
