// A large library that gets another zone: bounded steps, by its owner's page and by scheduled runs, which freeze nothing
// of it meanwhile; what an extension and a reader hear of it.
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Digest } from '../../shared/schema/digest.ts';
import type { Changes } from '../../shared/schema/mirror.ts';
import type { SearchAnswer } from '../../shared/schema/search.ts';
import type { ZoneState } from '../../shared/schema/zone.ts';
import { makeMoving } from '../../worker/db/moving.ts';
import { makeUnprofiled } from '../../worker/db/unprofiled.ts';
import { moveDue } from '../../worker/domain/moving.ts';
import { profileClip } from '../../worker/domain/profiles.ts';
import { addresses, read } from './feed-reading.ts';
import { freezingAt, frozenDays, type Me, putOff, run } from './frozen.ts';
import { addClips } from './many-clips.ts';
import { sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';
import { instant, miscounts, zonesAt } from './zones.ts';

const NOW = '2026-03-10T08:00:00Z';

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});
afterEach(async () => {
  server.setClock(NOW);
  await putOff();
});

const { change, finish, put, step } = zonesAt(() => server);
const { ask, digest, keepAs } = freezingAt(() => server);

/** A library in UTC of so many clips more, an hour of a year after the other. */
const fill = async (count: number): Promise<Me> => {
  const me = await server.install({ zone: 'UTC' });
  await keepAs(me, sampleAt('2025-01-01T00:30:00Z'));
  await addClips(me, count, "'2025-01-01'");
  const { workspace } = me;
  const own = 'WHERE workspace = ?1 AND title LIKE ?2';
  const base = '(SELECT number * 4294967296 FROM library WHERE workspace = ?1)';
  await db.batch([
    db
      .prepare(
        `UPDATE clip SET published = strftime('%Y-%m-%dT%H:30:00Z', '2025-01-01', ((rid - ${base}) * 3) || ' hours'),
           kept_at = '2026-03-10T16:00:00.000Z', dated_at = '2026-03-10T08:00:00.000Z' ${own}`,
      )
      .bind(workspace, 'More %'),
    db.prepare(`UPDATE clip SET day = substr(published, 1, 10) ${own}`).bind(workspace, 'More %'),
    db
      .prepare(
        `INSERT INTO keep (workspace, id, clip, account, kept_at, kept_day, seq, changed_at)
         SELECT workspace, id, rid, 'owner', kept_at, kept_day, seq, changed_at FROM clip ${own}`,
      )
      .bind(workspace, 'More %'),
    db.prepare('DELETE FROM day_count WHERE workspace = ?').bind(workspace),
    ...(['day', 'kept_day'] as const).map((column) =>
      db
        .prepare(
          `INSERT INTO day_count (workspace, axis, day, category, clips)
           SELECT workspace, '${column === 'day' ? 'published' : 'kept'}', ${column}, coalesce(category, ''), count(*)
           FROM clip WHERE workspace = ? GROUP BY ${column}, category`,
        )
        .bind(workspace),
    ),
  ]);
  await db.batch([
    db
      .prepare(
        `INSERT INTO collection (workspace, id, name, folded, seq) VALUES (?, 'all' || hex(randomblob(4)), 'All', 'all', 1)`,
      )
      .bind(workspace),
    db
      .prepare(
        `INSERT INTO clip_collection (workspace, clip, collection, day)
         SELECT clip.workspace, rid, collection.id, day FROM clip JOIN collection USING (workspace) WHERE workspace = ?`,
      )
      .bind(workspace),
    db
      .prepare(
        `INSERT INTO collection_day (workspace, collection, day, clips, seq, changed_at)
         SELECT workspace, collection, day, count(*), 1, '' FROM clip_collection WHERE workspace = ? GROUP BY 2, 3`,
      )
      .bind(workspace),
  ]);
  expect(await miscounts(me)).toEqual([]);
  return me;
};

const sampleAt = (published: string) => sample({ published: instant(published) });

/** Clips that do not stand where a zone so many hours ahead of UTC has them. */
const misplaced = ({ workspace }: Me, hours: number) =>
  db
    .prepare(
      `SELECT id, day, published FROM clip
       WHERE workspace = ? AND day <> strftime('%Y-%m-%d', published, ? || ' hours') LIMIT 5`,
    )
    .bind(workspace, hours)
    .all()
    .then(({ results }) => results);

test('2,500 clips move a hundred at a time, each step in bounded rows, with progress', async () => {
  const me = await fill(2_500);
  const began = (await put(me, 'Asia/Tokyo')).body;
  expect(began).toEqual({ zone: 'Asia/Tokyo', moving: { moved: 100, clips: 2_501 } });
  const reads: number[] = [];
  const writes: number[] = [];
  const told: ZoneState['moving'][] = [];
  for (let state = began; state.moving !== null;) {
    const meter = metered();
    const owner = { workspace: me.workspace, cookie: me.cookie, database: meter.db };
    const answer = await ask<ZoneState>(owner, 'zone/steps', 'POST');
    state = answer.body;
    told.push(state.moving);
    reads.push(meter.rows.read);
    writes.push(meter.rows.written);
  }
  console.log(`a step read ${Math.max(...reads)} and wrote ${Math.max(...writes)} rows at most`);
  expect(told).toHaveLength(25);
  expect(told.slice(0, 2)).toEqual([
    { moved: 200, clips: 2_501 },
    { moved: 300, clips: 2_501 },
  ]);
  expect(Math.max(...writes)).toBeLessThan(1_500);
  expect(Math.max(...reads)).toBeLessThan(3_000);
  expect(await misplaced(me, 9)).toEqual([]);
  expect(await miscounts(me)).toEqual([]);
  // A day that was left says so once, however many left it.
  const { results } = await db
    .prepare(
      `SELECT count(*) AS left, count(DISTINCT day) AS days FROM tombstone
       WHERE workspace = ? AND day IS NOT NULL`,
    )
    .bind(me.workspace)
    .all<{ left: number; days: number }>();
  expect(results[0]?.left).toBe(results[0]?.days);
});

const laterOn = () => new Date('2026-03-10T10:00:00Z');

const counting = (counted: { statements: number }): D1Database =>
  new Proxy(db, {
    get: (target, name) =>
      name === 'batch'
        ? (statements: D1PreparedStatement[]) => {
            counted.statements += statements.length;
            return target.batch(statements);
          }
        : (sql: string) => target.prepare(sql),
  });

test('scheduled runs move what nobody waits for, within their statements, and freeze it afterwards', async () => {
  const me = await fill(420);
  const other = await fill(10);
  await run('2026-03-10T09:00:00Z');
  await change(me, 'Asia/Tokyo');
  await change(other, 'Asia/Tokyo');
  const had = (await frozenDays(me)).length;
  const counted = { statements: 0 };
  const moving = makeMoving(counting(counted));
  let runs = 0;
  for (; (await makeMoving(db).next(5)).length > 0; runs += 1) {
    counted.statements = 0;
    const took = await moveDue({ moving, now: laterOn }, 30);
    expect(counted.statements).toBeLessThanOrEqual(took);
    expect(took).toBeLessThanOrEqual(30);
    // Nothing of it is due.
    if ((await makeMoving(db).next(5)).includes(me.workspace)) {
      await run('2026-03-10T10:00:00Z');
      expect((await frozenDays(me)).length).toBeLessThanOrEqual(had);
    }
  }
  expect(runs).toBeLessThan(10);
  expect(await misplaced(me, 9)).toEqual([]);
  await db
    .prepare(`UPDATE library SET freeze_due = '9999' WHERE workspace <> ?`)
    .bind(me.workspace)
    .run();
  for (let turn = 0; turn < 40; turn += 1)
    await run(new Date(Date.parse('2026-03-10T11:00:00Z') + turn * 300_000).toISOString());
  const days = await db
    .prepare(
      `SELECT DISTINCT day FROM day_count WHERE workspace = ? AND axis = 'published' ORDER BY day`,
    )
    .bind(me.workspace)
    .all<{ day: string }>();
  expect(await frozenDays(me)).toEqual(days.results.map(({ day }) => day));
});

test('libraries move in turn: a large one keeps no other waiting', async () => {
  const libraries = [await fill(420), await fill(420), await fill(10)];
  for (const me of libraries) await change(me, 'Asia/Tokyo');
  const moving = makeMoving(db);
  // Two steps a run, of 100 clips each.
  for (let turn = 0; turn < 3; turn += 1) await moveDue({ moving, now: laterOn }, 31);
  const left = await db
    .prepare(
      'SELECT moved FROM library WHERE workspace IN (SELECT value FROM json_each(?)) ORDER BY to_move, moved',
    )
    .bind(JSON.stringify(libraries.map(({ workspace }) => workspace)))
    .all<{ moved: number }>();
  const [small, one = 0, other = 0] = left.results.map(({ moved }) => moved);
  expect([small, one, other]).toEqual([11, 200, 300]);
  for (const me of libraries) await finish(me);
});

const updates = (list: Digest[]) => list.map(({ revision, updated }) => [revision, updated]);

test('a day that was left and one that was gained are other revisions, and nothing else is', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keepAs(me, sampleAt('2026-03-04T16:00:00Z'));
  await keepAs(me, sampleAt('2026-03-05T04:00:00Z'));
  await keepAs(me, sampleAt('2026-03-08T04:00:00Z'));
  const all = async () => [
    await digest(me, '2026-03-04'),
    await digest(me, '2026-03-05'),
    await digest(me, '2026-03-08'),
  ];
  await all();
  const before = await all();
  const { seq } = (await ask<Changes>(me, 'changes?since=0&read=0')).body;
  server.setClock('2026-03-10T09:00:00Z');
  await put(me, 'Asia/Tokyo');
  const after = await all();
  expect(after.map(({ clips, zone }) => [clips, zone])).toEqual([
    [0, 'Asia/Tokyo'],
    [2, 'Asia/Tokyo'],
    [1, 'Asia/Tokyo'],
  ]);
  const moved = [seq + 2, '2026-03-10T09:00:00.000Z'];
  expect(updates(after)).toEqual([moved, moved, updates(before)[2]]);
  // From its snapshot too.
  expect(await all()).toEqual(after);
  const frozen = await frozenDays(me);
  expect(frozen).toEqual(['2026-03-05', '2026-03-08']);

  // An extension hears of the one card, a feed reader of the day that has it now.
  const changes = (await ask<Changes>(me, `changes?since=${seq}&read=0`)).body;
  expect(changes.cards.map(({ day }) => day)).toEqual(['2026-03-05']);
  expect(changes.deleted).toEqual([]);
  const feed = JSON.parse(await read(server, (await addresses(server, me)).daily.json)) as {
    items: { date_modified: string }[];
  };
  expect(feed.items.map((item) => item.date_modified)).toEqual([
    updates(before)[2]?.[1],
    '2026-03-10T09:00:00.000Z',
  ]);

  // It is found by its new day once its words are made anew.
  const found = async (day: string) =>
    (await ask<SearchAnswer>(me, `search?q=on:${day}`)).body.hits.length;
  for (const { id } of changes.cards)
    await profileClip(makeUnprofiled(db), new Date(NOW), me.workspace, id);
  expect([await found('2026-03-04'), await found('2026-03-05')]).toEqual([0, 2]);
});

test('while days move, their pages and the settings say so', async () => {
  const me = await fill(150);
  const open = async (path: string) =>
    (await server.request(`/w/${me.workspace}/${path}`, { cookie: me.cookie })).text();
  const pages = ['day/2025-01-03', 'day/2025-01-03?by=kept', 'week/2025-W02', 'month/2025-01'];
  const post = (path: string, form: Record<string, string> = {}) =>
    server.request(`/w/${me.workspace}/settings/${path}`, {
      method: 'POST',
      cookie: me.cookie,
      form,
    });
  const changed = await post('zone', { zone: 'Asia/Tokyo' });
  expect([changed.status, changed.headers.get('location')]).toEqual([
    303,
    `/w/${me.workspace}/settings?told=zone`,
  ]);
  const notice = 'Clips are moving to their days in the zone Asia/Tokyo: 100 of 151 so far.';
  for (const page of pages) expect(await open(page), page).toContain(notice);
  const settings = await open('settings');
  expect(settings).toContain('100 of 151 clips moved');
  expect(settings).toContain('<option value="Asia/Tokyo" selected>');
  expect((await post('zone/go-on')).status).toBe(303);
  for (const page of pages) expect(await open(page), page).not.toContain('Clips are moving');
  expect(await open('settings')).not.toContain('moved');
  expect((await post('zone', { zone: 'Nowhere' })).status).toBe(400);
  await finish(me);
  expect(await step(me)).toBeNull();
});
