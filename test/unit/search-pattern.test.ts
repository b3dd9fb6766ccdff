// Words are found in texts of Latin letters unit by unit, and in all others by a pattern: both find the same.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBare, findBeginning, findExact, type Finder } from '../../shared/search/pattern.ts';
import { bareWords, exactWords } from '../../shared/search/words.ts';

const letters = fc.constantFrom(
  ...'aAđĐdDsSſkKiIıİêẾể',
  'e\u0302\u0301',
  ...' .,-–“”…12',
  '東',
  'я',
  'ẞ',
  '😀',
);
const texts = fc.array(letters, { maxLength: 24 }).map((all) => all.join(''));
const isMarked = (find: Finder, text: string): boolean => [...find.in(text)].length > 0;

test.each([
  ['as they are written', findExact, exactWords],
  ['with or without marks', findBare, bareWords],
  ['as the beginning of a word', findBeginning, bareWords],
])('words are found %s, however they are looked for', (_, findWords, wordsOf) => {
  fc.assert(
    fc.property(texts, texts, (text, asked) => {
      for (const word of [...wordsOf(asked), ...wordsOf(text)]) {
        const find = findWords([word]);
        expect(find.isIn(text)).toBe(isMarked(find, text));
      }
    }),
    { numRuns: 200 },
  );
});

test('a row of words stands with whatever parts them', () => {
  const find = findBare(['quoc', 'hoi']);
  expect(find.isIn('Chủ tịch Quốc – hội')).toBe(true);
  expect(find.isIn('Quốchội, quốc và hội')).toBe(false);
});

test('no word at all stands nowhere', () => {
  for (const words of [[], ['']])
    for (const text of ['', 'a😀b']) {
      expect(isMarked(findExact(words), text)).toBe(false);
      expect(findBare(words).isIn(text)).toBe(false);
    }
});
