// Text that the page holds and does not show: in its JSON-LD, or as a string in a script that would render it.
import type { Block } from '../schema/block.ts';
import { oneLine } from '../text/clean.ts';
import { decodeEntities } from '../text/entities.ts';
import { readBlocks, withLinks } from './blocks.ts';
import { articleLd, each } from './json-ld.ts';
import type { Page } from './page.ts';

/** Shorter strings are teasers and descriptions. */
const LEAST = 500;
const MAX_SCRIPT = 2_000_000;
const MAX_SCRIPTS = 200;
const MAX_PARAGRAPHS = 2_000;
const MAX_PARAGRAPH = 20_000;

const NAMES = ['articleBody', 'bodyHtml', 'contentHtml', 'body_html', 'content', 'body'];

// Where a string literal that begins at `start` ends: at its quote, or at its escaped one inside of another literal.
const literalAt = (source: string, start: number, quote: string): string | null => {
  for (let end = source.indexOf(quote, start); end >= 0; end = source.indexOf(quote, end + 1)) {
    let slashes = 0;
    while (source[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % (quote.length * 2) < quote.length) return source.slice(start, end);
  }
  return null;
};

const unescaped = (literal: string): string | null => {
  try {
    const value: unknown = JSON.parse(`"${literal}"`);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
};

// What the literals that follow `key` say. Each is looked at once, so that any script takes linear time.
const literalsAfter = (source: string, key: string, quote: string): readonly string[] => {
  const found: string[] = [];
  for (let at = source.indexOf(key); at >= 0; at = source.indexOf(key, at)) {
    at += key.length;
    const literal = literalAt(source, at, quote);
    if (literal === null) break;
    at += literal.length;
    if (literal.length >= LEAST) found.push(literal);
  }
  return found;
};

// The strings that a script gives one of the names, also where the script is itself a string in another.
const stringsIn = (source: string): readonly string[] => {
  const once = NAMES.flatMap((name) => literalsAfter(source, `"${name}":"`, '"'));
  const twice = NAMES.flatMap((name) => literalsAfter(source, `\\"${name}\\":\\"`, '\\"'));
  return [...once, ...twice.map(unescaped)]
    .map((literal) => (literal === null ? null : unescaped(literal)))
    .filter((text) => text !== null);
};

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/)
    .slice(0, MAX_PARAGRAPHS)
    .map((line) => oneLine(decodeEntities(line.slice(0, MAX_PARAGRAPH))))
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', runs: [{ text: line }] }));

// Parsed without a window: nothing in it runs or loads.
const toBlocks = (text: string, page: Page): readonly Block[] => {
  if (!/<\/?(?:p|br|div|h[1-6]|ul|figure)\b/i.test(text)) return paragraphs(text);
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  return readBlocks(body, page.base, () => false).blocks.map((block) =>
    withLinks(block, page.base),
  );
};

/** The blocks of the longest text that the page does not show; none where there is no long one. */
export const recoverBlocks = (page: Page): readonly Block[] => {
  const declared = articleLd(page.ld)
    .flatMap((ld) => each(ld['articleBody']))
    .filter((text) => typeof text === 'string');
  const inScripts = page.scripts
    .slice(0, MAX_SCRIPTS)
    .map((script) => script.textContent ?? '')
    .filter(({ length }) => length >= LEAST && length <= MAX_SCRIPT)
    .flatMap(stringsIn);
  const longest = [...declared, ...inScripts]
    .filter(({ length }) => length >= LEAST)
    .reduce((best, text) => (text.length > best.length ? text : best), '');
  return longest === '' ? [] : toBlocks(longest, page);
};
