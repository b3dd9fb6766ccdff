// What goes wrong with one library while its days are frozen stays with it.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { freezingAt, frozen, frozenDays, putOff, run } from './frozen.ts';
import { addClips } from './many-clips.ts';
import { sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';
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
  await db.prepare('DROP TRIGGER IF EXISTS refuse').run();
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
  await db
    .prepare(
      `CREATE TRIGGER refuse BEFORE INSERT ON digest WHEN new.workspace = '${stuck.workspace}'
       BEGIN SELECT raise(ABORT, 'string or blob too big'); END`,
    )
    .run();
  await run('2026-03-11T00:01:00Z');
  expect([await frozenDays(stuck), await frozenDays(other)]).toEqual([[], ['2026-03-08']]);
  await db.prepare('DROP TRIGGER refuse').run();
  await run('2026-03-11T00:31:00Z');
  expect(await frozenDays(stuck)).toEqual([]);
  await run('2026-03-11T01:01:00Z');
  expect(await frozenDays(stuck)).toEqual(['2026-03-08']);
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

test('a day is frozen only once the clips before it have their profiles, by which they are related', async () => {
  const me = await server.install({ zone: 'UTC' });
  const on = (name: 'storm' | 'stormElsewhere', day: string) =>
    keepAs(me, sample(report(name, { published: { ...DAY, value: day } })));
  await on('storm', '2026-03-01');
  await on('stormElsewhere', '2026-03-02');
  const profiles = db.prepare(
    'SELECT * FROM clip_profile WHERE workspace = ? ORDER BY rid LIMIT 1',
  );
  const first = await profiles.bind(me.workspace).first<Record<string, string | number>>();
  const columns = Object.keys(first ?? {});
  await db
    .prepare('DELETE FROM clip_profile WHERE rid = ?')
    .bind(first?.['rid'] ?? 0)
    .run();
  await run('2026-03-11T00:01:00Z');
  expect(await frozenDays(me)).toEqual([]);
  await db
    .prepare(
      `INSERT INTO clip_profile (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    .bind(...Object.values(first ?? {}))
    .run();
  const [story] = (await digest(me, '2026-03-02')).groups.flatMap(({ stories }) => stories);
  expect(story?.related).toHaveLength(1);
  expect(await frozenDays(me)).toEqual(['2026-03-02']);
  expect(String((await frozen(me)).days[0]?.related)).not.toBe('[]');
});
