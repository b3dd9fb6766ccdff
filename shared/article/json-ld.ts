// JSON-LD (schema.org) as pages really write it: several scripts, @graph, nested arrays, raw line breaks.
import { oneLine } from '../text/clean.ts';
import { decodeEntities } from '../text/entities.ts';

/** An object whose members nobody has checked yet. */
export type Ld = Readonly<Record<string, unknown>>;

const MAX_SCRIPTS = 50;
const MAX_SCRIPT_CHARACTERS = 1_000_000;
const MAX_OBJECTS = 2_000;

const isLd = (value: unknown): value is Ld =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (source: string): unknown => {
  // Raw control characters in strings are no JSON, and common.
  const json = source
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001F]+/g, ' ')
    .replace(/;\s*$/, '');
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

/** Every top-level object, those in arrays and in @graph included, in the page's order. */
export const readLd = (document: Document): readonly Ld[] => {
  const found: Ld[] = [];
  const scripts = document.querySelectorAll('script[type*="ld+json" i]');
  for (const script of [...scripts].slice(0, MAX_SCRIPTS)) {
    const source = script.textContent ?? '';
    if (source.length > MAX_SCRIPT_CHARACTERS) continue;
    const waiting: unknown[] = [parse(source)];
    while (waiting.length > 0 && found.length < MAX_OBJECTS) {
      const value = waiting.shift();
      if (Array.isArray(value)) waiting.unshift(...value.slice(0, MAX_OBJECTS));
      else if (isLd(value)) {
        found.push(value);
        waiting.unshift(value['@graph'], value['mainEntity']);
      }
    }
  }
  return found;
};

/** The members of a value that may be one thing or a list, nested or not, of at most 200. */
export const each = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : [value].flat(5).slice(0, 200);

/** The strings in a value that may be one thing or a list. */
export const strings = (value: unknown): readonly string[] =>
  each(value)
    .filter((item) => typeof item === 'string')
    .map((item) => oneLine(decodeEntities(item)))
    .filter((item) => item !== '');

/** The objects in a value that may be one thing or a list. */
export const objects = (value: unknown): readonly Ld[] => each(value).filter(isLd);

/** The names of things that are given as strings or as objects with a name. */
export const names = (value: unknown): readonly string[] =>
  each(value).flatMap((item) => strings(isLd(item) ? item['name'] : item));

/** Whether the object is of a type whose name ends like one of `types`. */
export const isType = (ld: Ld, ...types: string[]): boolean =>
  strings(ld['@type']).some((type) => types.some((wanted) => type.endsWith(wanted)));

/** The objects that describe the article itself, the plainest first: an article, else a page. */
export const articleLd = (all: readonly Ld[]): readonly Ld[] => [
  ...all.filter((ld) => isType(ld, 'Article', 'Posting', 'Report', 'Review', 'Recipe')),
  ...all.filter((ld) => isType(ld, 'WebPage')),
];
