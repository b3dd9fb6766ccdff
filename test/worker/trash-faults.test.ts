// A database that fails at each step of deleting, of coming back and of going for good: what is told, and that the same
// again ends with a whole clip or with none.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { KeepAnswer, KeepWrite } from '../../shared/schema/keep.ts';
import { makeTrash } from '../../worker/db/trash.ts';
import { type whole, WHOLE_SQL } from '../whole-library.ts';
import { failingAt, FINAL, PASSING, placesIn } from './failing-database.ts';
import { newId, sample } from './sample.ts';
import { db, isElsewhere, rowCounts, type Server, startServer } from './server.ts';
import { type Caller, trashingAt } from './trashing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ERRORS = [
  { words: PASSING[0], told: [503, 'busy'] },
  { words: FINAL[0], told: [500, 'internal'] },
];

const { ask } = trashingAt(() => server);

const settle = async () => {
  const { workspace, token } = await server.install();
  const me = { workspace, token };
  // A token's first use in a day is noted, once.
  const id = newId();
  await ask(me, `keeps/${id}`, 'PUT', sample());
  return me;
};

/** A clip with a tag and a collection, and its only keep. */
const keep = async (me: Caller) => {
  const id = newId();
  const filing = { tags: [`t ${id}`], collections: ['c'] };
  const { body } = await ask<KeepAnswer>(me, `keeps/${id}`, 'PUT', sample({}, { filing }));
  return { id, clip: body.clip };
};

const library = (workspace: string) =>
  db.prepare(WHOLE_SQL).bind(workspace).first<ReturnType<typeof whole>>();

const trashed = (workspace: string) =>
  db
    .prepare(
      `SELECT (SELECT count(*) FROM trash WHERE workspace = ?1) AS clips,
         (SELECT count(*) FROM trash_content WHERE workspace = ?1) AS contents,
         (SELECT count(*) FROM trash_row WHERE workspace = ?1) AS rows,
         (SELECT count(*) FROM tombstone WHERE workspace = ?1) AS tombstones`,
    )
    .bind(workspace)
    .first();

const state = async ({ workspace }: Caller) => [await library(workspace), await trashed(workspace)];

/** The acts, each with what must be there before it. */
const ACTS: {
  name: string;
  prepare: (me: Caller) => Promise<{ id: string; clip: string }>;
  act: (me: Caller, what: { id: string; clip: string }) => ReturnType<typeof ask>;
  /** Clips that it leaves, and that it leaves in the trash. */
  left: number;
  inTrash: number;
}[] = [
  {
    name: 'deleting a clip',
    prepare: keep,
    act: (me, { clip }) => ask(me, `clips/${clip}`, 'DELETE'),
    left: 0,
    inTrash: 1,
  },
  {
    name: 'taking back its last keep',
    prepare: keep,
    act: (me, { id }) => ask(me, `keeps/${id}`, 'DELETE'),
    left: 0,
    inTrash: 1,
  },
  {
    name: 'bringing it back',
    prepare: async (me) => {
      const kept = await keep(me);
      await ask(me, `clips/${kept.clip}`, 'DELETE');
      return kept;
    },
    act: (me, { clip }) => ask(me, `trash/${clip}/restore`, 'POST'),
    left: 1,
    inTrash: 0,
  },
];

test.each(ACTS)(
  'a database that fails anywhere in $name leaves a whole clip or none',
  async ({ name, prepare, act, left, inTrash }) => {
    const me = await settle();
    const trips = { act: 3 };
    const first = await prepare(me);
    const places = (await placesIn((database) => act({ ...me, database }, first))).filter(
      // What comes after it makes the profile, which the scheduled run makes up for.
      ({ trip }) => trip < trips.act,
    );
    let done = 1;
    for (const { words, told } of ERRORS)
      for (const place of places) {
        const where = `${words} at ${JSON.stringify(place)}`;
        const what = await prepare(me);
        const before = await state(me);
        const failed = await act({ ...me, database: failingAt(place, words) }, what);
        expect([failed.status, failed.body.code], where).toEqual(told);
        const isAnswerLost = place.trip === trips.act - 1 && place.at === 'answer';
        if (!isAnswerLost) expect(await state(me), where).toEqual(before);
        expect((await act(me, what)).status, where).toBe(204);
        done += 1;
        const now = await library(me.workspace);
        expect(now, where).toMatchObject({
          clips: 1 + done * left,
          contents: 1 + done * left,
          allContents: 1 + done * left,
          keptClips: 1 + done * left,
          keeps: 1 + done * left,
          miscounts: 0,
        });
      }
    console.log(`faults: the database failed ${done - 1} times in ${name}`);
    expect(await trashed(me.workspace)).toEqual({
      clips: done * inTrash,
      contents: done * inTrash,
      // A keep that is to be read, a tag and a collection.
      rows: 4 * done * inTrash,
      tombstones: 2 * done * inTrash,
    });
    const links = await db
      .prepare('SELECT count(*) AS links FROM clip_tag WHERE workspace = ?')
      .bind(me.workspace)
      .first();
    expect(links).toEqual({ links: done * left });
  },
);

const keepAnew = (who: Caller, id: string, write: KeepWrite) =>
  ask(who, `keeps/${id}`, 'PUT', write);

test('a database that fails while a page is kept anew brings its clip back whole, or not yet', async () => {
  const me = await settle();
  const prepare = async () => {
    const id = newId();
    const write = sample();
    const { body } = await ask<KeepAnswer>(me, `keeps/${id}`, 'PUT', write);
    await ask(me, `clips/${body.clip}`, 'DELETE');
    return { ...write, capturedAt: '2026-03-10T08:00:30Z' };
  };
  server.setClock('2026-03-10T08:00:00Z');
  const first = await prepare();
  server.setClock('2026-03-10T08:01:00Z');
  const places = await placesIn((database) => keepAnew({ ...me, database }, newId(), first));
  let done = 1;
  for (const place of places) {
    const where = JSON.stringify(place);
    server.setClock('2026-03-10T08:00:00Z');
    const write = await prepare();
    server.setClock('2026-03-10T08:01:00Z');
    const id = newId();
    await keepAnew({ ...me, database: failingAt(place, PASSING[0]) }, id, write);
    expect((await keepAnew(me, id, write)).status, where).toBe(200);
    done += 1;
    expect(await library(me.workspace), where).toMatchObject({
      clips: 1 + done,
      contents: 1 + done,
      keeps: 1 + done,
      keptClips: 1 + done,
      operations: 1 + 2 * done,
      miscounts: 0,
    });
  }
  server.setClock('2026-03-10T08:00:00Z');
  expect(await trashed(me.workspace)).toEqual({ clips: 0, contents: 0, rows: 0, tombstones: 0 });
});

test('a database that fails while what has expired is deleted leaves nothing in the end', async () => {
  const me = await settle();
  const at = '2026-04-10T08:00:00Z';
  const prepare = async () => {
    const { clip } = await keep(me);
    await ask(me, `clips/${clip}`, 'DELETE');
  };
  await makeTrash(db).deleteExpired(at, 1_000);
  const before = await rowCounts();
  await prepare();
  const places = await placesIn((database) => makeTrash(database).deleteExpired(at, 10));
  for (const place of places) {
    await prepare();
    const held = await trashed(me.workspace);
    await expect(makeTrash(failingAt(place, PASSING[0])).deleteExpired(at, 10)).rejects.toThrow();
    if (place.at !== 'answer') expect(await trashed(me.workspace)).toEqual(held);
    await makeTrash(db).deleteExpired(at, 10);
  }
  const after = await rowCounts();
  for (const table of [
    'clip',
    'clip_content',
    'keep',
    'trash',
    'trash_content',
    'trash_row',
    'tag',
  ])
    expect(after[table], table).toBe(before[table]);
});

test('emptying while the database fails is done once, and again finds nothing', async () => {
  const { workspace, cookie } = await server.install();
  const me = { workspace, cookie };
  const { clip } = await keep(me);
  await ask(me, `clips/${clip}`, 'DELETE');
  const empty = (who: Caller) => ask(who, 'trash?until=999999', 'DELETE');
  const behindSignIn = { trip: isElsewhere ? 2 : 1, at: 'answer' } as const;
  const failed = await empty({ ...me, database: failingAt(behindSignIn, PASSING[0]) });
  expect(failed.status).toBe(503);
  expect(await empty(me)).toEqual({ status: 200, body: { deleted: 0 } });
});

test('a clip that somebody else has just brought back is brought back once', async () => {
  const me = await settle();
  for (let trip = 0; trip < 6; trip += 1) {
    const { clip } = await keep(me);
    // Whose story is known waits for nothing.
    await db.prepare('UPDATE clip SET story = id WHERE id = ?').bind(clip).run();
    await db.prepare('DELETE FROM unplaced WHERE workspace = ?').bind(me.workspace).run();
    await ask(me, `clips/${clip}`, 'DELETE');
    const restore = (database?: D1Database) =>
      ask({ ...me, ...(database && { database }) }, `trash/${clip}/restore`, 'POST');
    let trips = 0;
    const disturbed = new Proxy(db, {
      get: (target, name) =>
        name === 'batch'
          ? async (statements: D1PreparedStatement[]) => {
              trips += 1;
              if (trips - 1 === trip) await restore();
              return target.batch(statements);
            }
          : (sql: string) => target.prepare(sql),
    });
    expect((await restore(disturbed)).status).toBe(204);
    const told = await db
      .prepare(
        `SELECT (SELECT count(*) FROM clip WHERE workspace = ?1) AS clips,
           (SELECT sum(clips) FROM day_count WHERE workspace = ?1 AND axis = 'published') AS counted,
           (SELECT count(*) FROM activity WHERE workspace = ?1 AND kind = 'restore') AS acts`,
      )
      .bind(me.workspace)
      .first<{ clips: number; counted: number; acts: number }>();
    expect(told?.counted, `before trip ${trip}`).toBe(told?.clips);
    expect(told?.acts, `before trip ${trip}`).toBe(trip + 1);
  }
});
