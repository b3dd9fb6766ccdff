// Reading time, the same wherever it is shown.
import { expect, test } from 'vitest';
import { countBodyWords, countWords, readingMinutes } from '../../shared/text/reading.ts';

test.each([
  ['Giá vàng trong nước tiếp tục giảm.', 7],
  ['It isn’t well-known: 3.5 per cent.', 6],
  ['今天天气很好', 6],
  ['สวัสดีครับ', 3],
  ['… — !', 0],
])('%s has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test('a body is read in whole minutes, at least one, and Vietnamese faster', () => {
  const paragraph = {
    kind: 'paragraph' as const,
    runs: [{ text: 'một hai ba bốn năm '.repeat(250) }],
  };
  const words = countBodyWords([paragraph]);
  expect(words).toBe(1250);
  expect(readingMinutes(words, 'vi-VN')).toBe(5);
  expect(readingMinutes(words, null)).toBe(5);
  expect(readingMinutes(1500, 'vi')).toBe(6);
  expect(readingMinutes(1500, 'en')).toBe(7);
  expect(readingMinutes(0, 'en')).toBe(1);
});
