// Passkeys: made by who is signed in, used to sign in, each challenge answered once.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Authenticator, makeAuthenticator } from './authenticator.ts';
import { db, ORIGIN, rowCounts, type Server, startServer } from './server.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

let device: Authenticator;
let cookie: string;
let workspace: string;
beforeEach(async () => {
  server.setClock('2026-03-10T08:00:00Z');
  await db.prepare('DELETE FROM rate').run();
  device = await makeAuthenticator(ORIGIN);
  ({ cookie, workspace } = await server.claim());
});

const ours = { origin: ORIGIN, 'user-agent': FIREFOX };

const challengeToMake = async (): Promise<unknown> =>
  (
    await server.request('/account/passkeys/challenge', { method: 'POST', cookie, json: {} })
  ).json();
const challengeToUse = async (): Promise<unknown> =>
  (await server.request('/sign-in/challenge', { method: 'POST', headers: ours, json: {} })).json();

const add = (response: unknown, as = cookie): Promise<Response> =>
  server.request('/account/passkeys', {
    method: 'POST',
    cookie: as,
    headers: ours,
    json: { response },
  });
const signIn = (response: unknown, headers: Record<string, string> = ours): Promise<Response> =>
  server.request('/sign-in', { method: 'POST', headers, json: { response } });

const cookieOf = (answer: Response): string =>
  answer.headers.get('set-cookie')?.split(';')[0] ?? '';

describe('with a passkey', () => {
  beforeEach(async () => {
    expect((await add(await device.make(await challengeToMake()))).status).toBe(201);
  });

  test('one signs in, from another browser too, as oneself', async () => {
    const answer = await signIn(await device.use(await challengeToUse()));
    expect(answer.status).toBe(200);
    const home = await server.request('/', { cookie: cookieOf(answer) });
    expect(home.headers.get('location')).toBe(`/w/${workspace}/day/2026-03-10`);
  });

  test('the account names the device and when it was used; the cookie is as strict as any', async () => {
    const answer = await signIn(await device.use(await challengeToUse()));
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-.*HttpOnly.*Secure.*SameSite=Lax/);
    const page = await (await server.request('/account', { cookie })).text();
    expect(page).toContain('Remove the passkey of Firefox, Linux, made on 10 Mar 2026');
    expect(page).toContain('last used on 10 Mar 2026');
  });

  test('a challenge is answered once, also where two come together', async () => {
    const options = await challengeToUse();
    const answers = await Promise.all([
      signIn(await device.use(options)),
      signIn(await device.use(options)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect((await signIn(await device.use(options))).status).toBe(422);
  });

  test('a challenge is over after ten minutes, and one that we did not make is none', async () => {
    const options = await challengeToUse();
    const late = await device.use(options);
    const made = crypto.getRandomValues(new Uint8Array(56)).toBase64({ alphabet: 'base64url' });
    const foreign = await device.use({ challenge: made.replace(/=/g, ''), rpId: 'news.example' });
    server.setClock('2026-03-10T08:10:00Z');
    expect((await signIn(late)).status).toBe(422);
    expect((await signIn(foreign)).status).toBe(422);
  });

  test('the challenge for making one signs nobody in, and the other way round', async () => {
    const options = await challengeToMake();
    const { challenge } = JSON.parse(JSON.stringify(options));
    const used = await device.use({ challenge, rpId: 'news.example' });
    expect((await signIn(used)).status).toBe(422);
    const other = await makeAuthenticator(ORIGIN);
    const asked = JSON.parse(JSON.stringify(await challengeToUse()));
    const creation = { ...JSON.parse(JSON.stringify(options)), challenge: asked.challenge };
    expect((await add(await other.make(creation))).status).toBe(422);
  });

  test('another site’s answer, an unverified person, another key and a copied device are refused', async () => {
    const before = await rowCounts();
    const elsewhere = await makeAuthenticator('https://news.example.evil');
    expect((await signIn(await elsewhere.use(await challengeToUse()))).status).toBe(422);
    const unverified = await device.use(await challengeToUse(), { isVerified: false });
    expect((await signIn(unverified)).status).toBe(422);
    const other = await makeAuthenticator(ORIGIN);
    const forged = {
      ...(await other.use(await challengeToUse())),
      id: device.id,
      rawId: device.id,
    };
    expect((await signIn(forged)).status).toBe(422);
    device.countFrom(0);
    expect((await signIn(await device.use(await challengeToUse()))).status).toBe(422);
    // Tries are counted, and nothing else is written.
    const after = await rowCounts();
    expect({ ...after, rate: 0 }).toEqual({ ...before, rate: 0 });
  });

  test('nothing that is no passkey’s answer is more than a bad request', async () => {
    const used = await device.use(await challengeToUse());
    for (const wrong of [
      null,
      [],
      'x',
      {},
      { ...used, id: '' },
      { ...used, type: 'password' },
      { ...used, response: { ...used.response, signature: '!' } },
      { ...used, response: { ...used.response, clientDataJSON: 'AAAA' } },
      { ...used, response: { ...used.response, authenticatorData: 'AA' } },
    ])
      expect((await signIn(wrong)).status, JSON.stringify(wrong)).toBeOneOf([400, 422]);
    const foreign = { ...ours, origin: 'https://evil.example' };
    expect((await signIn(used, foreign)).status).toBe(403);
  });

  test('another account can neither see, remove nor make it again', async () => {
    const other = await server.claim();
    expect(await (await server.request('/account', { cookie: other.cookie })).text()).not.toContain(
      'Remove the passkey of',
    );
    const remove = (as: string): Promise<Response> =>
      server.request(`/account/passkeys/${device.id}/remove`, { method: 'POST', cookie: as });
    expect((await remove(other.cookie)).status).toBe(404);
    const asked = await server.request('/account/passkeys/challenge', {
      method: 'POST',
      cookie: other.cookie,
      json: {},
    });
    const again = await device.make(await asked.json());
    expect((await add(again, other.cookie)).status).toBe(422);
    // Nor does a challenge for one account make a passkey of another's.
    const mine = await (await makeAuthenticator(ORIGIN)).make(await challengeToMake());
    expect((await add(mine, other.cookie)).status).toBe(422);
    expect((await remove(cookie)).status).toBe(303);
    expect((await signIn(await device.use(await challengeToUse()))).status).toBe(422);
  });

  test('another one, or codes, asks for a sign-in of just now, which ends the session before', async () => {
    server.setClock('2026-03-10T08:14:59Z');
    expect(await challengeToMake()).toHaveProperty('challenge');
    server.setClock('2026-03-10T08:15:00Z');
    const makeCodes = (as: string) =>
      server.request('/account/recovery-codes', { method: 'POST', cookie: as });
    const asked = await server.request('/account/passkeys/challenge', {
      method: 'POST',
      cookie,
      json: {},
    });
    expect(asked.status).toBe(403);
    const refused = await makeCodes(cookie);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('href="/sign-in?next=%2Faccount"');
    // Nor do all ways in go, whereupon one's own would be the first.
    const removed = await server.request(`/account/passkeys/${device.id}/remove`, {
      method: 'POST',
      cookie,
    });
    expect(removed.status).toBe(403);
    const page = await (await server.request('/account', { cookie })).text();
    expect(page).not.toContain('data-passkey="make"');
    expect(page.match(/more than 15 minutes ago/g)).toHaveLength(3);
    const again = await signIn(await device.use(await challengeToUse()), { ...ours, cookie });
    expect((await makeCodes(cookieOf(again))).status).toBe(200);
    expect((await server.request('/account', { cookie })).status).toBe(401);
  });

  test('there are twenty at most', async () => {
    await db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 18)
         INSERT INTO passkey (id, account, device, public_key, counter, transports, created_at)
         SELECT i || account, account, '', '', 0, '[]', created_at FROM n, passkey WHERE id = ?`,
      )
      .bind(device.id)
      .run();
    const [one, other] = [await makeAuthenticator(ORIGIN), await makeAuthenticator(ORIGIN)];
    const made = await Promise.all(
      [one, other].map(async (each) => each.make(await challengeToMake())),
    );
    const answers = await Promise.all(made.map((each) => add(each)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const full = await server.request('/account/passkeys/challenge', {
      method: 'POST',
      cookie,
      json: {},
    });
    expect(full.status).toBe(409);
    expect(await (await server.request('/account', { cookie })).text()).toContain(
      'there can be no more',
    );
  });

  test('a second one is asked for without the first, and suggested', async () => {
    expect(await (await server.request('/account', { cookie })).text()).toContain('A second one');
    expect(await challengeToMake()).toMatchObject({
      rp: { id: 'news.example', name: 'Dateline' },
      excludeCredentials: [{ id: device.id }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  });
});

test('thirty tries of a network in ten minutes are enough; another network is not held up', async () => {
  const unknown = await device.use(await challengeToUse());
  const tryFrom = (address: string): Promise<Response> =>
    signIn(unknown, { ...ours, 'cf-connecting-ip': address });
  for (let tried = 0; tried < 30; tried += 1)
    expect((await tryFrom('2001:db8:1:2::1')).status).toBe(422);
  server.setClock('2026-03-10T08:04:00Z');
  const refused = await tryFrom('2001:0db8:0001:0002:ffff::9');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('360');
  expect((await tryFrom('2001:db8:1:3::1')).status).toBe(422);
  // A new isolate knows it too.
  const another = await startServer('2026-03-10T08:05:00Z');
  const there = await another.request('/sign-in', {
    method: 'POST',
    headers: { ...ours, 'cf-connecting-ip': '2001:db8:1:2::7' },
    json: { response: unknown },
  });
  expect(there.status).toBe(429);
  server.setClock('2026-03-10T08:10:00Z');
  expect((await tryFrom('2001:db8:1:2::1')).status).toBe(422);
});
