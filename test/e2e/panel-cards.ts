// A library that has clips already, and how many of their cards lie on this machine.
import type { Page } from '@playwright/test';
import type { CardPage, Changes, MirrorCard, NamedId } from '../../shared/schema/mirror.ts';
import { json, type Library } from './panel-library.ts';

/** Has the stand-in hold these clips, and no others. */
export const holdCards = (
  library: Library,
  held: MirrorCard[],
  names: NamedId[] = [],
  told: Pick<Changes, 'zone'> = {},
): void => {
  const at = { names, sections: [], seq: 1, read: 0, epoch: 'one' };
  const page: CardPage = { cards: held, next: null, ...at };
  const nothing = { cards: [], renamed: [], readings: [], deleted: [] };
  const changes: Changes = { ...nothing, ...at, ...told, more: false };
  library.instead['/api/w/home/cards'] = json(200, page);
  library.instead['/api/w/home/changes'] = json(200, changes);
};

/** A clip of its own address, kept and published on the same day. */
export const cardOf = (nth: number, change: Partial<MirrorCard> = {}): MirrorCard => ({
  id: `0190a0b0-0000-7000-8000-${String(nth).padStart(12, '0')}`,
  place: nth,
  url: `https://news.example/${nth}`,
  canonicalUrl: `https://news.example/${nth}`,
  title: `Report ${nth}`,
  standfirst: null,
  site: 'News',
  language: 'en',
  section: ['Politics'],
  category: null,
  authors: [],
  published: null,
  terms: [],
  day: '2022-12-27',
  keptDay: '2022-12-27',
  filled: true,
  fingerprint: null,
  story: null,
  keepers: [{ account: 'a', day: '2022-12-27' }],
  tags: [],
  collections: [],
  state: 'to-read',
  starred: false,
  ...change,
});

const COUNT = `new Promise((resolve) => {
  indexedDB.open('dateline').onsuccess = ({ target: { result: db } }) => {
    const read = db.transaction('cards').objectStore('cards').getAll();
    read.onsuccess = () => {
      db.close();
      resolve(read.result.reduce((count, { cards }) => count + cards.length, 0));
    };
  };
})`;

/** How many cards lie on this machine, seen from a page of the extension. */
export const cards = (page: Page): Promise<unknown> => page.evaluate(COUNT);
