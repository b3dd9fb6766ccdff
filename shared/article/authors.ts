// Who wrote it: the people that the metadata name, and for want of them the byline that the page shows.
import { clip, oneLine } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { portrayedNames, squashedLinesUnder, visibleNames } from './byline.ts';
import { articleLd, type Ld, names, objects, strings } from './json-ld.ts';
import { metaValue, metaValues } from './meta.ts';
import { isName, namesIn, squash } from './names.ts';
import type { Page } from './page.ts';
import { declaredNames, siteNames } from './site.ts';

const MAX_NAME = 200;
const MAX_PERSON = 60;
const MAX_AUTHORS = 50;
const METAS = [
  ['article:author', 'parsely-author', 'sailthru.author', 'article:author_name'],
  ['author', 'dc.creator', 'dcterms.creator', 'byl', 'creator'],
];
const WRITTEN =
  /^(?:(?:written|posted) by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door)$/iu;
const HANDLE = /^[\p{Ll}\d_.-]+$/u;

// Journals name each author in an element, some as 'Roe, Jane': as the page shows it, if it shows it so.
const journalAuthors = (page: Page): readonly string[] => {
  const written = metaValues(page.meta, 'citation_author', 'citation_authors');
  if (written.length === 0) return [];
  const text = oneLine(page.document.body.textContent ?? '');
  return written.map((name) => {
    const turned = name.replace(/^([^,]+), ([^,]+)$/u, '$2 $1');
    return text.includes(turned) ? turned : name;
  });
};

/** Objects that describe the article itself: a page has few. */
const MAX_ARTICLES = 20;

// Metadata glue a name to the agency behind it ('Bùi GiangTTXVN'); the page shows where the name ends.
const GLUED = /\p{Ll}\p{Lu}|\s\p{Lu}{2,}$/u;
const unglued = (name: string, visible: readonly string[]): string =>
  visible.find(
    (shown) => shown.includes(' ') && shown.length < name.length && name.startsWith(shown),
  ) ?? name;

const unique = (found: readonly string[]): readonly string[] => [
  ...new Map(found.map((name) => [squash(name), name])).values(),
];

// An author may stand elsewhere in the graph and be only pointed at.
const named = (page: Page, author: unknown): readonly string[] => {
  const found = names(author);
  if (found.length > 0) return found;
  const ids = new Set(objects(author).flatMap((each) => strings(each['@id'])));
  if (ids.size === 0) return [];
  return page.ld
    .filter((ld: Ld) => strings(ld['@id']).some((id) => ids.has(id)))
    .flatMap((ld) => names(ld));
};

const declaredAuthors = (page: Page): readonly string[] =>
  articleLd(page.ld)
    .slice(0, MAX_ARTICLES)
    .map((ld) => named(page, ld['author']))
    .find((found) => found.length > 0) ?? [];

const metaAuthors = (page: Page): readonly (readonly string[])[] => [
  ...METAS.map((each) => metaValues(page.meta, ...each)),
  // What is shown where the page is shared: 'Written by' and a name.
  [1, 2].flatMap((at) =>
    WRITTEN.test(metaValue(page.meta, `twitter:label${at}`) ?? '')
      ? metaValues(page.meta, `twitter:data${at}`)
      : [],
  ),
];

/** The site or agency that the page's JSON-LD names as the author, for want of a person. */
export const corporateAuthor = (page: Page): readonly string[] =>
  declaredAuthors(page)
    .slice(0, 1)
    .filter((name) => name.length <= MAX_PERSON && (isName(name) || namesIn(name).length > 0));

const later = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** The authors' names in the page's order, without the site's own. */
export const readAuthors = (page: Page, headline: Element | null): readonly string[] => {
  const visible = later(() => visibleNames(page, headline));
  const lines = later(() => squashedLinesUnder(page, headline));
  const site = new Set(siteNames(page).map(squash));
  const called = declaredNames(page).map((name) => ` ${fold(name)} `);
  // A person's own site bears the person's name, and then the page shows it as a byline too.
  const isSite = (name: string): boolean =>
    /^[\w-]+\.(?:com|vn|net|org)$/i.test(name) ||
    (site.has(squash(name)) && !(isName(name) && lines().has(squash(name))));
  const isPartOfSite = (name: string): boolean =>
    called.some((each) => each.includes(` ${fold(name)} `)) && !lines().has(squash(name));
  const people = (source: readonly string[]): readonly string[] =>
    unique(
      source
        .flatMap(namesIn)
        .map((name) => (GLUED.test(name) ? unglued(name, visible()) : name))
        .filter((name) => !isSite(name)),
    );
  const outsideSite = (source: readonly string[]): readonly string[] =>
    people(source).filter((name) => !isPartOfSite(name));
  const declared = declaredAuthors(page);
  const sources: (() => readonly string[])[] = [
    () => people(declared),
    () => unique(journalAuthors(page)),
    ...metaAuthors(page).map((source) => () => outsideSite(source)),
    () => outsideSite(visible()),
    // A page that declares its paper as the author has no other, whatever portraits it shows.
    () => (declared.length > 0 ? [] : outsideSite(portrayedNames(page, headline))),
  ];
  let best: readonly string[] = [];
  for (const source of sources) {
    const found = source();
    if (best.length === 0) best = found;
    if (!found.some((name) => !HANDLE.test(name))) continue;
    best = found;
    break;
  }
  return best.slice(0, MAX_AUTHORS).map((name) => clip(name, MAX_NAME));
};
