// A library that has clips already, and how many of their cards lie on this machine.
import type { Page } from '@playwright/test';
import type { CardPage, Changes, MirrorCard } from '../../shared/schema/mirror.ts';
import { json, type Library } from './panel-library.ts';

/** Has the stand-in hold these clips, and no others. */
export const holdCards = (library: Library, held: MirrorCard[]): void => {
  const at = { names: [], sections: [], seq: 1, read: 0, epoch: 'one' };
  const page: CardPage = { cards: held, next: null, ...at };
  const nothing = { cards: [], renamed: [], readings: [], deleted: [] };
  const changes: Changes = { ...nothing, ...at, more: false };
  library.instead['/api/w/home/cards'] = json(200, page);
  library.instead['/api/w/home/changes'] = json(200, changes);
};

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
