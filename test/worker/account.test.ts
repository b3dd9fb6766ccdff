// One's account: recovery codes, sessions, and the owner's way back in.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { hashSecret } from '../../worker/domain/ids.ts';
import { db, ORIGIN, type Server, startServer } from './server.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

let server: Server;
let cookie: string;
let workspace: string;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
beforeEach(async () => {
  server.setClock('2026-03-10T08:00:00Z');
  await db.prepare('DELETE FROM rate').run();
  ({ cookie, workspace } = await server.claim());
});

const cookieOf = (answer: Response): string =>
  answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const account = async (as = cookie): Promise<string> =>
  (await server.request('/account', { cookie: as })).text();
const makeCodes = async (as = cookie): Promise<string[]> => {
  const page = await server.request('/account/recovery-codes', { method: 'POST', cookie: as });
  expect(page.headers.get('cache-control')).toBe('no-store');
  return Array.from(
    (await page.text()).matchAll(/<li>([A-Z]{4}(?:-[A-Z]{4}){3})<\/li>/g),
    ([, code = '']) => code,
  );
};
const recover = (code: string, next = '/', headers = {}): Promise<Response> =>
  server.request('/recover', {
    method: 'POST',
    form: { code, next },
    headers: { 'user-agent': CHROME, ...headers },
  });

test('each of ten recovery codes signs in once, however it is typed, and new ones make them void', async () => {
  const codes = await makeCodes();
  expect(new Set(codes).size).toBe(10);
  expect(await account()).toContain('10 are left.');
  const [first = '', second = '', third = ''] = codes;
  const answer = await recover(first.toLowerCase().replaceAll('-', ' '), `/w/${workspace}/library`);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`/w/${workspace}/library`);
  expect(await account(cookieOf(answer))).toContain('9 are left.');
  expect((await recover(first)).status).toBe(422);
  const both = await Promise.all([recover(second), recover(second)]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
  await makeCodes();
  const wrong = await recover(third);
  expect(wrong.status).toBe(422);
  expect(wrong.headers.get('set-cookie')).toBeNull();
  expect(await wrong.text()).toContain('No account has this code.');
});

test('the account stands among the settings', async () => {
  const marked = new RegExp(`href="/w/${workspace}/settings" aria-current="page"`);
  expect(await account()).toMatch(marked);
});

test('no code stands in the database', async () => {
  const [code = ''] = await makeCodes();
  const { results } = await db.prepare('SELECT * FROM recovery_code').all();
  expect(JSON.stringify(results)).not.toContain(code);
  expect(JSON.stringify(results)).toContain(await hashSecret(code));
});

test('after ten codes in an hour a network waits, with a right one too', async () => {
  const [code = ''] = await makeCodes();
  const from = { 'cf-connecting-ip': '203.0.113.7' };
  for (let tried = 0; tried < 10; tried += 1)
    expect((await recover('BBBB-BBBB-BBBB-BBBB', '/', from)).status).toBe(422);
  const refused = await recover(code, '/', from);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('3600');
  expect(await refused.text()).toContain('That was tried too often');
  expect((await recover(code, '/', { 'cf-connecting-ip': '203.0.113.8' })).status).toBe(303);
});

const forgets = (answer: Response): string | null => answer.headers.get('clear-site-data');

test('a browser whose session has ended goes back to no page that it has', async () => {
  const second = cookieOf(await recover((await makeCodes())[0] ?? ''));
  const shown = await server.request('/account', { cookie: second });
  expect(shown.headers.get('cache-control')).toBe('no-store');
  const out = await server.request('/account/sign-out', { method: 'POST', cookie: second });
  expect([out.status, forgets(out)]).toEqual([303, '"cache"']);
  // As it was ended from another device, with the next request.
  const next = await server.request(`/w/${workspace}/library`, { cookie: second });
  expect([next.status, forgets(next)]).toEqual([401, '"cache"']);
  // Who was not signed in has nothing to forget.
  expect(forgets(await server.request(`/w/${workspace}/library`))).toBeNull();
  expect(forgets(await server.request('/account', { cookie }))).toBeNull();
});

test('nothing was used last before the day on which it began where the person is', async () => {
  // The eleventh in the library’s zone, and the tenth by the world’s clock.
  server.setClock('2026-03-10T20:00:00Z');
  const [code = ''] = await makeCodes();
  const second = cookieOf(await recover(code));
  const token = await server.pair(second);
  await server.request('/api/token', { token });
  const page = (await account()).replace(/<[^>]+>/g, ' ').replace(/ +/g, ' ');
  for (const begun of ['since', 'let in on'])
    expect(page).toContain(`${begun} 11 Mar 2026 last used on 11 Mar 2026`);
  // The one by which the page is read is in use on this day of the person’s.
  server.setClock('2026-03-14T20:00:00Z');
  expect(await account(second)).toContain('last used on 15 Mar 2026');
});

test('sessions are listed with their device and day, and one that is ended is out at once', async () => {
  const [code = '', other = ''] = await makeCodes();
  const second = cookieOf(await recover(code));
  server.setClock('2026-03-12T08:00:00Z');
  expect((await server.request(`/w/${workspace}/library`, { cookie: second })).status).toBe(200);
  const page = await account();
  expect(page).toContain('<b>Chrome, Windows</b>');
  expect(page).toContain('last used on 12 Mar 2026');
  const [, id = ''] = /\/account\/sessions\/([^/]+)\/end"/.exec(page) ?? [];
  const end = (as: string): Promise<Response> =>
    server.request(`/account/sessions/${id}/end`, { method: 'POST', cookie: as });
  const stranger = await server.claim();
  expect((await end(stranger.cookie)).status).toBe(404);
  expect((await end(cookie)).status).toBe(303);
  expect((await server.request(`/w/${workspace}/library`, { cookie: second })).status).toBe(401);
  const third = cookieOf(await recover(other));
  await server.request('/account/sessions/end-others', { method: 'POST', cookie });
  expect((await server.request('/account', { cookie: third })).status).toBe(401);
  expect((await server.request('/account', { cookie })).status).toBe(200);
});

test('signing out ends the session and forgets the cookie', async () => {
  const answer = await server.request('/account/sign-out', { method: 'POST', cookie });
  expect(answer.headers.get('location')).toBe('/');
  expect(answer.headers.get('set-cookie')).toMatch(/^__Host-dateline=; .*Max-Age=0.*Secure/);
  expect((await server.request('/account', { cookie })).status).toBe(401);
});

test('who is not signed in is led back to the page that was asked for', async () => {
  const answer = await server.request(`/w/${workspace}/day/2026-03-10?page=2`);
  expect(answer.status).toBe(401);
  const next = encodeURIComponent(`/w/${workspace}/day/2026-03-10?page=2`);
  expect(await answer.text()).toContain(`href="/sign-in?next=${next}"`);
});

test('the owner’s new link signs in once, as the same owner, and founds nothing', async () => {
  const token = 'A'.repeat(43);
  await db
    .prepare(
      `INSERT INTO claim (hash, created_at, owner)
       SELECT ?, '2026-03-10T08:00:00.000Z', account FROM member WHERE workspace = ?`,
    )
    .bind(await hashSecret(token), workspace)
    .run();
  const page = await (await server.request(`/claim/${token}`)).text();
  expect(page).toContain('action="/claim/again"');
  // It is no link to found a library by.
  const founding = { token, name: 'New', zone: 'UTC', language: 'en' };
  const founded = await server.request('/claim', { method: 'POST', form: founding });
  expect(founded.status).toBe(410);
  const use = (): Promise<Response> =>
    server.request('/claim/again', { method: 'POST', form: { token } });
  const both = await Promise.all([use(), use()]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  const back = cookieOf(both.find(({ status }) => status === 303) ?? new Response());
  const home = await server.request('/', { cookie: back });
  expect(home.headers.get('location')).toContain(`/w/${workspace}/`);
  expect((await server.request(`/claim/${token}`)).status).toBe(410);
});

test('the owner’s link is good for a day', async () => {
  const token = 'B'.repeat(43);
  await db
    .prepare(
      `INSERT INTO claim (hash, created_at, owner)
       SELECT ?, '2026-03-09T08:00:00.000Z', account FROM member WHERE workspace = ?`,
    )
    .bind(await hashSecret(token), workspace)
    .run();
  expect((await server.request(`/claim/${token}`)).status).toBe(410);
  const late = await server.request('/claim/again', { method: 'POST', form: { token } });
  expect(late.status).toBe(410);
  expect(late.headers.get('set-cookie')).toBeNull();
});

const enter = (as: string, code: string): Promise<Response> =>
  server.request('/pair', { method: 'POST', cookie: as, form: { code } });

test('codes that are entered together are counted as those after one another', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => enter(cookie, 'BBBB-BBBB')));
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
});

const rates = async (): Promise<unknown> => (await db.prepare('SELECT * FROM rate').all()).results;

test('what is refused for being too much writes nothing', async () => {
  const from = { 'cf-connecting-ip': '203.0.113.7' };
  for (let tried = 0; tried < 11; tried += 1) await recover('BBBB-BBBB-BBBB-BBBB', '/', from);
  const before = await rates();
  expect((await recover('BBBB-BBBB-BBBB-BBBB', '/', from)).status).toBe(429);
  expect(await rates()).toEqual(before);
});

test('which network tried cannot be told from the database by going through all of them', async () => {
  await recover('BBBB-BBBB-BBBB-BBBB', '/', { 'cf-connecting-ip': '203.0.113.7' });
  const { results } = await db.prepare('SELECT key FROM rate').all<{ key: string }>();
  expect(results.length).toBeGreaterThan(0);
  expect(results.map(({ key }) => key)).not.toContain(await hashSecret('recovery 203.0.113.7'));
});

test('a pairing code may be mistyped ten times', async () => {
  for (let tried = 0; tried < 10; tried += 1)
    expect((await enter(cookie, 'BBBB-BBBB')).status).toBe(404);
  const refused = await enter(cookie, 'BBBB-BBBB');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('600');
  expect((await enter((await server.claim()).cookie, 'BBBB-BBBB')).status).toBe(404);
});

test('only a path of our own is followed after signing in', async () => {
  const codes = await makeCodes();
  const answer = await recover(codes[0] ?? '', '//evil.example/x');
  expect(answer.headers.get('location')).toBe('/');
  const page = await server.request(`/sign-in?next=${encodeURIComponent('https://evil.example')}`);
  expect(await page.text()).toContain('data-next="/"');
  expect(ORIGIN).toBe('https://news.example');
});

test('who has no other way in makes one however long ago they signed in', async () => {
  server.setClock('2026-05-10T08:00:00Z');
  expect(await account()).toContain('action="/account/recovery-codes"');
  expect(await makeCodes()).toHaveLength(10);
  server.setClock('2026-05-10T08:20:00Z');
  const again = await server.request('/account/recovery-codes', { method: 'POST', cookie });
  expect(again.status).toBe(403);
});

test('signing in ends the session that the browser had, whosesoever it was, and no other', async () => {
  const [code = ''] = await makeCodes();
  const other = await server.claim();
  const answer = await server.request('/recover', {
    method: 'POST',
    form: { code, next: '/' },
    cookie: other.cookie,
  });
  expect(answer.status).toBe(303);
  expect((await server.request('/account', { cookie: other.cookie })).status).toBe(401);
  expect((await server.request('/account', { cookie })).status).toBe(200);
  expect((await server.request('/account', { cookie: cookieOf(answer) })).status).toBe(200);
});

test('in fifty browsers an account is signed in at most: the session that began first ends', async () => {
  const [code = '', next = ''] = await makeCodes();
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 48)
       INSERT INTO session (hash, account, id, device, created_at, expires_at)
       SELECT 'other-' || i || hash, account, 'other-' || i || id, '', '2026-03-10T08:00:01.000Z', expires_at
       FROM n, session WHERE hash = ?`,
    )
    .bind(await hashSecret(/=([^.]*)/.exec(cookie)?.[1] ?? ''))
    .run();
  server.setClock('2026-03-10T08:00:02Z');
  await recover(code);
  expect((await server.request('/account', { cookie })).status).toBe(200);
  const newest = cookieOf(await recover(next));
  expect((await server.request('/account', { cookie })).status).toBe(401);
  expect((await account(newest)).match(/\/end"/g)).toHaveLength(49);
});
