// What lies in the trash takes no late write, and goes for good: in time, or as a person says.
import { beforeAll, expect, test } from 'vitest';
import { TRASH_DAYS, type TrashPage } from '../../shared/schema/trash.ts';
import { makeTrash } from '../../worker/db/trash.ts';
import { importingTo, importItem } from './importing.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';
import { trashingAt } from './trashing.ts';

const NOW = '2026-03-10T08:00:00Z';
const LATER = new Date(Date.parse(NOW) + TRASH_DAYS * 86_400_000).toISOString();

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});

const { sendPart } = importingTo(() => server);
const { ask, keep, highlight, settle, remove, restore, trashOf } = trashingAt(() => server);

/** A library of one's own. */
const own = async () => {
  const { workspace, token, cookie } = await server.install();
  return { me: { workspace, token }, signedIn: { workspace, cookie } };
};

test('a late write is told that its clip lies in the trash, then that it is gone, and brings nothing back', async () => {
  const { me, mine, write, clip, cookie } = await settle();
  await remove(me, clip);
  const writes = [
    () => ask(me, `keeps/${mine.id}`, 'PUT', write),
    // Kept before it was deleted, on a device that was offline.
    () => ask(me, `keeps/${newId()}`, 'PUT', write),
    () =>
      ask(me, `edits/${newId()}`, 'PUT', {
        version: 1,
        keep: mine.id,
        correction: { title: 'Too late' },
      }),
    () =>
      ask(me, `filings/${newId()}`, 'PUT', {
        version: 1,
        keep: mine.id,
        change: { add: { tags: ['late'], collections: [] }, remove: { tags: [], collections: [] } },
      }),
    () => highlight(me, mine.id),
  ];
  for (const send of writes) {
    const { status, body } = await send();
    expect([status, body.code]).toEqual([410, 'in-trash']);
  }
  const signedIn = { workspace: me.workspace, cookie };
  expect((await ask(signedIn, `trash/${clip}`, 'DELETE')).status).toBe(204);
  for (const send of writes.toSpliced(1, 1)) {
    const { status, body } = await send();
    expect([status, body.code]).toEqual([410, 'gone']);
  }
  expect((await ask(me, `clips/${clip}`)).status).toBe(404);
});

test('emptying deletes what was shown, and nothing that came since', async () => {
  const { me, signedIn } = await own();
  const clips = [await keep(me), await keep(me), await keep(me)].map(({ clip }) => clip);
  const [first = '', second = '', third = ''] = clips;
  await remove(me, first);
  await remove(me, second);
  const shown = await trashOf(me);
  expect(shown.count).toBe(2);
  await remove(me, third);
  expect(await ask(signedIn, `trash?until=${shown.until}`, 'DELETE')).toMatchObject({
    status: 200,
    body: { deleted: 2 },
  });
  expect(await trashOf(me)).toMatchObject({ clips: [{ id: third }], count: 1 });
  expect((await restore(me, first)).status).toBe(404);
  for (const path of ['trash', 'trash?until=', 'trash?until=all'])
    expect((await ask(signedIn, path, 'DELETE')).status, path).toBe(400);
});

test('a token deletes into the trash, and nothing for good', async () => {
  const { me, clip } = await settle();
  expect(await remove(me, clip)).toBe(204);
  const { until } = await trashOf(me);
  for (const path of [`trash/${clip}`, `trash?until=${until}`]) {
    const { status, body } = await ask(me, path, 'DELETE');
    expect([status, body.code], path).toEqual([403, 'role-too-low']);
  }
  expect((await restore(me, clip)).status).toBe(204);
});

const left = async (workspace: string) =>
  db
    .prepare(
      `SELECT (SELECT count(*) FROM trash WHERE workspace = ?1) AS clips,
         (SELECT count(*) FROM trash_content WHERE workspace = ?1) AS contents,
         (SELECT count(*) FROM trash_row WHERE workspace = ?1) AS rows`,
    )
    .bind(workspace)
    .first();

test('after 30 days it is gone for good, a few in each run', async () => {
  const { me } = await own();
  const clips = [await keep(me), await keep(me), await keep(me)];
  for (const { clip } of clips) await remove(me, clip);
  const trash = makeTrash(db);
  await trash.deleteExpired(new Date(Date.parse(LATER) - 1).toISOString(), 100);
  expect(await left(me.workspace)).toEqual({ clips: 3, contents: 3, rows: 6 });
  server.setClock(LATER);
  expect(await trashOf(me)).toMatchObject({ clips: [], count: 0 });
  expect((await restore(me, clips[0]?.clip ?? '')).status).toBe(404);
  server.setClock(NOW);
  // Others' clips may have expired too, in this file's database.
  await trash.deleteExpired(LATER, 2);
  await trash.deleteExpired(LATER, 1_000);
  expect(await left(me.workspace)).toEqual({ clips: 0, contents: 0, rows: 0 });
});

test('a viewer deletes nothing, and another workspace has a trash of its own', async () => {
  const { me, clip } = await settle();
  const viewer = { workspace: me.workspace, cookie: await server.admit(me.workspace, 'viewer') };
  expect(await remove(viewer, clip)).toBe(403);
  await remove(me, clip);
  for (const [path, method] of [
    ['trash', 'GET'],
    [`trash/${clip}/restore`, 'POST'],
    [`trash/${clip}`, 'DELETE'],
    ['trash?until=99', 'DELETE'],
  ] as const)
    expect((await ask(viewer, path, method)).status, path).toBe(403);
  const { me: other, signedIn: otherSignedIn } = await own();
  expect(await remove(other, clip)).toBe(404);
  expect((await restore(other, clip)).status).toBe(404);
  expect((await ask(otherSignedIn, `trash/${clip}`, 'DELETE')).status).toBe(404);
  expect(await ask(otherSignedIn, 'trash?until=999999', 'DELETE')).toMatchObject({
    body: { deleted: 0 },
  });
  expect(await trashOf(me)).toMatchObject({ count: 1 });
});

test('a long trash is turned over page by page, the last deleted first', async () => {
  const { me } = await own();
  const clips: string[] = [];
  for (let made = 0; made < 60; made += 1) clips.push((await keep(me)).clip);
  for (const clip of clips) await remove(me, clip);
  const first = await trashOf(me);
  const second = (await ask<TrashPage>(me, `trash?before=${first.next}`)).body;
  expect(second.next).toBeNull();
  expect(first.clips).toHaveLength(50);
  expect([...first.clips, ...second.clips].map(({ id }) => id)).toEqual(clips.toReversed());
  expect((await ask(me, 'trash?before=<x>')).status).toBe(400);
});

const cost = async (clips: number) => {
  const { me } = await own();
  for (let part = 0; part * 100 < clips; part += 1)
    await sendPart(
      me,
      newId(),
      Array.from({ length: 100 }, (_, n) => importItem(`https://${clips}.example/${part}/${n}`)),
    );
  const { clip } = await keep(me, sample({}, { filing: { tags: ['a'], collections: ['b'] } }));
  const { db: database, rows } = metered();
  await remove({ ...me, database }, clip);
  await restore({ ...me, database }, clip);
  return { ...rows };
};

test('deleting and bringing back cost the same in a large library', async () => {
  const [small, large] = [await cost(100), await cost(1_000)];
  console.log(`deleting and bringing back read and wrote ${JSON.stringify(large)} rows`);
  // The full-text index merges its segments now and then: in small libraries too.
  expect(large.read).toBeLessThan(small.read + 100);
  expect(large.written).toBeLessThan(small.written + 20);
});
