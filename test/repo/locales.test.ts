// Every text stands in both languages, and no Vietnamese screen says an English sentence.
import { expect, test } from 'vitest';
import { daysTexts } from '../../shared/locales/days.ts';
import { guestTexts } from '../../shared/locales/guests.ts';
import { importTexts } from '../../shared/locales/imports.ts';
import { texts } from '../../shared/locales/index.ts';
import { leavingTexts } from '../../shared/locales/leaving.ts';
import { linkTexts } from '../../shared/locales/link.ts';
import { lookBackTexts } from '../../shared/locales/look-back.ts';
import { offlineTexts } from '../../shared/locales/offline.ts';
import { readerTexts } from '../../shared/locales/reader.ts';
import { savedTexts } from '../../shared/locales/saved.ts';
import { searchTexts } from '../../shared/locales/search.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import { tabsTexts } from '../../shared/locales/tabs.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

/** Words that are the same in both languages: names, abbreviations, units. */
const SAME = new Set<string>(['Atom', 'JSON Feed', 'RSS', 'Dateline', 'English', 'Tiếng Việt']);

type Leaf = [key: string, value: string];

const leaves = (node: unknown, key = ''): Leaf[] => {
  if (typeof node === 'string') return [[key, node]];
  if (typeof node === 'function') {
    return [
      [
        key,
        String(
          Reflect.apply(
            node,
            undefined,
            Array.from({ length: node.length }, () => 2),
          ),
        ),
      ],
    ];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) =>
    leaves(child, key ? `${key}.${name}` : name),
  );
};

const all = (language: InterfaceLanguage) =>
  new Map(
    leaves({
      ...texts(language),
      days: daysTexts(language),
      guests: guestTexts(language),
      imports: importTexts(language),
      reader: readerTexts(language),
      tabs: tabsTexts(language),
      lookBack: lookBackTexts(language),
      leaving: leavingTexts(language),
      link: linkTexts(language),
      offline: offlineTexts(language),
      saved: savedTexts(language),
      search: searchTexts(language),
      teams: teamTexts(language),
    }),
  );

const en = all('en');
const vi = all('vi');

test('English and Vietnamese have the same keys', () => {
  expect(en.size).toBeGreaterThan(50);
  expect([...vi.keys()].sort()).toEqual([...en.keys()].sort());
});

test('no text is blank, and none is English in Vietnamese', () => {
  const untranslated = [...vi].filter(
    ([key, text]) => text === en.get(key) && /\p{L}{2}/u.test(text) && !SAME.has(text),
  );
  expect(untranslated).toEqual([]);
  expect([...en, ...vi].filter(([, text]) => text.trim() === '')).toEqual([]);
});
