// What happens in the browser to a copy of a library: scenarios that answer what is there in the end.
import { openDB } from 'idb';
import { createRelater } from '../../extension/features/related/relate.ts';
import { openDatabase } from '../../extension/lib/database.ts';
import { findCards } from '../../extension/lib/mirror.ts';
import type { Why } from '../../extension/lib/mirror-sync.ts';
import { destinationOf } from '../../extension/lib/operation.ts';
import type { Connection } from '../../extension/lib/storage.ts';
import { MIRRORED } from '../../shared/schema/mirror.ts';
import type { SectionCategory } from '../../shared/schema/section-category.ts';
import { cutFingerprint, fingerprint } from '../../shared/story/fingerprint.ts';
import {
  connectionTo,
  copied,
  type Fault,
  freshHome,
  Library,
  sameAs,
  World,
} from './mirror-world.ts';

export { connectionTo } from './mirror-world.ts';

/**
 * A library of 27 clips is copied over some minutes, in which clips come, change and go at every step, and the answer to
 * one step does not come. Answers whether the copy is the same in the end, and how often was asked.
 */
export const interrupted = async (
  nth: number,
  fault: Fault,
): Promise<{ isSame: boolean; asked: number }> => {
  const { world, home } = await freshHome();
  home.keep(27);
  let isBusy = true;
  world.onTheWay = async (asked) => {
    if (isBusy) {
      home.keep(2);
      home.edit(9);
      home.delete(1);
    }
    return asked === nth ? fault : null;
  };
  const syncIn = async (minutes: number): Promise<void> => {
    world.now += minutes * 60_000;
    await world.sync('time');
    // The person pairs again.
    if (world.connection?.paused) world.connection = connectionTo('home');
  };
  for (let minute = 0; minute < 3; minute += 1) await syncIn(1);
  isBusy = false;
  for (let quarter = 0; quarter < 3; quarter += 1) await syncIn(15);
  return { isSame: await sameAs(home), asked: world.asked.length };
};

/** 500 changes and 100 deletions in a library that is copied already. */
export const changed = async (): Promise<{ isSame: boolean; asked: number }> => {
  const { world, home } = await freshHome(250);
  home.keep(1_100);
  for (const tag of ['storm', 'sea', 'lake']) home.tag(7, tag);
  await world.sync('time');
  const before = world.asked.length;
  home.delete(100);
  home.edit(2);
  home.rename('storm', 'Storm');
  home.merge('sea', 'lake');
  home.read(5);
  await world.sync('sent');
  return { isSame: await sameAs(home), asked: world.asked.length - before };
};

/**
 * Clips beyond the newest that are copied: at first, after more have come, and after of those that were copied some were
 * deleted, the worker once killed on the way. Answers how often was asked for each, and whether the copy is right then.
 */
export const surplus = async (): Promise<(readonly [asked: number, isSame: boolean])[]> => {
  const { world, home } = await freshHome(250);
  home.keep(MIRRORED + 1_000);
  const syncAfter = async (happens: () => void): Promise<readonly [number, boolean]> => {
    happens();
    const before = world.asked.length;
    await world.sync('sent');
    return [world.asked.length - before, await sameAs(home)];
  };
  const found = [
    await syncAfter(() => undefined),
    await syncAfter(() => {
      home.keep(40);
      home.delete(1);
      home.keep(1);
    }),
    // One before those that were copied is changed, which are no reason to copy it.
    await syncAfter(() => home.edit(home.cards.size)),
    await syncAfter(() => home.deleteNewest(200)),
  ];
  const before = world.asked.length;
  world.onTheWay = async (asked) => (asked === before + 3 ? 'killed' : null);
  home.deleteNewest(300);
  await world.sync('sent');
  const cut = [world.asked.length - before, await sameAs(home)] as const;
  // Nobody has to wait for the next time.
  await world.sync('time');
  return [...found, cut, [world.asked.length - before - cut[0], await sameAs(home)]];
};

/** The person connects elsewhere while the `nth` answer is on its way: what lies in the database once it has come. */
export const left = async (
  nth: number,
  to: Connection | null,
): Promise<{ sites: (string | null)[]; found: number }> => {
  const { world, home } = await freshHome();
  home.keep(25);
  world.library('desk', 10).keep(5);
  world.onTheWay = async (asked) => {
    if (asked === nth) await world.connect(to);
    return null;
  };
  await world.sync('time');
  const { url } = home.newest()[0] ?? { url: '' };
  const found = await findCards(destinationOf(connectionTo('home')), { url, canonicalUrl: url });
  return { sites: [...new Set((await copied()).map(({ site }) => site))], found: found.length };
};

/** The person connects to the same library again, and lets the extension keep there alone: how many cards are left. */
export const narrowed = async (): Promise<number> => {
  const { world, home } = await freshHome();
  home.keep(5);
  await world.sync('time');
  world.connection = { ...connectionTo('home'), scope: 'clip:write' };
  await world.sync('time');
  return (await copied()).length;
};

/** The person disconnects and connects to the same library again while the `nth` answer is on its way. */
export const leftAndBack = async (nth: number): Promise<boolean> => {
  const { world, home } = await freshHome();
  home.keep(25);
  world.onTheWay = async (asked) => {
    if (asked === nth) {
      await world.connect(null);
      home.delete(3);
      await world.connect(connectionTo('home'));
    }
    return null;
  };
  await world.sync('time');
  return sameAs(home);
};

/** What this browser kept of two clips, once one of them is gone from the library: their addresses. */
export const deletedThere = async (): Promise<string[]> => {
  const { world, home } = await freshHome();
  home.keep(2);
  await world.sync('time');
  const db = await openDatabase();
  const destination = destinationOf(connectionTo('home'));
  for (const { id, url, day } of home.newest())
    await db.put('kept', {
      ...destination,
      url,
      keep: id,
      clip: id,
      day,
      at: 0,
      isLink: false,
      filing: null,
    });
  home.delete(1);
  await world.sync('sent');
  return (await db.getAll('kept')).map(({ url }) => url);
};

/** What was asked after each of these. */
export const asking = async (acts: readonly [minutes: number, why: Why][]): Promise<number[]> => {
  const { world, home } = await freshHome();
  home.keep(3);
  const counts: number[] = [];
  for (const [minutes, why] of acts) {
    world.now += minutes * 60_000;
    const before = world.asked.length;
    await world.sync(why);
    counts.push(world.asked.length - before);
  }
  return counts;
};

/**
 * The library refuses itself, or was restored from a backup: then it has fewer changes than were copied, or others of the
 * same numbers, and may be so while its pages are read. How many cards are there then, and whether the right ones at the
 * end.
 */
export const lost = async (
  how: 'missing' | 'fewer changes' | 'others' | 'others on the way',
): Promise<[then: number, end: boolean]> => {
  const { world, home } = await freshHome();
  home.keep(25);
  const restored = new Library('home', 10);
  const restore = () => world.libraries.set('home', restored);
  if (how === 'others on the way')
    world.onTheWay = async (asked) => {
      if (asked === 1) restore();
      return null;
    };
  await world.sync('time');
  restored.keep(how === 'fewer changes' ? 4 : 40);
  if (how !== 'fewer changes') restored.epoch = 'second';
  restore();
  if (how === 'missing') world.libraries.delete('home');
  await world.sync('sent');
  const then = (await copied()).length;
  world.libraries.set('home', restored);
  world.now += 60_000;
  await world.sync('time');
  return [then, await sameAs(restored)];
};

/** A copy that was made when each card was a record of its own, and what else there was: what is there today. */
export const upgraded = async (): Promise<{ isSame: boolean; others: number[] }> => {
  const { server, account, workspace } = destinationOf(connectionTo('home'));
  const before = await openDB('dateline', 3, {
    upgrade: (db) => {
      const operations = db.createObjectStore('operations', {
        keyPath: 'order',
        autoIncrement: true,
      });
      operations.createIndex('id', 'id', { unique: true });
      db.createObjectStore('bytes');
      db.createObjectStore('kept', { keyPath: ['server', 'account', 'workspace', 'url'] });
      db.createObjectStore('highlights', { keyPath: 'id' }).createIndex('url', 'url');
      const cards = db.createObjectStore('cards', { keyPath: 'id' });
      cards.createIndex('keys', 'keys', { multiEntry: true });
      db.createObjectStore('mirror');
    },
  });
  await before.put('bytes', new Uint8Array(3), 'waits');
  await before.put('kept', { server, account, workspace, url: 'https://home.example/' });
  await before.put('highlights', { id: 'h', url: 'https://home.example/' });
  await before.put('cards', { id: 'c', keys: ['home.example/gone?'], title: 'Of the copy before' });
  const copy = { version: '2.1', copy: 'c', step: 4, seq: 7, revision: 1, before: null };
  const state = { server, account, workspace, ...copy, attempts: 0, nextAt: 900_000 };
  await before.put('mirror', state, 'state');
  before.close();

  const world = new World();
  const home = world.library('home', 250);
  home.keep(600);
  await world.sync('time');
  const db = await openDatabase();
  const others = await Promise.all([db.count('bytes'), db.count('kept'), db.count('highlights')]);
  return { isSame: await sameAs(home), others };
};

/** What is heard of the sections of sites, the answer to the first page coming only at the second time. */
export const sectionsTold = async (): Promise<readonly SectionCategory[]> => {
  const { world, home } = await freshHome();
  home.keep(15);
  home.sections = [{ site: 'home.example', section: 'news', category: '11000000' }];
  world.onTheWay = async (asked) => (asked === 1 ? 'killed' : null);
  await world.sync('time');
  await world.sync('time');
  return world.told;
};

/** The zones that are told by a library from before they were told, and by one whose zone changes. */
export const zonesTold = async (): Promise<readonly string[]> => {
  const { world, home } = await freshHome();
  home.keep(2);
  await world.sync('time');
  for (const zone of ['Asia/Tokyo', 'Asia/Ho_Chi_Minh']) {
    home.zone = zone;
    await world.sync('sent');
  }
  return world.zones;
};

const STORM = Array.from(
  { length: 60 },
  (_, nth) => `Gauge ${nth * 37} of the river at mile ${nth} rose by ${nth * 11} inches overnight.`,
).join(' ');

/** What belongs to an article of which the library has the text under another headline, and another report. */
export const copiesTold = async (): Promise<
  { title: string; isCopy: boolean; why: string[] }[]
> => {
  const { world, home } = await freshHome();
  home.keep(3);
  const [copy, report, own] = home.newest();
  if (!copy || !report || !own) return [];
  const print = cutFingerprint(fingerprint({ text: `Our own lede. ${STORM}` }));
  const text = btoa(String.fromCharCode(...(print ?? [])));
  home.write({ ...copy, title: 'Rivers rise', fingerprint: text, story: 'flood' });
  home.write({ ...report, title: 'Gauge of the river rose', story: 'flood' });
  home.write({ ...own, fingerprint: text });
  await world.sync('time');
  const found = await createRelater()({
    destination: destinationOf(connectionTo('home')),
    page: { url: own.url, canonicalUrl: own.url },
    asking: {
      title: 'Flood along the river',
      text: STORM,
      terms: [],
      language: 'en',
      category: null,
      site: null,
      section: [],
      day: null,
    },
    listed: [],
  });
  return found.map(({ title, isCopy, reasons }) => ({
    title,
    isCopy,
    why: reasons.map(({ kind }) => kind),
  }));
};

/** How many cards a page is known by. */
export const known = async (url: string): Promise<number> => {
  const { world, home } = await freshHome();
  home.keep(3);
  await world.sync('time');
  return (await findCards(destinationOf(connectionTo('home')), { url, canonicalUrl: url })).length;
};
