// What turns the order of text stands in no name, title or note, wherever it is shown; what a language writes with stays.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { addresses } from './feed-reading.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';

const TURNING = /[\u202A-\u202E\u2066-\u2069]/u;
const turning = (name: string): string => `\u202E${name}\u2066\u2069\u2069 gnp.exe\u202D`;
const plain = (name: string): string => `${name} gnp.exe`;

let server: Server;
let me: Awaited<ReturnType<Server['install']>>;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
  me = await server.install({ name: turning('Paper'), zone: 'UTC' });
});

const put = async (path: string, json: unknown, method = 'PUT'): Promise<void> => {
  const { cookie } = me;
  const answer = await server.request(`/api/w/${me.workspace}/${path}`, { method, cookie, json });
  expect(answer.status, `${method} ${path}`).toBeLessThan(300);
};

const post = async (path: string, form: Record<string, string>): Promise<string> => {
  const answer = await server.request(path, { method: 'POST', cookie: me.cookie, form });
  expect(answer.status, path).toBeLessThan(400);
  return answer.text();
};

const shown = async (path: string): Promise<string> => {
  const answer = await server.request(path, { cookie: me.cookie });
  expect(answer.status, path).toBe(200);
  return answer.text();
};

test('names of persons, workspaces, tags, collections, tokens, searches, and what articles say of themselves', async () => {
  const { workspace } = me;
  const article = {
    title: turning('Story'),
    authors: [turning('Lan')],
    site: turning('Site'),
    section: [turning('Politics')],
    attribution: turning('Theo'),
    related: [{ title: turning('More'), url: 'https://paper.example/more' }],
  };
  const filing = { tags: [turning('Sea')], collections: [turning('Harbour')] };
  const keep = newId();
  await put(`keeps/${keep}`, sample(article, { filing }));
  await put(`highlights/${newId()}`, {
    version: 1,
    keep,
    highlight: newId(),
    mark: {
      anchor: { quote: 'It', before: '', after: '', start: 0, end: 2 },
      colour: 'green',
      note: turning('Note'),
      forTeam: true,
    },
  });
  await put(`searches/${newId()}`, { name: turning('Tides'), query: 'sea' });
  await put(`collections/${encodeURIComponent(plain('Harbour'))}`, {
    description: turning('About'),
  });
  await put(`imports/${newId()}/parts/0`, {
    version: 1,
    name: turning('File'),
    items: [
      {
        url: 'https://paper.example/imported',
        title: turning('Imported'),
        addedAt: null,
        tags: [turning('Old')],
        folder: [turning('Folder')],
      },
    ],
  });
  await post('/account/name', { name: turning('Linh') });
  const made = await post('/account/tokens', { name: turning('Script'), scopes: 'clip:read' });
  expect(made).toContain(`<bdi>${plain('Script')}</bdi>`);

  const seen = await Promise.all(
    [
      '/account',
      '/workspaces',
      '/account/export',
      ...[
        'day/2026-03-10',
        'library',
        'tags',
        'collections',
        'searches',
        'activity',
        'members',
        'feeds',
        'import',
        'settings',
        'shares',
        `tag/${encodeURIComponent(plain('Sea'))}`,
        `collection/${encodeURIComponent(plain('Harbour'))}`,
      ].map((page) => `/w/${workspace}/${page}`),
      `/api/w/${workspace}/cards`,
      `/api/w/${workspace}/activity`,
      `/api/w/${workspace}/export`,
    ].map(shown),
  );
  const { daily, clips } = await addresses(server, me);
  seen.push(await shown(daily.atom), await shown(clips.rss), await shown(clips.json));
  const all = seen.join('\n');
  for (const name of ['Paper', 'Story', 'Sea', 'Harbour', 'Tides', 'File', 'Linh', 'Script'])
    expect(all, name).toContain(plain(name));
  for (const page of seen) expect(TURNING.exec(page)?.index ?? -1, page.slice(0, 200)).toBe(-1);
  // Nor does any row hold them, for what is read off it otherwise.
  for (const table of ['account', 'workspace', 'token', 'clip', 'tag', 'collection', 'highlight']) {
    const { results } = await db.prepare(`SELECT * FROM "${table}"`).all();
    expect(JSON.stringify(results), table).not.toMatch(TURNING);
  }
});

test('a name is one line, and keeps the joiners that a language writes with', async () => {
  const name = 'می\u200Cخواهم \u{1F469}\u200D\u{1F4BB}';
  await post('/account/name', { name: `\u200B${name}\u200F\u061C\r\n\u0007\u2028` });
  const members = await server.request(`/api/w/${me.workspace}/members`, { cookie: me.cookie });
  expect(await members.json()).toMatchObject({ members: [{ name }] });
});

test('a name of nothing but marks is none', async () => {
  const json = { name: '\u202E\u200F\u2069' };
  const { cookie, workspace } = me;
  const answer = await server.request(`/api/w/${workspace}`, { method: 'PUT', cookie, json });
  expect(answer.status).toBe(400);
});

test('a tag that is renamed on its page is called so too', async () => {
  const { workspace } = me;
  await put(`keeps/${newId()}`, sample({}, { filing: { tags: ['Before'], collections: [] } }));
  await post(`/w/${workspace}/tag/Before`, { do: 'rename', name: turning('After') });
  const tag = await shown(`/api/w/${workspace}/tags/${encodeURIComponent(plain('After'))}`);
  expect(JSON.parse(tag)).toMatchObject({ name: plain('After') });
});

test('a letter that is longer once it is composed makes no name longer than names are', async () => {
  const { cookie, workspace } = me;
  const json = { name: '\uFB2C'.repeat(100) };
  const answer = await server.request(`/api/w/${workspace}`, { method: 'PUT', cookie, json });
  expect(answer.status).toBe(400);
});

test('a name of before is taken off a clip, and typed to delete what it is of', async () => {
  const own = await server.install({ name: 'Old' });
  const keep = newId();
  const filing = { tags: ['Sea'], collections: [] };
  const call = (path: string, json: unknown, method = 'PUT'): Promise<Response> =>
    server.request(`/api/w/${own.workspace}${path}`, { method, cookie: own.cookie, json });
  await call(`/keeps/${keep}`, sample({}, { filing }));
  await db
    .prepare('UPDATE tag SET name = ?1, folded = ?2 WHERE workspace = ?3')
    .bind('Sea\u200F', 'sea', own.workspace)
    .run();
  const tagged = async (): Promise<number> =>
    (await call(`/tags/${encodeURIComponent('Sea\u200F')}`, undefined, 'GET')).status;
  expect(await tagged()).toBe(200);
  const none = { tags: [], collections: [] };
  const remove = { ...none, tags: ['Sea\u200F'] };
  await call(`/filings/${newId()}`, { version: 1, keep, change: { add: none, remove } });
  // A tag of no clips is none.
  expect(await tagged()).toBe(404);

  // As a keyboard writes it that composes nothing, and as it was stored once.
  await db
    .prepare('UPDATE workspace SET name = ? WHERE id = ?')
    .bind('\u202ETin  tức', own.workspace)
    .run();
  expect((await call('', { name: 'Tin' }, 'DELETE')).status).toBe(400);
  expect((await call('', { name: '' }, 'DELETE')).status).toBe(400);
  const form = { name: 'Tin tức'.normalize('NFD') };
  const path = `/w/${own.workspace}/delete`;
  const answer = await server.request(path, { method: 'POST', cookie: own.cookie, form });
  expect(answer.status).toBe(303);
});

test('a name of before is called by what is read of it, and met by filing under that', async () => {
  const own = await server.install();
  const at = (path: string) => `/api/w/${own.workspace}${path}`;
  const keep = newId();
  const call = (path: string, json?: unknown, method = 'PUT'): Promise<Response> =>
    server.request(at(path), { method, cookie: own.cookie, json });
  const filing = { tags: ['Sea', 'Sun', 'Moon'], collections: ['Harbour'] };
  await call(`/keeps/${keep}`, sample({}, { filing }));
  const store = (noun: string, folded: string, name: string) =>
    db
      .prepare(`UPDATE ${noun} SET name = ?1, folded = ?2 WHERE workspace = ?3 AND folded = ?4`)
      .bind(name, name.toLowerCase(), own.workspace, folded)
      .run();
  await store('tag', 'sea', '\u202ESea\u200F');
  await store('collection', 'harbour', 'Harb\u2066our');
  // Two that read alike.
  await store('tag', 'moon', '\u202ESun');
  const queries = env.MIGRATIONS.flatMap((migration) => migration.queries);
  const mending = queries.filter((query) => query.includes('UPDATE OR IGNORE'));
  expect(mending).toHaveLength(4);
  await db.batch(mending.map((query) => db.prepare(query)));
  const all = { tags: ['Sea', 'Sun', 'Sun (2)'], collections: ['Harbour'] };
  const names = async () => {
    const answer = await call('/names', undefined, 'GET');
    const { tags, collections } = await answer.json<typeof all>();
    return { tags: tags.toSorted(), collections };
  };
  expect(await names()).toEqual(all);
  const add = { tags: ['sea'], collections: ['Harbour'] };
  const remove = { tags: [], collections: [] };
  await call(`/filings/${newId()}`, { version: 1, keep, change: { add, remove } });
  expect(await names()).toEqual(all);
  // Whoever has its address of before finds it too.
  const before = encodeURIComponent('\u202ESea\u200F');
  expect((await call(`/tags/${before}`, undefined, 'GET')).status).toBe(200);
});

test('a clip is kept that is filed under a name of nothing but marks, and is not there', async () => {
  const own = await server.install();
  const { workspace, cookie } = own;
  const filing = { tags: ['\u200B', 'Sea'], collections: ['\u200F'] };
  const path = `/api/w/${workspace}/keeps/${newId()}`;
  const json = sample({}, { filing });
  expect((await server.request(path, { method: 'PUT', cookie, json })).status).toBe(201);
  const names = await server.request(`/api/w/${workspace}/names`, { cookie });
  expect(await names.json()).toEqual({ tags: ['Sea'], collections: [] });
  // One of nothing at all is still a mistake of who sends it.
  const empty = sample({}, { filing: { tags: [' '], collections: [] } });
  const again = `/api/w/${workspace}/keeps/${newId()}`;
  expect((await server.request(again, { method: 'PUT', cookie, json: empty })).status).toBe(400);
});
