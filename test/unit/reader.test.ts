// The reader of panel and clip's page: what is marked, and what is asked of the network.
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { readerTexts } from '../../shared/locales/reader.ts';
import { type Block, blockText } from '../../shared/schema/block.ts';
import type { Readable, ReaderSetting } from '../../shared/schema/reader.ts';
import { Blocks } from '../../shared/ui/Blocks.tsx';
import type { TextMark } from '../../shared/ui/marks.ts';
import { Reader } from '../../shared/ui/reader/Reader.tsx';

const runs = (...texts: string[]) => texts.map((text) => ({ text }));

const draw = (blocks: readonly Block[], marks: readonly TextMark[]): string =>
  renderToString(h(Blocks, { blocks, marks, images: false }));

const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');

const KINDS: readonly (readonly [Block, string])[] = [
  [
    {
      kind: 'paragraph',
      runs: [{ text: 'Said he. It ' }, { text: 'rains', bold: true }, { text: '. So.' }],
    },
    'It rains.',
  ],
  [
    {
      kind: 'list',
      ordered: false,
      items: [runs('It rains.'), runs('First. ', 'It rains', ' here.')],
    },
    'It rains here.',
  ],
  [{ kind: 'table', rows: [[runs('One'), runs('Two')], [runs('It rains.')]] }, 'It rains.'],
  [{ kind: 'code', text: 'if (it) rains();' }, 'rains()'],
];

test.each(KINDS)('a stretch is marked where it stands in a block: %j', (block, stretch) => {
  const start = blockText(block).indexOf(stretch);
  const html = draw([block], [{ block: 0, start, end: start + stretch.length, kind: 'summary' }]);
  const marks = [...html.matchAll(/<mark data-kind="summary">(.*?)<\/mark>/g)];
  expect(marks.map(([, inner = '']) => textOf(inner))).toEqual([stretch]);
  expect(html.replace(/<\/?mark[^>]*>/g, '')).toBe(draw([block], []));
});

test('marks may overlap: what they share has the kinds and ids of both', () => {
  const block: Block = { kind: 'paragraph', runs: runs('It rains ', 'in Vinh today.') };
  const html = draw(
    [block],
    [
      { block: 0, start: 0, end: 16, kind: 'summary', isCurrent: true },
      { block: 0, start: 12, end: 22, kind: 'highlight', id: 'a' },
      { block: 0, start: 12, end: 14, kind: 'highlight', id: 'b' },
    ],
  );
  expect(html).toBe(
    '<p data-block="0">' +
      '<mark data-kind="summary" aria-current="true">It rains in </mark>' +
      '<mark data-kind="summary highlight" data-id="a b" aria-current="true">Vi</mark>' +
      '<mark data-kind="summary highlight" data-id="a" aria-current="true">nh</mark>' +
      '<mark data-kind="highlight" data-id="a"> today</mark>.</p>',
  );
});

test('a mark that leads out of its text, or lies in none, takes nothing of it away', () => {
  const block: Block = { kind: 'paragraph', runs: runs('It rains.') };
  const marks = [
    { block: 0, start: 3, end: 900, kind: 'a' },
    { block: 0, start: 900, end: 901, kind: 'b' },
    { block: 0, start: 4, end: 4, kind: 'c' },
    { block: 7, start: 0, end: 2, kind: 'd' },
  ];
  const html = draw([block], marks);
  expect(textOf(html)).toBe('It rains.');
  expect(textOf(/<mark[^>]*>.*<\/mark>/.exec(html)?.[0] ?? '')).toBe('rains.');
});

test('each element of a block carries its index and its text alone', () => {
  const blocks = KINDS.map(([block]) => block);
  const html = draw(blocks, []);
  expect([...html.matchAll(/data-block="(\d+)"/g)].map(([, index]) => Number(index))).toEqual(
    blocks.map((_, index) => index),
  );
  expect(textOf(html)).toBe(
    blocks.map((block) => blockText(block).replace(/[\n\t]/g, '')).join(''),
  );
});

const figure: Block = {
  kind: 'figure',
  src: 'https://paper.example/a.jpg',
  alt: null,
  caption: 'The mayor',
  credit: null,
};

const read = (article: Partial<Readable>, setting: Partial<ReaderSetting> = {}): string =>
  renderToString(
    h(Reader, {
      article: { title: 'Rain', language: 'en', leadImage: null, blocks: [], ...article },
      marks: [],
      setting: { size: 0, isWide: false, paper: 'auto', images: true, ...setting },
      texts: readerTexts('en'),
      speech: null,
      onSetting: () => undefined,
      onPrint: () => undefined,
    }),
  );

const leadImage = 'https://paper.example/lead.jpg';
const paragraph: Block = { kind: 'paragraph', runs: runs('It rains.') };
const sources = (html: string) => [...html.matchAll(/ src="([^"]*)"/g)].map(([, src]) => src);

test('without images none is drawn, and of a figure its words stay', () => {
  const html = read({ leadImage, blocks: [figure] }, { images: false });
  expect(html).not.toMatch(/<img|paper\.example/);
  expect(html).toContain('The mayor');
});

test('images are asked for late, and their site is not told by whom', () => {
  const html = read({ blocks: [figure, { ...figure, caption: null }] });
  const images = html.match(/<img [^>]*>/g) ?? [];
  expect(images).toHaveLength(2);
  for (const image of images) expect(image).toMatch(/ loading="lazy" referrerpolicy="no-referrer"/);
});

test('the lead image stands before a text that has no picture of its own', () => {
  expect(sources(read({ leadImage, blocks: [paragraph] }))).toEqual([leadImage]);
  expect(sources(read({ leadImage, blocks: [paragraph, figure] }))).toEqual([figure.src]);
});

test('whether images are shown is asked where there are any', () => {
  expect(read({ leadImage }, { images: false })).toContain('aria-pressed="false">Images<');
  expect(read({ blocks: [figure] })).toContain('aria-pressed="true">Images<');
  expect(read({ blocks: [paragraph] })).not.toContain('Images');
});
