// The tokens of an account: listed, made by hand, and revoked by their owner or by whoever bears them.
import { beforeAll, expect, test } from 'vitest';
import { newId, sample } from './sample.ts';
import { db, ORIGIN, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const make = (cookie: string, form: Record<string, string>): Promise<Response> =>
  server.request('/account/tokens', { method: 'POST', cookie, form });

const shownToken = async (answer: Response): Promise<string> =>
  /<dd>([A-Za-z0-9_-]{43})<\/dd>/.exec(await answer.text())?.[1] ?? '';

const account = async (cookie: string): Promise<string> =>
  (await server.request('/account', { cookie })).text();

test('a revoked token is refused from the next request on, and nobody revokes another one’s', async () => {
  const { cookie, workspace, token } = await server.install();
  const { cookie: stranger } = await server.claim();
  const listed = await account(cookie);
  expect(listed).toContain('<b dir="auto">Chromium</b>');
  expect(listed).toContain('Read and keep');
  expect(listed).toContain('let in on 10 Mar 2026');
  expect(listed).toContain('not used yet');
  const action = /action="(\/account\/tokens\/[^"]+\/revoke)"/.exec(listed)?.[1] ?? '';
  expect((await server.request(action, { method: 'POST', cookie: stranger })).status).toBe(404);
  expect((await server.request(`/api/w/${workspace}`, { token })).status).toBe(200);
  expect(await account(cookie)).toContain('last used on 10 Mar 2026');
  expect((await server.request(action, { method: 'POST', cookie })).status).toBe(303);
  expect((await server.request(`/api/w/${workspace}`, { token })).status).toBe(401);
  expect(await account(cookie)).not.toContain('/revoke');
});

test('a token that is made by hand is shown once, stored as a hash, and does what it may', async () => {
  const { cookie, workspace } = await server.claim({ name: 'Mine' });
  const answer = await make(cookie, { name: ' Locked <b> ', scopes: 'clip:write' });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const html = await answer.clone().text();
  expect(html).toContain('Locked &lt;b>');
  expect(html).toContain(`<dd>${ORIGIN}</dd>`);
  const token = await shownToken(answer);
  expect(token).toHaveLength(43);
  const { results } = await db.prepare('SELECT * FROM token').all();
  expect(JSON.stringify(results)).not.toContain(token);
  expect(await account(cookie)).not.toContain(token);
  const told = await server.request('/api/token', { token });
  expect(await told.json()).toMatchObject({
    scope: 'clip:write',
    workspaces: [{ id: workspace, name: 'Mine', role: 'owner' }],
  });
  const kept = { method: 'PUT', token, json: sample() };
  expect((await server.request(`/api/w/${workspace}/keeps/${newId()}`, kept)).status).toBe(201);
  expect((await server.request(`/api/w/${workspace}/cards`, { token })).status).toBe(403);
});

test('a token needs a name and scopes, from this site’s own page, and no more than twenty an hour', async () => {
  const { cookie } = await server.claim();
  const right = { name: 'Script', scopes: 'clip:read' };
  for (const wrong of [
    { name: '  ', scopes: 'clip:read' },
    { name: 'x'.repeat(101), scopes: 'clip:read' },
    { name: 'Script', scopes: 'clip:all' },
    { name: 'Script' },
    { ...right, account: 'other' },
  ])
    expect((await make(cookie, wrong)).status).toBe(400);
  const headers = { origin: 'https://evil.example' };
  const foreign = { method: 'POST', cookie, form: right, headers };
  expect((await server.request('/account/tokens', foreign)).status).toBe(403);
  const made = await Promise.all(Array.from({ length: 25 }, () => make(cookie, right)));
  expect(made.filter(({ status }) => status === 200)).toHaveLength(20);
  const refused = made.find(({ status }) => status === 429);
  expect(refused?.headers.get('retry-after')).toBe('3600');
});

test('whoever bears a token may end it, and only it; a session is no token', async () => {
  const { cookie, token } = await server.install();
  const other = await server.pair(cookie, 'Phone', 'clip:read');
  const end = (wishes: { token?: string; cookie?: string }) =>
    server.request('/api/token', { method: 'DELETE', ...wishes });
  expect((await server.request('/api/token', { cookie })).status).toBe(401);
  expect((await end({ cookie })).status).toBe(401);
  expect((await end({ token: 'x'.repeat(43) })).status).toBe(401);
  const ended = await end({ token: other });
  expect([ended.status, await ended.json()]).toEqual([200, { revoked: true }]);
  expect((await end({ token: other })).status).toBe(401);
  expect((await server.request('/api/token', { token: other })).status).toBe(401);
  expect((await server.request('/api/token', { token })).status).toBe(200);
});
