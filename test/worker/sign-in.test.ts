// Who gets in, by which door, and who does not.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { hashSecret } from '../../worker/domain/ids.ts';
import worker from '../../worker/index.ts';
import { ROUTES } from '../../worker/routes/registry.ts';
import { newId, sample } from './sample.ts';
import { db, metered, rowCounts, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const fill = (path: string): string => path.replace(/:\w+/g, 'no-such-thing');

test('every address that the router mounts is a route with a policy', () => {
  const mounted = server.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect(mounted).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`));
  expect(mounted.length).toBeGreaterThan(15);
  // What is mounted for every method lets requests through: services, CORS, the answer to wrong methods.
  const everyMethod = server.app.routes.filter(({ method }) => method === 'ALL');
  expect(everyMethod.map(({ path }) => path)).toEqual(['/*', '/api/*', '/*']);
});

test('a stranger hears 401 from every closed route before any other answer', async () => {
  const closed = server.app.routes.filter(
    ({ method, path }) =>
      method !== 'ALL' &&
      ROUTES.some(
        (route) =>
          route.method === method &&
          route.path === path &&
          ['signed-in', 'workspace'].includes(route.policy.kind),
      ),
  );
  const before = await rowCounts();
  for (const { method, path } of closed) {
    const body = method === 'GET' ? {} : { body: '{ not JSON', headers: { 'content-type': 'x/y' } };
    const answer = await server.request(fill(path), { method, ...body });
    expect(answer.status, `${method} ${path}`).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    const asBearer = await server.request(fill(path), { method, token: 'made-up', ...body });
    expect(asBearer.status, `${method} ${path} with a made-up token`).toBe(401);
  }
  expect(closed.length).toBeGreaterThan(8);
  expect(await rowCounts()).toEqual(before);
});

const routesOf = (kind: string): string[] =>
  ROUTES.filter(({ policy }) => policy.kind === kind)
    .map(({ method, path }) => `${method} ${path}`)
    .sort();

test('only what says so is public, and the API beyond its routes is closed too', async () => {
  expect(routesOf('feed')).toEqual([
    'GET /feed/:token/clips.atom',
    'GET /feed/:token/clips.json',
    'GET /feed/:token/clips.rss',
    'GET /feed/:token/daily.atom',
    'GET /feed/:token/daily.json',
    'GET /feed/:token/daily.rss',
    'GET /feed/:token/days.ics',
    'GET /feed/:token/search.atom',
    'GET /feed/:token/search.json',
    'GET /feed/:token/search.rss',
  ]);
  expect(routesOf('share')).toEqual([
    'GET /share/:token',
    'GET /share/:token/clip/:n',
    'GET /share/:token/feed.atom',
    'GET /share/:token/feed.json',
    'GET /share/:token/feed.rss',
  ]);
  expect(routesOf('public')).toEqual([
    'GET /',
    'GET /api/openapi.json',
    'GET /claim/:token',
    'GET /invite/:token',
    'GET /keep',
    'GET /reference',
    'GET /sign-in',
    'POST /api/pairings',
    'POST /api/pairings/token',
    'POST /claim',
    'POST /claim/again',
    'POST /invite/:token',
    'POST /recover',
    'POST /sign-in',
    'POST /sign-in/challenge',
  ]);
  for (const path of ['/api', '/api/', '/api/no-such-thing'])
    expect((await server.request(path)).status, path).toBe(401);
  expect((await server.request('/api/pairings')).status).toBe(401);
  expect((await server.request('/api/w/x', { method: 'DELETE' })).status).toBe(401);
});

test('a write with a cookie must come from our own pages; a token may come from anywhere', async () => {
  const { cookie, workspace, token } = await server.install();
  const put = (wishes: object) =>
    server.request(`/api/w/${workspace}/keeps/${newId()}`, {
      method: 'PUT',
      json: sample(),
      ...wishes,
    });
  expect((await put({ cookie, headers: { origin: 'https://evil.example' } })).status).toBe(403);
  expect((await put({ cookie, headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(403);
  expect((await put({ cookie })).status).toBe(201);
  const foreign = { origin: 'chrome-extension://abc', 'sec-fetch-site': 'cross-site' };
  expect((await put({ token, headers: foreign })).status).toBe(201);
});

test('roles and scopes are kept', async () => {
  const { workspace, token } = await server.install();
  const viewer = await server.admit(workspace, 'viewer');
  const address = `/api/w/${workspace}/keeps/${newId()}`;
  const asViewer = await server.request(address, { method: 'PUT', cookie: viewer, json: sample() });
  expect(asViewer.status).toBe(403);
  expect((await server.request(`/api/w/${workspace}`, { cookie: viewer })).status).toBe(200);
  await db
    .prepare(`UPDATE token SET scopes = 'clip:read' WHERE hash = ?`)
    .bind(await hashSecret(token))
    .run();
  const readOnly = await server.request(address, { method: 'PUT', token, json: sample() });
  expect(readOnly.status).toBe(403);
  const own = ['acts', 'highlights', 'searches'].map((noun) => `PUT ${noun}/${newId()}`);
  for (const write of [...own, `PUT clips/${newId()}/reading`, 'POST clips/many']) {
    const [method = '', path] = write.split(' ');
    const json = {};
    const answer = await server.request(`/api/w/${workspace}/${path}`, { method, token, json });
    expect(answer.status, write).toBe(403);
  }
});

test('another workspace looks to the byte like one that is missing', async () => {
  const mine = await server.install();
  const other = await server.install();
  const id = newId();
  const kept = await server.request(`/api/w/${other.workspace}/keeps/${id}`, {
    method: 'PUT',
    token: other.token,
    json: sample(),
  });
  const { clip } = await kept.json<{ clip: string }>();
  const look = async (path: string, method = 'GET') => {
    const answer = await server.request(path, { method, token: mine.token });
    return { status: answer.status, body: await answer.text() };
  };
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/digests/2026-03-10'],
    ['GET', `/clips/${clip}`],
    ['DELETE', `/keeps/${id}`],
  ] as const) {
    const foreign = await look(`/api/w/${other.workspace}${path}`, method);
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(await look(`/api/w/no-such-one${path}`, method));
  }
  // A foreign id under one's own workspace is simply missing there.
  expect(await look(`/api/w/${mine.workspace}/clips/${clip}`)).toEqual(
    await look(`/api/w/${mine.workspace}/clips/${newId()}`),
  );
  expect((await look(`/api/w/${mine.workspace}/keeps/${id}`, 'DELETE')).status).toBe(404);
});

test('an ended session is no session, and the scheduled run deletes what has expired', async () => {
  const { cookie } = await server.claim();
  const pairing = { method: 'POST', json: { name: 'Laptop' } };
  expect((await server.request('/api/pairings', pairing)).status).toBe(201);
  server.setClock('2027-05-01T00:00:00Z');
  expect((await server.request('/pair', { cookie })).status).toBe(401);
  server.setClock('2026-03-10T08:00:00Z');
  await db.prepare(`UPDATE session SET expires_at = '2020-01-01T00:00:00.000Z'`).run();
  await db.prepare(`UPDATE pairing SET expires_at = '2020-01-01T00:00:00.000Z'`).run();
  await worker.scheduled(createScheduledController(), env);
  expect(await rowCounts()).toMatchObject({ session: 0, pairing: 0 });
});

test('any page may ask the API, with a token and never with a cookie', async () => {
  const preflight = await server.request('/api/w/x/keeps/y', {
    method: 'OPTIONS',
    headers: { origin: 'https://other.example', 'access-control-request-method': 'PUT' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-headers')).toBe(
    'authorization,content-type,if-match,if-none-match',
  );
  const refused = await server.request('/api/w/x', {
    headers: { origin: 'https://other.example' },
  });
  expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  expect(refused.headers.get('access-control-expose-headers')).toBe('etag,link,retry-after');
  expect(refused.headers.get('access-control-allow-credentials')).toBeNull();
});

test('HEAD answers as GET without the body, and a wrong method names the right ones', async () => {
  const { workspace, token, cookie } = await server.install();
  const head = await server.request(`/api/w/${workspace}`, { method: 'HEAD', token });
  expect([head.status, await head.text()]).toEqual([200, '']);
  const wrong = await server.request(`/api/w/${workspace}/keeps/${newId()}`, { token });
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get('allow')).toBe('PUT, DELETE, OPTIONS');
  const page = await server.request('/pair', { method: 'OPTIONS', cookie });
  expect([page.status, page.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
});

test('whatever is read of a workspace is at most two round trips to the database away', async () => {
  const { cookie, token, workspace } = await server.install();
  const keep = async (): Promise<string> => {
    const kept = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
      method: 'PUT',
      token,
      json: sample({}, { filing: { tags: ['Sea'], collections: ['Sea'] } }),
    });
    return (await kept.json<{ clip: string }>()).clip;
  };
  const [clip, trashed] = [await keep(), await keep()];
  await server.request(`/api/w/${workspace}/clips/${trashed}`, { method: 'DELETE', token });
  await server.request(`/api/w/${workspace}/searches/${clip}`, {
    method: 'PUT',
    token,
    json: { name: 'Sea', query: 'sea' },
  });
  await server.request(`/api/w/${workspace}/shares/${clip}`, {
    method: 'PUT',
    cookie,
    json: {
      of: { kind: 'clip', id: clip },
      days: null,
      fullText: false,
      named: false,
      feeds: false,
    },
  });
  const colleague = await server.admit(workspace, 'viewer');
  const members = await server.request(`/api/w/${workspace}/members`, { cookie: colleague });
  const { account = '' } =
    (await members.json<{ members: { account: string; isYou: boolean }[] }>()).members.find(
      ({ isYou }) => isYou,
    ) ?? {};
  const reads = ROUTES.filter(
    ({ method, policy }) => method === 'GET' && policy.kind === 'workspace',
  );
  expect(reads.length).toBeGreaterThan(5);
  for (const { path, policy } of reads) {
    const address = path
      .replace(':workspace', workspace)
      .replace(':day', '2026-03-10')
      .replace(':week', '2026-W11')
      .replace(':month', '2026-03')
      .replace(/digests$/, 'digests?from=2026-03-01&to=2026-03-31')
      .replace('trash/:id', `trash/${trashed}`)
      .replace(':id', clip)
      .replace(':account', account)
      .replace(':name', 'Sea');
    const takesTokens = path.startsWith('/api/') && policy.takesTokens;
    for (const who of takesTokens ? [{ token }, { cookie }] : [{ cookie }]) {
      const { db: database, trips } = metered();
      expect((await server.request(address, { ...who, database })).status, address).toBe(200);
      expect(trips.inSequence, address).toBeLessThanOrEqual(2);
    }
  }
});

test('a stranger hears 401 also when a library cannot be read', async () => {
  const { workspace } = await server.install();
  await db.prepare('ALTER TABLE library RENAME TO away').run();
  const stranger = await server.request(`/api/w/${workspace}`, { token: 'made-up' });
  await db.prepare('ALTER TABLE away RENAME TO library').run();
  expect(stranger.status).toBe(401);
});

test('an answer tells a browser that is signed in whose it is, also where nothing is new', async () => {
  const [mine, other] = [await server.claim(), await server.claim()];
  const readerOf = async (path: string, cookie = '', headers: HeadersInit = {}) =>
    (await server.request(path, { cookie, headers })).headers.get('dateline-reader');
  const reader = await readerOf('/', mine.cookie);
  expect(reader).toMatch(/^[0-9a-f-]{36}$/);
  const day = `/w/${mine.workspace}/day/2026-03-09`;
  const first = await server.request(day, { cookie: mine.cookie });
  expect(first.headers.get('dateline-reader')).toBe(reader);
  const known = { 'if-none-match': first.headers.get('etag') ?? '' };
  expect(await readerOf(day, mine.cookie, known)).toBe(reader);
  // Also of a workspace that is not theirs.
  const foreign = await readerOf(day, other.cookie);
  expect(foreign).not.toBe(reader);
  expect(foreign).not.toBeNull();
  expect(await readerOf(day)).toBeNull();
});
