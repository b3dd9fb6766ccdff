// The report of a page: it says how the page was read, and not a word of it unless that is ticked.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Reported, reportOf, type Ticked } from '../../extension/features/report/report.ts';
import { addressShape } from '../../extension/features/report/shape.ts';
import { browserOf } from '../../extension/lib/surroundings.ts';
import type { Extraction } from '../../shared/article/extraction.ts';
import type { Article } from '../../shared/schema/article.ts';
import type { Block, Run } from '../../shared/schema/block.ts';

// Made of letters that no word of the report is made of.
const word = fc
  .array(fc.constantFrom('q', 'z', 'j', 'Ж', 'ш', 'ợ', 'ữ', '図', '7'), {
    minLength: 4,
    maxLength: 9,
  })
  .map((letters) => letters.join(''));
const said = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const runs: fc.Arbitrary<Run[]> = fc.array(
  fc.record({ text: said, href: word.map((slug) => `https://paper.example/${slug}`) }),
  { maxLength: 3 },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph'), runs }),
  fc.record({ kind: fc.constant('heading'), level: fc.constantFrom(2, 3), runs }),
  fc.record({ kind: fc.constant('quote'), runs }),
  fc.record({ kind: fc.constant('list'), ordered: fc.boolean(), items: fc.array(runs) }),
  fc.record({ kind: fc.constant('code'), text: said }),
  fc.record({ kind: fc.constant('table'), rows: fc.array(fc.array(runs)) }),
  fc.record({
    kind: fc.constant('figure'),
    src: word.map((slug) => `https://paper.example/${slug}.jpg`),
    alt: said,
    caption: said,
    credit: said,
  }),
);
const address = fc
  .tuple(word, word, word, word)
  .map(([one, two, key, mark]) => `https://paper.example/${one}/${two}?${key}=${two}#${mark}`);
const date = fc.constantFrom(
  { precision: 'day', value: '1871-06-24', evidence: 'text' } as const,
  {
    precision: 'instant',
    value: '1871-06-24T05:43:21Z',
    evidence: 'meta',
    zoneAssumed: true,
  } as const,
);
const article: fc.Arbitrary<Article> = fc.record({
  url: address,
  canonicalUrl: address,
  title: said,
  authors: fc.array(said),
  site: said,
  section: fc.array(said, { maxLength: 4 }),
  published: date,
  modified: date,
  attribution: said,
  attributionUrl: address,
  views: fc.constant(871_624),
  language: fc.constant('vi'),
  leadImage: address,
  blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
  truncated: fc.boolean(),
  related: fc.array(fc.record({ title: said, url: address })),
});

const count = fc.nat({ max: 999 });
const extraction: fc.Arbitrary<Extraction> = fc.record({
  from: fc.constantFrom('page', 'data', 'plain'),
  outside: count,
  zones: fc.array(
    fc.record({
      isTaken: fc.boolean(),
      isInPart: fc.boolean(),
      // As a page may call its own elements.
      path: fc.array(fc.oneof(word, fc.constantFrom('main', 'div'))),
      blocks: count,
      characters: count,
      linked: count,
      likely: fc.tuple(fc.float({ min: 0, max: 1, noNaN: true }), fc.constant(1)),
    }),
  ),
});

const reported = (read: Article, terms: string[], found: Extraction | null = null): Reported => ({
  kind: 'article',
  url: read.url,
  read: { article: read, summary: { sentences: [{ block: 0, start: 0, end: 1 }], terms } },
  extraction: found,
  corrected: ['title'],
  isSelection: false,
  language: 'en',
  surroundings: { version: '0.1.0', browser: 'Chromium 156', times: [{ name: 'read', at: 12 }] },
});

const textOf = (
  read: Article,
  terms: string[],
  ticked: Ticked,
  found: Extraction | null = null,
): string => reportOf(reported(read, terms, found), ticked).join('\n');

const wordsOf = (value: unknown): string[] =>
  decodeURIComponent(JSON.stringify(value)).match(/[qzjЖшợữ図7]{4,}|1871[\d-]*|871624/gu) ?? [];

test('no word of a page, of its address or its dates is in a report that does not say so', () => {
  fc.assert(
    fc.property(article, fc.array(said), extraction, (read, terms, found) => {
      const text = textOf(read, terms, { address: false, content: false }, found);
      const words = wordsOf([read, terms, found.zones.map(({ path }) => path)]);
      expect(words.length).toBeGreaterThan(3);
      expect(words.filter((each) => text.includes(each))).toEqual([]);
      expect(text).toContain(`Blocks: ${read.blocks.length} (`);
    }),
  );
});

test('what is ticked is in it, and nothing else', () => {
  fc.assert(
    fc.property(article, (read) => {
      const withAddress = textOf(read, [], { address: true, content: false });
      expect(withAddress).toContain(`Address: ${read.url}`);
      const { url, canonicalUrl, ...rest } = read;
      const ofAddress = wordsOf([url, canonicalUrl]);
      const foreign = wordsOf(rest).filter((each) => !ofAddress.some((own) => own.includes(each)));
      expect(foreign.filter((each) => withAddress.includes(each))).toEqual([]);
      const withContent = textOf(read, [], { address: false, content: true });
      expect(withContent).toContain(`Headline: ${read.title}`);
      expect(withContent).not.toContain(read.url);
    }),
  );
});

test('the shape of an address keeps its origin and how its path is built', () => {
  expect(addressShape('https://bao.example/tin-tuc/2022/dat%20dai_12.html?id=7#x')).toBe(
    'https://bao.example/aaa-aaa/9999/aaaxaaa_99.aaaa',
  );
  expect(addressShape('https://bao.example/tin/%E0%A4%A')).toBe('https://bao.example/aaa/xa9xa9xa');
  expect(addressShape('nothing')).toBe('none');
});

test('a browser is told by its name and main version', () => {
  const agents = {
    'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0': 'Firefox 153',
    'Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/156.0.1.2 Safari/537.36': 'Chromium 156',
    'Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/156.0.1.2 Safari/537.36 Edg/156.0.0.0': 'Edge 156',
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1 Version/19.1 Safari/605.1': 'Safari 19',
  };
  for (const [agent, name] of Object.entries(agents)) expect(browserOf(agent)).toBe(name);
});
