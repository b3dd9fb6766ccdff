// Clips of which only the address is known, from an import or kept without a text: found by title, site and day.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import worker from '../../worker/index.ts';
import type { SearchAnswer } from '../../shared/schema/search.ts';
import { importingTo, importItem } from './importing.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';
import { type Caller, trashingAt } from './trashing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
const { ask, keep, remove, restore } = trashingAt(() => server);
const { sendPart, undo } = importingTo(() => server);

const found = async (me: Caller, q: string): Promise<string[]> =>
  (await ask<SearchAnswer>(me, `search?${new URLSearchParams({ q })}`)).body.hits
    .map(({ title }) => title)
    .sort();

const bookmarks = [
  importItem('https://dau-tu.example/a', {
    title: 'Giá đất tăng',
    addedAt: '2021-05-04T03:00:00Z',
  }),
  importItem('https://news.example/b', { title: 'The storm' }),
];

test('an import is found by titles, with and without marks, by site and by the day on which it was kept', async () => {
  const me = await server.install();
  await sendPart(me, newId(), bookmarks);
  const wanted: Record<string, string[]> = {
    'giá đất': ['Giá đất tăng'],
    'gia dat': ['Giá đất tăng'],
    '"gia dat"': ['Giá đất tăng'],
    sto: ['The storm'],
    'site:news': ['The storm'],
    'on:2021-05': ['Giá đất tăng'],
    '-storm': ['Giá đất tăng'],
  };
  for (const [q, titles] of Object.entries(wanted)) expect(await found(me, q), q).toEqual(titles);
  const { body } = await ask<SearchAnswer>(me, 'search?q=dat');
  expect(body.hits).toMatchObject([{ filled: false, day: '2021-05-04' }]);
});

test('what is filled in is found by its text, and by what it is called then', async () => {
  const me = await server.install();
  await sendPart(me, newId(), bookmarks);
  await keep(me, sample({ canonicalUrl: 'https://news.example/b', title: 'The flood' }));
  expect(await found(me, 'storm')).toEqual([]);
  expect(await found(me, 'flood happened')).toEqual(['The flood']);
});

test('what was imported is found no more once that is undone', async () => {
  const me = await server.install();
  const id = newId();
  await sendPart(me, id, bookmarks);
  await undo(me, id);
  expect(await found(me, 'storm')).toEqual([]);
  const stray = await db
    .prepare('SELECT count(*) AS rows FROM clip_search WHERE rowid NOT IN (SELECT rid FROM clip)')
    .first();
  expect(stray).toEqual({ rows: 0 });
});

test('an address that was kept without a text is found, and comes back from the trash so', async () => {
  const me = await server.install();
  const link = sample({ title: 'Chỉ có địa chỉ', blocks: [] });
  const kept = await keep(me, { ...link, summary: { sentences: [], terms: [] } });
  expect(await found(me, 'dia chi')).toEqual(['Chỉ có địa chỉ']);
  await remove(me, kept.clip);
  expect(await found(me, 'dia chi')).toEqual([]);
  await restore(me, kept.clip);
  expect(await found(me, 'dia chi')).toEqual(['Chỉ có địa chỉ']);
});

test('addresses of before are found once the scheduled run has given them their words', async () => {
  const me = await server.install();
  await sendPart(me, newId(), bookmarks);
  await db.batch([
    db.prepare('DELETE FROM clip_search'),
    db.prepare(
      'INSERT INTO unprofiled (workspace, clip) SELECT workspace, rid FROM clip WHERE filled_seq IS NULL',
    ),
  ]);
  expect(await found(me, 'storm')).toEqual([]);
  await worker.scheduled(createScheduledController(), env);
  expect(await found(me, 'storm')).toEqual(['The storm']);
  expect(await db.prepare('SELECT count(*) AS rows FROM unprofiled').first()).toEqual({ rows: 0 });
});
