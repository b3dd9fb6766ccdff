// Where sentences begin and end, in the two languages that are read most.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../shared/text/sentences.ts';

const split = (text: string, language: string | null): string[] =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('Vietnamese', () => {
  it.each([
    [
      'TP. HCM có mưa to. Nhiều tuyến đường ngập sâu.',
      ['TP. HCM có mưa to.', 'Nhiều tuyến đường ngập sâu.'],
    ],
    [
      'GS.TS. Trần Văn Bình chủ trì. PGS. TS. Lê Thu phản biện.',
      ['GS.TS. Trần Văn Bình chủ trì.', 'PGS. TS. Lê Thu phản biện.'],
    ],
    ['Giá tăng 2.350 đồng, tức 3,5%. Dân lo.', ['Giá tăng 2.350 đồng, tức 3,5%.', 'Dân lo.']],
    ['“Làm xong chưa?” ông hỏi. Không ai đáp.', ['“Làm xong chưa?” ông hỏi.', 'Không ai đáp.']],
    [
      'Q. 1 và P. Bến Nghé mất điện. Điện đã có lại.',
      ['Q. 1 và P. Bến Nghé mất điện.', 'Điện đã có lại.'],
    ],
  ])('%s', (text, expected) => {
    expect(split(text, 'vi')).toEqual(expected);
  });
});

describe('English', () => {
  it.each([
    ['Dr. Smith left. He was tired.', ['Dr. Smith left.', 'He was tired.']],
    ['The U.S. Senate met. It voted.', ['The U.S. Senate met.', 'It voted.']],
    ['She lives in the U.S. The house is old.', ['She lives in the U.S.', 'The house is old.']],
    ['John F. Kennedy spoke. Crowds came.', ['John F. Kennedy spoke.', 'Crowds came.']],
    ['“Stop!” he said. “Go home.” They went.', ['“Stop!” he said.', '“Go home.”', 'They went.']],
    ['It cost $1.9 million. Nobody paid.', ['It cost $1.9 million.', 'Nobody paid.']],
    [
      'Born on Jan. 5 in Hayward, Calif. he moved.',
      ['Born on Jan. 5 in Hayward, Calif. he moved.'],
    ],
  ])('%s', (text, expected) => {
    expect(split(text, 'en')).toEqual(expected);
  });
});

it('ends a sentence where the line ends', () => {
  expect(split('Một dòng\nhai dòng\tô thứ hai', 'vi')).toEqual(['Một dòng', 'hai dòng\tô thứ hai']);
});

it('covers every letter once and in order, whatever the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '. ',
      '! ',
      '?” ',
      'TP. ',
      'Dr. ',
      'U.S. ',
      '\n',
      '  ',
      '1.5',
      'Ấ',
      '😀',
      '…',
      '。',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.constantFrom('vi', 'en', 'ja', null),
      (text, language) => {
        let at = 0;
        for (const { start, end } of sentences(text, language)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      },
    ),
  );
});
