// An import is cut into parts that the server takes, and told in numbers.
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../shared/import/facts.ts';
import { toParts } from '../../shared/import/parts.ts';
import { type ImportItem, MAX_PART_BYTES } from '../../shared/schema/import.ts';

const item = (n: number, known: Partial<ImportItem> = {}): ImportItem => ({
  url: `https://a.example/${n}`,
  title: null,
  addedAt: null,
  tags: [],
  folder: [],
  ...known,
});

describe('toParts', () => {
  it('cuts by the hundred, in order', () => {
    const items = Array.from({ length: 250 }, (_, n) => item(n));
    const parts = toParts(items);
    expect(parts.map((part) => part.length)).toEqual([100, 100, 50]);
    expect(parts.flat()).toEqual(items);
  });

  it('cuts by bytes where items are as large as the contract lets them be', () => {
    const large = item(0, {
      title: 'đ'.repeat(1_000),
      tags: Array.from({ length: 50 }, (_, n) => `${n}`.padEnd(100, '語')),
      folder: Array.from({ length: 16 }, () => '語'.repeat(200)),
    });
    const parts = toParts(Array.from({ length: 200 }, () => large));
    expect(parts.flat()).toHaveLength(200);
    for (const items of parts) {
      const body = JSON.stringify({ version: 1, name: '語'.repeat(200), items });
      expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(MAX_PART_BYTES);
    }
  });

  it('makes none of nothing', () => expect(toParts([])).toEqual([]));
});

it('factsOf counts tags and folders, and tells the first and the last date', () => {
  const [early, late] = ['2020-01-01T00:00:00.000Z', '2022-01-01T00:00:00.000Z'];
  expect(
    factsOf([
      item(0, { folder: ['A', 'B'] }),
      item(1, { addedAt: early, tags: ['x'], folder: ['A > B'] }),
      item(2, { addedAt: late, tags: ['x', 'y'], folder: ['A', 'B'] }),
    ]),
  ).toEqual({ tagged: 2, folders: 2, oldest: early, newest: late });
  expect(factsOf([item(0)])).toEqual({ tagged: 0, folders: 0, oldest: null, newest: null });
});
