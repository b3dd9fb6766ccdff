// Text from outside, made fit for the contract; and which language it is in.
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { text as anyText } from '../../shared/schema/text.ts';
import { clip, oneLine, preformatted } from '../../shared/text/clean.ts';
import { fold, foldBare } from '../../shared/text/fold.ts';
import { guessLanguage } from '../../shared/text/language.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('oneLine', () => {
  it('collapses white space of every kind, and drops what takes no room', () => {
    expect(oneLine('  Hà\u00A0Nội\r\n\t\u200B hôm  nay\uFEFF ')).toBe('Hà Nội hôm nay');
    expect(oneLine('Heli\u00ADkop\u200Bter\u2060s\u202E')).toBe('Helikopters');
  });

  it('composes letters and marks', () => {
    expect(oneLine('Vie\u0323\u0302t')).toBe('Việt');
  });

  it('takes the marks of one letter in linear time', () => {
    expect(oneLine(`a${'\u0301\u0323'.repeat(500_000)}`).length).toBeLessThanOrEqual(31);
  });

  it('makes of any text one that the contract takes', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        expect(v.is(anyText(1_000_000), oneLine(value))).toBe(true);
        expect(v.is(anyText(1_000_000), preformatted(value))).toBe(true);
      }),
    );
  });
});

it('preformatted keeps lines and indentation', () => {
  expect(preformatted('if x:\r\n\treturn\u0000 1')).toBe('if x:\n\treturn 1');
});

it('clip never cuts a character in two', () => {
  expect(clip('a😀', 2)).toBe('a');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (value, max) => {
      const cut = clip(value, max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(value.startsWith(cut)).toBe(true);
      expect(cut.isWellFormed()).toBe(true);
    }),
  );
});

it('foldBare leaves letters without their marks', () => {
  expect(foldBare('“Đất vàng” – TP. HCM, 2022!')).toBe('dat vang tp hcm 2022');
  expect(foldBare('dat vang')).toBe('dat vang');
});

it('fold leaves letters and digits in lower case', () => {
  expect(fold('“Đất vàng” – TP. HCM, 2022!')).toBe('đất vàng tp hcm 2022');
});

describe('guessLanguage', () => {
  it.each([
    ['vi', 'Tại kỳ họp thường lệ cuối năm, hội đồng đã thông qua nghị quyết về kinh tế ven đầm.'],
    [
      'en',
      'The crews of the ferries voted on Tuesday to accept the contract that was offered to them.',
    ],
    [
      'de',
      'Die Besatzungen der Fähren haben am Dienstag für den Vertrag gestimmt, und das ist nicht alles.',
    ],
    [
      'ja',
      '日本バレーボール協会もこの件について検討中であり、現在はお答えできることはありませんと回答した。詳しくは後日お知らせします。',
    ],
    ['th', 'ลูกเรือเรือข้ามฟากลงมติเมื่อวันอังคารให้ยอมรับสัญญาจ้างสามปีที่เสนอมา'],
  ])('%s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it('is silent when it cannot tell', () => {
    expect(guessLanguage('Messi 3-2 Ronaldo')).toBeNull();
    expect(
      guessLanguage('Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod'),
    ).toBeNull();
  });
});
