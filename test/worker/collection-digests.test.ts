// The days of a collection as digests: when they change, and how they are frozen.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { freezeDay } from '../../worker/domain/digests.ts';
import { collectingAt, dated, DAY, frozenOf } from './collecting.ts';
import { failingAt, PASSING, placesIn } from './failing-database.ts';
import { freezeSlowly, frozen, type Me, reads, titles } from './frozen.ts';
import { addClips } from './many-clips.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';

const NOW = '2026-03-10T08:00:00Z';

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  server.setClock(NOW);
});

const { ask, keepAs, keep, digest, open, press, file } = collectingAt(() => server);

test('a change of anything of a day makes its next revision, and of anything else does not', async () => {
  const me = await server.install({ zone: 'UTC' });
  const one = await keep(me, DAY, 'One', 'Sea');
  const two = await keep(me, DAY, 'Two too');
  await keep(me, '2022-12-20', 'Before', 'Sea');
  let last = await digest(me, 'Sea');
  let minute = 0;
  const after = async (act: () => Promise<unknown>) => {
    const { etag } = await open(me, 'Sea');
    minute += 1;
    const at = `2026-03-10T09:${String(minute).padStart(2, '0')}:00`;
    server.setClock(`${at}Z`);
    await act();
    // Read twice: as it is, and as it was frozen by that.
    const now = await digest(me, 'Sea');
    expect(await digest(me, 'Sea')).toEqual(now);
    const isNew = now.revision > last.revision;
    if (isNew) {
      expect(now.updated).toBe(`${at}.000Z`);
      expect((await open(me, 'Sea', undefined, etag)).status).toBe(200);
    } else expect(now).toEqual({ ...last, earlier: now.earlier, later: now.later });
    last = now;
    return { isNew, titles: titles(now) };
  };
  const edit = (kept: string, correction: object) =>
    ask(me, `edits/${newId()}`, 'PUT', { version: 1, keep: kept, correction });
  expect(await after(() => keep(me, DAY, 'Elsewhere', 'Lake'))).toMatchObject({ isNew: false });
  expect(await after(() => edit(two.id, { title: 'Other' }))).toMatchObject({ isNew: false });
  expect(await after(() => edit(one.id, { title: 'First' }))).toEqual({
    isNew: true,
    titles: ['First'],
  });
  expect(await after(() => file(me, two.id, ['Sea']))).toEqual({
    isNew: true,
    titles: ['Other', 'First'],
  });
  expect(await after(() => file(me, two.id, ['Hill']))).toMatchObject({ isNew: false });
  expect(await after(() => file(me, two.id, [], ['Sea']))).toEqual({
    isNew: true,
    titles: ['First'],
  });
  expect(await after(() => keep(me, DAY, 'Third', 'Sea'))).toMatchObject({ isNew: true });
  expect(await after(() => press(me, 'Hill', { do: 'merge', into: 'Sea' }))).toMatchObject({
    isNew: true,
  });
  expect(await after(() => edit(two.id, dated('2022-12-20')))).toEqual({
    isNew: true,
    titles: ['Third', 'First'],
  });
  expect(titles(await digest(me, 'Sea', '2022-12-20'))).toEqual(['Before', 'Other']);
  expect(await after(() => ask(me, `clips/${one.clip}`, 'DELETE'))).toEqual({
    isNew: true,
    titles: ['Third'],
  });
  expect(JSON.stringify(await frozen(me))).not.toContain('First');
  expect(await after(() => ask(me, `trash/${one.clip}/restore`, 'POST'))).toMatchObject({
    isNew: true,
  });
});

test('it is frozen when it is first read, the same whoever reads first, and not by the library’s own day', async () => {
  const snapshots: string[] = [];
  const ways: ((me: Me) => Promise<unknown>)[] = [
    (me) => digest(me, 'Sea'),
    (me) => open(me, 'Sea'),
    (me) => Promise.all([digest(me, 'Sea'), open(me, 'Sea'), digest(me, 'Sea'), open(me, 'Sea')]),
    async (me) => {
      await ask(me, `digests/${DAY}`);
      await digest(me, 'Sea');
      await digest(me, 'Sea');
    },
  ];
  for (const way of ways) {
    const me = await server.install({ zone: 'UTC' });
    await keep(me, DAY, 'One', 'Sea');
    await keep(me, DAY, 'Other');
    await ask(me, `digests/${DAY}`);
    expect(await frozenOf(me)).toEqual([]);
    const cookie = await server.admit(me.workspace, 'viewer');
    await open({ workspace: me.workspace, cookie }, 'Sea', 'day/2026-03-10');
    await way(me);
    expect(await frozenOf(me)).toEqual([DAY]);
    const { days } = await frozen(me);
    snapshots.push(
      JSON.stringify(days.filter(({ scope }) => scope !== '')).replace(
        /[0-9a-f]{8}-[0-9a-f-]{27}|"workspace":"[^"]*"|story-\d+/g,
        'id',
      ),
    );
  }
  expect(new Set(snapshots).size).toBe(1);
});

test('wherever storing it fails, the day is told, and stored whole or not at all', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, DAY, 'One', 'Sea');
  await digest(me, 'Sea');
  const fresh = () =>
    db.batch(
      ['digest', 'digest_page'].map((table) =>
        db.prepare(`DELETE FROM ${table} WHERE workspace = ?`).bind(me.workspace),
      ),
    );
  await fresh();
  const places = await placesIn((database) => digest(me, 'Sea', DAY, { database }));
  expect(places.length).toBeGreaterThan(12);
  const whole = await digest(me, 'Sea');
  for (const place of places) {
    await fresh();
    const path = `collections/Sea/digests/${DAY}?at=${JSON.stringify(place)}`;
    await ask(
      { workspace: me.workspace, token: me.token, database: failingAt(place, PASSING[0]) },
      path,
    );
    const days = await frozenOf(me);
    expect(days.length).toBeLessThanOrEqual(1);
    expect(await digest(me, 'Sea')).toEqual(whole);
  }
});

test('of two revisions that race the newer one stays, whoever writes last', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, DAY, 'Old', 'Sea');
  const found = await db
    .prepare('SELECT id, name FROM collection WHERE workspace = ?')
    .bind(me.workspace)
    .first<{ id: string; name: string }>();
  const where = { workspace: me.workspace, zone: 'UTC', collection: found ?? { id: '', name: '' } };
  const write = await freezeSlowly(NOW, where, DAY);
  await keep(me, DAY, 'Newer', 'Sea');
  await freezeDay(reads(NOW), where, DAY);
  const newer = await frozen(me);
  await write();
  expect(await frozen(me)).toEqual(newer);
  expect(titles(await digest(me, 'Sea'))).toEqual(['Newer', 'Old']);
});

test('a deleted collection takes what was frozen of it, and a renamed one keeps it under its new name', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, DAY, 'One', 'Sea', 'Lake');
  await keep(me, DAY, 'Two too', 'Lake');
  for (const name of ['Sea', 'Lake']) await digest(me, name);
  const before = await digest(me, 'Sea');
  await press(me, 'Sea', { do: 'rename', name: 'Ocean' });
  expect((await open(me, 'Sea')).status).toBe(404);
  expect(await digest(me, 'Ocean')).toEqual({ ...before, collection: 'Ocean' });
  await press(me, 'Ocean', { do: 'merge', into: 'Lake' });
  expect((await open(me, 'Ocean')).status).toBe(404);
  expect(titles(await digest(me, 'Lake'))).toHaveLength(2);
  expect(await frozenOf(me)).toEqual([DAY]);
  await press(me, 'Lake', { do: 'delete' });
  expect(await frozenOf(me)).toEqual([]);
  expect((await open(me, 'Lake')).status).toBe(404);
});

test('what is told of earlier days is of the collection too, as long as that is in it', async () => {
  const me = await server.install({ zone: 'UTC' });
  const about = (day: string, title: string, ...collections: string[]) => {
    const write = sample({ title, ...dated(day) });
    const terms = ['Trạm bơm Yên Sở', 'hồ Yên Sở', 'thoát nước Hà Nội'];
    const text = 'Trạm bơm Yên Sở xả nước hồ Yên Sở để thoát nước Hà Nội sau trận mưa lớn.';
    return keepAs(
      { workspace: me.workspace, token: me.token },
      {
        ...write,
        article: {
          ...write.article,
          language: 'vi',
          blocks: [{ kind: 'paragraph', runs: [{ text: `${title}. ${text}` }] }],
        },
        summary: { sentences: [{ block: 0, start: 0, end: title.length + 1 }], terms },
        filing: { tags: [], collections },
      },
    );
  };
  const earlier = await about('2022-12-10', 'Trạm bơm Yên Sở chạy hết công suất', 'Sea');
  await about('2022-12-11', 'Hồ Yên Sở dâng cao vì mưa ở Hà Nội');
  await about(DAY, 'Yên Sở: thoát nước Hà Nội sau mưa', 'Sea');
  const related = async () =>
    (await digest(me, 'Sea')).groups.flatMap(({ stories }) =>
      stories.flatMap((story) => story.related.map(({ title }) => title)),
    );
  expect(await related()).toEqual(['Trạm bơm Yên Sở chạy hết công suất']);
  expect(await related()).toEqual(['Trạm bơm Yên Sở chạy hết công suất']);
  await file(me, earlier.id, [], ['Sea']);
  expect(await related()).toEqual([]);
});

test('deleting one of many clips of a collection reads no more than that clip', async () => {
  const me = await server.install({ zone: 'UTC' });
  const { clip } = await keep(me, DAY, 'One', 'Sea');
  await addClips(me, 500, `'${DAY}'`);
  await db
    .prepare(
      `INSERT INTO clip_collection (workspace, clip, collection, day)
       SELECT workspace, rid, (SELECT id FROM collection WHERE workspace = ?1), day
       FROM clip WHERE workspace = ?1 ON CONFLICT DO NOTHING`,
    )
    .bind(me.workspace)
    .run();
  const { db: database, rows } = metered();
  const { status } = await ask({ ...me, database }, `clips/${clip}`, 'DELETE');
  expect([status, rows.read < 200]).toEqual([204, true]);
});
