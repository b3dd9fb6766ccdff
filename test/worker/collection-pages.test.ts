// The pages of a collection's days: what is on them, who may see them, what they cost.
import { beforeAll, expect, test } from 'vitest';
import type { Digest } from '../../shared/schema/digest.ts';
import { nameAddress } from '../../worker/pages/NamesPage.tsx';
import { collectingAt, dated, DAY } from './collecting.ts';
import { titles } from './frozen.ts';
import { addClips } from './many-clips.ts';
import { sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';

const NOW = '2026-03-10T08:00:00Z';

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});

const { ask, keepAs, keep, digest, open } = collectingAt(() => server);

test('a day of a collection has its clips alone, and the nearest days that have some of it', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, '2022-12-20', 'Early', 'Sea');
  await keep(me, DAY, 'Of the sea', 'Sea', 'Lake');
  await keep(me, DAY, 'Of nothing');
  await keep(me, '2022-12-28', 'Next day');
  await keep(me, '2023-02-01', 'Late', 'Sea');
  const page = await open(me, 'sea');
  const at = nameAddress(me.workspace, 'collection', 'Sea');
  expect(page.status).toBe(200);
  expect(page.headings).toContain('Of the sea');
  expect(page.html).not.toContain('Of nothing');
  for (const there of [
    `rel="prev" href="${at}/day/2022-12-20"`,
    `rel="next" href="${at}/day/2023-02-01"`,
    `href="${at}/week/2022-W52"`,
    `href="${at}/month/2022-12"`,
    `href="${at}"`,
    `href="/w/${me.workspace}/day/${DAY}"`,
    `data-address="${at}/day/{day}"`,
  ])
    expect(page.html, there).toContain(there);
  expect(await digest(me, 'SEA')).toMatchObject({
    collection: 'Sea',
    clips: 1,
    earlier: '2022-12-20',
    later: '2023-02-01',
  });
  const { body } = await ask<Digest>(me, `digests/${DAY}`);
  expect(body).toMatchObject({ collection: null, clips: 2 });
  const empty = await open(me, 'Sea', 'day/2022-12-28');
  expect(empty.headings).toContain('Nothing in this collection is from this day');
  expect(empty.html).toContain(`${at}/day/${DAY}">Tuesday, 27 December 2022</a>`);
  expect(empty.html).not.toContain('Next day');
  // The collection leads to its days.
  const own = await server.request(at, { cookie: me.cookie });
  expect(await own.text()).toContain(`${at}/day/2023-02-01">By day, the newest`);
});

test('so have its weeks and months, and what it has no day of says so', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, DAY, 'One', 'Sea');
  await keep(me, DAY, 'Newer', 'Sea');
  await keep(me, '2022-12-28', 'Other');
  const month = await open(me, 'Sea', 'month/2022-12');
  expect(month.html).toContain('<b>2</b> clips');
  expect(month.html).toContain('Newer');
  expect(month.html).not.toContain('Other');
  const week = await open(me, 'Sea', 'week/2022-W52');
  expect(week.headings).toEqual(expect.arrayContaining(['One', 'Newer']));
  expect(week.headings).not.toContain('Other');
  expect((await open(me, 'Sea', 'month/2022-11')).headings).toContain(
    'Nothing in this collection is from this month',
  );
  const link = sample({ blocks: [], published: null });
  await keepAs(
    { workspace: me.workspace, token: me.token },
    { ...link, summary: { sentences: [], terms: [] }, filing: { tags: [], collections: ['New'] } },
  );
  expect((await open(me, 'New')).html).toContain('so that it has no days');
  for (const span of ['day/2022-02-30', 'week/2022-W60', 'month/2022-13'])
    expect((await open(me, 'Sea', span)).status, span).toBe(404);
});

test('who may not read the library is told nothing of it, and a missing collection is not there', async () => {
  const [me, other] = [
    await server.install({ zone: 'UTC' }),
    await server.install({ zone: 'UTC' }),
  ];
  await keep(me, DAY, 'Secret', 'Sea');
  await keep(other, DAY, 'Theirs', 'Lake');
  const viewer = await server.admit(me.workspace, 'viewer');
  expect((await open({ workspace: me.workspace, cookie: viewer }, 'Sea')).headings).toContain(
    'Secret',
  );
  for (const span of [`day/${DAY}`, 'week/2022-W52', 'month/2022-12']) {
    const strange = await open({ workspace: me.workspace, cookie: other.cookie }, 'Sea', span);
    expect([strange.status, strange.html.includes('Secret')]).toEqual([404, false]);
    expect((await open(other, 'Sea', span)).status).toBe(404);
    expect((await open({ workspace: me.workspace, cookie: '' }, 'Sea', span)).status).not.toBe(200);
  }
  const path = `collections/Sea/digests/${DAY}`;
  expect((await ask({ workspace: me.workspace }, path)).status).toBe(401);
  expect((await ask({ workspace: me.workspace, token: other.token }, path)).status).toBe(404);
  expect((await ask({ workspace: other.workspace, token: other.token }, path)).status).toBe(404);
  expect((await ask(me, 'collections/Sea/digests/2022-02-30')).status).toBe(400);
});

test('a reader finds what is their own on it, and comes back to it from what they say there', async () => {
  const me = await server.install({ zone: 'UTC' });
  const { clip } = await keep(me, DAY, 'One', 'Sea');
  await keep(me, DAY, 'Other');
  await ask(me, `clips/${clip}/reading`, 'PUT', { state: 'done', starred: true });
  const { html } = await open(me, 'Sea');
  expect(Array.from(html.matchAll(/<span class="own">(.*?)<\/span>/g), ([, said]) => said)).toEqual(
    ['done', 'starred'],
  );
  expect(html).toContain('<input type="hidden" name="of" value="Sea"/>');
  const form = { day: DAY, by: 'published', of: 'Sea', seq: '1', do: 'seen' };
  const said = (what: string, fields: Record<string, string>) =>
    server.request(`/w/${me.workspace}/${what}`, {
      method: 'POST',
      cookie: me.cookie,
      form: fields,
    });
  const at = `${nameAddress(me.workspace, 'collection', 'Sea')}/day/${DAY}`;
  expect((await said('visit', form)).headers.get('location')).toBe(at);
  const order = await said('order', { day: DAY, by: 'published', of: 'Sea', reset: 'yes' });
  expect(order.headers.get('location')).toBe(`${at}#sections`);
  expect((await said('visit', { ...form, of: 'x'.repeat(300) })).status).toBe(400);
});

test('names and headlines that are markup are text', async () => {
  const me = await server.install({ zone: 'UTC' });
  const hostile = `"><script>alert(1)</script>/../{day}?by=kept#2022-12-27`;
  await keepAs(
    { workspace: me.workspace, token: me.token },
    {
      ...sample({ title: `</h3>${hostile}`, ...dated(DAY) }),
      filing: { tags: [], collections: [hostile] },
    },
  );
  for (const span of [`day/${DAY}`, 'week/2022-W52', 'month/2022-12']) {
    const { html, status } = await open(me, hostile, span);
    expect(status).toBe(200);
    expect(html).not.toContain('<script>alert');
    expect(html.match(/data-address="[^"]*"/)?.[0]).toMatch(/\/(day\/\{day\}|month\/\{month\})"$/);
  }
});

test('a long day has pages, and costs what it has, however large library and collection are', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, DAY, 'First', 'Sea');
  const read = async (page = 1) => {
    const { db: database, rows } = metered();
    const body = await digest(me, 'Sea', DAY, { page, database });
    return { read: rows.read, body };
  };
  const own = async () => {
    const { read: all, trips } = await open(me, 'Sea');
    return { all, trips };
  };
  const grow = async (count: number, day: string, isIn: boolean) => {
    const before = await db.prepare('SELECT max(rid) AS rid FROM clip').first<{ rid: number }>();
    await addClips(me, count, day);
    if (!isIn) return;
    await db.batch([
      db
        .prepare(
          `INSERT INTO clip_collection (workspace, clip, collection, day)
           SELECT clip.workspace, rid, collection.id, day FROM clip JOIN collection USING (workspace)
           WHERE clip.workspace = ? AND rid > ?`,
        )
        .bind(me.workspace, before?.rid ?? 0),
      db
        .prepare(
          `INSERT INTO collection_day (workspace, collection, day, clips, seq, changed_at)
           SELECT clip.workspace, collection.id, day, count(*), max(clip.seq), changed_at FROM clip
           JOIN collection USING (workspace) WHERE clip.workspace = ?1 AND rid > ?2 GROUP BY day
           ON CONFLICT DO UPDATE SET clips = clips + excluded.clips, seq = excluded.seq`,
        )
        .bind(me.workspace, before?.rid ?? 0),
    ]);
  };
  await grow(399, `'${DAY}'`, true);
  const [live, stored] = [await read(), await read()];
  const shown = await own();
  expect(live.body).toMatchObject({ clips: 400, pages: 2 });
  expect(stored.body).toEqual(live.body);
  console.log(
    `a collection's day of 400 clips reads ${live.read} rows live and ${stored.read} frozen, its page ${shown.all}`,
  );
  expect(live.read).toBeLessThan(3 * 400);
  expect(stored.read).toBeLessThan(30);
  expect(shown.trips).toBe(2);
  const second = await read(2);
  expect(titles(stored.body).length + titles(second.body).length).toBe(400);
  // The same day of the library, and other days of the collection.
  await grow(600, `'${DAY}'`, false);
  await grow(600, `date('2010-01-01', i || ' days')`, true);
  await grow(600, `'2022-12-01'`, true);
  const larger = await read();
  expect(larger.body).toEqual({ ...stored.body, earlier: '2022-12-01' });
  expect(larger.read).toBeLessThanOrEqual(stored.read + 4);
  await db.prepare('DELETE FROM digest WHERE workspace = ?').bind(me.workspace).run();
  const composed = await read();
  // Of earlier days the newest 120 are looked at, which there were none of.
  expect(composed.read).toBeLessThanOrEqual(live.read + 4 * 120 + 4);
  const months = await Promise.all(
    ['month/2022-12', 'month/2011-02'].map(async (span) => (await open(me, 'Sea', span)).read),
  );
  expect(Math.max(...months)).toBeLessThan(200);
  const after = await own();
  expect(after.all).toBeLessThanOrEqual(shown.all + 8);
});
