// The page's own 'more of this section': the links under a heading that announces them.
import type { RelatedLink } from '../schema/article.ts';
import { clip, oneLine } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { resolve, sameSite, withoutTracking } from './address.ts';

import type { Page } from './page.ts';
import { proseLength } from './place.ts';

const MAX_LINKS = 50;
const MAX_TITLE = 1_000;
const MIN_TITLE = 15;
const MAX_HEADINGS = 3_000;
const MAX_LINE = 200;
const MOST_PIECES = 3;
// A box with that many characters of prose holds the article itself.
const MAX_PROSE = 300;

/** What announces links to other articles. */
export const ANNOUNCES =
  /^(?:(?:(?:các|những) )?(?:tin|bài)(?: viết)? (?:cũ|mới) hơn|(?:các )?(?:tin|bài)(?: viết)?(?: khác| mới(?: nhất)?(?: cùng.*)?| cũ hơn| mới hơn)?(?: cùng| liên quan| khác)(?:.*)|cùng (?:chuyên mục|chủ đề|danh mục)|tin (?:cùng|liên quan|khác|đã đưa|nổi bật)(?:.*)|có thể bạn quan tâm|bạn có thể quan tâm|đọc thêm|xem thêm|đừng bỏ lỡ|related(?: .*)?|more (?:from|in|on|about|like|stories|news)(?: .*)?|more|see also|read (?:more|next|also)|you (?:may|might) (?:also )?(?:like|be interested in).*|recommended(?: .*)?|also (?:in|on)(?: .*)?|in other news|latest (?:in|from).*|don t miss|mehr zum thema|lesen sie auch|das könnte (?:sie|dich) (?:auch )?interessieren|ähnliche (?:artikel|beiträge)|weitere (?:artikel|beiträge|themen)|à lire aussi|lire aussi|sur le même (?:sujet|thème)|te puede interesar|noticias relacionadas|leggi anche|articoli correlati|leia também|lees ook|läs också|читайте также|相关(?:新闻|阅读|文章)|関連記事)$/u;

// How each of those can begin: few lines do, and only they are folded.
const MAY_ANNOUNCE =
  /^[^\p{L}]*(?:các|những|tin|bài|cùng|có|bạn|đọc|xem|đừng|related|more|see|read|you|recommended|also|in|latest|don|mehr|lesen|das|ähnliche|weitere|à|lire|sur|te|noticias|leggi|articoli|leia|lees|läs|читайте|相关|関連)/iu;

const titleOf = (link: Element): string => {
  const text = oneLine(link.textContent ?? '');
  if (text.length >= MIN_TITLE) return text;
  const titled = oneLine(link.getAttribute('title') ?? '');
  return titled.length >= MIN_TITLE ? titled : '';
};

const linksIn = (box: Element, page: Page): readonly RelatedLink[] => {
  const found = new Map<string, RelatedLink>();
  for (const link of [...box.querySelectorAll('a[href]')].slice(0, 500)) {
    const address = resolve(link.getAttribute('href'), page.base);
    const title = titleOf(link);
    if (!address || title === '' || title.length > 300) continue;
    const url = withoutTracking(address);
    const target = new URL(url);
    const isPage = target.pathname === page.url.pathname && target.search === page.url.search;
    if (!sameSite(target, page.url) || target.pathname === '/' || isPage) continue;
    const known = found.get(url);
    if (!known || known.title.length > title.length)
      found.set(url, { title: clip(title, MAX_TITLE), url });
  }
  return [...found.values()];
};

const isBoxOf = (box: Element, headline: Element | null): boolean =>
  box.localName === 'body' ||
  box.localName === 'html' ||
  box.localName === 'main' ||
  (headline !== null && box.contains(headline));

export interface RelatedBox {
  readonly element: Element;
  readonly links: readonly RelatedLink[];
}

// What says that the links are of the article's own section.
const SAME_SECTION =
  /cùng (?:chuyên mục|danh mục)|^more (?:from|in) (?:this section|this category)$|in this section|same (?:section|category)/u;

// The first part of a path with several is the section on most sites: '/chinh-tri/…'.
const sectionOf = (url: URL): string | null => {
  const [first, second] = url.pathname.split('/').filter(Boolean);
  return first && second && !/\d/.test(first) ? first : null;
};

const markSection = (
  links: readonly RelatedLink[],
  announcement: string,
  page: URL,
): readonly RelatedLink[] => {
  const own = sectionOf(page);
  const isSaid = SAME_SECTION.test(announcement);
  return links.map((link) =>
    isSaid || (own !== null && sectionOf(new URL(link.url)) === own)
      ? { ...link, sameSection: true }
      : link,
  );
};

// The smallest box around an announcing line that holds links, as long as it does not hold the article.
const boxAround = (line: Element, page: Page, headline: Element | null): RelatedBox | null => {
  let box: Element | null = line;
  for (let up = 0; box && up < 5; up += 1, box = box.parentElement) {
    if (isBoxOf(box, headline) || proseLength(box) >= MAX_PROSE) return null;
    const links = linksIn(box, page);
    if (links.length >= 2 || (links.length === 1 && box !== line && up <= 2 && !nextHasLinks(box)))
      return { element: box, links };
  }
  return null;
};

// What is announced anew is a box of its own.
const nextHasLinks = (box: Element): boolean => {
  const next = box.nextElementSibling;
  if (!next?.querySelector('a[href]')) return false;
  return !announces(next.firstElementChild?.textContent?.slice(0, MAX_LINE) ?? '');
};

const announces = (text: string): boolean => {
  const folded = fold(text);
  return folded.length <= 60 && ANNOUNCES.test(folded);
};

/** Every box of the page that announces links to other articles, in the page's order. */
export const findRelated = (page: Page, headline: Element | null): readonly RelatedBox[] => {
  const boxes: RelatedBox[] = [];
  const seen = new Set<Element>();
  for (const { node, text } of page.stretches) {
    if (!MAY_ANNOUNCE.test(text)) continue;
    const parent = node.parentElement;
    // The line may be set in several pieces: '<h3>Tin <b>liên quan</b></h3>'.
    const line = [parent?.parentElement, parent].find(
      (element) =>
        element !== null &&
        element !== undefined &&
        element.childElementCount <= MOST_PIECES &&
        (element.textContent?.length ?? 0) <= MAX_LINE &&
        announces(element.textContent ?? ''),
    );
    if (!line || seen.has(line)) continue;
    seen.add(line);
    if (seen.size > MAX_HEADINGS) break;
    if (
      line.closest('nav, footer, [role="navigation"]') ||
      boxes.some(({ element }) => element.contains(line))
    )
      continue;
    const box = boxAround(line, page, headline);
    if (!box) continue;
    boxes.push({ ...box, links: markSection(box.links, fold(line.textContent ?? ''), page.url) });
  }
  return boxes;
};

/** The links of those boxes, each address once, at most 50. */
export const relatedLinks = (boxes: readonly RelatedBox[]): RelatedLink[] => {
  const found = new Map<string, RelatedLink>();
  for (const link of boxes.flatMap(({ links }) => links))
    if (!found.has(link.url)) found.set(link.url, link);
  return [...found.values()].slice(0, MAX_LINKS);
};
