// Names of tags and collections: which are meant, and what changes between two filings.
import { expect, test } from 'vitest';
import { suggest } from '../../extension/features/filing/suggest.ts';
import { namesIn } from '../../extension/features/filing/typed.ts';
import { filingChange } from '../../shared/schema/filing.ts';

test('names are found without accents, those first that begin with what was typed, and chosen ones no more', () => {
  const names = ['giá đất', 'Đất đai', 'quy hoạch', 'Đắt đỏ'];
  expect(suggest(names, [], 'dat')).toEqual(['Đất đai', 'Đắt đỏ', 'giá đất']);
  expect(suggest(names, ['ĐẤT  ĐAI'], 'dat')).toEqual(['Đắt đỏ', 'giá đất']);
  expect(suggest(names, [], 'đất')).toContain('Đất đai');
  expect(suggest(names, [], 'zzz')).toEqual([]);
  expect(suggest(names, [], '')).toHaveLength(4);
});

test('a change is what is added and what is removed, whatever the case', () => {
  const before = { tags: ['A', 'b'], collections: ['One'] };
  const after = { tags: ['a', 'c'], collections: [] };
  expect(filingChange(before, after)).toEqual({
    add: { tags: ['c'], collections: [] },
    remove: { tags: ['b'], collections: ['One'] },
  });
});

test('commas part the names that are typed or pasted', () => {
  expect(namesIn(' đất  đai, quy hoạch;giá đất,, ')).toEqual(['đất đai', 'quy hoạch', 'giá đất']);
  expect(namesIn(' , ')).toEqual([]);
});

test('a name that is pasted is as the library takes it: what nobody sees is none, and no letter is halved', () => {
  expect(namesIn('\u200B,\u200Fbiển\u202C, \u00AD')).toEqual(['biển']);
  expect(namesIn('می\u200Cخواهم')).toEqual(['می\u200Cخواهم']);
  const long = `${'a'.repeat(99)}\u{1F469}`;
  expect(namesIn(long)).toEqual(['a'.repeat(99)]);
});
