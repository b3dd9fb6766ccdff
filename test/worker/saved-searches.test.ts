// Searches that a person comes back to: kept under a name, theirs alone, and each a feed of what it finds.
import { parseAtomFeed, parseFeed } from 'feedsmith';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { SavedSearch } from '../../shared/schema/saved-search.ts';
import { FORMATS, keep, letGo, type Me, read, understand } from './feed-reading.ts';
import { newId } from './sample.ts';
import { db, metered, ORIGIN, rowCounts, type Server, startServer } from './server.ts';

const NOW = '2026-03-10T08:00:00Z';
let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});

type Asker = Pick<Me, 'workspace' | 'cookie'>;

const save = async (
  me: Asker,
  query: string,
  name = 'Mine',
  id = newId(),
): Promise<SavedSearch> => {
  const answer = await server.request(`/api/w/${me.workspace}/searches/${id}`, {
    method: 'PUT',
    cookie: me.cookie,
    json: { name, query },
  });
  expect(answer.status, query).toBe(200);
  return answer.json<SavedSearch>();
};

const listed = async ({ workspace, cookie }: Asker): Promise<SavedSearch[]> => {
  const answer = await server.request(`/api/w/${workspace}/searches`, { cookie });
  return (await answer.json<{ searches: SavedSearch[] }>()).searches;
};

const path = (address: string): string => address.slice(ORIGIN.length);
const titlesIn = async ({ feed }: SavedSearch): Promise<(string | undefined)[]> =>
  (parseAtomFeed(await read(server, path(feed.atom))).entries ?? []).map(
    ({ title }) => title?.value,
  );

const poll = async ({ feed }: SavedSearch, etag = '', database: D1Database = db) => {
  const headers = { 'if-none-match': etag };
  const answer = await server.request(path(feed.rss), { headers, database });
  await answer.arrayBuffer();
  return { status: answer.status, etag: answer.headers.get('etag') ?? '' };
};

const press = (me: Asker, address: string, form: Record<string, string>) =>
  server.request(`/w/${me.workspace}/searches${address}`, {
    method: 'POST',
    cookie: me.cookie,
    form,
  });

describe('a feed', () => {
  test.each(FORMATS)('as %s holds what the search finds, the last kept first', async (format) => {
    const me = await server.install({ zone: 'UTC' });
    await keep(server, me, 'Flood in the north', '2026-03-01');
    await keep(server, me, 'Chess', '2026-03-02');
    await keep(server, me, 'Flood in the south <b>', '2022-12-27');
    const saved = await save(me, 'flood', 'Nước & lũ');
    const body = await read(server, path(saved.feed[format]));
    expect(parseFeed(body).format).toBe(format);
    const { title, entries } = understand(body);
    expect(title?.replaceAll('&amp;', '&')).toBe('Nước & lũ · News');
    const titles = (entries ?? []).map((entry) => entry.title?.replaceAll('&lt;', '<'));
    expect(titles).toEqual(['Flood in the south <b>', 'Flood in the north']);
  });

  test('of a query that says nothing, or that nobody can be meant by, is an empty feed', async () => {
    const me = await server.install();
    await keep(server, me, 'One', '2026-03-01');
    for (const query of ['', '  ', '""', '-', 'category:nonsense', 'after:2199'])
      expect(await titlesIn(await save(me, query)), query).toEqual([]);
  });

  test('holds fifty clips, the newest', async () => {
    const me = await server.install({ zone: 'UTC' });
    for (let turn = 1; turn <= 52; turn += 1) await keep(server, me, `Flood ${turn}`, '2026-03-01');
    const titles = await titlesIn(await save(me, 'flood'));
    expect([titles.length, titles[0], titles[49]]).toEqual([50, 'Flood 52', 'Flood 3']);
  });

  test('tells days from today, whichever that is', async () => {
    const me = await server.install({ zone: 'UTC' });
    await keep(server, me, 'Old', '2026-03-04');
    await keep(server, me, 'New', '2026-03-09');
    const saved = await save(me, 'after:7d');
    const known = await poll(saved);
    expect(await titlesIn(saved)).toEqual(['New', 'Old']);
    server.setClock('2026-03-12T08:00:00Z');
    expect((await poll(saved, known.etag)).status).toBe(200);
    expect(await titlesIn(saved)).toEqual(['New']);
    server.setClock(NOW);
  });

  test('goes by what its own person keeps and has done', async () => {
    const me = await server.install({ zone: 'UTC' });
    await keep(server, me, 'Mine', '2026-03-01');
    const other = { ...me, cookie: await server.admit(me.workspace, 'viewer') };
    const [mine, theirs] = [await save(me, 'by:me'), await save(other, 'by:me')];
    expect([await titlesIn(mine), await titlesIn(theirs)]).toEqual([['Mine'], []]);

    const starred = await save(me, 'is:starred');
    const known = await poll(starred);
    expect((await poll(starred, known.etag)).status).toBe(304);
    const { clips } = await (
      await server.request(`/api/w/${me.workspace}/clips`, { cookie: me.cookie })
    ).json<{ clips: { id: string }[] }>();
    await server.request(`/api/w/${me.workspace}/clips/${clips[0]?.id}/reading`, {
      method: 'PUT',
      cookie: me.cookie,
      json: { starred: true },
    });
    expect((await poll(starred, known.etag)).status).toBe(200);
    expect(await titlesIn(starred)).toEqual(['Mine']);
    expect(await titlesIn(await save(other, 'is:starred'))).toEqual([]);
  });

  test('is 304 until the library or the search changes, and then costs no look into the index', async () => {
    const me = await server.install({ zone: 'UTC' });
    const first = await keep(server, me, 'Flood', '2026-03-01');
    const saved = await save(me, 'flood');
    let { etag } = await poll(saved);
    const changes = [
      () => keep(server, me, 'Flood again', '2026-03-01'),
      () => letGo(server, me, first),
      () => save(me, 'flood', 'Called otherwise', saved.id),
      () => save(me, 'again', 'Called otherwise', saved.id),
    ];
    for (const change of changes) {
      const { db: database, rows, trips } = metered();
      expect((await poll(saved, etag, database)).status).toBe(304);
      expect(rows.read).toBeLessThan(16);
      expect(trips.inSequence).toBe(2);
      await change();
      const next = await poll(saved, etag);
      expect([next.status, next.etag === etag]).toEqual([200, false]);
      etag = next.etag;
    }
  });

  test('has an id and entries of its own that stay, whatever it is called', async () => {
    const me = await server.install({ zone: 'UTC' });
    await keep(server, me, 'Flood', '2026-03-01');
    const saved = await save(me, 'flood');
    const idsOf = async () => {
      const { id, entries } = parseAtomFeed(await read(server, path(saved.feed.atom)));
      return [id, entries?.[0]?.id];
    };
    const before = await idsOf();
    expect(before[0]).toBe(`tag:dateline,2026:${me.workspace}:search:${saved.id}`);
    await save(me, 'flood', 'Other', saved.id);
    expect(await idsOf()).toEqual(before);
  });
});

describe('the address of a feed', () => {
  test('leads nowhere once it was renewed, deleted, forged, or its library’s addresses were made void', async () => {
    const me = await server.install();
    const saved = await save(me, 'flood');
    const statusOf = async ({ feed }: Pick<SavedSearch, 'feed'>) =>
      (await server.request(path(feed.json))).status;
    expect(await statusOf(saved)).toBe(200);

    const renewed = await server.request(`/api/w/${me.workspace}/searches/${saved.id}/feed`, {
      method: 'POST',
      cookie: me.cookie,
    });
    const next = await renewed.json<SavedSearch>();
    expect([await statusOf(saved), await statusOf(next)]).toEqual([404, 200]);
    expect((await listed(me))[0]?.feed).toEqual(next.feed);

    const [, , token = ''] = path(next.feed.json).split('/');
    const other = await save(me, 'other');
    const [, , foreign = ''] = path(other.feed.json).split('/');
    const forged = foreign.slice(0, 37) + token.slice(37);
    for (const wrong of [forged, token.slice(0, 36), `${token}AAAA`, 'x', '%00'])
      expect((await server.request(`/feed/${wrong}/search.rss`)).status, wrong).toBe(404);
    // Neither kind of token opens the other kind of feed.
    expect((await server.request(`/feed/${token}/clips.rss`)).status).toBe(404);
    const page = await (
      await server.request(`/w/${me.workspace}/settings`, { cookie: me.cookie })
    ).text();
    const daily = /\/feed\/([\w-]+)\/daily\.rss/.exec(page)?.[1] ?? '';
    expect((await server.request(`/feed/${daily}/search.rss`)).status).toBe(404);

    await db
      .prepare('UPDATE library SET feed_rotation = 2 WHERE workspace = ?')
      .bind(me.workspace)
      .run();
    expect(await statusOf(next)).toBe(404);
    const again = (await listed(me)).find(({ id }) => id === saved.id);
    expect(again && (await statusOf(again))).toBe(200);
    await server.request(`/api/w/${me.workspace}/searches/${saved.id}`, {
      method: 'DELETE',
      cookie: me.cookie,
    });
    expect(again && (await statusOf(again))).toBe(404);
  });

  test('leads nowhere once its person is no member any more', async () => {
    const me = await server.install();
    const other = { ...me, cookie: await server.admit(me.workspace, 'viewer') };
    const saved = await save(other, 'flood');
    await read(server, path(saved.feed.rss));
    await db
      .prepare(`DELETE FROM member WHERE workspace = ? AND role = 'viewer'`)
      .bind(me.workspace)
      .run();
    expect((await server.request(path(saved.feed.rss))).status).toBe(404);
  });
});

describe('saved searches', () => {
  test('are each person’s own: nobody else sees, changes or deletes them', async () => {
    const me = await server.install();
    const other = { ...me, cookie: await server.admit(me.workspace, 'editor') };
    const saved = await save(me, 'flood');
    expect(await listed(other)).toEqual([]);
    const address = `/api/w/${me.workspace}/searches/${saved.id}`;
    const asOther = { cookie: other.cookie };
    const write = { ...asOther, method: 'PUT', json: { name: 'Theirs', query: 'x' } };
    expect((await server.request(address, write)).status).toBe(400);
    expect((await server.request(`${address}/feed`, { ...asOther, method: 'POST' })).status).toBe(
      404,
    );
    await server.request(address, { ...asOther, method: 'DELETE' });
    expect((await press(other, `/${saved.id}`, { do: 'rename', name: 'x' })).status).toBe(404);
    expect((await press(other, `/${saved.id}`, { do: 'renew' })).status).toBe(404);
    await press(other, `/${saved.id}`, { do: 'delete' });
    expect(await listed(me)).toEqual([saved]);
  });

  test('are saved, renamed and deleted by forms', async () => {
    const me = await server.install();
    const made = await press(me, '', { name: '  ', query: 'site:"báo tỉnh" lũ' });
    const [saved] = await listed(me);
    expect([made.status, made.headers.get('location')]).toEqual([
      303,
      `/w/${me.workspace}/searches#${saved?.id}`,
    ]);
    expect(saved).toMatchObject({ name: 'site:"báo tỉnh" lũ', query: 'site:"báo tỉnh" lũ' });
    // Pressed twice, it is saved once.
    await press(me, '', { name: 'site:"báo tỉnh" lũ', query: 'site:"báo tỉnh" lũ' });
    expect(await listed(me)).toHaveLength(1);
    const html = async (at: string) =>
      (await server.request(`/w/${me.workspace}/${at}`, { cookie: me.cookie })).text();
    await press(me, `/${saved?.id}`, { do: 'rename', name: ' Lũ <i> ' });
    expect(await html('searches')).toContain('>Lũ &lt;i></a>');
    expect(await html('search')).toContain('>Lũ &lt;i></a>');
    expect(await html('search?q=l%C5%A9+site%3Ax')).toContain('Save this search');
    const same = await html(`search?q=${encodeURIComponent('nguồn:"báo tỉnh" lũ')}`);
    expect(same).not.toContain('Save this search');
    expect(same).toContain(`href="${saved?.feed.atom}"`);
    expect((await press(me, `/${saved?.id}`, { do: 'rename', name: ' ' })).status).toBe(400);
    expect((await press(me, `/${saved?.id}`, { do: 'what' })).status).toBe(400);
    expect((await press(me, '', { name: '', query: ' ' })).status).toBe(400);
    await press(me, `/${saved?.id}`, { do: 'delete' });
    expect(await listed(me)).toEqual([]);
  });

  test('have names of one to two hundred characters, in any script', async () => {
    const me = await server.install();
    for (const name of ['x', '字', '﷽', 'أخبار العالم', 'ż'.repeat(200), '👩‍👩‍👧'])
      expect((await save(me, 'a', name)).name).toBe(name);
    const before = await rowCounts();
    for (const name of ['', ' ', 'a'.repeat(201), 'a\0', '\uD800']) {
      const answer = await server.request(`/api/w/${me.workspace}/searches/${newId()}`, {
        method: 'PUT',
        cookie: me.cookie,
        json: { name, query: 'a' },
      });
      expect(answer.status, JSON.stringify(name)).toBe(400);
    }
    expect(await rowCounts()).toEqual(before);
  });

  test('are a hundred at most', async () => {
    const me = await server.install();
    const ids = Array.from({ length: 100 }, newId);
    for (const [turn, id] of ids.entries()) await save(me, `q${turn}`, 'Name', id);
    expect((await press(me, '', { name: 'One more', query: 'x' })).status).toBe(400);
    expect(await listed(me)).toHaveLength(100);
    // What is there can still be changed.
    expect((await save(me, 'other', 'Name', ids[7])).query).toBe('other');
  });

  test('take any text for a query', async () => {
    const me = await server.install();
    await keep(server, me, 'One', '2026-03-01');
    const id = newId();
    const long = '"đ" -x '.repeat(2_000);
    for (const query of ['\0', '\uD800', 'a"b', 'NEAR(', "'; DROP", 'is:', '*', long]) {
      const saved = await save(me, query, 'Any', id);
      expect(saved.query.length).toBeLessThanOrEqual(10_000);
      await read(server, path(saved.feed.json));
    }
    const form = await press(me, '', { name: 'Form', query: 'ừ'.repeat(10_000) });
    expect(form.status).toBe(303);
    expect(
      (await server.request(`/w/${me.workspace}/searches`, { cookie: me.cookie })).status,
    ).toBe(200);
  });

  const naughty = inject('naughtyStrings');
  test.runIf(naughty)('take what breaks careless code', async () => {
    const me = await server.install();
    await keep(server, me, 'One', '2026-03-01');
    const id = newId();
    // The search itself is asked all of them: test/worker/search.test.ts.
    for (const query of (naughty ?? []).filter((_, at) => at % 9 === 0))
      await read(server, path((await save(me, query, 'N', id)).feed.rss));
  });
});
