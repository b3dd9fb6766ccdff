// The page of a week is made of its days as they were frozen, and is the same as of their clips.
import { beforeAll, expect, test } from 'vitest';
import { collectingAt, dated } from './collecting.ts';
import { frozen, frozenDays, type Me } from './frozen.ts';
import { addClips } from './many-clips.ts';
import { openingAt } from './opening.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';
import { report } from './story-texts.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2022-12-31T08:00:00Z');
});

const { ask, digest, file, keep, keepAs } = collectingAt(() => server);
const openPage = openingAt(() => server);

let asked = 0;
/** Opens a page at another address each time: what is composed already would be answered as it is. */
const open = (me: Pick<Me, 'workspace' | 'cookie'>, path: string) => {
  asked += 1;
  return openPage(me, `${path}?n=${asked}`);
};

const WEEK = 'week/2022-W52';
const OF_COLLECTION = `collection/Sea/${WEEK}`;
const DAYS = ['2022-12-27', '2022-12-28', '2022-12-29', '2022-12-30'];

/** Forgets what was frozen, so that what comes is composed. */
const thaw = ({ workspace }: Me) =>
  db.batch(
    ['digest', 'digest_page'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE workspace = ?`).bind(workspace),
    ),
  );

/** A week of all that a day may have: a story of several, more than six, several pages, another language, no date. */
const settle = async (): Promise<Me> => {
  const me = await server.install({ zone: 'Asia/Ho_Chi_Minh' });
  const [first = '', second = '', third = ''] = DAYS;
  for (const which of ['storm', 'stormElsewhere'] as const)
    await keepAs(me, {
      ...sample(report(which, dated(first))),
      filing: { tags: [], collections: ['Sea'] },
    });
  for (let nth = 1; nth <= 8; nth += 1) await keep(me, second, 'x'.repeat(nth), 'Sea');
  await keepAs(me, sample({ title: '“Ngày” & <b>', language: 'vi', ...dated(second) }));
  await keep(me, third, 'First of many');
  await addClips(me, 299, `'${third}'`);
  await keep(me, '2022-12-30', 'Yesterday', 'Sea');
  await keep(me, '2022-12-31', 'Today', 'Sea');
  await keep(me, '2022-12-20', 'Before', 'Sea');
  await keep(me, '2022-11-20', 'Long before');
  return me;
};

test('a week of days that are frozen is byte for byte that of their clips, in one round trip', async () => {
  const me = await settle();
  const live = await open(me, WEEK);
  for (const day of DAYS) await ask(me, `digests/${day}`);
  expect(await frozenDays(me)).toEqual(DAYS);
  const read = await open(me, WEEK);
  expect(read.html).toBe(live.html);
  expect(read.trips).toBe(1);
  expect(read.read).toBeLessThan(live.read - 300);
  console.log(`a week reads ${live.read} rows of clips, ${read.read} of what is frozen`);
  expect(read.html).toContain('>294 more stories of this day<');
  expect(read.html).toContain('<b>313</b> clips');
});

test('so it is of a collection', async () => {
  const me = await settle();
  const live = await open(me, OF_COLLECTION);
  await thaw(me);
  for (const day of DAYS) await digest(me, 'Sea', day);
  const read = await open(me, OF_COLLECTION);
  expect(read.html).toBe(live.html);
  expect(read.trips).toBe(2);
  expect(read.html).toContain('<b>12</b> clips');
});

test('of days that are not frozen the newest that is over is, with each reader one', async () => {
  const me = await settle();
  for (const day of DAYS.toReversed()) {
    await open(me, WEEK);
    expect((await frozenDays(me))[0]).toBe(day);
  }
  expect(await frozenDays(me)).toEqual(DAYS);
  await open(me, OF_COLLECTION);
  expect((await frozen(me)).days).toHaveLength(DAYS.length + 1);
});

test('what was changed since it was frozen is told as it is', async () => {
  const me = await settle();
  for (let turn = 0; turn < DAYS.length; turn += 1) await open(me, WEEK);
  const { id } = await keep(me, '2022-12-30', 'Late', 'Sea');
  expect((await open(me, WEEK)).headings).toContain('Late');
  await ask(me, `edits/${newId()}`, 'PUT', {
    version: 1,
    keep: id,
    correction: { title: 'Mended' },
  });
  const mended = (await open(me, WEEK)).headings;
  expect([mended.includes('Late'), mended.includes('Mended')]).toEqual([false, true]);
  expect((await open(me, OF_COLLECTION)).headings).toContain('Mended');
  await file(me, id, [], ['Sea']);
  expect((await open(me, OF_COLLECTION)).headings).not.toContain('Mended');
  expect((await open(me, WEEK)).headings).toContain('Mended');
});

test('what was frozen in another zone, or by another code, is not told', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2022-12-27', 'Told');
  await open(me, WEEK);
  for (const wrong of [`format = 0`, `head = json_set(head, '$.zone', 'Asia/Tokyo')`]) {
    await db.prepare(`UPDATE digest SET ${wrong} WHERE workspace = ?`).bind(me.workspace).run();
    await db
      .prepare(
        `UPDATE digest_page SET groups = replace(groups, 'Told', 'Wrong') WHERE workspace = ?`,
      )
      .bind(me.workspace)
      .run();
    expect((await open(me, WEEK)).headings).toContain('Told');
  }
});

test.each([
  ['Pacific/Kiritimati', '2022-12-30T10:00:00Z'],
  ['Pacific/Pago_Pago', '2023-01-01T10:59:00Z'],
])('in %s the present day is told, and not frozen', async (zone, now) => {
  server.setClock(now);
  const me = await server.install({ zone });
  await keep(me, '2022-12-31', 'Today');
  await keep(me, '2022-12-30', 'Yesterday');
  const { headings } = await open(me, WEEK);
  expect(headings).toEqual(expect.arrayContaining(['Today', 'Yesterday']));
  expect((await open(me, WEEK)).headings).toEqual(headings);
  expect(await frozenDays(me)).toEqual(['2022-12-30']);
  server.setClock('2022-12-31T08:00:00Z');
});

test('only a member is told of a week', async () => {
  const me = await settle();
  const stranger = await server.install({ zone: 'UTC' });
  const viewer = await server.admit(me.workspace, 'viewer');
  for (const path of [WEEK, OF_COLLECTION]) {
    const foreign = await open({ workspace: me.workspace, cookie: stranger.cookie }, path);
    expect([foreign.status, foreign.html.includes('Today')]).toEqual([404, false]);
    expect((await open({ workspace: me.workspace, cookie: viewer }, path)).headings).toContain(
      'Today',
    );
  }
});
