// The byline: who wrote it, as names and nothing else.
import { clip, oneLine } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { articleLd, names } from './json-ld.ts';
import { metaValues } from './meta.ts';
import type { Page } from './page.ts';

const MAX_NAME = 200;
const MAX_AUTHORS = 50;
const BYLINES = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[rel~="author"]',
  '[itemprop~="author"]',
  '[class*="byline" i] a, [class*="author" i] a',
  '[class*="byline" i], [class*="author" i], [class*="tacgia" i], [class*="tac-gia" i]',
];
// Where names are those of commenters, of other articles' writers, or of the site's menu.
const ELSEWHERE =
  'nav, footer, aside, [class*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="bio" i]';

const PREFIX =
  /^(?:(?:written |reported |posted |story |text )?by|von|par|por|di|da|door|av|af|autor(?:in)?|author|tác giả|bài(?: viết)?(?: và ảnh)?|thực hiện|text)\b\s*[:-]?\s*/iu;
const SPLIT = /\s*(?:[,;|/•]|\s(?:and|&|und|et|y|e|và|og|och|en|with|mit)\s)\s*/iu;
const ROLE =
  /^(?:staff|.*\b(?:writer|reporter|correspondent|editor|editors|columnist|contributor|producer|photographer|redaktion(?:sleiter)?|redakteur(?:in)?|journalist(?:e|in)?|desk|phd|md|jr)\b.*)$/iu;
const NO_NAME =
  /https?:|www\.|@|\d{2}|^(?:admin|administrator|author|by|share|follow|email|twitter|facebook|unknown|none|null|undefined|guest|view|more|read|published|updated|theo|nguồn|ảnh|photo)\b|[<>{}[\]=]/iu;

const squash = (name: string): string => fold(name).replaceAll(' ', '');

/** The names in a byline: 'By Jane Doe and John Roe, Staff Writers' -> Jane Doe, John Roe. */
export const namesIn = (byline: string): readonly string[] => {
  // What stands in parentheses or after a dash is where the name comes from: '(TTXVN)', '- AFP'.
  const plain = oneLine(byline)
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\s+[-–—|]\s+.*$/u, '')
    .replace(PREFIX, '');
  return plain
    .split(SPLIT)
    .map((name) => oneLine(name.replace(PREFIX, '').replace(/^[\s.:–—-]+|[\s.:–—-]+$/gu, '')))
    .filter((name) => name.length > 1 && name.length <= 60 && name.split(' ').length <= 6)
    .filter((name) => /\p{L}/u.test(name) && !NO_NAME.test(name) && !ROLE.test(name));
};

const visibleNames = (page: Page): readonly string[] => {
  for (const selector of BYLINES) {
    const found = [...page.document.querySelectorAll(selector)]
      .slice(0, 50)
      .filter((element) => !element.closest(ELSEWHERE))
      .map((element) => oneLine(element.textContent ?? ''))
      .filter((text) => text !== '' && text.length <= 120)
      .flatMap(namesIn);
    if (found.length > 0) return found.slice(0, 5);
  }
  return [];
};

// Metadata glue a name to the agency behind it ('Bùi GiangTTXVN'); the page shows where the name ends.
const unglued = (name: string, visible: readonly string[]): string => {
  const shown = visible.find(
    (each) =>
      each.length >= 4 &&
      each.length < name.length &&
      name.startsWith(each) &&
      /^[\p{L}\d]/u.test(name.slice(each.length)),
  );
  return shown ?? name;
};

/** The authors' names in the page's order; the site itself is no author where it is the only one named so. */
export const readAuthors = (page: Page, site: string | null): readonly string[] => {
  const visible = visibleNames(page);
  const isSite = (name: string): boolean => {
    const known = squash(name);
    const host = page.url.hostname.replace(/^www\./, '');
    return (
      known === squash(site ?? '') ||
      known === squash(host) ||
      known === squash(host.split('.')[0] ?? '') ||
      /^[\w-]+\.(?:com|vn|net|org)$/i.test(name)
    );
  };
  const sources: (readonly string[])[] = [
    articleLd(page.ld)
      .map((ld) => names(ld['author']))
      .find((found) => found.length > 0) ?? [],
    metaValues(
      page.meta,
      'article:author',
      'parsely-author',
      'sailthru.author',
      'author',
      'dc.creator',
      'dcterms.creator',
      'byl',
      'article:author_name',
    ),
    metaValues(page.meta, 'author', 'byl'),
    visible,
  ];
  for (const source of sources) {
    const found = source
      .map((name) => unglued(name, visible))
      .flatMap(namesIn)
      .filter((name) => !isSite(name));
    const unique = [...new Map(found.map((name) => [squash(name), name])).values()];
    if (unique.length > 0) return unique.slice(0, MAX_AUTHORS).map((name) => clip(name, MAX_NAME));
  }
  return [];
};
