// The headline as a reader sees it: not the tab's title with the site's name at its end.
import { clip, oneLine } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { articleLd, strings } from './json-ld.ts';
import { metaValues } from './meta.ts';
import type { Page } from './page.ts';

export interface Headline {
  readonly text: string;
  /** Where it stands on the page, if it stands there. */
  readonly element: Element | null;
}

const MAX_TITLE = 1_000;
const MAX_HEADINGS = 200;
const SEPARATOR = /\s+[|–—·•»:-]\s+|\s*[|»]\s*/u;

/** The tab's title without the parts at its end that name the site or the section. */
export const withoutSite = (title: string, site: readonly string[]): string => {
  const known = site.map(fold).filter(Boolean);
  let rest = title;
  for (;;) {
    const parts = [...rest.matchAll(new RegExp(SEPARATOR, 'gu'))];
    const last = parts.at(-1);
    if (!last) return rest;
    const head = rest.slice(0, last.index);
    const tail = fold(rest.slice(last.index + last[0].length));
    const namesSite = known.some(
      (name) => name === tail || name.replaceAll(' ', '') === tail.replaceAll(' ', ''),
    );
    const isBar = /[|»]/.test(last[0]);
    const isShort = tail.split(' ').length <= 4 && head.length >= 15 && head.length > tail.length;
    if (!namesSite && !(isBar && isShort)) return rest;
    rest = head;
  }
};

// How much of the shorter of two texts the words in common make up, 0 to 1.
const likeness = (a: string, b: string): number => {
  const wordsOfA = new Set(fold(a).split(' '));
  const wordsOfB = new Set(fold(b).split(' '));
  const common = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  return (2 * common) / (wordsOfA.size + wordsOfB.size);
};

const textOf = (element: Element): string => oneLine(element.textContent ?? '');

const outside = (element: Element): boolean =>
  element.closest('nav, footer, aside, [role="navigation"]') !== null;

/** What the page says its headline is, best first. */
const declaredTitles = (page: Page): readonly string[] => {
  const site = [
    ...metaValues(page.meta, 'og:site_name', 'application-name'),
    page.url.hostname.replace(/^www\./, ''),
  ];
  return [
    ...metaValues(page.meta, 'og:title'),
    ...articleLd(page.ld).flatMap((ld) => strings(ld['headline'])),
    ...metaValues(page.meta, 'twitter:title', 'title', 'dc.title'),
    page.document.title,
  ]
    .map((title) => withoutSite(oneLine(title), site))
    .filter((title) => title !== '');
};

/** The headline: the heading that says what the metadata says; without one, the metadata. Null when neither is there. */
export const readHeadline = (page: Page): Headline | null => {
  const declared = declaredTitles(page);
  const headings = [
    'h1',
    '[itemprop~="headline"]',
    'h2, h3',
    '[class*="title" i], [class*="headline" i]',
  ]
    .flatMap((selector, rank) =>
      [...page.document.querySelectorAll(selector)]
        .slice(0, MAX_HEADINGS)
        .map((element) => ({ element, rank })),
    )
    .map(({ element, rank }) => ({ element, rank, text: textOf(element) }))
    .filter(({ text, element }) => text.length > 1 && text.length <= 400 && !outside(element));

  const scored = headings
    .map((heading) => ({
      ...heading,
      score:
        Math.max(0, ...declared.map((title) => likeness(title, heading.text))) -
        heading.rank * 0.15,
    }))
    .filter(({ score, rank }) => score >= (rank === 0 ? 0.4 : 0.6))
    .sort((a, b) => b.score - a.score);
  const best = scored[0] ?? onlyHeading(headings);
  if (best) return { text: clip(best.text, MAX_TITLE), element: best.element };
  const title = declared[0];
  return title ? { text: clip(title, MAX_TITLE), element: null } : null;
};

// A page with one h1 of some length means it, whatever its metadata say.
const onlyHeading = <Heading extends { rank: number; text: string }>(
  headings: readonly Heading[],
): Heading | undefined => {
  const firsts = headings.filter(({ rank }) => rank === 0);
  return firsts.length === 1 && (firsts[0]?.text.length ?? 0) >= 20 ? firsts[0] : undefined;
};
