// The link of whoever runs the server, which signs somebody in again who has lost every way, and ends those.
import { beforeEach, expect, test } from 'vitest';
import { hashSecret } from '../../worker/domain/ids.ts';
import { makeAuthenticator } from './authenticator.ts';
import { noteSecret } from './secrets.ts';
import { db, ORIGIN, rowCounts, type Server, startServer } from './server.ts';

const ours = { origin: ORIGIN };

let server: Server;
let cookie: string;
let account: string;
let token: string;

const accountOf = async (as: string): Promise<string> =>
  (await server.request('/', { cookie: as })).headers.get('dateline-reader') ?? '';

/** Files a link as the command does. */
const fileLink = async (owner: string, at = '2026-03-10T08:00:00.000Z'): Promise<string> => {
  const made = crypto
    .getRandomValues(new Uint8Array(32))
    .toBase64({ alphabet: 'base64url', omitPadding: true });
  noteSecret(made);
  await db
    .prepare('INSERT INTO claim (hash, created_at, owner) VALUES (?, ?, ?)')
    .bind(await hashSecret(made), at, owner)
    .run();
  return made;
};

const use = (as = '', link = token): Promise<Response> =>
  server.request('/claim/again', { method: 'POST', cookie: as, form: { token: link } });

const cookieOf = (answer: Response): string =>
  answer.headers.get('set-cookie')?.split(';')[0] ?? '';

const post = (path: string, as: string, json?: unknown): Promise<Response> =>
  server.request(path, { method: 'POST', cookie: as, headers: ours, json });

const page = async (path: string, as: string): Promise<string> =>
  (await server.request(path, { cookie: as })).text();

beforeEach(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
  const { cookie: owner, workspace } = await server.claim();
  expect(owner).not.toBe('');
  // Somebody who owns nothing of this installation but a place in a team.
  cookie = await server.admit(workspace, 'editor');
  account = await accountOf(cookie);
  token = await fileLink(account);
});

test('it lets a person in whose session cannot make a passkey, and ends whatever let them in before', async () => {
  const lost = await makeAuthenticator(ORIGIN);
  const asked = await post('/account/passkeys/challenge', cookie, {});
  const made = await post('/account/passkeys', cookie, {
    response: await lost.make(await asked.json()),
  });
  expect(made.status).toBe(201);
  const codes = await (await post('/account/recovery-codes', cookie)).text();
  const code = /<li>([A-Z-]{19})<\/li>/.exec(codes)?.[1] ?? '';
  server.setClock('2026-03-10T09:00:00Z');
  // The lost passkey is asked for, and the page says whom to ask.
  expect((await post('/account/passkeys/challenge', cookie, {})).status).toBe(403);
  expect(await page('/account', cookie)).toContain(`npm run claim -- --account ${account}`);

  const answer = await use(cookie);
  expect(answer.headers.get('location')).toBe('/account?told=anew');
  const anew = cookieOf(answer);
  expect((await server.request('/account', { cookie })).status).toBe(401);
  const challenge = await server.request('/sign-in/challenge', {
    method: 'POST',
    headers: ours,
    json: {},
  });
  const response = await lost.use(await challenge.json());
  expect((await post('/sign-in', '', { response })).status).toBe(422);
  const recovered = await server.request('/recover', { method: 'POST', form: { code } });
  expect(recovered.status).toBe(422);
  expect(await accountOf(anew)).toBe(account);
  expect(await page('/account?told=anew', anew)).toContain('You are signed in anew');
  expect((await post('/account/passkeys/challenge', anew, {})).status).toBe(200);
});

test('a pairing that was approved before it makes no token any more', async () => {
  const started = await server.request('/api/pairings', { method: 'POST', json: { name: 'Lost' } });
  const { device_code, user_code: code } = await started.json<Record<string, string>>();
  noteSecret(device_code ?? '');
  const send = (path: string, form: Record<string, string>): Promise<Response> =>
    server.request(path, { method: 'POST', cookie, form });
  const pairing = { code: code ?? '' };
  expect((await send('/pair', pairing)).status).toBe(200);
  const answer = { ...pairing, answer: 'approved', scopes: 'clip:read clip:write' };
  expect((await send('/pair/answer', answer)).status).toBe(200);
  expect((await use()).status).toBe(303);
  const json = { device_code };
  const polled = await server.request('/api/pairings/token', { method: 'POST', json });
  expect(await polled.json()).toMatchObject({ code: 'expired-token' });
});

test('used by two at once, or again, it lets one in', async () => {
  const both = await Promise.all([use(), use(), use()]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  const won = cookieOf(both.find(({ status }) => status === 303) ?? new Response());
  expect((await use()).status).toBe(410);
  // Who comes too late ends nothing.
  expect((await server.request('/account', { cookie: won })).status).toBe(200);
});

test('one that is over, used, made up or voided changes nothing', async () => {
  const old = await fileLink(account, '2026-03-09T08:00:00.000Z');
  await db
    .prepare('DELETE FROM claim WHERE hash = ?')
    .bind(await hashSecret(token))
    .run();
  const before = await rowCounts();
  for (const link of [old, token, 'c'.repeat(43)]) {
    const answer = await use('', link);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([410, null]);
  }
  expect({ ...(await rowCounts()), rate: 0 }).toEqual({ ...before, rate: 0 });
  expect((await server.request('/account', { cookie })).status).toBe(200);
});

test('in the browser of somebody else it signs nobody in, and is still good', async () => {
  const other = await server.claim();
  const shown = await server.request(`/claim/${token}`, { cookie: other.cookie });
  expect(shown.status).toBe(409);
  expect(await shown.text()).toContain('This link is for another account');
  const answer = await use(other.cookie);
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([409, null]);
  expect(await accountOf(other.cookie)).not.toBe(account);
  expect((await server.request('/account', { cookie })).status).toBe(200);
  expect((await use()).status).toBe(303);
});

test('it has to be pressed on our own page, and opening it does nothing', async () => {
  await server.request('/account/name', { method: 'POST', cookie, form: { name: 'Linh' } });
  const opened = await server.request(`/claim/${token}`);
  expect(opened.headers.get('cache-control')).toBe('no-store');
  expect(await opened.text()).toContain('<b dir="auto">Linh</b>');
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: ORIGIN, 'sec-fetch-site': 'same-site' },
  ]) {
    const form = { token };
    const answer = await server.request('/claim/again', { method: 'POST', form, headers });
    expect(answer.status).toBe(403);
  }
  expect((await use()).status).toBe(303);
});

test('the account is told that there is one, that it was used, and not for ever', async () => {
  const other = await server.claim();
  expect(await page('/account', cookie)).toContain('made a link on 10 Mar 2026');
  expect(await page('/account', other.cookie)).not.toContain('made a link on');
  const anew = cookieOf(await use());
  expect(await page('/account', anew)).toContain('On 10 Mar 2026 a link of whoever runs');
  // Another one that nobody used hides it no longer than it can be used.
  await fileLink(account, '2026-03-11T08:00:00.000Z');
  server.setClock('2026-03-11T09:00:00Z');
  expect(await page('/account', anew)).toContain('made a link on 11 Mar 2026');
  server.setClock('2026-03-13T08:00:00Z');
  expect(await page('/account', anew)).toContain('On 10 Mar 2026 a link of whoever runs');
  server.setClock('2026-04-10T08:00:00Z');
  expect(await page('/account', anew)).not.toContain('a link of whoever runs');
});

test('the account ends one that it did not ask for, and no other one', async () => {
  const other = await server.claim();
  const theirs = await fileLink(await accountOf(other.cookie));
  const shown = await page('/account', cookie);
  expect(shown).toContain('until 15:00 on 11 Mar 2026');
  expect(shown).toContain('action="/account/link/end"');
  const end = () => post('/account/link/end', cookie);
  const [ended, again] = [await end(), await end()];
  expect([ended.status, ended.headers.get('location')]).toEqual([303, '/account?told=link-ended']);
  expect(again.status).toBe(303);
  expect(await page('/account?told=link-ended', cookie)).toContain('signs nobody in any more');
  expect((await use()).status).toBe(410);
  expect((await server.request('/account', { cookie })).status).toBe(200);
  expect((await use('', theirs)).status).toBe(303);
  // That one was used is told as before.
  await post('/account/link/end', cookieOf(await use('', await fileLink(account))));
});

test('signing in gives a secret of its own, whatever cookie somebody has planted', async () => {
  const planted = `__Host-dateline=${'A'.repeat(43)}.${'B'.repeat(91)}`;
  const answer = await use(planted);
  expect(answer.status).toBe(303);
  expect(cookieOf(answer)).not.toContain('A'.repeat(43));
  expect((await server.request('/account', { cookie: planted })).status).toBe(401);
  // Nor is the name that loopback has heard where the server has https.
  const bare = cookieOf(answer).replace('__Host-', '');
  expect((await server.request('/account', { cookie: bare })).status).toBe(401);
});
