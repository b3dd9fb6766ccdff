import { expect, test } from 'vitest';
import * as v from 'valibot';
import { freeze } from '../../extension/features/save/fit.ts';
import type { Article } from '../../shared/schema/article.ts';
import type { Block } from '../../shared/schema/block.ts';
import { KeepWrite, MAX_KEEP_BYTES } from '../../shared/schema/keep.ts';
import { summarySentences } from '../../shared/schema/summary.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

const article = (blocks: Block[]): Article => ({
  url: 'https://news.example/a',
  canonicalUrl: 'https://news.example/a',
  title: 'Tỉnh mở cổng dữ liệu đất đai',
  authors: [],
  site: null,
  section: [],
  published: null,
  modified: null,
  attribution: null,
  views: null,
  language: 'vi',
  leadImage: null,
  blocks,
  truncated: false,
  related: [],
});

const write = (blocks: Block[], spans: KeepWrite['summary']['sentences'] = []): KeepWrite => ({
  version: 1,
  capturedAt: '2026-01-01T00:00:00.000Z',
  article: article(blocks),
  summary: { sentences: spans, terms: ['đất đai'] },
});

const thaw = (bytes: Uint8Array): KeepWrite =>
  v.parse(KeepWrite, JSON.parse(new TextDecoder().decode(bytes)));

test('a write that fits is frozen as it is', () => {
  const whole = write([paragraph('Một câu.')], [{ block: 0, start: 0, end: 8 }]);
  expect(thaw(freeze(whole))).toEqual(whole);
});

test('a write that is too large loses whole blocks at its end, and says so', () => {
  // Three bytes a letter in UTF-8: counting letters would send twice the limit.
  const blocks = Array.from({ length: 100 }, (_, index) =>
    paragraph(`${index} ${'ế'.repeat(9_000)}`),
  );
  const bytes = freeze(write(blocks));
  const { article: cut } = thaw(bytes);
  expect(bytes.length).toBeLessThanOrEqual(MAX_KEEP_BYTES);
  expect(bytes.length).toBeGreaterThan(MAX_KEEP_BYTES - 30_000);
  expect(cut.truncated).toBe(true);
  expect(cut.blocks).toEqual(blocks.slice(0, cut.blocks.length));
});

test('the summary keeps the sentences that still stand in the body, and no others', () => {
  const blocks = Array.from({ length: 10 }, (_, index) => paragraph(`Câu số ${index}.`));
  const spans = [0, 4, 9].map((block) => ({ block, start: 0, end: 3 }));
  const whole = write(blocks, spans);
  const size = freeze(whole).length;
  const { article: cut, summary } = thaw(freeze(whole, size - 100));
  expect(cut.blocks.length).toBeLessThan(9);
  expect(summary.sentences).toEqual(spans.filter(({ block }) => block < cut.blocks.length));
  expect(summarySentences(summary, cut.blocks)).not.toBeNull();
});

test('whatever the limit, the bytes stay within it and a larger limit never keeps less', () => {
  const blocks = Array.from({ length: 30 }, (_, index) => paragraph('chữ '.repeat(index)));
  const spans = [3, 29].map((block) => ({ block, start: 0, end: 3 }));
  const whole = write(blocks, spans);
  const frame = freeze(write([], spans)).length;
  let kept = 0;
  for (let max = frame + 10; max < freeze(whole).length; max += 37) {
    const bytes = freeze(whole, max);
    const count = thaw(bytes).article.blocks.length;
    expect(bytes.length).toBeLessThanOrEqual(max);
    expect(count).toBeGreaterThanOrEqual(kept);
    kept = count;
  }
  expect(kept).toBeGreaterThan(20);
});
