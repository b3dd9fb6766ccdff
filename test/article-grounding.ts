// Whether what was read off a page stands on it: nothing of an article is made up, and no address in it is any but http(s).
import type { Page } from '@playwright/test';
import type { Article } from '../shared/schema/article.ts';
import { type Block, blockText } from '../shared/schema/block.ts';
import { oneLine } from '../shared/text/clean.ts';
import { decodeEntities } from '../shared/text/entities.ts';

const stringsOf = (block: Block): readonly (string | null)[] => {
  switch (block.kind) {
    case 'figure':
      return [block.alt, block.caption, block.credit];
    case 'list':
    case 'table':
      return blockText(block).split(/[\n\t]/);
    default:
      return [blockText(block)];
  }
};

/** Everything that an article says. */
export const saidIn = (article: Article): readonly string[] =>
  [
    article.title,
    ...article.authors,
    article.site,
    article.attribution,
    ...article.section,
    ...article.related.map(({ title }) => title),
    ...article.blocks.flatMap(stringsOf),
  ].flatMap((text) => (text?.trim() ? [text] : []));

const ADDRESSES = new Set(['url', 'canonicalUrl', 'leadImage', 'href', 'src']);

/** The addresses anywhere in a value that are none of the web. */
export const otherAddresses = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) =>
        ADDRESSES.has(key) && typeof member === 'string' && !/^https?:\/\/[^/]/.test(member)
          ? [member]
          : otherAddresses(member),
      )
    : [];

/** What a page holds, as its nodes have it. */
interface Held {
  /** Its text without what is never read as text. */
  readonly shown: string;
  /** The same without lists in the items of others, which are read after them. */
  readonly flat: string;
  readonly whole: string;
  readonly attributes: string;
  readonly scripts: string;
}

// Runs in the browser.
const heldBy = (html: string): Held => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const textOf = (): string => parsed.documentElement.textContent ?? '';
  const remove = (selector: string): void => {
    for (const element of parsed.querySelectorAll(selector)) element.remove();
  };
  const attributes = Array.from(parsed.querySelectorAll('*'), (element) =>
    Array.from(element.attributes, ({ value }) => value).join('\n'),
  ).join('\n');
  const hidden = parsed.querySelectorAll('script, template, noscript');
  const scripts = Array.from(hidden, ({ innerHTML }) => innerHTML).join('\n');
  const whole = textOf();
  remove(
    'script, style, noscript, template, svg, iframe, object, embed, audio, video, button, input, select, textarea, nav, menu, dialog, map, form',
  );
  const shown = textOf();
  remove('li ul, li ol');
  return { shown, flat: textOf(), whole, attributes, scripts };
};

/** Text without white space and marks that take no room, in NFC. */
const squeeze = (text: string): string => oneLine(text).replaceAll(' ', '');

const withoutTags = (text: string): string => text.replaceAll(/<[^<>]*>/g, '');

const unescapeJson = (text: string): string =>
  text.replaceAll(/\\(?:u([\da-f]{4})|(.))/gi, (_, code?: string, mark?: string) =>
    code
      ? String.fromCharCode(Number.parseInt(code, 16))
      : 'nrt'.includes(mark ?? '')
        ? ' '
        : (mark ?? ''),
  );

const MOST_PIECES = 8;
const SHORTEST_PIECE = 5;

// Elements may be left out of the middle: a hover card in a sentence, a nickname in a name.
const inPieces = (page: string, needle: string): boolean => {
  let at = 0;
  let rest = needle;
  for (let piece = 0; piece < MOST_PIECES && rest !== ''; piece += 1) {
    let [least, most] = [0, rest.length];
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (page.includes(rest.slice(0, middle), at)) least = middle;
      else most = middle - 1;
    }
    if (least < Math.min(SHORTEST_PIECE, rest.length)) return false;
    at = page.indexOf(rest.slice(0, least), at) + least;
    rest = rest.slice(least);
  }
  return rest === '';
};

// From what most is found in to what least is, each made only once something is still missing.
function* placesIn(held: Held): Generator<(needle: string) => boolean> {
  const { shown, flat, whole, attributes, scripts } = held;
  const [seen, listless] = [squeeze(shown), squeeze(flat)];
  for (const text of [seen, listless]) yield (needle) => text.includes(needle);
  const once = unescapeJson(scripts);
  for (const text of [whole, attributes, scripts, once, unescapeJson(once), shown]) {
    let decoded = text;
    for (let times = 0; times < 3; times += 1) {
      const [plain, bare] = [squeeze(decoded), squeeze(withoutTags(decoded))];
      yield (needle) => plain.includes(needle) || bare.includes(needle);
      decoded = decodeEntities(decoded);
    }
  }
  for (const text of [seen, listless]) yield (needle) => inPieces(text, needle);
}

/** What of an article does not occur in its page, as `html` has it: decoded, in NFC, whatever the white space. */
export const madeUp = async (
  tab: Page,
  html: string,
  article: Article,
): Promise<readonly string[]> => {
  const held = await tab.evaluate(heldBy, html);
  let missing = saidIn(article).map(squeeze);
  for (const isThere of placesIn(held)) {
    missing = missing.filter((needle) => !isThere(needle));
    if (missing.length === 0) break;
  }
  return missing;
};
