// The headline as a reader sees it: not the tab's title with the site's name at its end.
import { clip } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { kickerAgreed, withoutKicker } from './kicker.ts';
import { articleLd, strings } from './json-ld.ts';
import { metaValues } from './meta.ts';
import type { Page } from './page.ts';
import { isWithin, spacedText } from './place.ts';
import { siteNames } from './site.ts';

export interface Headline {
  readonly text: string;
  /** Where it stands on the page, if it stands there. */
  readonly element: Element | null;
}

const MAX_TITLE = 1_000;
const MAX_HEADING = 400;
const MAX_HEADINGS = 200;
const SEPARATOR = /\s+[|–—·•»:-]\s+|\s*[|»]\s*/gu;

// Where a headline can stand, the likeliest first; each step down has to be more like the metadata.
const PLACES = [
  'h1',
  '[itemprop~="headline"]',
  'h2, h3',
  '[class*="title" i], [class*="headline" i]',
];
const STEP = 0.15;
const LIKE_ENOUGH = 0.4;
const ELSEWHERE = 'nav, footer, aside, [role="navigation"]';

/** A title without the parts at its end that name the site or, behind a bar, the section. */
export const withoutSite = (title: string, site: readonly string[]): string => {
  const known = new Set(site.map((name) => fold(name).replaceAll(' ', '')).filter(Boolean));
  let rest = title;
  for (;;) {
    const last = [...rest.matchAll(SEPARATOR)].at(-1);
    if (!last) return rest;
    const head = rest.slice(0, last.index);
    const tail = fold(rest.slice(last.index + last[0].length));
    const isBar = /[|»]/.test(last[0]);
    const isShort = tail.split(' ').length <= 4 && head.length >= 15 && head.length > tail.length;
    if (head === '' || (!known.has(tail.replaceAll(' ', '')) && !(isBar && isShort))) return rest;
    rest = head;
  }
};

const pairsOf = (text: string): ReadonlySet<string> => {
  const folded = fold(text);
  return new Set(
    Array.from({ length: Math.max(1, folded.length - 1) }, (_, at) => folded.slice(at, at + 2)),
  );
};

// Dice's coefficient of the pairs of letters, 0 to 1: it needs no spaces between words.
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);

/** What the page's metadata say its headline is, best first. */
const declaredTitles = (page: Page): readonly string[] => {
  const site = siteNames(page);
  return [
    ...metaValues(page.meta, 'og:title'),
    ...articleLd(page.ld).flatMap((ld) => strings(ld['headline'])),
    ...metaValues(page.meta, 'twitter:title', 'title', 'dc.title'),
    page.document.title,
  ]
    .map((title) => withoutSite(clip(title.replace(/\s+/gu, ' ').trim(), MAX_TITLE), site))
    .filter((title) => title !== '');
};

interface Heading extends Headline {
  readonly element: Element;
  readonly score: number;
}

const headingsAt = (page: Page, selector: string): readonly Omit<Heading, 'score'>[] =>
  [...page.document.querySelectorAll(selector)]
    .slice(0, MAX_HEADINGS)
    .filter((element) => (element.textContent?.length ?? 0) <= MAX_HEADING * 2)
    .map((element) => ({ element, text: spacedText(element) }))
    .filter(({ text }) => text.length > 1 && text.length <= MAX_HEADING);

const inPlace = ({ element }: Headline): boolean =>
  element !== null && !isWithin(element, ELSEWHERE, null);

// The heading that is most like one of the titles; no place further down is asked that cannot win any more.
const likestHeading = (page: Page, declared: readonly string[]): Headline | null => {
  const pairs = declared.map(pairsOf);
  let best: Heading | null = null;
  for (const [rank, selector] of PLACES.entries()) {
    if (best && best.score >= 1 - rank * STEP) break;
    for (const heading of headingsAt(page, selector).filter(inPlace)) {
      const own = pairsOf(heading.text);
      const score = Math.max(0, ...pairs.map((each) => likeness(each, own))) - rank * STEP;
      if (score >= LIKE_ENOUGH && score > (best?.score ?? 0)) best = { ...heading, score };
    }
  }
  return best;
};

// A page with one h1 of some length means it, whatever its metadata say.
const onlyHeading = (page: Page): Headline | null => {
  const [first, second] = headingsAt(page, 'h1').filter(inPlace);
  return first && !second && first.text.length >= 15 ? first : null;
};

/** The headline: the heading that says what the metadata say; without one, the metadata. Null when neither is there. */
export const readHeadline = (page: Page): Headline | null => {
  const declared = declaredTitles(page);
  const best = likestHeading(page, declared) ?? onlyHeading(page);
  const [title] = declared;
  if (!best?.element)
    return title === undefined ? null : { text: clip(title, MAX_TITLE), element: null };
  const text = kickerAgreed(best.text, declared) ?? withoutKicker(best.element, declared);
  return { text: clip(text, MAX_TITLE), element: best.element };
};
