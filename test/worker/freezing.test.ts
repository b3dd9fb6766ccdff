// The days that are over are frozen by the scheduled run, whenever that comes and wherever it stops.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { dayIn } from '../../shared/digest/days.ts';
import { failingAt, PASSING, placesIn } from './failing-database.ts';
import { freezingAt, frozen, frozenDays, type Me, putOff, run } from './frozen.ts';
import { addClips } from './many-clips.ts';
import { db, type Server, startServer } from './server.ts';

const NOW = '2026-03-10T08:00:00Z';

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  server.setClock(NOW);
  await putOff();
});

const { digest, keep } = freezingAt(() => server);

/** Four days of a library as every run finds it, the last of them today's. */
const settle = async (): Promise<Me> => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2026-03-07', 'One');
  await keep(me, '2026-03-08', 'Two');
  await keep(me, '2026-03-08', 'Three');
  await keep(me, '2026-03-10', 'Four');
  return me;
};

/** What is frozen, without what is another in each library: its ids. */
const plain = async (me: Me): Promise<string> => {
  const { days, pages } = await frozen(me);
  const ids = new Map<string, number>();
  return JSON.stringify([days, pages])
    .replaceAll(me.workspace, 'workspace')
    .replace(/story-\d+|[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
      ids.set(id, ids.get(id) ?? ids.size);
      return String(ids.get(id));
    });
};

test('run in time, late, twice, in parallel or never: the same bytes in the end', async () => {
  const ways: ((me: Me) => Promise<void>)[] = [
    async () => {
      await run('2026-03-11T00:01:00Z');
    },
    async () => {
      for (const day of ['2026-03-10', '2026-03-11', '2026-03-12']) await run(`${day}T00:01:00Z`);
    },
    async () => {
      await run('2026-04-01T12:00:00Z');
    },
    async () => {
      await Promise.all(Array.from({ length: 5 }, () => run('2026-03-11T00:01:00Z')));
    },
    async (me) => {
      server.setClock('2026-03-11T00:00:01Z');
      for (const day of ['2026-03-10', '2026-03-08', '2026-03-07', '2026-03-07'])
        await digest(me, day);
      server.setClock(NOW);
    },
  ];
  const ends: string[] = [];
  for (const way of ways) {
    const me = await settle();
    await way(me);
    expect(await frozenDays(me)).toEqual(['2026-03-07', '2026-03-08', '2026-03-10']);
    ends.push((await plain(me)).replace(/"(revision|updated)":"?[^,"]*/g, ''));
    await putOff();
  }
  expect(new Set(ends).size).toBe(1);
});

test('a run that is stopped at any statement leaves whole days, and the next one ends as if nothing had been', async () => {
  await settle();
  const end = '2026-03-11T00:01:00Z';
  const places = await placesIn((database) => run(end, database));
  expect(places.length).toBeGreaterThan(20);
  await putOff();
  const me = await settle();
  const fresh = `UPDATE library SET freeze_due = '2000-01-01T00:00:00.000Z', frozen_through = '',
    frozen_seq = 0 WHERE workspace = ?`;
  for (const place of places) {
    await db.batch(
      [
        'DELETE FROM digest WHERE workspace = ?',
        'DELETE FROM digest_page WHERE workspace = ?',
        fresh,
      ].map((sql) => db.prepare(sql).bind(me.workspace)),
    );
    await run(end, failingAt(place, PASSING[0])).catch(() => undefined);
    const { days, pages } = await frozen(me);
    expect(pages.map(({ day }) => day)).toEqual(days.map(({ day }) => day));
    // One that failed is looked at an hour later.
    await run('2026-03-11T01:01:00Z');
    expect(await frozenDays(me)).toEqual(['2026-03-07', '2026-03-08', '2026-03-10']);
  }
  console.log(`freezing: stopped at ${places.length} places, each time whole after the next run`);
});

test('a run has at most 50 statements, whatever there is to do, and a quiet library costs none of its own', async () => {
  const busy: Me[] = [];
  while (busy.length < 3) {
    const me = await server.install({ zone: 'UTC' });
    await keep(me, '2022-12-01', 'First');
    await addClips(me, 40, "date('2022-12-01', i || ' days')");
    busy.push(me);
  }
  for (let quiet = 0; quiet < 20; quiet += 1) await server.claim();
  const counted = { statements: 0 };
  const counting = new Proxy(db, {
    get: (target, name) =>
      name === 'batch'
        ? (statements: D1PreparedStatement[]) => {
            counted.statements += statements.length;
            return target.batch(statements);
          }
        : (sql: string) => target.prepare(sql),
  });
  let runs = 0;
  let left = 3 * 41;
  while (left > 0 && runs < 100) {
    counted.statements = 0;
    await run(
      new Date(Date.parse('2026-03-11T00:01:00Z') + runs * 300_000).toISOString(),
      counting,
    );
    expect(counted.statements).toBeLessThanOrEqual(50);
    runs += 1;
    const lengths = await Promise.all(busy.map(async (me) => (await frozenDays(me)).length));
    // They take turns, of three days or of what is left of a run.
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(15);
    left = 3 * 41 - lengths.reduce((sum, length) => sum + length, 0);
  }
  expect(left).toBe(0);
  counted.statements = 0;
  await run('2026-03-11T12:00:00Z', counting);
  await run('2026-03-12T12:00:00Z', counting);
  expect(counted.statements).toBe(4);
});

test.each([
  ['Pacific/Kiritimati', '2026-03-09T10:00:00Z'],
  ['Pacific/Pago_Pago', '2026-03-10T11:00:00Z'],
  ['America/New_York', '2026-03-09T04:00:00Z'],
])('in %s a day is frozen once it is over there, at %s', async (zone, end) => {
  const me = await server.install({ zone });
  const day =
    zone === 'Pacific/Pago_Pago'
      ? '2026-03-09'
      : zone === 'America/New_York'
        ? '2026-03-08'
        : '2026-03-09';
  await keep(me, day, 'That day');
  const at = (minutes: number) => new Date(Date.parse(end) + minutes * 60_000).toISOString();
  await run(at(-24 * 60));
  await run(at(-1));
  expect(await frozenDays(me)).toEqual([]);
  await run(at(1));
  expect(await frozenDays(me)).toEqual([day]);
});

/** `hour` is counted from 1970 on. */
const today = (zone: string, hour: number): string => dayIn(new Date(hour * 3_600_000), zone);

test('through a leap year with its changes of the clock, each day is frozen as soon as it is over, in three zones', async () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Ho_Chi_Minh'];
  const libraries = new Map<string, string>();
  for (const zone of zones) {
    const me = await server.install({ zone });
    await keep(me, '2023-12-31', 'First');
    // Each fifth day of the year, and those on which a clock is changed or the year ends.
    await addClips(me, 73, "date('2023-12-31', (5 * i) || ' days')");
    await addClips(
      me,
      4,
      "date('2023-12-31', CASE i WHEN 1 THEN 91 WHEN 2 THEN 301 WHEN 3 THEN 308 ELSE 366 END || ' days')",
    );
    libraries.set(me.workspace, zone);
  }
  const lastFrozen = async () => {
    const { results } = await db
      .prepare(
        `SELECT workspace, max(day) AS day, count(*) AS days FROM digest
         WHERE workspace IN (SELECT value FROM json_each(?)) GROUP BY workspace ORDER BY workspace`,
      )
      .bind(JSON.stringify([...libraries.keys()]))
      .all<{ workspace: string; day: string; days: number }>();
    return results;
  };
  const counted = await db
    .prepare(
      `SELECT DISTINCT day FROM day_count WHERE workspace = ? AND axis = 'published' ORDER BY day`,
    )
    .bind([...libraries.keys()][0])
    .all<{ day: string }>();
  const keptDays = counted.results.map(({ day }) => day);
  const first = Date.parse('2024-01-01T04:00:00Z') / 3_600_000;
  for (let hour = first; hour <= first + 366 * 24 + 1; hour += 1) {
    // These zones’ days begin with an hour of UTC.
    if (zones.every((zone) => today(zone, hour) === today(zone, hour - 1))) continue;
    await run(new Date(hour * 3_600_000 + 60_000).toISOString());
    for (const { workspace, day } of await lastFrozen()) {
      const here = today(libraries.get(workspace) ?? '', hour);
      expect([hour, day]).toEqual([hour, keptDays.findLast((kept) => kept < here)]);
    }
  }
  expect((await lastFrozen()).map(({ days }) => days)).toEqual([78, 78, 78]);
}, 120_000);
