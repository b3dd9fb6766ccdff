// The byline that a reader sees: in an element named after it, spelled out near the headline, or beside a portrait.
import { namesIn, isName, squash } from './names.ts';
import type { Page } from './page.ts';
import { elementsNear, isInAnotherArticle, isWithin, shortText, spacedText } from './place.ts';

const MAX_VISIBLE = 6;
const MAX_LINE = 120;
const MAX_ELEMENTS = 300;
const REACH = 1_500;
// Without its first letter a word is found in 'author' and in 'postAuthor', at less cost than in any case.
const MARKED =
  '[rel~="author"], [itemprop~="author"], [class*="yline"], [class*="uthor"], [class*="acgia"], [class*="ac-gia"]';
const CALLED = /byline|author|tac-?gia/i;
const PROFILES = 'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[rel~="author"]';
// Where names are those of commenters, of other articles' writers, or of the site's menu.
const OTHERS =
  'nav, footer, [class*="comment" i], [class*="related" i], [id*="comment" i], [class*="recommend" i]';
const ELSEWHERE = `${OTHERS}, [class*="sidebar" i], [id*="sidebar" i]`;
const SPELLED =
  /^(?:(?:(?:written|reported|words|story) )?by\s*:?|(?:geschrieben |verfasst )?von|par|por|bởi|tác giả\s*:?|bài(?: viết)?\s*:)\s+\p{Lu}/iu;
const DATED =
  /^\p{Lu}[\p{L}\p{M}'’. -]{3,40}\s*[-–—|•·,]\s*(?:\p{L}+,? )?\d{1,2}[./ -](?:\d|\p{L}).*\d{4}/u;
const PORTRAIT = /avatar|profile|author|headshot/iu;
const LOGO = /logo/iu;
const OF_PORTRAIT =
  /^(?:avatar|photo|picture|portrait|image|headshot) (?:of|for) |['’]s? (?:avatar|photo|picture|portrait|profile.*)$/iu;
const AFTER_NAME = /\s+(?:in|on)$/u;

const isByline = (element: Element, headline: Element | null): boolean =>
  (element.textContent?.length ?? 0) <= MAX_LINE * 3 &&
  !isInAnotherArticle(element, headline) &&
  !isWithin(element, ELSEWHERE, headline);

// Of all that are named so, the first after the headline, and those that stand beside it.
const nearest = (found: readonly Element[], headline: Element | null): readonly Element[] => {
  const follows = (element: Element): boolean =>
    headline !== null && (headline.compareDocumentPosition(element) & 4) !== 0;
  const first = found.find(follows) ?? found[0];
  const around = first?.parentElement?.parentElement ?? first?.parentElement;
  return found.filter((element) => element === first || around?.contains(element));
};

// In elements that come in the page's order, one may stand in another: only the outermost are searched.
const insideOf = (elements: readonly Element[], selector: string): readonly Element[] => {
  let outer: Element | null = null;
  const inside: Element[] = [];
  for (const element of elements) {
    if (outer?.contains(element)) continue;
    outer = element;
    inside.push(...[...element.querySelectorAll(selector)].slice(0, MAX_ELEMENTS));
  }
  return inside.slice(0, MAX_ELEMENTS);
};

// What is named after a byline, the surest kinds first.
const markedLines = (
  page: Page,
  headline: Element | null,
): readonly (() => readonly string[])[] => {
  const all = [...page.document.querySelectorAll(MARKED)].slice(0, MAX_ELEMENTS);
  const authors = all.filter((element) => element.matches('[itemprop~="author"]'));
  const links = all.filter((element) => element.matches('[rel~="author"]'));
  const named = all.filter((element) => CALLED.test(element.getAttribute('class') ?? ''));
  const kinds = [
    () => insideOf(authors, '[itemprop~="name"]'),
    () => links,
    () => authors,
    () => insideOf(named, 'a'),
    () => named,
  ];
  return kinds.map((kind) => () => {
    const found = kind().filter((element) => isByline(element, headline));
    return nearest(found, headline).map(spacedText);
  });
};

// The lines close under the headline, each with the elements that it stands in.
const linesUnder = (page: Page, headline: Element | null): ReadonlyMap<Element, string> => {
  const lines = new Map<Element, string>();
  if (!headline) return lines;
  for (const { element } of elementsNear(page.stretches, headline, 'after', REACH)) {
    let around: Element | null = element;
    for (let up = 0; up < 3 && around && !lines.has(around); up += 1) {
      const line = around.contains(headline) ? null : shortText(around, MAX_LINE);
      if (line === null) break;
      lines.set(around, line);
      around = around.parentElement;
    }
  }
  return lines;
};

/** The lines close under the headline, as they are compared. */
export const squashedLinesUnder = (page: Page, headline: Element | null): ReadonlySet<string> =>
  new Set([...linesUnder(page, headline).values()].map(squash));

// A line that begins like a byline: 'By Dana Whitlock'.
const spelledOut = (page: Page, headline: Element | null): readonly string[] => {
  for (const [element, line] of linesUnder(page, headline)) {
    const isSpelled = SPELLED.test(line) && namesIn(line).some(isName);
    if (isSpelled && !isWithin(element, ELSEWHERE, headline)) return [line];
  }
  return [];
};

// A line of a name and a date: 'Sehernur Karsu | 05.04.2025'.
const dated = (page: Page, headline: Element | null): readonly string[] => {
  for (const [element, line] of linesUnder(page, headline)) {
    const isDated = DATED.test(line) && namesIn(line).some(isName);
    if (isDated && !isWithin(element, ELSEWHERE, headline)) return [line];
  }
  return [];
};

const nextText = (image: Element, within: Element): string => {
  const walker = image.ownerDocument.createTreeWalker(within, 4);
  walker.currentNode = image;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.replace(/\s+/gu, ' ').trim() ?? '';
    if (text !== '') return text;
  }
  return '';
};

// A portrait that is described by the name beside it, or that is called one and has a name beside it.
const besidePortrait = (page: Page, headline: Element | null): readonly string[] => {
  for (const [around, line] of linesUnder(page, headline)) {
    const image = around.querySelector('img');
    const called = `${image?.getAttribute('class') ?? ''} ${image?.getAttribute('src')?.slice(0, 500) ?? ''}`;
    if (!image || LOGO.test(called) || isWithin(around, ELSEWHERE, headline)) continue;
    const described = (image.getAttribute('alt') ?? '')
      .slice(0, MAX_LINE)
      .replace(OF_PORTRAIT, '')
      .trim();
    if (isName(described) && line.includes(described)) return [described];
    const beside = nextText(image, around).replace(AFTER_NAME, '');
    if (PORTRAIT.test(called) && isName(beside)) return [beside];
  }
  return [];
};

// Links to writers' own pages anywhere, where they all name one person.
const onlyProfile = (page: Page): readonly string[] => {
  const found = [...page.document.querySelectorAll(PROFILES)]
    .slice(0, MAX_ELEMENTS)
    .filter((link) => !isWithin(link, OTHERS, null))
    .flatMap((link) => namesIn(spacedText(link)).filter(isName));
  return new Set(found.map(squash)).size === 1 ? found.slice(0, 1) : [];
};

/** The names that the page shows where nothing calls them a byline: beside a portrait, or linked to their pages. */
export const portrayedNames = (page: Page, headline: Element | null): readonly string[] => {
  const beside = besidePortrait(page, headline);
  return beside.length > 0 ? beside : onlyProfile(page);
};

/** The names that the page shows as its byline, from the surest place that has any. */
export const visibleNames = (page: Page, headline: Element | null): readonly string[] => {
  const title = headline && spacedText(headline);
  const sources = [
    ...markedLines(page, headline),
    () => spelledOut(page, headline),
    () => dated(page, headline),
  ];
  for (const source of sources) {
    const lines = source().filter(
      (text) => text !== '' && text.length <= MAX_LINE && text !== title,
    );
    const found = lines.flatMap(namesIn);
    if (found.length > 0) return found.slice(0, MAX_VISIBLE);
  }
  return [];
};
