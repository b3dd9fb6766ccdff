// What goes wrong with one library while its days are frozen stays with it.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { freezingAt, frozen, frozenDays, putOff, run } from './frozen.ts';
import { addClips } from './many-clips.ts';
import { db, type Server, startServer } from './server.ts';

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

const { keep } = freezingAt(() => server);

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
