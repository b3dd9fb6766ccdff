// The standfirst (sapo): the sentence or two between headline and text that tell the whole story.
import { oneLine } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { articleLd, strings } from './json-ld.ts';
import { metaValues } from './meta.ts';
import type { Page } from './page.ts';
import { isWithin } from './place.ts';

const NAMED =
  /(?:^|[\s_-])(?:sapo|standfirst|stand-first|deck|dek|chapeau|subhead(?:line)?|sub-?title|lead(?:-text|-paragraph)?|lede|teaser|intro|kicker-text|vorspann|summary|abstract|article-?(?:intro|lead|summary|description|excerpt)|(?:post|entry|news|detail)-?(?:intro|lead|summary|description|excerpt))(?:[\s_-]|$)/i;
const ELSEWHERE =
  'nav, footer, aside, form, figure, [class*="related" i], [class*="comment" i], [class*="caption" i]';
const MIN = 40;
const MAX = 1_500;
const REACH = 150;

export interface Standfirst {
  readonly element: Element;
  /** Whether the page itself sets it apart: by its name, or by being no plain paragraph of the text. */
  readonly setApart: boolean;
}

const isSetApart = (element: Element): boolean =>
  NAMED.test(element.getAttribute('class') ?? '') ||
  NAMED.test(element.getAttribute('itemprop') ?? '') ||
  NAMED.test(element.getAttribute('data-role') ?? '') ||
  /^h[2-6]$/.test(element.localName);

// The words of a description's beginning: descriptions are cut, with or without dots.
const beginning = (text: string): string => fold(text).slice(0, 60);

/** The element after the headline that is named a standfirst or says what the page's description says. */
export const findStandfirst = (page: Page, headline: Element | null): Standfirst | null => {
  if (!headline) return null;
  const descriptions = [
    ...metaValues(page.meta, 'og:description'),
    ...metaValues(page.meta, 'description'),
    ...articleLd(page.ld).flatMap((ld) => strings(ld['description'])),
  ]
    .filter((text) => text.length >= MIN)
    .map(beginning);
  const walker = page.document.createTreeWalker(page.document.body, 1);
  walker.currentNode = headline;
  for (
    let count = 0, node = walker.nextNode();
    node && count < REACH;
    count += 1, node = walker.nextNode()
  ) {
    if (!isElement(node) || headline.contains(node) || isWithin(node, ELSEWHERE, headline))
      continue;
    const text = oneLine(node.textContent ?? '');
    if (text.length < MIN || text.length > MAX || fold(text) === fold(headline.textContent ?? ''))
      continue;
    const described = descriptions.some((description) => beginning(text).startsWith(description));
    const named =
      isSetApart(node) && !/^h[2-6]$/.test(node.localName) && node.querySelector('a, li') === null;
    if (described || named)
      return { element: node, setApart: isSetApart(node) || node.querySelector('h2, h3') !== null };
  }
  return null;
};

const isElement = (node: Node): node is Element => node.nodeType === 1;
