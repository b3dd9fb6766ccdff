// What goes wrong with one library while its days are frozen stays with it.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeUnprofiled } from '../../worker/db/unprofiled.ts';
import { profileClips } from '../../worker/domain/profiles.ts';
import { freezingAt, frozen, frozenDays, putOff, run } from './frozen.ts';
import { addClips } from './many-clips.ts';
import { sample } from './sample.ts';
import { db, libraries, type Server, startServer } from './server.ts';
import { report } from './story-texts.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await libraries.prepare('DROP TRIGGER IF EXISTS refuse').run();
  await putOff();
});

const { digest, keep, keepAs } = freezingAt(() => server);
const DAY = { precision: 'day', evidence: 'meta' } as const;

test('a library whose day cannot be stored keeps no other waiting, and is tried again an hour later', async () => {
  const stuck = await server.install({ zone: 'UTC' });
  const other = await server.install({ zone: 'UTC' });
  for (const me of [stuck, other]) await keep(me, '2026-03-08', 'One');
  await db
    .prepare(`UPDATE library SET freeze_due = '1999' WHERE workspace = ?`)
    .bind(stuck.workspace)
    .run();
  await libraries
    .prepare(
      `CREATE TRIGGER refuse BEFORE INSERT ON digest WHEN new.workspace = '${stuck.workspace}'
       BEGIN SELECT raise(ABORT, 'string or blob too big'); END`,
    )
    .run();
  await run('2026-03-11T00:01:00Z');
  expect([await frozenDays(stuck), await frozenDays(other)]).toEqual([[], ['2026-03-08']]);
  await libraries.prepare('DROP TRIGGER refuse').run();
  await run('2026-03-11T00:31:00Z');
  expect(await frozenDays(stuck)).toEqual([]);
  await run('2026-03-11T01:01:00Z');
  expect(await frozenDays(stuck)).toEqual(['2026-03-08']);
});

test('a day that cannot be stored keeps no other of its library waiting, and is left to its first reader', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (const day of ['2026-03-06', '2026-03-07', '2026-03-08']) await keep(me, day, 'One');
  await libraries
    .prepare(
      `CREATE TRIGGER refuse BEFORE INSERT ON digest
       WHEN new.workspace = '${me.workspace}' AND new.day = '2026-03-06'
       BEGIN SELECT raise(ABORT, 'string or blob too big'); END`,
    )
    .run();
  await run('2026-03-11T00:01:00Z');
  expect(await frozenDays(me)).toEqual(['2026-03-07', '2026-03-08']);
  await libraries.prepare('DROP TRIGGER refuse').run();
  expect((await digest(me, '2026-03-06')).clips).toBe(1);
  expect(await frozenDays(me)).toEqual(['2026-03-06', '2026-03-07', '2026-03-08']);
});

test('a story of few clips that tell much is several pages, each of which a row can hold', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2026-03-08', 'One');
  await addClips(me, 150, "'2026-03-08'", "'one-story'");
  await db
    .prepare('UPDATE clip SET authors = json_array(?2) WHERE workspace = ?1')
    .bind(me.workspace, 'Long name '.repeat(1000))
    .run();
  await run('2026-03-11T00:01:00Z');
  const { pages } = await frozen(me);
  expect(pages.length).toBeGreaterThan(3);
  expect(Math.max(...pages.map(({ groups }) => String(groups).length))).toBeLessThan(450_000);
});

/** Two days with a clip each, whose first clip waits for its profile, as after a restore; answers its row. */
const settleWaiting = async () => {
  const me = await server.install({ zone: 'UTC' });
  const on = (name: 'storm' | 'stormElsewhere', day: string) =>
    keepAs(me, sample(report(name, { published: { ...DAY, value: day } })));
  await on('storm', '2026-03-01');
  await on('stormElsewhere', '2026-03-02');
  const rid =
    (await db
      .prepare('SELECT min(rid) AS rid FROM clip WHERE workspace = ?')
      .bind(me.workspace)
      .first<number>('rid')) ?? 0;
  await db.batch([
    db.prepare('DELETE FROM clip_profile WHERE rid = ?').bind(rid),
    db.prepare('INSERT INTO unprofiled (workspace, clip) VALUES (?, ?)').bind(me.workspace, rid),
  ]);
  return { me, rid };
};

const profileRun = (now: string) => profileClips(makeUnprofiled(db), new Date(now), 100);

const waiting = async () =>
  (await db.prepare('SELECT clip FROM unprofiled').all<{ clip: number }>()).results;
const at = (minutes: number) =>
  new Date(Date.parse('2026-03-11T00:01:00Z') + minutes * 60_000).toISOString();

test('a day is frozen only once the clips before it have their profiles, by which they are related', async () => {
  const { me } = await settleWaiting();
  const other = await server.install({ zone: 'UTC' });
  await keep(other, '2026-03-08', 'One');
  await run('2026-03-11T00:01:00Z');
  expect([await frozenDays(me), await frozenDays(other)]).toEqual([[], ['2026-03-08']]);
  await digest(me, '2026-03-02');
  expect(await frozenDays(me)).toEqual([]);
  await profileRun('2026-03-11T00:05:00Z');
  await run('2026-03-11T00:31:00Z');
  expect(await frozenDays(me)).toEqual([]);
  await run('2026-03-11T01:01:00Z');
  expect(await frozenDays(me)).toEqual(['2026-03-01', '2026-03-02']);
  const [story] = (await digest(me, '2026-03-02')).groups.flatMap(({ stories }) => stories);
  expect(story?.related).toHaveLength(1);
  expect(String((await frozen(me)).days[1]?.related)).not.toBe('[]');
});

test('a day that was changed is waited for too, and those after it are told as they are', async () => {
  const { me, rid } = await settleWaiting();
  await db.prepare('DELETE FROM unprofiled WHERE workspace = ?').bind(me.workspace).run();
  await run('2026-03-11T00:01:00Z');
  expect(await frozenDays(me)).toEqual(['2026-03-01', '2026-03-02']);
  await keep(me, '2026-03-02', 'Late');
  await db
    .prepare('INSERT INTO unprofiled (workspace, clip) VALUES (?, ?)')
    .bind(me.workspace, rid)
    .run();
  const clips = async () =>
    (await frozen(me)).days.map(({ head }) => /"clips":(\d+)/.exec(String(head))?.[1]);
  await run('2026-03-12T00:01:00Z');
  expect(await clips()).toEqual(['1', '1']);
  await profileRun('2026-03-12T00:05:00Z');
  await run('2026-03-12T01:01:00Z');
  expect(await clips()).toEqual(['1', '2']);
});

test('a clip whose profile cannot be made keeps no other waiting, and no library longer than two hours of runs', async () => {
  const { me, rid } = await settleWaiting();
  const { me: other } = await settleWaiting();
  await libraries
    .prepare(
      `CREATE TRIGGER refuse BEFORE INSERT ON clip_profile WHEN new.rid = ${rid}
       BEGIN SELECT raise(ABORT, 'string or blob too big'); END`,
    )
    .run();
  await profileRun(at(0));
  expect(await waiting()).toEqual([{ clip: rid }]);
  await run(at(6));
  expect([await frozenDays(me), (await frozenDays(other)).length]).toEqual([[], 2]);
  for (let minute = 5; minute <= 120; minute += 5) await profileRun(at(minute));
  expect(await waiting()).toEqual([]);
  await run(at(121));
  expect(await frozenDays(me)).toEqual(['2026-03-01', '2026-03-02']);
});
