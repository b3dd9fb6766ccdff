// A highlight finds its place again in a text that has changed, and says so when the text no longer has it.
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { anchorAt, makeFinder } from '../../shared/highlight/anchor.ts';
import { articleText, placeOf, spansOf } from '../../shared/highlight/stretch.ts';
import type { Block } from '../../shared/schema/block.ts';
import { Anchor } from '../../shared/schema/highlight.ts';

const VI = [
  'Sáng 27/12, Hội đồng nhân dân tỉnh Thừa Thiên Huế đã thông qua nghị quyết về phát triển kinh tế ven đầm.',
  'Theo đó, hai xã Quảng Công và Quảng Ngạn được hỗ trợ 120 tỷ đồng để xây đê, nạo vét luồng lạch và trồng rừng ngập mặn.',
  'Ông Nguyễn Văn Hòa, ngư dân xã Quảng Công, nói: “Có nước sạch, bà con mừng lắm.”',
  'Dự án bắt đầu vào quý I năm sau, hoàn thành trong ba năm. Có nước sạch, bà con mừng lắm, nhưng còn lo bão.',
].join('\n');

const of = (text: string, quote: string, nth = 0) => {
  let start = -1;
  for (let turn = 0; turn <= nth; turn += 1) start = text.indexOf(quote, start + 1);
  const anchor = anchorAt(text, { start, end: start + quote.length });
  if (!anchor) throw new Error(`no anchor for ${quote}`);
  return anchor;
};

/** What an anchor of the first text stands on in the other one. */
const found = (before: string, quote: string, after: string, nth = 0): string | null => {
  const place = makeFinder(after)(of(before, quote, nth));
  return place && after.slice(place.start, place.end);
};

describe('an anchor', () => {
  it('holds the quote without white space at its ends, with what is around it', () => {
    const start = VI.indexOf(' hai xã');
    expect(anchorAt(VI, { start, end: start + 26 })).toEqual({
      quote: 'hai xã Quảng Công và Quản',
      before: VI.slice(start + 1 - 64, start + 1),
      after: VI.slice(start + 26, start + 26 + 64),
      start: start + 1,
      end: start + 26,
    });
  });

  it('is of nothing where nothing is marked, or more than a highlight holds', () => {
    expect(anchorAt('a  \n b', { start: 1, end: 5 })).toBeNull();
    expect(anchorAt('x'.repeat(10_001), { start: 0, end: 10_001 })).toBeNull();
  });

  it('cuts no character in two, whatever is marked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(200), fc.nat(200), (text, one, other) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        const anchor = anchorAt(text, { start, end });
        if (!anchor) return;
        expect(v.is(Anchor, anchor)).toBe(true);
        expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote);
        expect(`${anchor.before}${anchor.quote}${anchor.after}`.isWellFormed()).toBe(true);
      }),
    );
  });
});

const words = fc.array(fc.constantFrom(...VI.split(/\s+/)), { minLength: 1, maxLength: 60 });
const texts = words.map((list) => list.join(' '));
const marked = fc.record({
  text: texts,
  from: fc.nat(400),
  length: fc.integer({ min: 1, max: 80 }),
});

describe('in a text that has not changed', () => {
  it('a highlight stands where it was made', () => {
    fc.assert(
      fc.property(marked, ({ text, from, length }) => {
        const anchor = anchorAt(text, { start: from, end: Math.min(text.length, from + length) });
        if (!anchor) return;
        const { start, end } = anchor;
        expect(makeFinder(text)(anchor)).toEqual({ start, end, isChanged: false });
      }),
    );
  });
});

describe('in a text that has changed elsewhere', () => {
  it('a highlight moves with its words, whatever is put before and after them', () => {
    fc.assert(
      fc.property(marked, texts, texts, ({ text, from, length }, ahead, behind) => {
        const anchor = anchorAt(text, { start: from, end: Math.min(text.length, from + length) });
        if (!anchor) return;
        const changed = `${ahead}\n${text}\n${behind}`;
        const place = makeFinder(changed)(anchor);
        // A short text has too little around its words to tell them from their like.
        if (anchor.quote.length >= 32)
          expect(place && changed.slice(place.start, place.end)).toBe(anchor.quote);
        else if (place && !place.isChanged)
          expect(changed.slice(place.start, place.end)).toBe(anchor.quote);
      }),
    );
  });

  it.each([0, 1])('of words that stand twice the ones that were marked are found (%i)', (nth) => {
    const changed = `Tin mới cập nhật.\n${VI}\nẢnh: Văn An`;
    const place = makeFinder(changed)(of(VI, 'Có nước sạch, bà con mừng lắm', nth));
    expect(place?.start).toBe(of(changed, 'Có nước sạch, bà con mừng lắm', nth).start);
    expect(place?.isChanged).toBe(false);
  });

  it('a moved sentence is found where it went', () => {
    const [first = '', second = '', ...rest] = VI.split('\n');
    const changed = [second, ...rest, first].join('\n');
    expect(found(VI, first, changed)).toBe(first);
  });

  it('a short word is not taken for its like elsewhere', () => {
    const changed = VI.split('\n').slice(0, 1).join('\n');
    expect(found(VI, 'xã', changed)).toBeNull();
    expect(found(VI, 'Quảng', 'Một bài khác hẳn về huyện Quảng Điền.')).toBeNull();
  });
});

describe('in a text that has changed there', () => {
  it.each([
    ['a word is another', '120 tỷ đồng', '150 tỷ đồng', 'hỗ trợ 150 tỷ đồng để xây đê'],
    ['a word is more', 'để xây đê', 'để xây mới đê', 'hỗ trợ 120 tỷ đồng để xây mới đê'],
    ['a word is less', '120 tỷ', '120', 'hỗ trợ 120 đồng để xây đê'],
    ['the case is another', 'hỗ trợ', 'Hỗ Trợ', 'Hỗ Trợ 120 tỷ đồng để xây đê'],
  ])('%s', (_name, from, to, expected) => {
    expect(found(VI, 'hỗ trợ 120 tỷ đồng để xây đê', VI.replace(from, to))).toBe(expected);
  });

  it('tone marks may be set on another letter, quotation marks be others, spaces be more', () => {
    const changed = VI.replace('Hòa', 'Hoà')
      .replaceAll(/[“”]/g, '"')
      .replace('nói: ', 'nói:\u00A0 ');
    expect(found(VI, 'Nguyễn Văn Hòa, ngư dân xã Quảng Công, nói: “Có nước sạch', changed)).toBe(
      'Nguyễn Văn Hoà, ngư dân xã Quảng Công, nói:\u00A0 "Có nước sạch',
    );
  });

  it('its full stop and quotation marks belong to it', () => {
    const changed = VI.replace('bà con mừng', 'bà con rất mừng');
    expect(found(VI, '“Có nước sạch, bà con mừng lắm.”', changed)).toBe(
      '“Có nước sạch, bà con rất mừng lắm.”',
    );
  });

  it('a text without spaces is compared letter by letter', () => {
    const before =
      '政府は27日、新しい経済対策を閣議決定した。総額は約13兆円で、物価高への対応が柱となる。';
    const after = before.replace('約13兆円', 'およそ14兆円');
    expect(found(before, '総額は約13兆円で、物価高への対応', after)).toBe(
      '総額はおよそ14兆円で、物価高への対応',
    );
  });

  it('it is marked as changed', () => {
    const changed = VI.replace('120 tỷ', '150 tỷ');
    expect(makeFinder(changed)(of(VI, 'hỗ trợ 120 tỷ đồng để xây đê'))?.isChanged).toBe(true);
  });

  it('a highlight of many words survives any one of them being another', () => {
    const quote = VI.split('\n')[1] ?? '';
    const list = quote.split(' ');
    for (const index of list.keys()) {
      const changed = VI.replace(quote, list.with(index, 'khác').join(' '));
      const place = makeFinder(changed)(of(VI, quote));
      const stands = changed.slice(place?.start, place?.end).split(' ');
      expect(stands.length).toBeGreaterThanOrEqual(list.length - 1);
    }
  });
});

describe('in another text', () => {
  const OTHER =
    'Đội tuyển bóng đá nữ thắng trận mở màn với tỷ số ba không trước đông đảo khán giả tại sân Thống Nhất.';

  it('it is told that the highlight is no longer there', () => {
    for (const quote of VI.split('\n')) expect(found(VI, quote, OTHER)).toBeNull();
    expect(found(VI, 'đê', OTHER)).toBeNull();
    expect(makeFinder('')(of(VI, 'đê'))).toBeNull();
  });

  it('whatever is found stands in it, and cuts no character in two', () => {
    fc.assert(
      fc.property(marked, fc.string({ unit: 'grapheme' }), ({ text, from, length }, other) => {
        const anchor = anchorAt(text, { start: from, end: Math.min(text.length, from + length) });
        const mixed = `${other}${text.slice(5, -5)}${other}`;
        const place = anchor && makeFinder(mixed)(anchor);
        if (!place) return;
        expect(place.start).toBeLessThan(place.end);
        expect(place.end).toBeLessThanOrEqual(mixed.length);
        expect(mixed.slice(place.start, place.end).trim()).not.toBe('');
      }),
    );
  });
});

it('a very long text is searched around the place where the highlight was', () => {
  const filler = Array.from({ length: 60_000 }, (_, index) => `word${index % 997}`).join(' ');
  const before = `${filler}\n${VI}\n${filler}`;
  const quote = 'hỗ trợ 120 tỷ đồng để xây đê';
  const after = `Mới.\n${before.replace('120 tỷ', '150 tỷ')}`;
  expect(found(before, quote, after)).toBe('hỗ trợ 150 tỷ đồng để xây đê');
});

describe('a stretch of the article', () => {
  const blocks: Block[] = [
    { kind: 'paragraph', runs: [{ text: 'First ' }, { text: 'one.', bold: true }] },
    { kind: 'figure', src: null, alt: null, caption: 'Caption', credit: null },
    { kind: 'list', ordered: false, items: [[{ text: 'a' }], [{ text: 'b' }]] },
    { kind: 'paragraph', runs: [{ text: 'Last.' }] },
  ];

  it('is parted among its blocks', () => {
    expect(articleText(blocks)).toBe('First one.\n\na\nb\nLast.');
    expect(spansOf({ start: 6, end: 18 }, blocks)).toEqual([
      { block: 0, start: 6, end: 10 },
      { block: 2, start: 0, end: 3 },
      { block: 3, start: 0, end: 2 },
    ]);
  });

  it('begins and ends where its blocks say', () => {
    const text = articleText(blocks);
    const start = placeOf({ block: 2, offset: 2 }, blocks);
    const end = placeOf({ block: 3, offset: 4 }, blocks);
    expect(text.slice(start, end)).toBe('b\nLast');
  });
});
