// How an extension gets a token of its own, and what becomes of it.
import { beforeAll, expect, test, vi } from 'vitest';
import { failingAt, PASSING, placesIn } from './failing-database.ts';
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

const enter = (cookie: string, code: string): Promise<Response> =>
  server.request('/pair', { method: 'POST', cookie, form: { code } });

const answer = (
  cookie: string,
  code: string,
  said: 'approved' | 'denied' = 'approved',
): Promise<Response> => {
  const form = { code, answer: said, scopes: 'clip:read clip:write' };
  return server.request('/pair/answer', { method: 'POST', cookie, form });
};

test('an extension waits, is approved, and gets one token, until it uses it', async () => {
  const { cookie, workspace } = await server.claim({ name: 'Mine' });
  const { device_code, user_code, verification_uri_complete } = await startPairing();
  expect(verification_uri_complete).toBe(`${ORIGIN}/pair?code=${user_code}`);
  expect(await poll(device_code)).toMatchObject({ status: 400, code: 'authorization-pending' });
  const typed = user_code.toLowerCase().replace('-', ' ');
  const page = await (await enter(cookie, typed)).text();
  expect(page).toContain('Laptop');
  expect(page).toContain(user_code);
  expect((await answer(cookie, user_code)).status).toBe(200);
  const polls = await Promise.all([poll(device_code), poll(device_code), poll(device_code)]);
  const [paired] = polls;
  // Whose answer was lost asks again.
  expect(polls.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(polls.map(({ access_token }) => access_token)).size).toBe(1);
  expect(paired?.workspaces).toEqual([
    { id: workspace, name: 'Mine', role: 'owner', zone: 'Asia/Ho_Chi_Minh', language: 'en' },
  ]);
  const told = await server.request(`/api/w/${workspace}`, { token: paired?.access_token ?? '' });
  expect(told.status).toBe(200);
  expect(await poll(device_code)).toMatchObject({ status: 400, code: 'expired-token' });
});

test('a database that fails while a token is fetched loses none, and makes no second', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { cookie } = await server.claim();
  const approved = async (): Promise<string> => {
    const { device_code, user_code } = await startPairing();
    await enter(cookie, user_code);
    await answer(cookie, user_code);
    return device_code;
  };
  const fetch = (device_code: string, database: D1Database): Promise<Response> =>
    server.request('/api/pairings/token', { method: 'POST', json: { device_code }, database });
  const first = await approved();
  const places = await placesIn((database) => fetch(first, database));
  expect(places.length).toBeGreaterThan(6);
  for (const place of places) {
    const code = await approved();
    const failed = await fetch(code, failingAt(place, PASSING[0]));
    // Libraries are asked for twice.
    expect(failed.status, JSON.stringify(place)).toBeOneOf([200, 503]);
    const { status, access_token: token = '' } = await poll(code);
    expect(status, JSON.stringify(place)).toBe(200);
    expect((await server.request('/api/token', { token })).status).toBe(200);
  }
  const listed = await (await server.request('/account', { cookie })).text();
  expect(listed.match(/\/revoke"/g)).toHaveLength(places.length + 1);
});

test('a token that was revoked before it was used is not handed out again', async () => {
  const { cookie } = await server.claim();
  const { device_code, user_code } = await startPairing();
  await enter(cookie, user_code);
  await answer(cookie, user_code);
  expect(await poll(device_code)).toMatchObject({ status: 200 });
  const listed = await (await server.request('/account', { cookie })).text();
  const action = /action="(\/account\/tokens\/[^"]+\/revoke)"/.exec(listed)?.[1] ?? '';
  expect((await server.request(action, { method: 'POST', cookie })).status).toBe(303);
  expect(await poll(device_code)).toMatchObject({ status: 400, code: 'expired-token' });
});

test('the name of an extension turns nothing around in what a person is asked', async () => {
  const { cookie } = await server.claim();
  const start = (name: string) =>
    server.request('/api/pairings', { method: 'POST', json: { name } });
  const { user_code } = await (await start('Lap\u202Epot\u2069')).json<{ user_code: string }>();
  expect(await (await enter(cookie, user_code)).text()).toContain('“Lappot”');
  expect((await start('\u202E')).status).toBe(400);
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
  const page = await (await enter(cookie, user_code)).text();
  expect(page).toContain('<li><b dir="auto">Mine &lt;b></b></li>');
  expect(page).toContain('<li><b dir="auto">Team</b>: you only read there, and so does it</li>');
  expect(page).not.toContain('Foreign');
});

test('a refused, an expired and an unknown pairing each say so', async () => {
  const { cookie } = await server.claim();
  const refused = await startPairing();
  await enter(cookie, refused.user_code);
  await answer(cookie, refused.user_code, 'denied');
  expect(await poll(refused.device_code)).toMatchObject({ status: 400, code: 'access-denied' });

  const late = await startPairing();
  server.setClock('2026-03-10T08:10:01Z');
  expect(await poll(late.device_code)).toMatchObject({ status: 400, code: 'expired-token' });
  expect((await enter(cookie, late.user_code)).status).toBe(404);
  server.setClock('2026-03-10T08:00:00Z');
  expect(await poll('x'.repeat(43))).toMatchObject({ status: 400, code: 'expired-token' });
});

/** Signs the person of a session in once more, elsewhere. */
const signInAgain = async (cookie: string): Promise<string> => {
  const made = await server.request('/account/recovery-codes', { method: 'POST', cookie });
  const code = /[A-Z]{4}(?:-[A-Z]{4}){3}/.exec(await made.text())?.[0] ?? '';
  const signedIn = await server.request('/recover', { method: 'POST', form: { code } });
  return signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
};

test('only the session that entered a code first may answer it, not another one of the same account', async () => {
  const [first, second] = [await server.claim(), await server.claim()];
  const elsewhere = await signInAgain(first.cookie);
  expect((await server.request('/account', { cookie: elsewhere })).status).toBe(200);
  const { device_code, user_code } = await startPairing();
  expect((await answer(first.cookie, user_code)).status).toBe(404);
  expect((await enter(first.cookie, user_code)).status).toBe(200);
  for (const other of [second.cookie, elsewhere]) {
    expect((await enter(other, user_code)).status).toBe(404);
    expect((await answer(other, user_code)).status).toBe(404);
  }
  expect(await poll(device_code)).toMatchObject({ code: 'authorization-pending' });
  expect((await answer(first.cookie, user_code)).status).toBe(200);
  expect((await answer(first.cookie, user_code)).status).toBe(404);
  expect(await poll(device_code)).toMatchObject({ status: 200 });
});

const stored = async () => ({
  pairings: (await db.prepare('SELECT * FROM pairing').all()).results,
  rates: (await db.prepare('SELECT * FROM rate').all()).results,
});

test('a link to a code only fills the field in: nothing is taken or counted until the person says so', async () => {
  const [first, second] = [await server.claim(), await server.claim()];
  const { user_code } = await startPairing();
  const before = await stored();
  for (let opened = 0; opened < 12; opened += 1) {
    const asked = await server.request(`/pair?code=${user_code}`, first);
    expect(asked.status).toBe(200);
    const page = await asked.text();
    expect(page).toContain('Is this the code that your extension shows?');
    expect(page).toContain(`value="${user_code}"`);
    expect(page).not.toContain('Laptop');
    expect((await server.request('/pair?code=BBBB-BBBB', first)).status).toBe(200);
  }
  expect(await stored()).toEqual(before);
  const from = { ...first, method: 'POST', form: { code: user_code } };
  for (const headers of [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])
    expect((await server.request('/pair', { ...from, headers })).status).toBe(403);
  expect(await stored()).toEqual(before);
  expect((await enter(second.cookie, user_code)).status).toBe(200);
});

test('right codes are not counted, and wrong ones that come together do not pass together', async () => {
  const { cookie } = await server.claim();
  for (let paired = 0; paired < 12; paired += 1)
    expect((await enter(cookie, (await startPairing()).user_code)).status).toBe(200);
  const { user_code } = await startPairing();
  const wrong = Array.from({ length: 20 }, () => enter(cookie, 'BBBB-BBBB'));
  const together = await Promise.all([...wrong, enter(cookie, user_code)]);
  expect(together.filter(({ status }) => status === 404)).toHaveLength(10);
  expect(together.filter(({ status }) => status === 429)).toHaveLength(11);
  const refused = await enter(cookie, user_code);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600']);
});

test('an extension that asks after its token without end is told to wait', async () => {
  const headers = { 'cf-connecting-ip': '203.0.113.9' };
  const { device_code } = await startPairing();
  const asked = { method: 'POST', json: { device_code }, headers };
  const first = await server.request('/api/pairings/token', asked);
  expect(first.status).toBe(400);
  await db
    .prepare('UPDATE rate SET count = 1200 WHERE count = 1 AND ends_at > ?')
    .bind('2026')
    .run();
  const refused = await server.request('/api/pairings/token', asked);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600']);
  expect((await poll(device_code)).status).toBe(400);
});

test('a token opens the API alone, not the pages on which tokens are given and taken', async () => {
  const { token } = await server.install();
  for (const path of ['/pair', '/account'])
    expect((await server.request(path, { token })).status).toBe(401);
  const form = { name: 'More', scopes: 'clip:read clip:write' };
  expect((await server.request('/account/tokens', { method: 'POST', token, form })).status).toBe(
    401,
  );
});
