// The section path (chuyên mục): where on the site the article stands, in the site's own words.
import { clip, oneLine } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { articleLd, each, isType, type Ld, names, objects, strings } from './json-ld.ts';
import { metaValues } from './meta.ts';
import type { Page } from './page.ts';
import { isInAnotherArticle, isWithin } from './place.ts';
import type { Headline } from './title.ts';

const MAX_NAME = 200;
const MAX_PATH = 8;
const HOME =
  /^(home|homepage|home page|front page|start|startseite|accueil|inicio|início|trang chủ|trang nhất|首页|ホーム|главная|strona główna|domů|etusivu|forside|hem|posts|all posts|beiträge|alle beiträge)$/iu;
// A footer inside an article is that article's.
const ELSEWHERE =
  'nav, footer:not(article footer), aside, [class*="sidebar" i], [class*="related" i], [class*="widget" i]';
// Without its first letter a word is found in 'breadcrumb' and in 'pageBreadcrumb', at less cost than in any case.
const CRUMBS =
  '[itemtype*="BreadcrumbList"], nav[aria-label*="readcrumb"], [class*="readcrumb"], [id*="readcrumb"], [class*="read-crumb"], [class*="rumbs"]';

const fromList = (list: Ld): readonly string[] =>
  objects(list['itemListElement'])
    .map((item, index) => ({
      position: typeof item['position'] === 'number' ? item['position'] : index,
      name: names(item)[0] ?? objects(item['item']).flatMap(names)[0] ?? '',
    }))
    .sort((a, b) => a.position - b.position)
    .map(({ name }) => name);

// Some crumbs drop a menu of their neighbours, in a list inside of their item; one item alone is the next crumb.
const isInDroppedMenu = (link: Element, crumbs: Element): boolean => {
  const list = link.closest('ul, ol');
  const item = list?.parentElement?.closest('li');
  return list !== null && item && crumbs.contains(item) ? list.childElementCount > 1 : false;
};

const fromElement = (element: Element): readonly string[] => {
  const links = [...element.querySelectorAll('a[href], [itemprop~="name"]')].filter(
    (link) =>
      (!link.querySelector('[itemprop~="name"]') || link.getAttribute('itemprop') === 'name') &&
      !isInDroppedMenu(link, element),
  );
  return links.map((link) => oneLine(link.textContent ?? ''));
};

// The links that a blog marks as its article's categories (rel="category").
const fromCategoryLinks = (page: Page, headline: Headline | null): readonly string[] =>
  [...page.document.querySelectorAll('a[rel~="category"]')]
    .slice(0, 50)
    .filter(
      (link) =>
        !isWithin(link, ELSEWHERE, headline?.element ?? null) &&
        !isInAnotherArticle(link, headline?.element ?? null),
    )
    .map((link) => oneLine(link.textContent ?? ''));

// The page's own address, taken apart once for all of its links.
interface OwnAddress {
  readonly hostname: string;
  readonly pathname: string;
  readonly length: number;
  readonly base: string;
}

// Most links are ruled out by how they are written; only the rest is worth parsing.
const mayLeadAbove = (href: string, own: OwnAddress): boolean => {
  if (href.length > own.length + 10) return false;
  const isPath = href.startsWith('/') && !href.startsWith('//');
  if (!isPath) return true;
  // One letter rules out most of them.
  if (!own.pathname.startsWith(href.slice(0, 2))) return false;
  return own.pathname.startsWith(href.replace(/\/?(?:\.\w+)?(?:[?#].*)?$/, ''));
};

/** Whether a link leads to a list that the article's own address lies under: /sport/ for /sport/2022/final. */
const leadsAbove = (href: string, own: OwnAddress): boolean => {
  const target = mayLeadAbove(href, own) ? URL.parse(href, own.base) : null;
  if (!target || target.hostname !== own.hostname) return false;
  const path = target.pathname.replace(/\.\w+$/, '').replace(/\/?$/, '/');
  return (
    path !== '/' && path.length > 3 && path !== `${own.pathname}/` && own.pathname.startsWith(path)
  );
};

const fromLinks = (page: Page): readonly string[] => {
  const { hostname, pathname, href } = page.url;
  const own = { hostname, pathname, length: href.length, base: page.base.href };
  const links = [...page.document.querySelectorAll('a[href]')]
    .slice(0, 3_000)
    .filter((link) => leadsAbove(link.getAttribute('href') ?? '', own));
  const byPath = new Map<string, string>();
  for (const link of links) {
    const text = oneLine(link.textContent ?? '');
    const path = URL.parse(link.getAttribute('href') ?? '', page.base.href)?.pathname ?? '';
    if (
      text !== '' &&
      text.length <= 40 &&
      text.split(' ').length <= 5 &&
      !/\d/.test(path) &&
      !byPath.has(path)
    )
      byPath.set(path, text);
  }
  return [...byPath].sort((a, b) => a[0].length - b[0].length).map(([, text]) => text);
};

/** The section path, outermost first; neither the front page nor the headline nor the site's name is part of it. */
export const readSection = (
  page: Page,
  headline: Headline | null,
  site: string | null,
): readonly string[] => {
  const title = fold(headline?.text ?? '');
  const notSection = new Set([
    title,
    fold(site ?? ''),
    fold(page.url.hostname.replace(/^www\./, '')),
  ]);
  const path = (found: readonly string[]): readonly string[] => {
    const kept = found
      .map((name) =>
        oneLine(clip(name, MAX_NAME * 2).replace(/^[\s›»>/|•·-]+|[\s›»>/|•·-]+$/gu, '')),
      )
      .filter((name) => name !== '' && !HOME.test(name) && !notSection.has(fold(name)))
      .filter(
        (name) =>
          !(title !== '' && fold(name).length > 20 && title.startsWith(fold(name).slice(0, 60))),
      );
    return [...new Set(kept)].slice(0, MAX_PATH).map((name) => clip(name, MAX_NAME));
  };
  const lists = page.ld.filter((ld) => isType(ld, 'BreadcrumbList'));
  const nested = page.ld
    .flatMap((ld) => objects(ld['breadcrumb']))
    .filter((ld) => 'itemListElement' in ld);
  const elements = [...page.document.querySelectorAll(CRUMBS)].slice(0, 20);
  const sources: (() => readonly string[])[] = [
    ...[...lists, ...nested].map((list) => () => fromList(list)),
    ...elements.map((element) => () => fromElement(element)),
    () => fromCategoryLinks(page, headline),
    () => fromLinks(page),
    () =>
      metaValues(
        page.meta,
        'article:section',
        'og:article:section',
        'section',
        'parsely-section',
        'articlesection',
      ).slice(0, 1),
    () =>
      articleLd(page.ld).flatMap((ld) =>
        each(ld['articleSection']).length === 1
          ? strings(ld['articleSection']).flatMap((name) => name.split(/\s*[,>|]\s*/))
          : strings(ld['articleSection']),
      ),
  ];
  for (const source of sources) {
    const found = path(source());
    if (found.length > 0) return found;
  }
  return [];
};
