// One database of several is down: whoever has libraries in others goes on with these, and is told of those that lie there.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import worker from '../../worker/index.ts';
import { FURTHER, overBatches, second, startWithSecond, test } from './relocating.ts';
import { db, type Server } from './server.ts';

const DEAD = [
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: database disk image is malformed: SQLITE_CORRUPT',
].map((words) => ({ DB_2: overBatches(second, () => Promise.reject(new Error(words))) }));
const [DOWN = FURTHER] = DEAD;
const UNREACHED = 'cannot be reached just now';

let server: Server;
let me: Awaited<ReturnType<Server['install']>>;
let far: string;

/** Makes a workspace whose library lies in the second database. */
const makeFar = async ({ cookie }: { cookie: string }): Promise<string> => {
  const made = await server.request('/workspaces', {
    method: 'POST',
    cookie,
    form: { name: 'Far away', language: 'en', zone: 'UTC' },
    further: { ...FURTHER, NEW_LIBRARIES_IN: 'DB_2' },
  });
  expect(made.status).toBe(303);
  return /\/w\/([^/]+)\//.exec(made.headers.get('location') ?? '')?.[1] ?? '';
};

beforeAll(async () => {
  server = await startWithSecond();
});
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  me = await server.install();
  far = await makeFar(me);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ask = (path: string, further: typeof FURTHER) =>
  server.request(path, { cookie: me.cookie, further });
const run = (further: typeof FURTHER) =>
  worker.scheduled(createScheduledController(), { ...env, ...further, RUN_STATEMENTS: '200' });
const open = async (workspace: string) =>
  expect((await ask(`/w/${workspace}/library`, FURTHER)).status).toBe(200);
const homeOf = async (further: typeof FURTHER) => (await ask('/', further)).headers.get('location');

test.each(DEAD)('what can be reached is listed, and of the others it is said', async (down) => {
  const list = await ask('/workspaces', down);
  expect(list.status).toBe(200);
  const text = await list.text();
  expect(text).toContain(`/w/${me.workspace}/day/`);
  expect(text).not.toContain(`/w/${far}/`);
  expect(text).toContain('Far away');
  expect(text.match(new RegExp(UNREACHED, 'g'))).toHaveLength(1);
  expect(await (await ask('/workspaces', FURTHER)).text()).not.toContain(UNREACHED);
  for (const path of ['/account', '/pair', '/keep?url=https://a.example/'])
    expect((await ask(path, down)).status, path).toBe(200);
});

test('home leads to what was opened last, or to the list where that cannot be reached', async () => {
  await open(me.workspace);
  expect(await homeOf(DOWN)).toBe(`/w/${me.workspace}/day/2026-03-10`);
  await open(far);
  expect(await homeOf(FURTHER)).toBe(`/w/${far}/day/2026-03-10`);
  expect(await homeOf(DOWN)).toBe('/workspaces');
});

test('who has no other library is told so, and not that they belong nowhere', async () => {
  await db.prepare('DELETE FROM member WHERE workspace = ?').bind(me.workspace).run();
  const list = await ask('/workspaces', DOWN);
  expect(list.status).toBe(200);
  const text = await list.text();
  expect(text).toContain('<h1>Your workspaces</h1>');
  expect(text).toContain(UNREACHED);
  expect(await homeOf(DOWN)).toBe('/workspaces');
  // What waits in these addresses is not lost: they are asked again.
  for (const path of ['/pair?code=BCDF-GHJK', '/keep?url=https://a.example/']) {
    const answer = await ask(path, DOWN);
    expect([answer.status, answer.headers.get('retry-after')], path).toEqual([503, '2']);
    expect((await ask(path, FURTHER)).status, path).toBe(200);
  }
});

test('what a guest may read there is told by its workspace', async () => {
  const other = await server.install();
  const place = await makeFar(other);
  await second
    .prepare(
      `INSERT INTO collection (workspace, id, name, folded, seq) VALUES (?, 'c', 'Dossier', 'd', 1)`,
    )
    .bind(place)
    .run();
  await db
    .prepare(
      `INSERT INTO guest (account, workspace, collection, joined_at)
       SELECT account, ?, 'c', '2026-03-10' FROM member WHERE workspace = ?`,
    )
    .bind(place, me.workspace)
    .run();
  expect(await (await ask('/workspaces', FURTHER)).text()).toContain('Dossier');
  const text = await (await ask('/workspaces', DOWN)).text();
  expect(text).not.toContain('Dossier');
  expect(text.match(new RegExp(UNREACHED, 'g'))).toHaveLength(2);
});

test('whoever copies what they are told hears of no workspace that it is gone', async () => {
  for (const path of ['/api/workspaces', '/account/export', `/w/${far}/library`]) {
    const answer = await ask(path, DOWN);
    expect([answer.status, answer.headers.get('retry-after')], path).toEqual([503, '2']);
  }
  const token = await server.request('/api/token', { token: me.token, further: DOWN });
  expect([token.status, token.headers.get('retry-after')]).toEqual([503, '2']);
});

test('an account is deleted at once all the same, and its library there as soon as that can be reached', async () => {
  const path = '/account/delete';
  const asked = await ask(path, DOWN);
  expect(asked.status).toBe(200);
  expect(await asked.text()).toContain('Far away');
  const form = { sure: 'yes' };
  const ended = await server.request(path, {
    method: 'POST',
    cookie: me.cookie,
    form,
    further: DOWN,
  });
  expect(ended.status).toBe(200);
  expect(await ended.text()).toContain('or as soon as its database can be reached');
  expect((await ask('/account', FURTHER)).status).toBe(401);
  const waits = () =>
    db.prepare('SELECT count(*) AS n FROM deletion WHERE workspace = ?').bind(far).first('n');
  await run(DOWN);
  expect(await waits()).toBe(1);
  for (let turn = 0; turn < 60 && (await waits()) === 1; turn += 1) await run(FURTHER);
  expect(await waits()).toBe(0);
  const left = 'SELECT 1 FROM library WHERE workspace = ?';
  expect(await second.prepare(left).bind(far).first()).toBeNull();
});
