// Addresses brought in from another tool: what the library holds then, and after it was taken back.
import { beforeAll, expect, test } from 'vitest';
import type { LibraryPage } from '../../shared/schema/library.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { importingTo, importItem as item } from './importing.ts';
import { newId, sample } from './sample.ts';
import { db, metered, rowCounts, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const { sendPart, undo } = importingTo(() => server);

type Owner = Awaited<ReturnType<Server['install']>>;

const list = async ({ workspace, token }: Owner, before?: string): Promise<LibraryPage> =>
  (
    await server.request(`/api/w/${workspace}/clips${before ? `?before=${before}` : ''}`, { token })
  ).json();

const keep = async ({ workspace, token }: Owner, write: ReturnType<typeof sample>) => {
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    json: write,
  });
  return { status: answer.status, kept: await answer.json<KeepAnswer>() };
};

test('an address comes with its title, date, tags and folder, and stands in no digest', async () => {
  const me = await server.install();
  const { status, told } = await sendPart(me, newId(), [
    item('https://a.example/one?utm_source=x', {
      title: 'One',
      addedAt: '2019-05-01T20:00:00Z',
      tags: ['Việt Nam', 'read later'],
      folder: ['Bookmarks bar', 'News'],
    }),
    item('https://www.b.example/two'),
  ]);
  expect([status, told]).toEqual([201, { added: 2, known: 0 }]);
  const { clips, next } = await list(me);
  expect(next).toBeNull();
  expect(clips.map(({ title, keptDay, filled, tags }) => [title, keptDay, filled, tags])).toEqual([
    ['b.example/two', '2026-03-10', false, []],
    ['One', '2019-05-02', false, ['read later', 'Việt Nam']],
  ]);
  const [, one] = clips;
  const clip = await server.request(`/api/w/${me.workspace}/clips/${one?.id}`, {
    token: me.token,
  });
  expect(await clip.json()).toMatchObject({
    url: 'https://a.example/one?utm_source=x',
    folder: ['Bookmarks bar', 'News'],
    blocks: [],
  });
  for (const day of ['2019-05-02', '2026-03-10']) {
    const digest = await server.request(`/api/w/${me.workspace}/digests/${day}`, {
      token: me.token,
    });
    expect(await digest.json()).toMatchObject({ clips: 0, earlier: null, later: null });
  }
});

test('a part sent again is told the same, and other bytes under its number are refused', async () => {
  const me = await server.install();
  const id = newId();
  const items = [item('https://a.example/again')];
  const first = await sendPart(me, id, items);
  expect(await sendPart(me, id, items)).toEqual({ status: 200, told: first.told });
  const other = await sendPart(me, id, [item('https://a.example/other')]);
  expect([other.status, other.told.code]).toEqual([422, 'other-bytes']);
  const [once, twice] = await Promise.all([
    sendPart(me, id, [item('https://a.example/race')], 1),
    sendPart(me, id, [item('https://a.example/race')], 1),
  ]);
  expect([once?.status, twice?.status].sort()).toEqual([200, 201]);
  expect((await list(me)).clips).toHaveLength(2);
});

test('what the library has is told before and after, and only gets the tags', async () => {
  const me = await server.install();
  const write = sample();
  await keep(me, write);
  const { url } = write.article;
  const forecast = await server.request(`/api/w/${me.workspace}/imports/dry-run`, {
    method: 'POST',
    token: me.token,
    json: { addresses: [`${url}?utm_source=mail`, 'https://a.example/new'] },
  });
  expect(await forecast.json()).toEqual({ known: 1 });
  const { told } = await sendPart(me, newId(), [
    item(url, { title: 'Worse', tags: ['Tag'] }),
    item('https://a.example/new'),
  ]);
  expect(told).toEqual({ added: 1, known: 1 });
  const { clips } = await list(me);
  expect(clips.map(({ title, tags }) => [title, tags])).toEqual([
    ['a.example/new', []],
    [write.article.title, ['Tag']],
  ]);
});

test('tags that differ by case and spaces are one, those that differ by accents are two', async () => {
  const me = await server.install();
  await sendPart(me, newId(), [
    item('https://a.example/1', { tags: ['Kinh tế', 'kinh  tế', 'C++'] }),
    item('https://a.example/2', { tags: ['KINH TẾ'.normalize('NFD'), 'kinh te', 'C'] }),
  ]);
  const { clips } = await list(me);
  expect(clips.map(({ tags }) => tags)).toEqual([
    ['C', 'kinh te', 'Kinh tế'],
    ['C++', 'Kinh tế'],
  ]);
});

test('keeping the page fills the clip in, with tags and the date of keeping, under another address too', async () => {
  const me = await server.install();
  const id = newId();
  await sendPart(me, id, [
    item('http://paper.example/filled?utm_source=feed', {
      addedAt: '2020-01-01T00:00:00Z',
      tags: ['Kept'],
    }),
  ]);
  const [bare] = (await list(me)).clips;
  const write = sample({ canonicalUrl: 'https://paper.example/filled' });
  const { status, kept } = await keep(me, write);
  expect(status).toBe(200);
  expect(kept).toMatchObject({ clip: bare?.id, day: '2026-03-10', keptDay: '2026-03-10' });
  const { clips } = await list(me);
  expect(clips).toHaveLength(1);
  expect(clips[0]).toMatchObject({ title: write.article.title, filled: true, tags: ['Kept'] });
  const digest = await server.request(`/api/w/${me.workspace}/digests/2026-03-10`, {
    token: me.token,
  });
  expect(await digest.json()).toMatchObject({ clips: 1 });
  expect((await keep(me, write)).kept).toMatchObject({ id: kept.id, clip: kept.clip });
  expect((await undo(me, id)).told).toEqual({ left: 0 });
  expect((await list(me)).clips).toMatchObject([{ filled: true, tags: ['Kept'] }]);
});

test('ten people keep one imported page at once: it is filled in once', async () => {
  const me = await server.install();
  await sendPart(me, newId(), [item('https://paper.example/at-once')]);
  const write = sample({ canonicalUrl: 'https://paper.example/at-once' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => keep(me, write)));
  expect(new Set(answers.map(({ kept }) => kept.clip)).size).toBe(1);
  const contents = await db
    .prepare('SELECT count(*) AS rows FROM clip_content WHERE workspace = ?')
    .bind(me.workspace)
    .first();
  expect(contents).toEqual({ rows: 1 });
  const digest = await server.request(`/api/w/${me.workspace}/digests/2026-03-10`, {
    token: me.token,
  });
  expect(await digest.json()).toMatchObject({ clips: 1 });
});

test('an undo leaves the database as it was, but for the traces that answer late writes', async () => {
  const me = await server.install();
  const mine = sample();
  await keep(me, mine);
  const before = await rowCounts();
  const id = newId();
  const items = Array.from({ length: 100 }, (_, index) =>
    item(`https://a.example/undo-${index}`, { tags: [`tag ${index % 7}`] }),
  );
  await sendPart(me, id, items, 0);
  await sendPart(me, id, [...items.slice(0, 20), item(mine.article.url, { tags: ['x'] })], 1);
  let left = 1;
  for (let step = 0; left > 0 && step < 10; step += 1) ({ left } = (await undo(me, id)).told);
  expect(left).toBe(0);
  const after = await rowCounts();
  expect(after).toEqual({
    ...before,
    activity: (before['activity'] ?? 0) + 1,
    import: (before['import'] ?? 0) + 1,
    import_part: (before['import_part'] ?? 0) + 2,
    tombstone: (before['tombstone'] ?? 0) + 200,
  });
  const late = await sendPart(me, id, items, 2);
  expect([late.status, late.told.code]).toEqual([410, 'gone']);
  expect((await list(me)).clips).toMatchObject([{ title: mine.article.title, tags: [] }]);
  const again = await sendPart(me, newId(), items);
  expect(again.told).toEqual({ added: 100, known: 0 });
});

test('an imported keep that is deleted takes its clip and its tags along', async () => {
  const me = await server.install();
  const id = newId();
  await sendPart(me, id, [item('https://a.example/gone', { tags: ['Only here'] })]);
  const row = await db
    .prepare('SELECT id FROM keep WHERE workspace = ?')
    .bind(me.workspace)
    .first<{ id: string }>();
  const removed = await server.request(`/api/w/${me.workspace}/keeps/${row?.id}`, {
    method: 'DELETE',
    token: me.token,
  });
  expect(removed.status).toBe(204);
  const left = await db
    .prepare(
      `SELECT (SELECT count(*) FROM clip WHERE workspace = ?1) AS clips,
         (SELECT count(*) FROM tag WHERE workspace = ?1) AS tags,
         (SELECT count(*) FROM clip_tag WHERE workspace = ?1) AS links,
         (SELECT keeps FROM import WHERE workspace = ?1) AS keeps`,
    )
    .bind(me.workspace)
    .first();
  expect(left).toEqual({ clips: 0, tags: 0, links: 0, keeps: 0 });
});

test('an import is nobody else’s to add to or to undo', async () => {
  const me = await server.install();
  const colleague = await server.admit(me.workspace, 'editor');
  const id = newId();
  await sendPart(me, id, [item('https://a.example/mine')]);
  const added = await sendPart(
    { workspace: me.workspace, cookie: colleague },
    id,
    [item('https://b.example/')],
    1,
  );
  expect([added.status, added.told.code]).toEqual([404, 'not-found']);
  const undone = await server.request(`/api/w/${me.workspace}/imports/${id}`, {
    method: 'DELETE',
    cookie: colleague,
  });
  expect(undone.status).toBe(404);
  expect((await undo(me, newId())).status).toBe(404);
  const viewer = await server.admit(me.workspace, 'viewer');
  const refused = await sendPart({ workspace: me.workspace, cookie: viewer }, newId(), [
    item('https://c.example/'),
  ]);
  expect(refused.told.code).toBe('role-too-low');
  expect((await list(me)).clips).toHaveLength(1);
});

test('a bad part writes nothing', async () => {
  const me = await server.install();
  const before = await rowCounts();
  const bad: [string, unknown][] = [
    ['javascript:alert(1)', item('javascript:alert(1)')],
    ['a date that is none', item('https://a.example/', { addedAt: '2019-02-30T00:00:00Z' })],
    ['a blank tag', item('https://a.example/', { tags: [' '] })],
    ['an unknown key', { ...item('https://a.example/'), id: newId() }],
  ];
  for (const [name, one] of bad) {
    const answer = await server.request(`/api/w/${me.workspace}/imports/${newId()}/parts/0`, {
      method: 'PUT',
      token: me.token,
      json: { version: 1, name: 'x', items: [one] },
    });
    expect(answer.status, name).toBe(400);
  }
  for (const address of ['no-uuid/parts/0', `${newId()}/parts/x`])
    expect(
      (
        await server.request(`/api/w/${me.workspace}/imports/${address}`, {
          method: 'PUT',
          token: me.token,
          json: { version: 1, name: 'x', items: [item('https://a.example/')] },
        })
      ).status,
    ).toBe(400);
  expect(await rowCounts()).toEqual(before);
});

test('the list goes page by page, newest first, and reads no more in a larger library', async () => {
  const me = await server.install();
  const id = newId();
  const part = (number: number) =>
    sendPart(
      me,
      id,
      Array.from({ length: 100 }, (_, index) =>
        item(`https://a.example/${number * 100 + index}`, { tags: ['all'] }),
      ),
      number,
    );
  await part(0);
  const small = metered();
  await server.request(`/api/w/${me.workspace}/clips`, { token: me.token, database: small.db });
  await part(1);
  await part(2);
  const large = metered();
  await server.request(`/api/w/${me.workspace}/clips`, { token: me.token, database: large.db });
  console.log(`a page of 50 imported clips reads ${large.rows.read} rows`);
  expect(large.rows.read).toBe(small.rows.read);
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const page: LibraryPage = await list(me, before);
    seen.push(...page.clips.map(({ url }) => url));
    before = page.next ?? undefined;
  } while (before);
  expect(seen).toEqual(Array.from({ length: 300 }, (_, i) => `https://a.example/${299 - i}`));
  const wrong = await server.request(`/api/w/${me.workspace}/clips?before=x`, { token: me.token });
  expect(wrong.status).toBe(400);
});

test('a part of a hundred costs about as many rows in a large library as in an empty one', async () => {
  const me = await server.install();
  const measured: { read: number; written: number }[] = [];
  const id = newId();
  for (let number = 0; number < 5; number += 1) {
    const meter = metered();
    await server.request(`/api/w/${me.workspace}/imports/${id}/parts/${number}`, {
      method: 'PUT',
      token: me.token,
      database: meter.db,
      json: {
        version: 1,
        name: 'x',
        items: Array.from({ length: 100 }, (_, index) =>
          item(`https://a.example/${number}-${index}`, { tags: ['one', 'two'] }),
        ),
      },
    });
    measured.push({ ...meter.rows });
  }
  const [first, last] = [measured[0], measured.at(-1)];
  console.log(`a part of 100: ${last?.read} rows read, ${last?.written} written`);
  expect(last?.read ?? Infinity).toBeLessThanOrEqual((first?.read ?? 0) * 1.2);
  expect(last?.written ?? Infinity).toBeLessThanOrEqual((first?.written ?? 0) * 1.1);
});
