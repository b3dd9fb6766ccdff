// Feeds as a feed reader gets them, read back by a real one.
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import { parseAtomFeed } from 'feedsmith';
import { beforeAll, expect, test } from 'vitest';
import { makeFeeds } from '../../worker/db/feeds.ts';
import { newId, sample } from './sample.ts';
import { db, metered, ORIGIN, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

type Me = Awaited<ReturnType<Server['install']>>;

const keep = async ({ workspace, token }: Me, title: string, day: string, more = {}) => {
  const json = sample({
    title,
    published: { precision: 'day', value: day, evidence: 'meta' },
    ...more,
  });
  const id = newId();
  await server.request(`/api/w/${workspace}/keeps/${id}`, { method: 'PUT', token, json });
  return id;
};

/** The feeds' paths, from the page of a day, where a browser finds them too. */
const addresses = async ({ workspace, cookie }: Me) => {
  const page = await (await server.request(`/w/${workspace}/day/2026-03-10`, { cookie })).text();
  const path = (type: string) =>
    new RegExp(`<link rel="alternate" type="${type}"[^>]* href="${ORIGIN}([^"]+)"`).exec(
      page,
    )?.[1] ?? '';
  return { atom: path('application/atom\\+xml'), json: path('application/feed\\+json') };
};

const read = async (path: string) => {
  const answer = await server.request(path);
  expect(answer.status).toBe(200);
  return answer.text();
};

const HOSTILE = '<script>alert(1)</script> ]]> &amp; \u0001]]\u0001> \uFFFE Đất & nước';
// As HTML, and without what XML cannot hold.
const ESCAPED = '&lt;script>alert(1)&lt;/script> ]]> &amp;amp; ]]>  Đất &amp; nước';

test('a stranger with the address reads an entry a day, newest first, in both formats', async () => {
  const me = await server.install({ language: 'vi', name: 'Tin <của> tôi', zone: 'UTC' });
  await keep(me, HOSTILE, '2022-12-27');
  await keep(me, 'Another', '2022-12-27');
  await keep(me, 'Later', '2023-01-02');
  const { atom, json } = await addresses(me);
  const xml = await read(atom);
  const asAtom = extractFromXml(xml);
  const asJson = extractFromJson(await read(json));
  for (const feed of [asAtom, asJson]) {
    expect(feed.title).toBe('Tin <của> tôi');
    expect(feed.entries?.map(({ title }) => title)).toEqual([
      'Thứ Hai, 2 tháng 1, 2023',
      'Thứ Ba, 27 tháng 12, 2022',
    ]);
    expect(feed.entries?.map(({ link }) => link)).toEqual([
      `${ORIGIN}/w/${me.workspace}/day/2023-01-02`,
      `${ORIGIN}/w/${me.workspace}/day/2022-12-27`,
    ]);
  }
  const content = parseAtomFeed(xml).entries?.[1]?.content;
  expect(content?.type).toBe('html');
  expect(content?.value?.replaceAll('&gt;', '>')).toContain(ESCAPED);
  expect(content?.value).not.toContain('<script');
  // oxlint-disable-next-line no-control-regex
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
});

test('an entry keeps its id and moves its instant when its day changes', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'First', '2022-12-27');
  const gone = await keep(me, 'Second', '2022-12-27');
  const { atom } = await addresses(me);
  const entry = async () => {
    const [first] = parseAtomFeed(await read(atom)).entries ?? [];
    return { id: first?.id, updated: first?.updated };
  };
  const before = await entry();
  expect(before).toEqual({
    id: `tag:dateline,2026:${me.workspace}:2022-12-27`,
    updated: '2026-03-10T08:00:00.000Z',
  });
  server.setClock('2026-03-10T10:00:00Z');
  await server.request(`/api/w/${me.workspace}/keeps/${gone}`, {
    method: 'DELETE',
    token: me.token,
  });
  server.setClock('2026-03-10T11:00:00Z');
  expect(await entry()).toEqual({ ...before, updated: '2026-03-10T10:00:00.000Z' });
  server.setClock('2026-03-10T08:00:00Z');
});

test('a feed holds thirty days, and is 304 for whoever has it', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (let day = 1; day <= 31; day += 1)
    await keep(me, `Day ${day}`, `2022-12-${String(day).padStart(2, '0')}`);
  const { atom, json } = await addresses(me);
  expect(parseAtomFeed(await read(atom)).entries).toHaveLength(30);
  expect(await read(atom)).not.toContain('>Day 1<');
  for (const path of [atom, json]) {
    const etag = (await server.request(path)).headers.get('etag') ?? '';
    const again = await server.request(path, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
});

test('a feed of an empty library is a feed', async () => {
  const me = await server.install();
  const { atom, json } = await addresses(me);
  expect(parseAtomFeed(await read(atom))).toMatchObject({ title: { value: 'News' } });
  expect(JSON.parse(await read(json))).toMatchObject({ items: [] });
});

test('an address that was changed, forged, or made void leads nowhere', async () => {
  const [me, other] = [await server.install(), await server.install()];
  await keep(me, 'Mine', '2022-12-27');
  const { atom } = await addresses(me);
  const { atom: foreign } = await addresses(other);
  const [, , token = ''] = atom.split('/');
  const [, , otherToken = ''] = foreign.split('/');
  const forged = otherToken.slice(0, 11) + token.slice(11);
  const flipped = `${token.slice(0, -5)}${token.at(-5) === 'A' ? 'B' : 'A'}${token.slice(-4)}`;
  for (const wrong of [forged, flipped, token.slice(0, 10), 'x', `${token}AAAA`, '%00'])
    expect((await server.request(`/feed/${wrong}/daily.atom`)).status, wrong).toBe(404);
  expect(await read(foreign)).not.toContain('Mine');
  await db
    .prepare('UPDATE library SET feed_rotation = 2 WHERE workspace = ?')
    .bind(me.workspace)
    .run();
  expect((await server.request(atom)).status).toBe(404);
  expect((await addresses(me)).atom).not.toBe(atom);
});

test('what a feed reads does not grow with the library, nor with what was deleted from it', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (let day = 1; day <= 31; day += 1)
    await keep(me, `Day ${day}`, `2022-12-${String(day).padStart(2, '0')}`);
  const gone = await keep(me, 'Gone', '2022-12-31');
  await server.request(`/api/w/${me.workspace}/keeps/${gone}`, {
    method: 'DELETE',
    token: me.token,
  });
  const library = await db
    .prepare('SELECT number FROM library WHERE workspace = ?')
    .bind(me.workspace)
    .first<{ number: number }>();
  const rowsRead = async () => {
    const { db: counting, rows } = metered();
    const feed = await makeFeeds(counting).read(library?.number ?? 0, 1, 30);
    expect(feed?.cards).toHaveLength(30);
    expect(feed?.tombstones).toMatchObject([{ day: '2022-12-31', seq: 33 }]);
    return rows.read;
  };
  const small = await rowsRead();
  const many = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)';
  await db.batch([
    db
      .prepare(
        `INSERT INTO tombstone (workspace, kind, id, day, seq, at)
         ${many} SELECT ?, 'clip', 'gone ' || i, date('2015-01-01', i || ' days'), 1000 + i, '' FROM n`,
      )
      .bind(me.workspace),
    db
      .prepare(
        `INSERT INTO day_count (workspace, axis, day, category, clips)
         ${many} SELECT ?, 'published', date('2015-01-01', i || ' days'), '', 1 FROM n`,
      )
      .bind(me.workspace),
  ]);
  const large = await rowsRead();
  console.log(`a feed of 30 clips reads ${small} rows, with 1,000 rows more around it ${large}`);
  // A seek may look at the row beside it, which is there or not by where the workspace's id sorts.
  expect(large).toBeLessThanOrEqual(small + 2 * 30);
  expect(large).toBeLessThan(300);
});
