// The icons of the installed pages are drawn from the one that there is.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { png } from '../../worker/local/png.ts';
import { shapesOf } from '../../worker/local/svg.ts';

const ICON = readFileSync(path.resolve(import.meta.dirname, '../../worker/pages/icon.svg'), 'utf8');
const SIZE = 64;

/** The colour of a pixel of a PNG as we write it, `#rrggbbaa`. */
const pixelsOf = (file: Buffer) => {
  const length = file.readUInt32BE(33);
  const data = file.subarray(41, 41 + length);
  expect(file.readUInt32BE(41 + length)).toBe(crc32(file.subarray(37, 41 + length)));
  const rows = inflateSync(data);
  return (x: number, y: number): string => {
    const at = y * (SIZE * 4 + 1) + 1 + x * 4;
    return `#${rows.subarray(at, at + 4).toString('hex')}`;
  };
};

test('the icon as a PNG has its ground, its letter, its point, and corners that are cut', () => {
  const at = pixelsOf(png(shapesOf(ICON), SIZE));
  expect(at(0, 0)).toBe('#00000000');
  expect(at(32, 2)).toBe('#fbfaf6ff');
  // The stem, what the letter encloses, its round, and the point.
  expect([at(20, 32), at(30, 32), at(46, 32)]).toEqual(['#1b1a17ff', '#fbfaf6ff', '#1b1a17ff']);
  expect(at(54, 48)).toBe('#a8201aff');
});

test('an edge that runs through a pixel covers its part of it', () => {
  const half = {
    outlines: [
      [
        [0, 0],
        [2.5, 0],
        [2.5, 64],
        [0, 64],
      ] as const,
    ],
    colour: '#000000',
  };
  const at = pixelsOf(png([half], SIZE));
  expect([at(1, 1), at(2, 1), at(3, 1)]).toEqual(['#000000ff', '#00000080', '#00000000']);
});

test('what an icon has that is not drawn is refused', () => {
  expect(() => shapesOf('<path d="M0 0a1 1 0 0 1 2 2z" fill="#000000"/>')).toThrow("'a'");
});
