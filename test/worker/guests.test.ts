// Guests: let into one collection, they read its clips, and find nothing else of the workspace.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ROUTES } from '../../worker/routes/registry.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
let owner: string;
let workspace: string;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
beforeEach(async () => {
  await db.prepare('DELETE FROM rate').run();
  ({ cookie: owner, workspace } = await server.claim());
});

const cookieOf = (answer: Response): string =>
  answer.headers.get('set-cookie')?.split(';')[0] ?? '';

const keep = async (title: string, collections: string[], text = 'Lời văn.'): Promise<string> => {
  const blocks = [{ kind: 'paragraph' as const, runs: [{ text }] }];
  const article = { title, blocks };
  const told = { summary: { sentences: [], terms: [] }, filing: { tags: ['riêng'], collections } };
  const kept = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    cookie: owner,
    json: sample(article, told),
  });
  return (await kept.json<{ clip: string }>()).clip;
};
const idOf = async (name: string, of = workspace): Promise<string> =>
  (await db
    .prepare('SELECT id FROM collection WHERE workspace = ? AND name = ?')
    .bind(of, name)
    .first<string>('id')) ?? '';

const invite = async (collection: string): Promise<string> => {
  const answer = await server.request(`/w/${workspace}/invites`, {
    method: 'POST',
    cookie: owner,
    form: { role: 'editor', days: '7', collection },
  });
  return /\/invite\/[\w-]{43}/.exec(await answer.text())?.[0] ?? '';
};
const accept = (link: string, cookie?: string): Promise<Response> =>
  server.request(link, { method: 'POST', form: { name: 'Lan' }, ...(cookie && { cookie }) });

const accounts = () => db.prepare('SELECT count(*) AS n FROM account').first<number>('n');

/** A collection of two clips, a clip beside, and a guest of the collection. */
const receive = async () => {
  const clip = await keep('Cầu thông xe', ['Hồ sơ']);
  await keep('Đường mới', ['Hồ sơ']);
  const beside = await keep('Chuyện khác', ['Khác']);
  const collection = await idOf('Hồ sơ');
  const link = await invite(collection);
  const cookie = cookieOf(await accept(link));
  return { cookie, clip, beside, collection, link, at: `/w/${workspace}/guest/${collection}` };
};
const look = async (path: string, cookie: string) => {
  const answer = await server.request(path, { cookie });
  return { status: answer.status, body: await answer.text() };
};

test('an invite to a collection says which, and its guest reads that and finds nothing else', async () => {
  const { cookie, clip, beside, at, link } = await receive();
  expect((await server.request(link)).status).toBe(404);
  const list = await look(at, cookie);
  expect(list.status).toBe(200);
  for (const words of ['Hồ sơ', 'Cầu thông xe', 'Đường mới']) expect(list.body).toContain(words);
  for (const words of ['Chuyện khác', 'riêng', `/w/${workspace}/library`])
    expect(list.body).not.toContain(words);
  const text = await look(`${at}/clip/${clip}`, cookie);
  expect(text.body).toContain('Lời văn.');
  expect(text.body).not.toContain('riêng');
  const missing = await look('/w/no-such-one/guest/x', cookie);
  expect(missing.status).toBe(404);
  expect(await look(`${at}/clip/${beside}`, cookie)).toEqual(missing);
  expect(await look(`/w/${workspace}/guest/${await idOf('Khác')}`, cookie)).toEqual(missing);
  for (const { method, path, policy } of ROUTES) {
    if (policy.kind !== 'workspace') continue;
    const asked = path.replace(':workspace', workspace).replace(':id', clip).replace(/:\w+/g, 'x');
    const answer = await server.request(asked, { method, cookie });
    expect(answer.status, `${method} ${path}`).toBe(404);
  }
  const shown = await look('/workspaces', cookie);
  expect(shown.body).toContain(`href="${at}"`);
  // A member is no guest: they have the pages of members.
  expect(await look(at, owner)).toEqual(missing);
});

test('a guest lands on the collection, who has a new account with a word of what lets them in again', async () => {
  await keep('Cầu thông xe', ['Hồ sơ']);
  const collection = await idOf('Hồ sơ');
  const at = `/w/${workspace}/guest/${collection}`;
  const entered = await accept(await invite(collection));
  const landed = entered.headers.get('location') ?? '';
  expect(landed).toBe(`${at}?told=joined`);
  const page = (await look(landed, cookieOf(entered))).body;
  expect(page).toMatch(/autofocus[^>]*>You are in/);
  expect(page).toContain('Make a passkey in your account');
  expect(page).toContain('Cầu thông xe');
  const known = await server.claim();
  const again = await accept(await invite(collection), known.cookie);
  expect(again.headers.get('location')).toBe(at);
  expect((await look(at, known.cookie)).body).not.toContain('You are in');
});

test('an invite to a collection names it, lets one in at once, and is void when the collection is gone', async () => {
  await keep('x', ['Hồ sơ']);
  const link = await invite(await idOf('Hồ sơ'));
  const told = await (await server.request(link)).text();
  for (const words of ['Read “Hồ sơ” of “News”?', 'You come as a guest'])
    expect(told).toContain(words);
  const before = await accounts();
  const both = await Promise.all([accept(link), accept(link)]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  const after = await accounts();
  expect(after).toBe((before ?? 0) + 1);
  const late = await invite(await idOf('Hồ sơ'));
  await server.request(`/w/${workspace}/collection/${encodeURIComponent('Hồ sơ')}`, {
    method: 'POST',
    cookie: owner,
    form: { do: 'delete' },
  });
  expect((await server.request(late)).status).toBe(404);
});

test('nobody is invited to a collection that is not there, or another workspace’s', async () => {
  const other = await server.claim();
  await keep('x', ['Hồ sơ']);
  const foreign = await idOf('Hồ sơ');
  for (const collection of [foreign, 'no-such-one']) {
    const answer = await server.request(`/w/${other.workspace}/invites`, {
      method: 'POST',
      cookie: other.cookie,
      form: { role: 'viewer', days: '7', collection },
    });
    expect(answer.status).toBe(404);
  }
});

test('a guest who would connect an extension is told that they need a workspace, where they make one', async () => {
  const { cookie } = await receive();
  const asked = await server.request('/pair?code=BCDF-GHJK', { cookie });
  expect([asked.status, asked.headers.get('location')]).toEqual([
    302,
    '/workspaces?told=none-to-pair',
  ]);
  const { body } = await look('/workspaces?told=none-to-pair', cookie);
  for (const words of ['An extension keeps clips in a workspace', 'action="/workspaces"'])
    expect(body).toContain(words);
});

test('a guest who is removed, or leaves, or whose workspace is deleted, finds nothing with the next request', async () => {
  const { cookie, at, collection } = await receive();
  const own = await server.claim();
  await accept(await invite(collection), own.cookie);
  expect((await look(at, own.cookie)).status).toBe(200);
  const page = await look(`/w/${workspace}/members`, owner);
  const [, account = ''] = /name="account" value="([^"]+)"/.exec(page.body) ?? [];
  const form = { account, collection };
  const remove = (as: string) =>
    server.request(`/w/${workspace}/guests/remove`, { method: 'POST', cookie: as, form });
  expect((await remove(own.cookie)).status).toBe(404);
  expect((await remove(owner)).status).toBe(303);
  const found = [(await look(at, cookie)).status, (await look(at, own.cookie)).status];
  expect(found.sort()).toEqual([200, 404]);
  const rest = (await look(at, cookie)).status === 200 ? cookie : own.cookie;
  const left = await server.request(`${at}/leave`, { method: 'POST', cookie: rest });
  expect(left.status).toBe(303);
  expect((await look(at, rest)).status).toBe(404);
  await accept(await invite(collection), own.cookie);
  await server.request(`/w/${workspace}/delete`, {
    method: 'POST',
    cookie: owner,
    form: { name: 'News' },
  });
  expect((await look(at, own.cookie)).status).toBe(404);
});

test('a guest who became a member, and is removed or leaves, is no guest any more either', async () => {
  for (const how of ['remove', 'leave']) {
    const { cookie, at } = await receive();
    const answer = await server.request(`/w/${workspace}/invites`, {
      method: 'POST',
      cookie: owner,
      form: { role: 'viewer', days: '7', collection: '' },
    });
    const [link = ''] = /\/invite\/[\w-]{43}/.exec(await answer.text()) ?? [];
    expect((await accept(link, cookie)).status).toBe(303);
    const listed = await server.request(`/api/w/${workspace}/members`, { cookie });
    const { members } = await listed.json<{ members: { account: string; isYou: boolean }[] }>();
    const account = members.find(({ isYou }) => isYou)?.account ?? '';
    const [path, by] = how === 'leave' ? ['leave', cookie] : [`members/${account}/remove`, owner];
    const ended = await server.request(`/w/${workspace}/${path}`, { method: 'POST', cookie: by });
    expect(ended.status).toBe(303);
    expect((await look(at, cookie)).status).toBe(404);
  }
});

test('an invite to a collection that is deleted by now lets nobody in, and makes no account', async () => {
  await keep('x', ['Hồ sơ']);
  const link = await invite(await idOf('Hồ sơ'));
  await server.request(`/w/${workspace}/collection/${encodeURIComponent('Hồ sơ')}`, {
    method: 'POST',
    cookie: owner,
    form: { do: 'delete' },
  });
  const before = await accounts();
  expect((await accept(link)).status).toBe(404);
  expect(await accounts()).toBe(before);
});

test('a member is no guest beside: they leave the invite to others, and a guest who becomes one is none', async () => {
  await keep('x', ['Hồ sơ']);
  const collection = await idOf('Hồ sơ');
  const at = `/w/${workspace}/guest/${collection}`;
  const link = await invite(collection);
  const opened = await accept(link, owner);
  expect(opened.headers.get('location')).toBe(`/w/${workspace}/day/2026-03-10`);
  expect((await look(at, owner)).status).toBe(404);
  // It is still good, and its guest becomes a member, and is removed.
  const guest = cookieOf(await accept(link));
  expect((await look(at, guest)).status).toBe(200);
  const wholly = await server.request(`/w/${workspace}/invites`, {
    method: 'POST',
    cookie: owner,
    form: { role: 'viewer', days: '7', collection: '' },
  });
  const [whole = ''] = /\/invite\/[\w-]{43}/.exec(await wholly.text()) ?? [];
  expect((await accept(whole, guest)).status).toBe(303);
  expect((await look(`/w/${workspace}/library`, guest)).status).toBe(200);
  expect((await look(at, guest)).status).toBe(404);
  expect((await look(`/w/${workspace}/members`, owner)).body).not.toContain('id="guests"');
});

test('a long collection comes in pages, each clip once', async () => {
  await keep('First', ['Hồ sơ']);
  const collection = await idOf('Hồ sơ');
  for (let nth = 0; nth < 51; nth += 1) await keep(`Clip ${nth}.`, ['Hồ sơ']);
  const cookie = cookieOf(await accept(await invite(collection)));
  const at = `/w/${workspace}/guest/${collection}`;
  const first = await look(at, cookie);
  const next = /rel="next" href="([^"]+)"/.exec(first.body)?.[1] ?? '';
  const second = await look(next, cookie);
  expect(first.body).not.toContain('>First<');
  expect(second.body).toContain('>First<');
  expect(second.body).not.toContain('rel="next"');
  expect((await look(`${at}?before=x`, cookie)).status).toBe(400);
});

test('an owner lists guests and lets them go by the API, and no token does', async () => {
  await keep('One', ['Biển']);
  const collection = await idOf('Biển');
  const guest = cookieOf(await accept(await invite(collection)));
  const api = (method: string, path: string, who: { cookie?: string; token?: string }) =>
    server.request(`/api/w/${workspace}/guests${path}`, { method, ...who });
  const listed = await (
    await api('GET', '', { cookie: owner })
  ).json<{ guests: { account: string }[] }>();
  expect(listed.guests).toEqual([
    {
      account: expect.any(String),
      name: 'Lan',
      collection,
      since: '2026-03-10T08:00:00.000Z',
    },
  ]);
  const path = `/${collection}/${listed.guests[0]?.account}`;
  const token = await server.pair(owner);
  expect((await api('DELETE', path, { token })).status).toBe(403);
  const page = `/w/${workspace}/guest/${collection}`;
  expect((await server.request(page, { cookie: guest })).status).toBe(200);
  expect((await api('DELETE', path, { cookie: owner })).status).toBe(204);
  expect((await server.request(page, { cookie: guest })).status).toBe(404);
  expect((await api('DELETE', path, { cookie: owner })).status).toBe(404);
  expect(await (await api('GET', '', { cookie: owner })).json()).toEqual({ guests: [] });
});
