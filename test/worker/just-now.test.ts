// What ending a session would not undo asks for a sign-in of just now, and leads back with what was entered.
import { beforeEach, describe, expect, test } from 'vitest';
import { rowCounts, type Server, startServer } from './server.ts';

let server: Server;
let cookie: string;
let workspace: string;
let colleague: string;
let codes: readonly string[];

const later = (): void => server.setClock('2026-03-10T08:15:00Z');

const send = (path: string, form: Record<string, string> = {}, as = cookie): Promise<Response> =>
  server.request(path, { method: 'POST', cookie: as, form });

/** Where a page that asks to sign in again leads back to. */
const backOf = async (answer: Response): Promise<string> => {
  expect(answer.status).toBe(403);
  const page = await answer.text();
  expect(page).toContain('Sign in again first');
  const query = /href="\/sign-in\?([^"]*)"/.exec(page)?.[1] ?? '';
  return new URLSearchParams(query.replaceAll('&amp;', '&')).get('next') ?? '';
};

/** Signs in again by a code in the same browser, as without script; answers where it leads. */
const signInAgain = async (next: string): Promise<string> => {
  const [code = '', ...rest] = codes;
  codes = rest;
  const answer = await send('/recover', { code, next });
  expect(answer.status).toBe(303);
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return answer.headers.get('location') ?? '';
};

const shown = async (path: string): Promise<string> =>
  (await server.request(path.split('#')[0] ?? '', { cookie })).text();

beforeEach(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
  ({ cookie, workspace } = await server.claim());
  await server.admit(workspace, 'editor');
  const members = await server.request(`/api/w/${workspace}/members`, { cookie });
  const list = await members.json<{ members: { account: string; isYou: boolean }[] }>();
  colleague = list.members.find(({ isYou }) => !isYou)?.account ?? '';
  const made = await (await send('/account/recovery-codes')).text();
  codes = Array.from(made.matchAll(/<li>([A-Z-]{19})<\/li>/g), ([, code = '']) => code);
});

test('a session of a while ago does none of it, by pages or by the API, and nothing is changed', async () => {
  later();
  const before = await rowCounts();
  const member = `/w/${workspace}/members/${colleague}`;
  const pages: [string, Record<string, string>][] = [
    ['/account/tokens', { name: 'Script', scopes: 'clip:read' }],
    ['/pair', { code: 'BCDF-GHJK' }],
    [`${member}/role`, { role: 'owner' }],
    [`${member}/hand-over`, {}],
    [`${member}/remove`, {}],
    [`/w/${workspace}/leave`, {}],
    [`/w/${workspace}/delete`, { name: 'News' }],
    ['/account/delete', { sure: 'yes' }],
  ];
  for (const [path, form] of pages) {
    const answer = await send(path, form);
    expect(answer.status, path).toBe(403);
    expect(await answer.text(), path).toContain('Sign in again first');
  }
  const calls: [string, string, unknown][] = [
    ['PUT', `/api${member}`, { role: 'owner' }],
    ['POST', `/api${member}/hand-over`, undefined],
    ['DELETE', `/api${member}`, undefined],
    ['DELETE', `/api/w/${workspace}`, { name: 'News' }],
  ];
  for (const [method, path, json] of calls) {
    const answer = await server.request(path, { method, cookie, json });
    expect(await answer.json(), path).toMatchObject({ code: 'sign-in-again', status: 403 });
  }
  expect(await rowCounts()).toEqual(before);
});

test('what the owner can take back is done by any session', async () => {
  later();
  const member = `/w/${workspace}/members/${colleague}`;
  expect((await send(`${member}/role`, { role: 'viewer' })).status).toBe(303);
  const invited = await send(`/w/${workspace}/invites`, { role: 'editor', days: '7' });
  expect(invited.status).toBe(200);
  const call = { method: 'PUT', cookie, json: { role: 'editor' } };
  expect((await server.request(`/api${member}`, call)).status).toBe(200);
});

test('who has neither passkey nor code, and could not sign in again, is not asked', async () => {
  const other = await server.claim();
  later();
  const form = { name: 'Script', scopes: 'clip:read' };
  expect((await send('/account/tokens', form, other.cookie)).status).toBe(200);
  const ended = await send(`/w/${other.workspace}/delete`, { name: 'News' }, other.cookie);
  expect(ended.status).toBe(303);
});

describe('after it one comes back to', () => {
  test('the token, with its name and scopes, which is made by the button alone', async () => {
    later();
    expect(await shown('/account')).not.toContain('action="/account/tokens"');
    const form = { name: 'Kịch bản “đêm”', scopes: 'clip:write' };
    const back = await backOf(await send('/account/tokens', form));
    expect(back).toMatch(/^\/account\?entered=[\w-]+#tokens$/);
    expect(await signInAgain(back)).toBe(back);
    const page = await shown(back);
    expect(page).toMatch(/<details open/);
    expect(page).toContain('value="Kịch bản “đêm”"');
    expect(page).toMatch(/value="clip:write" checked/);
    expect(page).toContain('None yet');
    expect((await send('/account/tokens', form)).status).toBe(200);
  });

  test('the pairing, with the code', async () => {
    const started = await server.request('/api/pairings', {
      method: 'POST',
      json: { name: 'Firefox' },
    });
    later();
    // The extension asked again: a code is good for ten minutes.
    expect(started.status).toBe(201);
    const again = await server.request('/api/pairings', {
      method: 'POST',
      json: { name: 'Firefox' },
    });
    const { user_code: code = '' } = await again.json<Record<string, string>>();
    const back = await backOf(await send('/pair', { code }));
    expect(await shown(await signInAgain(back))).toContain(`value="${code}"`);
    expect(await (await send('/pair', { code })).text()).toContain('Let “Firefox” into');
  });

  test('the member, with the role that was chosen', async () => {
    later();
    const member = `/w/${workspace}/members/${colleague}`;
    const back = await backOf(await send(`${member}/role`, { role: 'owner' }));
    expect(await shown(await signInAgain(back))).toMatch(/value="owner" checked/);
    expect((await send(`${member}/role`, { role: 'owner' })).status).toBe(303);
  });

  test('the question, with the name or the tick', async () => {
    later();
    const ofWorkspace = await backOf(await send(`/w/${workspace}/delete`, { name: 'News' }));
    const ofAccount = await backOf(await send('/account/delete', { sure: 'yes' }));
    await signInAgain(ofWorkspace);
    const page = await shown(ofWorkspace);
    expect(page).toMatch(/name="name" value="News"/);
    expect(page).not.toContain('wrong-name');
    expect(await shown(`/w/${workspace}/delete`)).toMatch(/name="name" value required/);
    // With others in the workspace it has to be handed over first.
    expect((await send(`/w/${workspace}/members/${colleague}/remove`)).status).toBe(303);
    expect(await shown(ofAccount)).toMatch(/value="yes" checked/);
    expect(await shown('/account/delete')).not.toMatch(/value="yes" checked/);
  });

  test('a form that nobody else’s link, nor another page’s, fills in', async () => {
    later();
    const form = { name: 'Script', scopes: 'clip:read' };
    const back = await backOf(await send('/account/tokens', form));
    const sealed = /entered=([\w-]+)/.exec(back)?.[1] ?? '';
    const other = await server.claim();
    const theirs = await server.request(`/account?entered=${sealed}`, { cookie: other.cookie });
    expect(await theirs.text()).not.toContain('value="Script"');
    await signInAgain(back);
    expect(await shown(`/w/${workspace}/delete?entered=${sealed}`)).toMatch(
      /name="name" value required/,
    );
    for (const made of ['', 'x', `${sealed}A`, '%00', encodeURIComponent('{"name":"Script"}')])
      expect(await shown(`/account?entered=${made}`), made).not.toContain('value="Script"');
  });
});
