// A zone that is changed while the database fails, others write, or it is changed again: the end is the same.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { failingAt, PASSING, placesIn } from './failing-database.ts';
import { newId } from './sample.ts';
import { db, type Server, startServer } from './server.ts';
import type { Caller } from './trashing.ts';
import { BEGIN, DATES, instant, miscounts, standing, zonesAt } from './zones.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer(BEGIN);
});

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const { ask, change, finish, keep, live, step, wait } = zonesAt(() => server);

const FROM = 'Pacific/Kiritimati';
const TO = 'Pacific/Pago_Pago';

/** The real database, on which something happens right before its batch of this number. */
const interrupted = (trip: number, happens: () => Promise<unknown>): D1Database => {
  let trips = 0;
  return new Proxy(db, {
    get: (target, name) =>
      name === 'batch'
        ? async (statements: D1PreparedStatement[]) => {
            trips += 1;
            if (trips === trip) await happens();
            return target.batch(statements);
          }
        : (sql: string) => target.prepare(sql),
  });
};

test('a step that fails at any statement is made whole by the next one', async () => {
  const expected = await standing(await live(TO));
  const me = await live(FROM);
  await change(me, TO);
  const places = await placesIn((database) => step({ ...me, database }, 20));
  expect(places.length).toBeGreaterThan(15);
  for (const place of places) {
    await change(me, FROM);
    await change(me, TO);
    await step(me, 4);
    await expect(step({ ...me, database: failingAt(place, PASSING[0]) }, 20)).rejects.toThrow();
    expect(await miscounts(me)).toEqual([]);
    await finish(me, 20);
    expect(await standing(me), JSON.stringify(place)).toEqual(expected);
  }
  console.log(`moving: stopped at ${places.length} places, each time whole after the next step`);
});

test('steps that race move each clip once', async () => {
  const expected = await standing(await live(TO));
  const me = await live(FROM);
  await change(me, TO);
  const changed = await db
    .prepare('SELECT seq FROM library WHERE workspace = ?')
    .bind(me.workspace)
    .first<{ seq: number }>();
  for (let turn = 0; turn < 40; turn += 1)
    await Promise.all([step(me, 3), step(me, 3), step(me, 3)]);
  expect(await standing(me)).toEqual(expected);
  expect(await miscounts(me)).toEqual([]);
  const library = await db
    .prepare('SELECT seq, moved_to, moved, to_move FROM library WHERE workspace = ?')
    .bind(me.workspace)
    .first<{ seq: number; moved_to: number | null; moved: number; to_move: number }>();
  expect(library).toMatchObject({ moved_to: null, moved: library?.to_move });
  // One number for each step, and none for what lost.
  const { clips } = expected;
  expect(library?.seq).toBe((changed?.seq ?? 0) + Math.floor(clips.length / 3) + 1);
});

test('another change in the middle begins anew, to the newest zone', async () => {
  const expected = await standing(await live('America/New_York'));
  const me = await live(FROM);
  await change(me, TO);
  await step(me, 5);
  await step(me, 5);
  await change(me, 'America/New_York');
  expect(await step(me, 5)).toMatchObject({ moved: 5 });
  await finish(me, 5);
  expect(await standing(me)).toEqual(expected);
  // Between the look and the write of a step, and back to where it came from.
  const before = await standing(await live(FROM));
  await change(me, TO);
  await step({ ...me, database: interrupted(2, () => change(me, FROM)) }, 5);
  await finish(me, 5);
  expect(await standing(me)).toEqual(before);
  expect(await miscounts(me)).toEqual([]);
});

const settle = async (zone: string) => {
  const me = await live(zone, DATES.slice(4, 7));
  wait(24);
  return me;
};

type Library = Awaited<ReturnType<typeof live>>;

/** What people write, each at the same instant however often; the first two take an hour that is of two days. */
const WRITES: Readonly<Record<string, (who: Caller, me: Library) => Promise<unknown>>> = {
  'keeping a page': (who) =>
    keep(who, 'new.example/1', { published: instant('2026-03-08T10:30:00Z') }),
  'keeping a page without a date': (who) => keep(who, 'new.example/2', { published: null }),
  'keeping an address': (who) => keep(who, 'new.example/3', { blocks: [] }),
  'reading an address': (who) => keep(who, 'address.example/1'),
  'keeping what another keeps': (who) => keep(who, 'both.example/1'),
  'setting a date right': (who, { none }) => {
    const correction = { published: instant('2026-03-08T10:30:00Z') };
    return ask(who, `edits/${newId()}`, 'PUT', { version: 1, keep: none, correction });
  },
  'setting a title right': (who, { none }) =>
    ask(who, `edits/${newId()}`, 'PUT', { version: 1, keep: none, correction: { title: 'T' } }),
  deleting: (who, { none }) => ask(who, `keeps/${none}`, 'DELETE'),
  'bringing back': (who, { back }) => ask(who, `trash/${back}/restore`, 'POST'),
  'keeping what lies in the trash': (who) =>
    keep(who, 'trash.example/1', { published: instant('2026-03-08T12:00:00Z') }),
  importing: (who) =>
    ask(who, `imports/${newId()}/parts/0`, 'PUT', {
      version: 1,
      name: 'Other',
      items: [
        {
          url: 'https://other.example/',
          title: 'Other',
          addedAt: '2021-03-01T10:30:00Z',
          folder: [],
          tags: [],
        },
      ],
    }),
};

test.each(Object.entries(WRITES))(
  '%s while the days move ends where it would have',
  async (_, write) => {
    const there = await settle(TO);
    await write(there, there);
    const expected = await standing(there);
    const end = async (me: Library, how: string): Promise<void> => {
      await finish(me, 4);
      expect(await standing(me), how).toEqual(expected);
      expect(await miscounts(me), how).toEqual([]);
    };

    const between = await settle(FROM);
    await change(between, TO);
    await step(between, 4);
    await write(between, between);
    await end(between, 'between two steps');

    const within = await settle(FROM);
    await change(within, TO);
    await step({ ...within, database: interrupted(2, () => write(within, within)) }, 4);
    await end(within, 'between the look and the write of a step');

    // Before each of its round trips, the zone is changed and all is moved.
    for (let trip = 1; trip < 8; trip += 1) {
      const slow = await settle(FROM);
      let isMet = false;
      const database = interrupted(trip, async () => {
        isMet = true;
        await change(slow, TO);
        await finish(slow, 40);
      });
      await write({ ...slow, database }, slow);
      if (!isMet) break;
      await end(slow, `all before its round trip ${trip}`);
    }
  },
);

test('a viewer, an editor and a stranger change no zone, and the same zone or none at all changes nothing', async () => {
  const me = await live('UTC');
  const { workspace, token } = me;
  const owner = { workspace, cookie: me.cookie };
  const viewer = await server.admit(workspace, 'viewer');
  const foreign = await server.claim();
  const page = `/w/${workspace}/settings/zone`;
  const before = await standing(me);
  for (const cookie of [viewer, me.you.cookie, foreign.cookie, undefined]) {
    const status = cookie === foreign.cookie ? 404 : cookie === undefined ? 401 : 403;
    const who = { workspace, ...(cookie !== undefined && { cookie }) };
    expect((await ask(who, 'zone', 'PUT', { zone: TO })).status).toBe(status);
    expect((await ask(who, 'zone/steps', 'POST')).status).toBe(status);
    for (const path of [page, `${page}/go-on`])
      expect(
        (
          await server.request(path, {
            method: 'POST',
            form: { zone: TO },
            ...(cookie !== undefined && { cookie }),
          })
        ).status,
      ).toBe(status);
  }
  // An extension of the owner's neither.
  expect((await ask({ workspace, token }, 'zone', 'PUT', { zone: TO })).status).toBe(403);
  expect((await ask({ workspace, token }, 'zone/steps', 'POST')).status).toBe(403);
  expect((await ask({ workspace, cookie: viewer }, 'zone')).body).toEqual({
    zone: 'UTC',
    moving: null,
  });
  for (const zone of ['Europe/Atlantis', '', 7, null, 'UTC\0', 'x'.repeat(70)])
    expect((await ask(owner, 'zone', 'PUT', { zone })).status).toBe(400);
  const { seq } = (await ask<{ seq: number }>(me, 'changes?since=0&read=0')).body;
  expect((await ask(owner, 'zone', 'PUT', { zone: 'UTC' })).body).toEqual({
    zone: 'UTC',
    moving: null,
  });
  expect((await ask(owner, 'zone/steps', 'POST')).body).toEqual({ zone: 'UTC', moving: null });
  expect((await ask<{ seq: number }>(me, 'changes?since=0&read=0')).body.seq).toBe(seq);
  expect(await standing(me)).toEqual(before);
});
