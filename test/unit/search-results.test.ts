// What is found is put in order, and shown with the words that it was found by.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { extractOf, markTitle, type Marked } from '../../shared/search/extract.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { rankMatches } from '../../shared/search/rank.ts';
import { wantedTerms } from '../../shared/search/terms.ts';
import { filterWords } from '../../shared/search/words.ts';

const terms = (text: string) => wantedTerms(parseQuery(text, '2026-03-10'));
const shown = ({ text, marks }: Marked) => marks.map(({ start, end }) => text.slice(start, end));

const match = (title: string, standfirst: string | null = null, isExact = true) => ({
  title,
  standfirst,
  isExact,
});
const order = (query: string, ...matches: readonly ReturnType<typeof match>[]) =>
  rankMatches(matches, terms(query)).map(({ title }) => title);

describe('matches', () => {
  it('go by where the words stand: title, standfirst, body', () => {
    const found = order('bão', match('A'), match('B', 'Tin bão'), match('Bão số 3'));
    expect(found).toEqual(['Bão số 3', 'B', 'A']);
  });

  it('have those as written first, whatever their place', () => {
    const found = order('đất', match('Đạt kỷ lục', null, false), match('A', 'Giá đất'));
    expect(found).toEqual(['A', 'Đạt kỷ lục']);
  });

  it('put what stands together before what stands apart', () => {
    const found = order('quốc hội', match('Hội đồng quốc phòng'), match('Quốc hội khai mạc'));
    expect(found).toEqual(['Quốc hội khai mạc', 'Hội đồng quốc phòng']);
  });

  it('weigh a word by how rare it is among them', () => {
    const found = order(
      'tin yagi',
      match('Tin sáng'),
      match('Tin trưa'),
      match('Tin chiều'),
      match('Yagi đổ bộ'),
    );
    expect(found[0]).toBe('Yagi đổ bộ');
  });

  it('are the newest first where all else is equal', () => {
    expect(order('bão', match('Bão một'), match('Bão hai'))).toEqual(['Bão một', 'Bão hai']);
  });
});

describe('an extract', () => {
  it('is where most of the words stand together, with marks or without', () => {
    const texts = [
      'Một câu về giá.',
      'Chuyện khác.',
      `${'Đệm. '.repeat(60)}Giá đất ở Hà Nội tăng.`,
    ];
    const found = extractOf(texts, terms('gia dat'));
    expect(found && shown(found)).toEqual(['Giá', 'đất']);
    expect(found?.text).toMatch(/^… .*Giá đất ở Hà Nội tăng\.$/);
  });

  it('is null where no word stands', () => {
    expect(extractOf(['Một câu.'], terms('yagi'))).toBeNull();
    expect(extractOf(['Một câu.'], [])).toBeNull();
  });

  it('marks what was asked for decomposed, in scripts without spaces and in phrases', () => {
    expect(shown(markTitle('Bão Yagi'.normalize('NFD'), terms('bão')))).toEqual(['Bão']);
    expect(shown(markTitle('首相は東京へ', terms('東京')))).toEqual(['東京']);
    expect(shown(markTitle('Quốc hội và hội nghị', terms('"quốc hội"')))).toEqual(['Quốc hội']);
    expect(shown(markTitle('Chính phủ họp', terms('chi')))).toEqual(['Chí']);
  });

  it('is short, and its marks stand in their order within any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('đất', 'ĐẤT', 'dat', 'a', '漢', '🎉', '\u0301', ' ', '. ', '<b>'),
          {
            maxLength: 400,
          },
        ),
        (pieces) => {
          const found = extractOf([pieces.join('')], terms('đất "a đất" 漢'));
          if (!found) return;
          expect(found.text.length).toBeLessThan(300);
          expect(found.text.isWellFormed()).toBe(true);
          let last = 0;
          for (const { start, end } of found.marks) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(found.text.length);
          expect(found.marks.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

test('what is asked of a clip beside its text stands under words that no two kinds share', () => {
  const words = filterWords({
    title: 'Bão số 3',
    site: 'Báo Tỉnh',
    canonicalUrl: 'https://the-thao.paper.example/1',
    section: ['Thể thao', 'Bóng đá'],
    category: '15000000',
    authors: ['Nguyễn Minh'],
    language: 'vi-VN',
    day: '2022-12-27',
  });
  expect(words.join(' ')).toBe(
    'z sbao stinh s sthe sthao spaper sexample s cthe cthao c cbong cda c anguyen aminh a t15000000 lvi e202 y2022 m202212 d20221227 pba pbao pso',
  );
});
