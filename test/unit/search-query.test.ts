// The language of searching: what is read of a text, how it is written back, and what can stand at the cursor.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../shared/digest/days.ts';
import { complete } from '../../shared/search/complete.ts';
import {
  dayWords,
  type Days,
  daysMeant,
  daysOfBoth,
  FIRST_DAY,
  LAST_DAY,
  rangeWords,
} from '../../shared/search/days.ts';
import { OPERATORS, operatorCalled, operatorName } from '../../shared/search/operators.ts';
import { MAX_PARTS, parseQuery, writeQuery } from '../../shared/search/query.ts';
import { unwantedTerms, wantedTerms } from '../../shared/search/terms.ts';

const TODAY = '2026-03-10';
const parse = (text: string) => parseQuery(text, TODAY);
const written = (text: string) => writeQuery(parse(text), 'en');

describe('a query', () => {
  it.each([
    [
      'words',
      'quốc hội',
      [
        { kind: 'word', text: 'quốc', not: false },
        { kind: 'word', text: 'hội', not: false },
      ],
    ],
    [
      'phrases',
      '"quốc  hội" “khai mạc”',
      [
        { kind: 'phrase', text: 'quốc hội', not: false },
        { kind: 'phrase', text: 'khai mạc', not: false },
      ],
    ],
    [
      'what must not be',
      '-bão -"bóng đá" -site:abc',
      [
        { kind: 'word', text: 'bão', not: true },
        { kind: 'phrase', text: 'bóng đá', not: true },
        { kind: 'site', value: 'abc', not: true },
      ],
    ],
    ['a value with spaces', 'tag:"giá đất"', [{ kind: 'tag', value: 'giá đất', not: false }]],
    [
      'a quote that is never closed',
      'a "b c',
      [
        { kind: 'word', text: 'a', not: false },
        { kind: 'phrase', text: 'b c', not: false },
      ],
    ],
    [
      'an operator that there is not, as words',
      'https://a.example/x',
      [{ kind: 'word', text: 'https://a.example/x', not: false }],
    ],
    [
      'a day that there is not, as words',
      'before:2022-13-01 is:blue',
      [
        { kind: 'word', text: 'before:2022-13-01', not: false },
        { kind: 'word', text: 'is:blue', not: false },
      ],
    ],
    [
      'an operator without its value yet as nothing',
      'site: tag:"" bão',
      [{ kind: 'word', text: 'bão', not: false }],
    ],
    ['signs alone as nothing', '" - -- : "" !!! 🎉', []],
    ['an hour', 'is:unread', [{ kind: 'is', value: 'unread', state: 'to-read', not: false }]],
  ])('is read: %s', (_, text, parts) => {
    expect(parse(text)).toEqual(parts);
  });

  it.each([
    'nguồn:abc chuyên-mục:abc chủ-đề:abc nhãn:abc trong:abc của:abc tiếng:vi là:chưa-đọc',
    'NGUON:abc chuyênmục:abc chude:abc Thẻ:abc bộsưutập:abc tácgiả:abc ngônngữ:vi la:chuadoc',
    'site:abc SECTION:abc topic:abc tag:abc collection:abc author:abc language:vi is:todo',
  ])('has its operators in both languages, with or without marks: %s', (text) => {
    expect(parse(text).map(({ kind }) => kind)).toEqual([
      'site',
      'section',
      'category',
      'tag',
      'in',
      'by',
      'lang',
      'is',
    ]);
  });

  it('knows every name that it writes', () => {
    for (const operator of OPERATORS)
      for (const language of ['en', 'vi'] as const)
        expect(operatorCalled(operatorName(operator, language))).toBe(operator);
  });

  it('is the same composed and decomposed', () => {
    const text = 'nguồn:"Tuổi Trẻ" bầu cử -"bóng đá" chủ-đề:"thể thao"';
    expect(parse(text.normalize('NFD'))).toEqual(parse(text));
  });

  it('is written so that it is read again as the same, in either language', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '-',
        '"',
        ':',
        '：',
        ' ',
        '“',
        '”',
        '\u00A0',
        'site:',
        'nguồn:',
        'before:',
        'on:27/12/2022',
        'is:',
        'đã-đọc',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const query = parse(pieces.join(''));
        for (const language of ['en', 'vi'] as const)
          expect(parse(writeQuery(query, language))).toEqual(query);
      }),
      { numRuns: 500 },
    );
  });

  it('of 10,000 characters costs no more than a moment, and has an end', () => {
    for (const text of ['"', '-', 'a:', '(', ' "a', 'đ\u0301', '-"site:'])
      expect(parse(text.repeat(10_000)).length).toBeLessThanOrEqual(MAX_PARTS);
  });
});

const corpus = process.env['DATELINE_CORPUS'];
test.runIf(corpus)('every naughty string is a query, and is written back', () => {
  const file = path.join(corpus ?? '', 'vectors', 'naughty-strings.json');
  const strings = v.parse(v.array(v.string()), JSON.parse(readFileSync(file, 'utf8')));
  expect(strings.length).toBeGreaterThan(500);
  for (const text of strings) expect(parse(written(text))).toEqual(parse(text));
});

describe('days', () => {
  it.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022-2', '2022-02-01', '2022-02-28'],
    ['2024/02', '2024-02-01', '2024-02-29'],
    ['12/2022', '2022-12-01', '2022-12-31'],
    ['2022-12-27', '2022-12-27', '2022-12-27'],
    ['27/12/2022', '2022-12-27', '2022-12-27'],
    ['7.1.2022', '2022-01-07', '2022-01-07'],
    ['today', TODAY, TODAY],
    ['hôm qua', '2026-03-09', '2026-03-09'],
    ['7d', '2026-03-03', '2026-03-03'],
    ['10 ngày', '2026-02-28', '2026-02-28'],
    ['2-tuần', '2026-02-24', '2026-02-24'],
    ['1 month ago', '2026-02-10', '2026-02-10'],
    ['3 tháng trước', '2025-12-10', '2025-12-10'],
    ['1Y', '2025-03-10', '2025-03-10'],
  ])('%s is from %s to %s', (value, first, last) => {
    expect(daysMeant(value, TODAY)).toEqual({ first, last });
  });

  it.each([
    '',
    '22',
    '2022-13',
    '30/2/2022',
    '1500',
    '9999',
    '2022-',
    'soon',
    '7',
    '7x',
    '999y',
    '1000d',
  ])('%s is none', (value) => {
    expect(daysMeant(value, TODAY)).toBeNull();
  });

  const day = fc
    .integer({ min: 0, max: 217_000 })
    .map((days) => addDays(FIRST_DAY, days) ?? FIRST_DAY);
  const range = fc
    .tuple(day, day)
    .map(([one, other]): Days =>
      one < other ? { first: one, last: other } : { first: other, last: one },
    );

  it('stand under the words of a range exactly where they lie in it', () => {
    fc.assert(
      fc.property(range, day, (days, one) => {
        const words = new Set(rangeWords(days));
        expect(words.size).toBeLessThan(170);
        const isIn = days.first <= one && one <= days.last;
        // Each day once: a count of the words that it stands under is a count of days.
        expect(dayWords(one).filter((word) => words.has(word)).length).toBe(isIn ? 1 : 0);
      }),
    );
    expect(rangeWords({ first: FIRST_DAY, last: LAST_DAY }).length).toBeLessThan(70);
    expect(rangeWords({ first: '2022-12-27', last: '2023-01-31' })).toEqual([
      'd20221227',
      'd20221228',
      'd20221229',
      'd20221230',
      'd20221231',
      'm202301',
    ]);
  });

  it('of two ranges are those of both', () => {
    expect(
      daysOfBoth(
        { first: '2022-01-01', last: '2022-12-31' },
        { first: '2022-12-01', last: '2023-01-31' },
      ),
    ).toEqual({ first: '2022-12-01', last: '2022-12-31' });
    expect(
      daysOfBoth(
        { first: '2022-01-01', last: '2022-01-02' },
        { first: '2023-01-01', last: '2023-01-02' },
      ),
    ).toBeNull();
  });
});

test('of what is wanted only the last plain word may be a beginning, and signs part a word', () => {
  expect(wantedTerms(parse('Covid-19 ở "Hà Nội" chí site:x -bão'))).toEqual([
    { exact: ['covid', '19'], bare: ['covid', '19'], isOpen: false },
    { exact: ['ở'], bare: ['o'], isOpen: false },
    { exact: ['hà', 'nội'], bare: ['ha', 'noi'], isOpen: false },
    { exact: ['chí'], bare: ['chi'], isOpen: true },
  ]);
  expect(wantedTerms(parse('hà "nội"')).map(({ isOpen }) => isOpen)).toEqual([false, false]);
  expect(unwantedTerms(parse('hà -Bão'))).toEqual([
    { exact: ['bão'], bare: ['bao'], isOpen: false },
  ]);
  expect(wantedTerms(parse('東京'))[0]?.exact).toEqual(['東', '京']);
});

describe('completion', () => {
  const values = { site: ['Báo Tỉnh', 'Tin Sáng', 'paper.example'], tag: ['giá đất', 'Đất đai'] };
  const at = (text: string, cursor = text.length, language: 'en' | 'vi' = 'en') =>
    complete(text, cursor, values, language).map(({ text: completed }) => completed);

  it('names the operators that begin so, in the language of the page', () => {
    expect(at('quốc hội s')).toEqual(['quốc hội site:', 'quốc hội section:']);
    expect(at('ch', 2, 'vi')).toEqual(['chuyên-mục:', 'chủ-đề:']);
    // As it is written goes first.
    expect(at('chủ-', 4, 'vi')[0]).toBe('chủ-đề:');
    expect(at('quốc hội -si')).toEqual(['quốc hội -site:']);
    expect(at('')).toHaveLength(OPERATORS.length);
    expect(at('quốc ')).toEqual([]);
    expect(at('xyz')).toEqual([]);
  });

  it('gives the values of an operator, whatever their marks, in quotes where they need them', () => {
    expect(at('site:bao')).toEqual(['site:"Báo Tỉnh" ']);
    expect(at('bão nguồn:"tin s')).toEqual(['bão nguồn:"Tin Sáng" ']);
    expect(at('tag:dat')).toEqual(['tag:"Đất đai" ', 'tag:"giá đất" ']);
    expect(at('is:un')).toEqual(['is:unread ']);
    expect(at('là:đã', 5, 'vi')).toEqual(['là:đã-đọc ']);
    expect(at('lang:x')).toEqual([]);
  });

  it('leaves what stands around it', () => {
    const [first] = complete('a si b', 4, values, 'en');
    expect(first).toEqual({ label: 'site:', text: 'a site: b', cursor: 7 });
  });

  it('has an answer for every text and cursor', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 40 }), (text, cursor) => {
        for (const { text: completed, cursor: after } of complete(text, cursor, values, 'vi'))
          expect(after).toBeLessThanOrEqual(completed.length);
      }),
    );
  });
});
