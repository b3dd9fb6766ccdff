// Who belongs to a workspace: let in by invites, changed by owners, and never without one.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { hashSecret } from '../../worker/domain/ids.ts';
import worker from '../../worker/index.ts';
import { newId, sample } from './sample.ts';
import { db, ORIGIN, rowCounts, type Server, startServer } from './server.ts';

let server: Server;
let owner: string;
let workspace: string;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
beforeEach(async () => {
  server.setClock('2026-03-10T08:00:00Z');
  await db.prepare('DELETE FROM rate').run();
  ({ cookie: owner, workspace } = await server.claim());
  // Members are listed in the order in which they came.
  server.setClock('2026-03-10T08:01:00Z');
});

const cookieOf = (answer: Response): string =>
  answer.headers.get('set-cookie')?.split(';')[0] ?? '';

const invite = async (role = 'editor', days = '7', as = owner): Promise<string> => {
  const path = `/w/${workspace}/invites`;
  const answer = await server.request(path, { method: 'POST', cookie: as, form: { role, days } });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return /\/invite\/[\w-]{43}/.exec(await answer.text())?.[0] ?? '';
};
const accept = (link: string, name = 'Lan', cookie?: string): Promise<Response> =>
  server.request(link, { method: 'POST', form: { name }, ...(cookie && { cookie }) });

/** A second person, let in by an invite. */
const join = async (role = 'editor', name = 'Lan'): Promise<string> =>
  cookieOf(await accept(await invite(role), name));

interface Listed {
  account: string;
  name: string;
  role: string;
  isYou: boolean;
}
const listed = async (as = owner): Promise<Listed[]> => {
  const answer = await server.request(`/api/w/${workspace}/members`, { cookie: as });
  return (await answer.json<{ members: Listed[] }>()).members;
};
const accountOf = async (cookie: string): Promise<string> =>
  (await listed(cookie)).find(({ isYou }) => isYou)?.account ?? '';
const roles = async (as = owner): Promise<string[]> => (await listed(as)).map(({ role }) => role);
const api = (method: string, path: string, cookie: string, json?: unknown): Promise<Response> =>
  server.request(`/api/w/${workspace}${path}`, { method, cookie, ...(json ? { json } : {}) });
const act = (path: string, cookie = owner, form: Record<string, string> = {}) =>
  server.request(`/w/${workspace}/${path}`, { method: 'POST', cookie, form });

test('an invite tells where to, as what and by whom, and lets a stranger in with an account of their own', async () => {
  await server.request('/account/name', { method: 'POST', cookie: owner, form: { name: 'Minh' } });
  const link = await invite('viewer');
  const opened = await server.request(link);
  const told = await opened.text();
  expect(opened.headers.get('cache-control')).toBe('no-store');
  for (const part of ['Join “News”?', 'Minh invites you.', 'as a viewer', 'name="name"'])
    expect(told).toContain(part);
  expect(told).not.toContain(workspace);
  const joined = await accept(link, ' Lan ');
  expect([joined.status, joined.headers.get('location')]).toEqual([303, '/account']);
  const cookie = cookieOf(joined);
  expect(await (await server.request('/account', { cookie })).text()).toContain('Make a passkey');
  expect(await listed()).toMatchObject([
    { name: 'Minh', role: 'owner', isYou: true },
    { name: 'Lan', role: 'viewer', isYou: false },
  ]);
  const kept = await api('PUT', `/keeps/${newId()}`, cookie, sample());
  expect(kept.status).toBe(403);
  expect((await server.request('/', { cookie })).headers.get('location')).toContain(workspace);
});

test('whoever is signed in joins with the account that they have, and switches between workspaces', async () => {
  const other = await server.claim({ name: 'Own' });
  server.setClock('2026-03-10T08:02:00Z');
  const joined = await accept(await invite(), '', other.cookie);
  expect(joined.headers.get('location')).toBe(`/w/${workspace}/day/2026-03-10`);
  expect(joined.headers.get('set-cookie')).toBeNull();
  const list = await server.request('/api/workspaces', { cookie: other.cookie });
  expect(await list.json()).toMatchObject({
    workspaces: [
      { id: other.workspace, name: 'Own', role: 'owner' },
      { id: workspace, name: 'News', role: 'editor' },
    ],
  });
  const at = (id: string) => server.request(`/w/${id}/library`, { cookie: other.cookie });
  const home = async () =>
    (await server.request('/', { cookie: other.cookie })).headers.get('location');
  expect(await (await at(workspace)).text()).toContain('aria-label="News, to your workspaces"');
  expect(await home()).toContain(workspace);
  await at(other.workspace);
  expect(await home()).toContain(other.workspace);
  // Who has one alone has nowhere to switch to.
  const single = await server.request(`/w/${workspace}/library`, { cookie: owner });
  expect(await single.text()).not.toContain('class="whereabouts"');
});

test('workspaces of one name are told apart by role, by when one came, and by their addresses', async () => {
  const form = { name: 'News', language: 'en', zone: 'UTC' };
  server.setClock('2026-03-12T08:00:00Z');
  await server.request('/workspaces', { method: 'POST', cookie: owner, form });
  const page = await (await server.request('/workspaces', { cookie: owner })).text();
  const rows = page.match(/<li>.*?<\/li>/gs) ?? [];
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    const [, id = ''] = /\/w\/([\w-]+)\/day/.exec(row) ?? [];
    const called = `News · …${id.slice(-4)}`;
    expect(row).toContain(`<b dir="auto">${called}</b>`);
    // The header of its pages says the same.
    const shown = await server.request(`/w/${id}/library`, { cookie: owner });
    expect(await shown.text()).toContain(`<span dir="auto">${called}</span></a>`);
    expect(row).toContain(id === workspace ? 'since 10 Mar 2026' : 'since 12 Mar 2026');
  }
});

test('a page that was composed before tells the name that its workspace has now', async () => {
  await server.request('/workspaces', {
    method: 'POST',
    cookie: owner,
    form: { name: 'Second', language: 'en', zone: 'UTC' },
  });
  const day = `/w/${workspace}/day/2026-03-10`;
  const before = await server.request(day, { cookie: owner });
  const etag = before.headers.get('etag') ?? '';
  const again = { cookie: owner, headers: { 'if-none-match': etag } };
  expect((await server.request(day, again)).status).toBe(304);
  await act('settings/name', owner, { name: 'Renamed' });
  const after = await server.request(day, again);
  expect(after.status).toBe(200);
  expect(await after.text()).toContain('Renamed, to your workspaces');
});

test('an invite lets one in, however many press at once, and makes one account', async () => {
  const link = await invite();
  const before = await rowCounts();
  const answers = await Promise.all([accept(link), accept(link), accept(link)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
  const after = await rowCounts();
  for (const table of ['account', 'member', 'session'])
    expect(after[table], table).toBe((before[table] ?? 0) + 1);
  expect(await (await api('GET', '/invites', owner)).json()).toEqual({ invites: [] });
});

test('whoever belongs already leaves an invite to others, and keeps their role', async () => {
  const link = await invite('viewer');
  // Nobody is told of a role that they do not get.
  const told = await (await server.request(link, { cookie: owner })).text();
  expect(told).toContain('You read “News” already');
  expect(told).not.toContain('as a viewer');
  const answer = await accept(link, '', owner);
  expect(answer.headers.get('location')).toContain(`/w/${workspace}/`);
  expect(await roles()).toEqual(['owner']);
  expect((await accept(link)).status).toBe(303);
  expect(await roles()).toEqual(['owner', 'viewer']);
});

test('an invite that is used, revoked, over or never was is the same 404', async () => {
  const look = async (link: string) => {
    const answer = await server.request(link);
    return { status: answer.status, body: await answer.text() };
  };
  const none = await look(`/invite/${'A'.repeat(43)}`);
  expect(none.status).toBe(404);
  expect(await look('/no-such-page')).toEqual(none);
  const used = await invite();
  await accept(used);
  expect(await look(used)).toEqual(none);
  const revoked = await invite();
  const { invites } = await (
    await api('GET', '/invites', owner)
  ).json<{ invites: { id: string }[] }>();
  expect(invites).toHaveLength(1);
  expect((await act(`invites/${invites[0]?.id}/revoke`)).status).toBe(303);
  expect(await look(revoked)).toEqual(none);
  expect((await accept(revoked)).status).toBe(404);
  const late = await invite('editor', '1');
  server.setClock('2026-03-11T08:01:00Z');
  expect(await look(late)).toEqual(none);
  expect((await accept(late)).status).toBe(404);
  await worker.scheduled(createScheduledController(), env);
  const left = await db
    .prepare('SELECT count(*) AS n FROM invite WHERE workspace = ?')
    .bind(workspace)
    .first('n');
  expect(left).toBe(0);
});

test('the link stands in its answer alone and in no table; the same id makes no second', async () => {
  const id = newId();
  const make = () => api('PUT', `/invites/${id}`, owner, { role: 'editor', days: 1 });
  const made = await make();
  expect(made.status).toBe(201);
  const { link } = await made.json<{ link: string }>();
  expect(link.startsWith(`${ORIGIN}/invite/`)).toBe(true);
  const again = await make();
  expect([again.status, await again.json()]).toMatchObject([201, { id, link }]);
  const { results } = await db.prepare('SELECT * FROM invite').all();
  expect(JSON.stringify(results)).not.toContain(link.slice(-43));
  expect(JSON.stringify(results)).toContain(await hashSecret(link.slice(-43)));
  // The same id elsewhere is simply new.
  const other = await server.claim();
  const elsewhere = await server.request(`/api/w/${other.workspace}/invites/${id}`, {
    method: 'PUT',
    cookie: other.cookie,
    json: { role: 'viewer', days: 30 },
  });
  expect(elsewhere.status).toBe(201);
  for (const json of [
    { role: 'owner', days: 1 },
    { role: 'editor', days: 2 },
    { role: 'editor', days: 1, workspace: other.workspace },
  ])
    expect((await api('PUT', `/invites/${newId()}`, owner, json)).status).toBe(400);
});

test('an invite that was used, revoked or is over is made no second time by a late retry; another one under its id is refused', async () => {
  const put = async (id: string, json: object = { role: 'editor', days: 1 }) => {
    const answer = await api('PUT', `/invites/${id}`, owner, json);
    return { status: answer.status, ...(await answer.json<{ code?: string; link?: string }>()) };
  };
  const [open, used, revoked, late] = [newId(), newId(), newId(), newId()];
  const at = await Promise.all([open, open, open, used, revoked, late].map((id) => put(id)));
  expect(new Set(at.slice(0, 3).map(({ link }) => link)).size).toBe(1);
  expect(new Set(at.map(({ link }) => link)).size).toBe(4);
  await accept(at[3]?.link?.slice(ORIGIN.length) ?? '');
  expect((await api('DELETE', `/invites/${revoked}`, owner)).status).toBe(204);
  expect((await api('DELETE', `/invites/${revoked}`, owner)).status).toBe(404);
  for (const id of [used, revoked])
    expect(await put(id), id).toMatchObject({ status: 410, code: 'gone' });
  for (const other of [
    { role: 'viewer', days: 1 },
    { role: 'editor', days: 7 },
  ])
    expect(await put(open, other)).toMatchObject({ status: 422, code: 'other-bytes' });
  server.setClock('2026-03-11T08:01:00Z');
  expect(await put(late)).toMatchObject({ status: 410 });
  expect(await roles()).toEqual(['owner', 'editor']);
});

test('inviting and opening invites have their limits', async () => {
  for (let made = 0; made < 30; made += 1) await invite();
  const refused = await act('invites', owner, { role: 'editor', days: '7' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
  const headers = { 'cf-connecting-ip': '203.0.113.9' };
  const guess = `/invite/${'B'.repeat(43)}`;
  for (let tried = 0; tried < 30; tried += 1)
    expect((await server.request(guess, { headers })).status).toBe(404);
  const opened = await server.request(guess, { headers });
  expect([opened.status, opened.headers.get('retry-after')]).toEqual([429, '600']);
  expect((await server.request(guess, { headers, method: 'POST', form: {} })).status).toBe(429);
  expect((await server.request(guess)).status).toBe(404);
});

test('an invite must be accepted on our own page', async () => {
  const link = await invite();
  const answer = await server.request(link, {
    method: 'POST',
    form: { name: 'x' },
    headers: { origin: 'https://evil.example' },
  });
  expect(answer.status).toBe(403);
  expect((await server.request(link)).status).toBe(200);
});

test('who is removed finds nothing with their next request, by browser, by token or by invites they made', async () => {
  const cookie = await join();
  const token = await server.pair(cookie);
  const account = await accountOf(cookie);
  expect((await api('PUT', `/members/${account}`, owner, { role: 'owner' })).status).toBe(200);
  const theirs = await invite('editor', '7', cookie);
  const read = { token };
  expect((await server.request(`/api/w/${workspace}`, read)).status).toBe(200);
  expect((await act(`members/${account}/remove`)).status).toBe(303);
  const gone = await server.request(`/api/w/${workspace}`, read);
  const missing = await server.request('/api/w/no-such-one', read);
  expect([gone.status, await gone.text()]).toEqual([404, await missing.text()]);
  expect((await server.request(`/w/${workspace}/library`, { cookie })).status).toBe(404);
  expect((await server.request(theirs)).status).toBe(404);
  // They are signed in still, and are told why there is nothing.
  expect(await (await server.request('/api/workspaces', read)).json()).toEqual({ workspaces: [] });
  const home = await server.request('/', { cookie });
  expect(home.headers.get('location')).toBe('/workspaces');
  const page = await server.request('/workspaces', { cookie });
  expect(await page.text()).toContain('You belong to no workspace');
  expect((await server.request('/account', { cookie })).status).toBe(200);
});

test('the last owner cannot leave, be removed or become less', async () => {
  const cookie = await join();
  const me = await accountOf(owner);
  expect((await act('leave')).status).toBe(409);
  expect((await api('DELETE', `/members/${me}`, owner)).status).toBe(409);
  expect((await api('PUT', `/members/${me}`, owner, { role: 'viewer' })).status).toBe(409);
  expect(await (await act('leave')).text()).toContain('A workspace needs an owner');
  const account = await accountOf(cookie);
  expect((await act(`members/${account}/hand-over`)).status).toBe(303);
  expect(await roles()).toEqual(['editor', 'owner']);
  // Who handed over may not any more.
  expect((await act(`members/${account}/hand-over`)).status).toBe(403);
  expect((await act('leave')).status).toBe(303);
  expect(await roles(cookie)).toEqual(['owner']);
});

test('of two owners who go, leave or remove each other at once, one stays', async () => {
  for (const both of [
    (one: string, other: string) => [act('leave', one), act('leave', other)],
    (one: string, other: string, first: string, second: string) => [
      api('DELETE', `/members/${second}`, one),
      api('DELETE', `/members/${first}`, other),
    ],
    (one: string, other: string, first: string, second: string) => [
      api('PUT', `/members/${first}`, one, { role: 'viewer' }),
      api('PUT', `/members/${second}`, other, { role: 'viewer' }),
    ],
  ]) {
    ({ cookie: owner, workspace } = await server.claim());
    const other = await join();
    const second = await accountOf(other);
    const first = await accountOf(owner);
    await api('PUT', `/members/${second}`, owner, { role: 'owner' });
    const answers = await Promise.all(both(owner, other, first, second));
    expect(answers.filter(({ ok, status }) => ok || status === 303)).toHaveLength(1);
    const { results } = await db
      .prepare(`SELECT account FROM member WHERE workspace = ? AND role = 'owner'`)
      .bind(workspace)
      .all();
    expect(results).toHaveLength(1);
  }
});

test('what is the owner’s is nobody else’s, and no token’s', async () => {
  const editor = await join('editor');
  const account = await accountOf(editor);
  const token = await server.pair(owner);
  const before = await rowCounts();
  for (const [method, path, json] of [
    ['PUT', `/members/${account}`, { role: 'owner' }],
    ['DELETE', `/members/${account}`, undefined],
    ['POST', `/members/${account}/hand-over`, undefined],
    ['GET', '/invites', undefined],
    ['PUT', `/invites/${newId()}`, { role: 'editor', days: 1 }],
  ] as const) {
    expect((await api(method, path, editor, json)).status, `${method} ${path}`).toBe(403);
    const byToken = { method, token, ...(json && { json }) };
    const answer = await server.request(`/api/w/${workspace}${path}`, byToken);
    expect(answer.status, `${method} ${path} by a token`).toBe(403);
  }
  for (const path of ['invites', `members/${account}/role`, `members/${account}/remove`])
    expect((await act(path, editor, { role: 'owner', days: '1' })).status, path).toBe(403);
  expect((await act('settings/name', editor, { name: 'Mine' })).status).toBe(403);
  expect(await rowCounts()).toEqual(before);
  expect(await roles()).toEqual(['owner', 'editor']);
});

test('a stranger’s id is that of nobody here', async () => {
  const other = await server.claim();
  const stranger = await (
    await server.request(`/api/w/${other.workspace}/members`, { cookie: other.cookie })
  ).json<{ members: Listed[] }>();
  const id = stranger.members[0]?.account ?? '';
  for (const account of [id, newId()]) {
    expect((await api('PUT', `/members/${account}`, owner, { role: 'viewer' })).status).toBe(404);
    expect((await api('DELETE', `/members/${account}`, owner)).status).toBe(404);
    expect((await act(`members/${account}/hand-over`)).status).toBe(404);
    const page = await server.request(`/w/${workspace}/members/${account}`, { cookie: owner });
    expect(page.status).toBe(404);
  }
});

test('a workspace is made with its library, and ten a day are enough', async () => {
  const form = { name: 'Team', language: 'vi', zone: 'Asia/Ho_Chi_Minh' };
  const make = () => server.request('/workspaces', { method: 'POST', cookie: owner, form });
  const made = await make();
  const id = made.headers.get('location')?.split('/')[2] ?? '';
  const told = await server.request(`/api/w/${id}`, { cookie: owner });
  expect(await told.json()).toMatchObject({ name: 'Team', role: 'owner', language: 'vi' });
  for (let turn = 1; turn < 10; turn += 1) expect((await make()).status).toBe(303);
  expect((await make()).status).toBe(429);
  const blank = { ...form, name: ' ' };
  const refused = await server.request('/workspaces', {
    method: 'POST',
    cookie: owner,
    form: blank,
  });
  expect(refused.status).toBe(400);
});
