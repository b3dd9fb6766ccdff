// Who becomes the owner of an empty installation.
import { beforeAll, expect, test } from 'vitest';
import { ORIGIN, rowCounts, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

test('whoever presses the claim button owns the workspace, once, even pressed twice at once', async () => {
  const token = await server.fileClaim();
  expect((await server.request(`/claim/${token}`)).status).toBe(200);
  const before = await rowCounts();
  const press = () =>
    server.request('/claim', {
      method: 'POST',
      form: { token, name: 'Tin tức', zone: 'Asia/Ho_Chi_Minh', language: 'vi' },
    });
  const answers = await Promise.all([press(), press(), press()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  const after = await rowCounts();
  for (const table of ['account', 'workspace', 'member', 'session', 'library'])
    expect(after[table], table).toBe((before[table] ?? 0) + 1);
  const won = answers.find(({ status }) => status === 303);
  expect(won?.headers.get('location')).toBe('/');
  expect(won?.headers.get('set-cookie')).toMatch(
    /^__Host-dateline=[\w-]{43}\.[\w-]{91}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect((await server.request(`/claim/${token}`)).status).toBe(410);
  expect((await server.request('/claim/never-was-one')).status).toBe(410);
});

test('a claim must be pressed on our own page', async () => {
  const token = await server.fileClaim();
  const form = { token, name: 'x', zone: 'UTC', language: 'en' };
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
  ]) {
    const answer = await server.request('/claim', { method: 'POST', form, headers });
    expect(answer.status).toBe(403);
  }
  expect((await server.request(`/claim/${token}`)).status).toBe(200);
});

test('a claim without a name gets one, and one with a made-up zone is refused', async () => {
  const token = await server.fileClaim();
  const form = { token, name: '  ', zone: 'Mars/Olympus', language: 'vi' };
  expect((await server.request('/claim', { method: 'POST', form })).status).toBe(400);
  const claimed = await server.request('/claim', {
    method: 'POST',
    form: { ...form, zone: 'UTC' },
  });
  expect(claimed.status).toBe(303);
  const cookie = claimed.headers.get('set-cookie')?.split(';')[0] ?? '';
  const home = await server.request('/', { cookie });
  const workspace = home.headers.get('location')?.split('/')[2];
  const told = await server.request(`/api/w/${workspace}`, { cookie });
  expect(await told.json()).toMatchObject({ name: 'Tin tức', role: 'owner', zone: 'UTC' });
});
