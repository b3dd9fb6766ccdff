// Past days are frozen: once, by whoever comes first, and anew when something of them changes.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { dayIn } from '../../shared/digest/days.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import { makeDigests } from '../../worker/db/digests.ts';
import { makeFreezing } from '../../worker/db/freezing.ts';
import { makeRelated } from '../../worker/db/related.ts';
import { makeSnapshots } from '../../worker/db/snapshots.ts';
import { freezeDay } from '../../worker/domain/digests.ts';
import { freezeDue } from '../../worker/domain/freezing.ts';
import { failingAt, PASSING, placesIn } from './failing-database.ts';
import { addClips } from './many-clips.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';
import { trashingAt } from './trashing.ts';

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
  // Each test's libraries are its own: nobody else's are due.
  await db.prepare(`UPDATE library SET freeze_due = '9999'`).run();
});

const { ask, keep: keepAs } = trashingAt(() => server);

type Me = Awaited<ReturnType<Server['install']>>;

/** The longer the headline, the later it was published. */
const of = (day: string, title: string) =>
  sample({
    title,
    published: {
      precision: 'local',
      value: `${day}T${String(title.length).padStart(2, '0')}:00`,
      evidence: 'meta',
    },
  });

const keep = ({ workspace, token }: Me, day: string, title: string) =>
  keepAs({ workspace, token }, of(day, title));

const digest = async ({ workspace, token }: Me, day: string, page = 1, database = db) => {
  const { body } = await ask<Digest>({ workspace, token, database }, `digests/${day}?page=${page}`);
  return body;
};

const titles = ({ groups }: Digest): string[] =>
  groups.flatMap(({ stories }) => stories.flatMap(({ clips }) => clips.map(({ title }) => title)));

const reads = (now: string, database = db) => ({
  digests: makeDigests(database),
  related: makeRelated(database),
  snapshots: makeSnapshots(database),
  freezing: makeFreezing(database),
  now: () => new Date(now),
});

const run = (now: string, database = db) => freezeDue(reads(now, database));

/** All that is frozen of a workspace, as it lies in the database. */
const frozen = async ({ workspace }: Pick<Me, 'workspace'>) => {
  const all = (table: string) =>
    db.prepare(`SELECT * FROM ${table} WHERE workspace = ? ORDER BY 2, 3`).bind(workspace).all();
  return { days: (await all('digest')).results, pages: (await all('digest_page')).results };
};

const frozenDays = async (me: Pick<Me, 'workspace'>): Promise<unknown[]> =>
  (await frozen(me)).days.map(({ day }) => day);

test('the first reader of a past day has it stored, and whoever comes after reads the same of fewer rows', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2022-12-27', 'First');
  await addClips(me, 60, "'2022-12-27'");
  await keep(me, '2026-03-10', 'Today');
  expect(await frozenDays(me)).toEqual([]);
  const live = await digest(me, '2022-12-27');
  expect(await frozenDays(me)).toEqual(['2022-12-27']);
  const { db: database, rows } = metered();
  expect(await digest(me, '2022-12-27', 1, database)).toEqual(live);
  expect(rows.read).toBeLessThan(25);
  expect(live).toMatchObject({ clips: 61, stories: 61, pages: 1, page: 1 });
  // Neither today nor an empty day is.
  await digest(me, '2026-03-10');
  await digest(me, '2022-12-26');
  expect(await frozenDays(me)).toEqual(['2022-12-27']);
});

test('a late clip, a correction and a deletion make the next revision; nothing of what was deleted is left', async () => {
  const me = await server.install({ zone: 'UTC' });
  const first = await keep(me, '2022-12-27', 'First');
  const before = await digest(me, '2022-12-27');
  const late = await keep(me, '2022-12-27', 'Kept in secret');
  const after = await digest(me, '2022-12-27');
  expect(after.revision).toBe(late.seq);
  expect(after.revision).toBeGreaterThan(before.revision);
  expect(titles(after)).toEqual(['Kept in secret', 'First']);
  await ask(me, `edits/${newId()}`, 'PUT', {
    version: 1,
    keep: first.id,
    correction: { title: 'Mended' },
  });
  expect(titles(await digest(me, '2022-12-27'))).toContain('Mended');
  await ask(me, `clips/${late.clip}`, 'DELETE');
  expect(JSON.stringify(await frozen(me))).not.toContain('secret');
  expect(titles(await digest(me, '2022-12-27'))).toEqual(['Mended']);
  expect(await digest(me, '2022-12-27')).toEqual(await digest(me, '2022-12-27'));
  await ask(me, `clips/${first.clip}`, 'DELETE');
  expect(titles(await digest(me, '2022-12-27'))).toEqual([]);
  expect(await frozen(me)).toEqual({ days: [], pages: [] });
});

test('a clip that moves to another day leaves the one and comes to the other', async () => {
  const me = await server.install({ zone: 'UTC' });
  const moved = await keep(me, '2022-12-27', 'Moved');
  await digest(me, '2022-12-27');
  await ask(me, `edits/${newId()}`, 'PUT', {
    version: 1,
    keep: moved.id,
    correction: { published: { precision: 'day', value: '2022-12-24', evidence: 'reader' } },
  });
  await run(NOW);
  await run(NOW);
  expect(await frozenDays(me)).toEqual(['2022-12-24']);
  expect(titles(await digest(me, '2022-12-24'))).toEqual(['Moved']);
  expect(titles(await digest(me, '2022-12-27'))).toEqual([]);
});

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
    await db.prepare(`UPDATE library SET freeze_due = '9999'`).run();
  }
  expect(new Set(ends).size).toBe(1);
});

test('a run that is stopped at any statement leaves whole days, and the next one ends as if nothing had been', async () => {
  await settle();
  const end = '2026-03-11T00:01:00Z';
  const places = await placesIn((database) => run(end, database));
  expect(places.length).toBeGreaterThan(20);
  await db.prepare(`UPDATE library SET freeze_due = '9999'`).run();
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
    await run(end);
    expect(await frozenDays(me)).toEqual(['2026-03-07', '2026-03-08', '2026-03-10']);
  }
  console.log(`freezing: stopped at ${places.length} places, each time whole after the next run`);
});

test('of two revisions that race the newer one stays, whoever writes last', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2022-12-27', 'Old');
  const library = { workspace: me.workspace, zone: 'UTC' };
  const { snapshots, ...others } = reads(NOW);
  let late: (() => Promise<number>) | null = null;
  const held = {
    ...others,
    snapshots: {
      ...snapshots,
      write: (...args: Parameters<typeof snapshots.write>) => {
        late = () => snapshots.write(...args);
        return Promise.resolve(0);
      },
    },
  };
  await freezeDay(held, library, '2022-12-27');
  await keep(me, '2022-12-27', 'New');
  await freezeDay({ ...others, snapshots }, library, '2022-12-27');
  const newer = await frozen(me);
  await (late ?? (() => Promise.reject(new Error('nothing was written'))))();
  expect(await frozen(me)).toEqual(newer);
  expect(titles(await digest(me, '2022-12-27')).sort()).toEqual(['New', 'Old']);
});

test('a day of 2,000 clips is read page by page, and no row of it is large', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2022-12-27', 'First');
  await addClips(me, 1600, "'2022-12-27'");
  // And a story of 399.
  await addClips(me, 399, "'2022-12-27'", "'one-story'");
  const live = await digest(me, '2022-12-27');
  expect(live).toMatchObject({ clips: 2000, stories: 1602 });
  const pages: Digest[] = [];
  for (let page = 1; page <= live.pages; page += 1) {
    const { db: database, rows } = metered();
    pages.push(await digest(me, '2022-12-27', page, database));
    expect(rows.read).toBeLessThan(25);
  }
  expect(pages[0]).toEqual(live);
  expect(pages.length).toBeGreaterThan(9);
  const all = pages.flatMap(titles);
  expect(all).toHaveLength(2000);
  expect(new Set(all).size).toBeGreaterThan(1600);
  expect(Math.max(...pages.map((page) => titles(page).length))).toBeLessThanOrEqual(200);
  const { pages: stored } = await frozen(me);
  expect(Math.max(...stored.map(({ groups }) => String(groups).length))).toBeLessThan(600_000);
  expect((await digest(me, '2022-12-27', pages.length + 1)).groups).toEqual([]);
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
    // They take turns.
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(10);
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

test('the pages of a long day lead to each other, and its sections to the page on which they begin', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2022-12-27', 'First');
  await addClips(me, 300, "'2022-12-27'");
  await keep(me, '2022-12-27', 'Elsewhere');
  const open = async (search: string) => {
    const path = `/w/${me.workspace}/day/2022-12-27${search}`;
    return (await server.request(path, { cookie: me.cookie })).text();
  };
  const first = await open('');
  expect(first).toContain('Page 1 of 2');
  expect(first).toContain(`rel="next" href="/w/${me.workspace}/day/2022-12-27?page=2"`);
  expect(first.match(/<h3/g)?.length).toBeLessThanOrEqual(200);
  const second = await open('?page=2');
  expect(second).toContain(`rel="prev" href="/w/${me.workspace}/day/2022-12-27"`);
  expect(second).toContain('<b>302</b> clips');
  // Live it is the same.
  expect((await open('?by=kept')).match(/<h3/g) ?? []).toHaveLength(0);
  expect(await open('?page=nonsense')).toContain('Page 1 of 2');
});

test('the key terms of a day are those of most stories, and lead to what else is known by them', async () => {
  const me = await server.install({ zone: 'UTC' });
  const about = (title: string, terms: string[]) => {
    const write = of('2022-12-27', title);
    return keepAs(
      { workspace: me.workspace, token: me.token },
      { ...write, summary: { ...write.summary, terms } },
    );
  };
  await about('One', ['Nguyễn Phú Trọng', 'Quốc hội']);
  await about('Two', ['quốc hội', 'Hà Nội']);
  await about('Three', ['Thủ đô Hà Nội']);
  const live = await digest(me, '2022-12-27');
  expect(live.terms.map((term) => term.toLowerCase())[0]).toBe('quốc hội');
  // Of 'Hà Nội' and 'Thủ đô Hà Nội' one is enough.
  expect(live.terms).toHaveLength(3);
  expect(await digest(me, '2022-12-27')).toEqual(live);
});
