// The four colours of paint are read on any paper, and their lines are seen on it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COLOURS } from '../../shared/schema/highlight.ts';
import { LOOKS } from '../../extension/lib/mark/marking.ts';
import { markStyle, nameOfLook } from '../../extension/lib/mark/style.ts';

const read = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, '../../shared/ui', name), 'utf8');

const IN_PAGE = markStyle('m');
const paint = read('highlight/highlight.css');
const tokens = read('tokens.css');
const sepia = /data-paper='sepia'\]\) \{([^}]*)\}/.exec(read('reader/reader.css'))?.[1] ?? '';

/** Both colours of a `light-dark` property. */
const pair = (css: string, name: string): [light: string, dark: string] => {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
  return [light, dark];
};

const single = (css: string, name: string): string =>
  new RegExp(`--${name}: (#\\w+)`).exec(css)?.[1] ?? '';

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** As WCAG 2.2 has it. */
const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

test.each(COLOURS)('%s is read in light, dark and sepia, and its line is seen', (colour) => {
  const [light, dark] = pair(paint, colour);
  const [lightLine, darkLine] = pair(paint, `${colour}-line`);
  const [ink, lightInk] = pair(tokens, 'ink');
  const [paper, darkPaper] = pair(tokens, 'paper');
  const texts = [
    contrast(ink, light),
    contrast(lightInk, dark),
    contrast(single(sepia, 'ink'), light),
  ];
  const lines = [
    contrast(lightLine, paper),
    contrast(lightLine, light),
    contrast(darkLine, darkPaper),
    contrast(darkLine, dark),
    contrast(lightLine, single(sepia, 'paper')),
  ];
  expect(Math.min(...texts)).toBeGreaterThanOrEqual(7);
  expect(Math.min(...lines)).toBeGreaterThanOrEqual(3);
});

test('each colour has a line of its own kind, in the text and in the page', () => {
  const kinds = paint.match(/--line: \S+ (\w+)/g);
  expect(new Set(kinds).size).toBe(COLOURS.length);
  const inPage = COLOURS.map((colour) =>
    new RegExp(`${nameOfLook('m', colour)}\\) \\{[^}]*underline (\\w+)`).exec(IN_PAGE)?.at(1),
  );
  expect(new Set(inPage).size).toBe(COLOURS.length);
});

test.each(LOOKS)('what is marked in a page as %s is read on any page', (look) => {
  const ground = new RegExp(`${nameOfLook('m', look)}\\) \\{\\s*background-color: (#\\w+)`).exec(
    IN_PAGE,
  )?.[1];
  expect(contrast('#1b1a17', ground ?? '#000000')).toBeGreaterThanOrEqual(11);
});
