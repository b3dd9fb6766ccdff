// What is found of clips that lie on one machine: as the library's own search finds it, and whatever is asked.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { makeMatcher, type Matchable } from '../../shared/search/match.ts';
import { markTitle } from '../../shared/search/extract.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { rankMatches } from '../../shared/search/rank.ts';

const NAMES = { tags: ['Bão lũ', 'bao lu riêng', 'Biển'], collections: ['Ven biển'] };

const clip = (title: string, more: Partial<Matchable> = {}): Matchable => ({
  title,
  site: 'Báo Tỉnh',
  canonicalUrl: 'https://www.baotinh.example/1',
  section: ['Thời sự', 'Đất đai'],
  category: '06000000',
  authors: ['Lan Nguyễn', 'Jane Doe'],
  language: 'vi-VN',
  day: '2022-12-27',
  tags: [],
  collections: [],
  state: 'to-read',
  starred: false,
  isHighlighted: false,
  isMine: false,
  ...more,
});

const CLIPS = [
  clip('Giá đất tăng mạnh', { tags: ['Bão lũ'], isMine: true }),
  clip('Dat rising', {
    language: 'en',
    site: 'Reuters',
    canonicalUrl: 'https://reuters.com/2',
    section: ['World'],
    category: '15000000',
    authors: ['Jane Doe'],
    day: '2023-01-02',
    state: 'done',
    starred: true,
    collections: ['Ven biển'],
  }),
  clip('東京で地震', { language: 'ja', isHighlighted: true, state: null, tags: ['Biển'] }),
];

const found = (asked: string): string[] => {
  const { fits, hasWords } = makeMatcher(parseQuery(asked, '2026-03-10'), NAMES);
  return CLIPS.filter((one) => fits(one) && hasWords(one.title, [])).map(({ title }) =>
    title.slice(0, 3),
  );
};

describe('a query finds of clips that lie here', () => {
  it.each([
    ['', ['Giá', 'Dat', '東京で']],
    ['đất', ['Giá', 'Dat']],
    ['dat', ['Giá', 'Dat']],
    ['ĐẤT'.normalize('NFD'), ['Giá', 'Dat']],
    ['"đất tăng"', ['Giá']],
    ['"tăng đất"', []],
    ['-đất', ['Dat', '東京で']],
    ['-dat', ['東京で']],
    ['ris', ['Dat']],
    ['"ris"', []],
    ['ris dat', []],
    ['地震', ['東京で']],
    ['site:reuters', ['Dat']],
    ['nguồn:"báo tỉnh"', ['Giá', '東京で']],
    ['site:baotinh.example site:reuters.com', ['Giá', 'Dat', '東京で']],
    ['section:"dat dai"', ['Giá', '東京で']],
    ['category:sport', ['Dat']],
    ['chủ-đề:"môi trường"', ['Giá', '東京で']],
    ['category:nonsense', []],
    ['tag:"bão lũ"', ['Giá']],
    // No tag is called so: those that are the same without marks are meant.
    ['tag:"bao lu"', ['Giá']],
    ['-tag:biển', ['Giá', 'Dat']],
    ['in:"ven bien"', ['Dat']],
    ['by:"jane doe" by:lan', ['Giá', '東京で']],
    ['by:me', ['Giá']],
    ['lang:vi', ['Giá']],
    ['tiếng:nhật lang:en', ['Dat', '東京で']],
    ['on:2022', ['Giá', '東京で']],
    ['after:2022', ['Dat']],
    ['before:2023-01-02', ['Giá', '東京で']],
    ['on:12/2022 on:2023', ['Giá', 'Dat', '東京で']],
    ['-on:2022-12', ['Dat']],
    ['is:done', ['Dat']],
    ['là:có-sao', ['Dat']],
    ['-is:unread', ['Dat', '東京で']],
    ['is:highlighted', ['東京で']],
  ])('%s: %j', (asked, wanted) => {
    expect(found(asked)).toEqual(wanted);
  });
});

test('a text beside the title is looked through for whole words', () => {
  const matcher = makeMatcher(parseQuery('bão lũ -cháy', '2026-03-10'), NAMES);
  expect(matcher.hasWords('Bão', ['Tin về lũ.'])).toBe(true);
  expect(matcher.hasWords('Bão', ['Tin về lũlụt.'])).toBe(false);
  expect(matcher.hasWords('Bão', ['Tin về lũ.', 'Rừng CHÁY.'.normalize('NFD')])).toBe(false);
});

/** Asks it of clips, and shows what was found as it is shown. */
const hostile = (asked: string): void => {
  const { fits, hasWords, terms } = makeMatcher(parseQuery(asked, '2026-03-10'), NAMES);
  const meant = CLIPS.filter((one) => fits(one) && hasWords(one.title, [asked]));
  const matches = meant.map(({ title }) => ({ title, standfirst: asked, isExact: false }));
  for (const { title } of rankMatches(matches, terms))
    expect(markTitle(title, terms).text).toBe(title);
};

test('whatever is asked is answered', () => {
  const pieces = [
    'site:',
    'tag:"',
    '-',
    '"',
    'on:',
    'is:',
    '\u{D800}',
    '\u0000',
    ' ',
    '(',
    '[a',
    'đ',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom(...pieces)), { maxLength: 12 }),
      (parts) => hostile(parts.join('')),
    ),
    { seed: 5, numRuns: 100 },
  );
  hostile('a '.repeat(10_000));
});

const corpus = process.env['DATELINE_CORPUS'];

test.runIf(corpus)('so are the strings that are known to be naughty', () => {
  const file = path.join(corpus ?? '', 'vectors', 'naughty-strings.json');
  const strings = v.parse(
    v.pipe(v.string(), v.parseJson(), v.array(v.string())),
    readFileSync(file, 'utf8'),
  );
  expect(strings).toHaveLength(515);
  for (const asked of strings) hostile(asked);
});
