// A scheduled run has so many statements and no more, whatever waits; what it leaves, later runs do.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test, vi } from 'vitest';
import { counted } from '../../worker/db/counted.ts';
import { databasesOf } from '../../worker/db/databases.ts';
import worker from '../../worker/index.ts';
import { freezingAt, frozenDays, putOff } from './frozen.ts';
import { addClips } from './many-clips.ts';
import { sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';
import { report } from './story-texts.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const { keepAs } = freezingAt(() => server);
const FREE = 50;

/** One run of the free plan, and how many statements it took. */
const runOnce = async (): Promise<number> => {
  const { control: DB, statements } = counted(databasesOf({ DB: db }));
  const plan = { ...env, DB, RUN_STATEMENTS: String(FREE) };
  await worker.scheduled(createScheduledController(), plan);
  return statements();
};

test('what waits for a profile, its story, another zone or to be frozen is done in runs of 50 statements', async () => {
  await putOff();
  const me = await server.install({ zone: 'UTC' });
  const published = { precision: 'day', value: '2026-03-01', evidence: 'meta' } as const;
  for (let nth = 0; nth < 6; nth += 1)
    await keepAs(me, sample(report(nth % 2 === 0 ? 'storm' : 'stormElsewhere', { published })));
  const { workspace } = me;
  await addClips(me, 240, "date('2026-02-01', (i % 8) || ' days')");
  await db.batch(
    [
      'UPDATE clip SET story = NULL, category = NULL WHERE workspace = ?',
      `INSERT INTO unprofiled (workspace, clip) SELECT workspace, rid FROM clip WHERE workspace = ? AND title NOT LIKE 'More%'`,
      `INSERT INTO unplaced SELECT workspace, rid FROM clip WHERE workspace = ? AND title NOT LIKE 'More%'`,
      `UPDATE day_count SET category = '' WHERE workspace = ? AND category <> ''`,
    ].map((sql) => db.prepare(sql).bind(workspace)),
  );
  const other = await server.install({ zone: 'UTC' });
  await keepAs(other, sample(report('football', { published })));
  await server.request(`/api/w/${other.workspace}/zone`, {
    method: 'PUT',
    cookie: other.cookie,
    json: { zone: 'Asia/Tokyo' },
  });

  const waiting = () =>
    db
      .prepare(
        `SELECT (SELECT count(*) FROM unprofiled WHERE workspace = ?1) AS profiles,
           (SELECT count(*) FROM unplaced WHERE workspace = ?1) AS stories,
           (SELECT count(*) FROM library WHERE moved_to IS NOT NULL) AS moving`,
      )
      .bind(workspace)
      .first();
  const took: number[] = [];
  for (let run = 0; run < 12; run += 1) took.push(await runOnce());
  console.log(`scheduled runs of at most ${FREE} statements took ${took.join(', ')}`);
  expect(Math.max(...took)).toBeLessThanOrEqual(FREE);
  expect(await waiting()).toEqual({ profiles: 0, stories: 0, moving: 0 });
  expect(await frozenDays(me)).toHaveLength(9);
  expect(await frozenDays(other)).toEqual(['2026-03-01']);
});

const waitingClips = () =>
  db.prepare('SELECT count(*) AS clips FROM unprofiled').first<number>('clips');

test('a library that waits for many profiles keeps no other one’s days waiting', async () => {
  await putOff();
  const [me, other] = [
    await server.install({ zone: 'UTC' }),
    await server.install({ zone: 'UTC' }),
  ];
  const published = { precision: 'day', value: '2026-03-01', evidence: 'meta' } as const;
  for (let nth = 0; nth < 6; nth += 1)
    await keepAs(me, sample({ title: `Story ${nth}`, published }));
  await keepAs(other, sample({ published }));
  await db.batch([
    db
      .prepare(
        'INSERT INTO unprofiled (workspace, clip) SELECT workspace, rid FROM clip WHERE workspace = ?',
      )
      .bind(me.workspace),
    db.prepare(`UPDATE library SET freeze_due = '2000' WHERE workspace = ?`).bind(other.workspace),
  ]);
  await runOnce();
  expect(await frozenDays(other)).toEqual(['2026-03-01']);
  expect(await waitingClips()).toBeGreaterThan(0);
  for (let run = 0; run < 3; run += 1) await runOnce();
  expect(await waitingClips()).toBe(0);
});

/** What each thing of a run asks of the database and nothing else does. */
const JOBS = {
  pairings: /DELETE FROM pairing/,
  sessions: /DELETE FROM session/,
  trash: /FROM trash/,
  zones: /library_moving/,
  profiles: /unprofiled_tries/,
  stories: /FROM unplaced/,
  freezing: /library_freeze/,
};

test.each(Object.entries(JOBS))(
  'where a run fails with %s, that is in the log and all else is done',
  async (name, failing) => {
    const failure = new Error(`no ${name} today`);
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const asked = new Set<string>();
    const DB = new Proxy(db, {
      get: (target, property) =>
        property === 'batch'
          ? (statements: D1PreparedStatement[]) => target.batch(statements)
          : (sql: string) => {
              if (failing.test(sql)) throw failure;
              for (const [job, pattern] of Object.entries(JOBS))
                if (pattern.test(sql)) asked.add(job);
              return target.prepare(sql);
            },
    });
    await worker.scheduled(createScheduledController(), { ...env, DB });
    // Days are frozen in two turns of a run.
    const turns = name === 'freezing' ? 2 : 1;
    expect(log.mock.calls).toEqual(Array.from({ length: turns }, () => [failure]));
    log.mockRestore();
    const others = Object.keys(JOBS).filter((job) => job !== name);
    expect([...asked].sort()).toEqual(others.sort());
  },
);

test('what was theirs alone who left several libraries goes with one run', async () => {
  const mine = [await server.install(), await server.install(), await server.install()];
  await db.batch(
    mine.flatMap(({ workspace }) => [
      db
        .prepare(
          `INSERT INTO saved_search (workspace, id, account, name, query, created_at)
           VALUES (?1, ?1, 'who-left', 'Sea', 'sea', '2026-03-10T08:00:00.000Z')`,
        )
        .bind(workspace),
      db
        .prepare(`INSERT INTO departure (workspace, account) VALUES (?, 'who-left')`)
        .bind(workspace),
    ]),
  );
  await worker.scheduled(createScheduledController(), { ...env, RUN_STATEMENTS: '' });
  const left = `SELECT (SELECT count(*) FROM departure) AS departures,
    (SELECT count(*) FROM saved_search WHERE account = 'who-left') AS searches`;
  expect(await db.prepare(left).first()).toEqual({ departures: 0, searches: 0 });
});
