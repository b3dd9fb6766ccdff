// How an extension gets a token of its own, and what becomes of it.
import { beforeAll, expect, test } from 'vitest';
import { db, ORIGIN, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const startPairing = async () => {
  const answer = await server.request('/api/pairings', {
    method: 'POST',
    json: { name: 'Laptop' },
  });
  expect(answer.status).toBe(201);
  return answer.json<{
    device_code: string;
    user_code: string;
    verification_uri_complete: string;
  }>();
};

const poll = async (device_code: string) => {
  const answer = await server.request('/api/pairings/token', {
    method: 'POST',
    json: { device_code },
  });
  const body = await answer.json<{
    code?: string;
    access_token?: string;
    workspaces?: unknown[];
  }>();
  return { status: answer.status, ...body };
};

test('an extension waits, is approved, and gets its token exactly once', async () => {
  const { cookie, workspace } = await server.claim({ name: 'Mine' });
  const { device_code, user_code, verification_uri_complete } = await startPairing();
  expect(verification_uri_complete).toBe(`${ORIGIN}/pair?code=${user_code}`);
  expect(await poll(device_code)).toMatchObject({ status: 400, code: 'authorization-pending' });
  const typed = user_code.toLowerCase().replace('-', ' ');
  const asked = await server.request(`/pair?code=${encodeURIComponent(typed)}`, { cookie });
  const page = await asked.text();
  expect(page).toContain('Laptop');
  expect(page).toContain(user_code);
  const form = { code: user_code, answer: 'approved' };
  expect((await server.request('/pair', { method: 'POST', cookie, form })).status).toBe(200);
  const polls = await Promise.all([poll(device_code), poll(device_code), poll(device_code)]);
  const paired = polls.find(({ status }) => status === 200);
  expect(polls.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(paired?.workspaces).toEqual([
    { id: workspace, name: 'Mine', role: 'owner', zone: 'Asia/Ho_Chi_Minh', language: 'en' },
  ]);
  expect(await poll(device_code)).toMatchObject({ status: 400, code: 'expired-token' });
  const told = await server.request(`/api/w/${workspace}`, { token: paired?.access_token ?? '' });
  expect(told.status).toBe(200);
});

test('who is asked sees what the extension may do in which workspaces', async () => {
  const { cookie, workspace } = await server.claim({ name: 'Mine <b>' });
  const { workspace: team } = await server.claim({ name: 'Team' });
  await db
    .prepare(
      `INSERT INTO member (account, workspace, role, joined_at)
       SELECT account, ?, 'viewer', joined_at FROM member WHERE workspace = ?`,
    )
    .bind(team, workspace)
    .run();
  await server.claim({ name: 'Foreign' });
  const { user_code } = await startPairing();
  const page = await (await server.request(`/pair?code=${user_code}`, { cookie })).text();
  expect(page).toContain('<li><b>Mine &lt;b></b>: read, keep, change and delete clips</li>');
  expect(page).toContain('<li><b>Team</b>: read clips</li>');
  expect(page).not.toContain('Foreign');
});

test('a refused, an expired and an unknown pairing each say so', async () => {
  const { cookie } = await server.claim();
  const refused = await startPairing();
  await server.request(`/pair?code=${refused.user_code}`, { cookie });
  const form = { code: refused.user_code, answer: 'denied' };
  await server.request('/pair', { method: 'POST', cookie, form });
  expect(await poll(refused.device_code)).toMatchObject({ status: 400, code: 'access-denied' });

  const late = await startPairing();
  server.setClock('2026-03-10T08:10:01Z');
  expect(await poll(late.device_code)).toMatchObject({ status: 400, code: 'expired-token' });
  expect((await server.request(`/pair?code=${late.user_code}`, { cookie })).status).toBe(404);
  server.setClock('2026-03-10T08:00:00Z');
  expect(await poll('x'.repeat(43))).toMatchObject({ status: 400, code: 'expired-token' });
});

test('only the account that entered a code first may answer it', async () => {
  const [first, second] = [await server.claim(), await server.claim()];
  const { device_code, user_code } = await startPairing();
  expect((await server.request(`/pair?code=${user_code}`, first)).status).toBe(200);
  expect((await server.request(`/pair?code=${user_code}`, second)).status).toBe(404);
  const form = { code: user_code, answer: 'approved' };
  const taken = await server.request('/pair', { method: 'POST', cookie: second.cookie, form });
  expect(taken.status).toBe(404);
  expect(await poll(device_code)).toMatchObject({ code: 'authorization-pending' });
});

test('a revoked token is refused from the next request on', async () => {
  const { cookie, workspace, token } = await server.install();
  const { cookie: stranger, workspace: elsewhere } = await server.claim();
  const settings = await server.request(`/w/${workspace}/settings`, { cookie });
  const action = /action="(\/w\/[^"]+\/revoke)"/.exec(await settings.text())?.[1] ?? '';
  const foreign = action.replace(workspace, elsewhere);
  expect((await server.request(foreign, { method: 'POST', cookie: stranger })).status).toBe(404);
  expect((await server.request(`/api/w/${workspace}`, { token })).status).toBe(200);
  expect((await server.request(action, { method: 'POST', cookie })).status).toBe(303);
  expect((await server.request(`/api/w/${workspace}`, { token })).status).toBe(401);
  const after = await server.request(`/w/${workspace}/settings`, { cookie });
  expect(await after.text()).not.toContain('/revoke');
});

test('a token opens the API alone, not the pages on which tokens are given and taken', async () => {
  const { workspace, token } = await server.install();
  expect((await server.request('/pair', { token })).status).toBe(401);
  expect((await server.request(`/w/${workspace}/settings`, { token })).status).toBe(401);
});
