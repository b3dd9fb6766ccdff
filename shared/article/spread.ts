// How a page's text is spread: over titles that lead to other pages, what stands under them, and text of its own.
import { type Block, blockText, type Run } from '../schema/block.ts';
import { resolve, sameSite } from './address.ts';
import type { Placed } from './block-context.ts';
import type { Page } from './page.ts';

/** Texts in UTF-16 units, those of scripts that need few of them counted as several. */
export interface Spread {
  /** Titles that lead to other pages of the site. */
  readonly titles: number;
  /** Those of them with a few lines under them. */
  readonly teasers: number;
  /** What was taken for the article's text, without titles, teasers and imprint. */
  readonly own: number;
  /** The longest stretch of it that no title parts. */
  readonly run: number;
}

const MIN_TITLE = 15;
const MIN_TEASER = 40;
const MAX_TEASER = 500;
/** Between a title and its teaser stands a byline or a date at most. */
const REACH = 2;
const PROSE = 80;
const MOSTLY = 0.7;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const DENSITY = 3;

const IMPRINT =
  /^(?:©|copyright|bản quyền|cơ quan chủ quản|tổng biên tập|giấy phép)|all rights reserved|giấy phép (?:hoạt động|số)/iu;

/** How much a text says. */
export const weigh = (text: string): number =>
  text.length + (text.match(DENSE)?.length ?? 0) * (DENSITY - 1);

/** Whether an address is that of another page of the site, and not of its front. */
export const leadsOn = (href: string | null | undefined, page: Page): boolean => {
  const address = resolve(href, page.base);
  if (address === null) return false;
  const target = new URL(address);
  return (
    sameSite(target, page.url) &&
    target.pathname !== '/' &&
    (target.pathname !== page.url.pathname || target.search !== page.url.search)
  );
};

const partsOf = (block: Block): readonly (readonly Run[])[] => {
  if (block.kind === 'list') return block.items;
  if (block.kind === 'table') return block.rows.flat();
  return 'runs' in block ? [block.runs] : [];
};

const lengthOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { text }) => sum + text.length, 0);

// What begins with a link of some length to another page.
const isTitle = (runs: readonly Run[], page: Page): boolean => {
  const first = runs.find(({ text }) => /\p{L}/u.test(text))?.href;
  const linked = runs.filter(({ href }) => href !== undefined && href === first);
  return lengthOf(linked) >= MIN_TITLE && leadsOn(first, page);
};

// A title that its text follows in the same item or paragraph.
const goesOn = (runs: readonly Run[]): boolean =>
  lengthOf(runs.filter(({ href }) => href !== undefined)) < lengthOf(runs) * MOSTLY;

/** How the blocks of a page are spread; `isKept` says which were taken for the article's text. */
export const readSpread = (
  page: Page,
  placed: readonly Placed[],
  isKept: (one: Placed) => boolean,
): Spread => {
  let [titles, teasers, prose, run, longest] = [0, 0, 0, 0, 0];
  /** Blocks since the last title that nothing has been found under yet. */
  let since = Infinity;
  for (const one of placed) {
    const { block } = one;
    if (block.kind === 'figure') continue;
    const parts = partsOf(block);
    const leading = parts.filter((runs) => isTitle(runs, page));
    if (leading.length > 0 && leading.length >= parts.length / 2) {
      titles += leading.length;
      teasers += leading.filter(goesOn).length;
      [since, run] = [0, 0];
      continue;
    }
    since += 1;
    const text = blockText(block);
    if (block.kind === 'heading' || IMPRINT.test(text)) continue;
    if (since <= REACH && text.length <= MAX_TEASER) {
      if (text.length < MIN_TEASER) continue;
      teasers += 1;
      since = Infinity;
    } else if (isKept(one)) {
      const weight = weigh(text);
      if (weight >= PROSE) prose += weight;
      run += weight;
      longest = Math.max(longest, run);
    }
  }
  return { titles, teasers, own: Math.max(prose, longest), run: longest };
};
