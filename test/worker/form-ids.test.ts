// Forms that make something, sent again after their answer was lost: each page draws its form with an id.
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { collectingAt, DAY } from './collecting.ts';
import { failingAt, PASSING, placesIn } from './failing-database.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
let me: Awaited<ReturnType<Server['claim']>>;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await db.prepare('DELETE FROM rate').run();
  me = await server.claim();
});

/** The fields of a form with the id that the page has drawn it with. */
const drawn = async <T extends Record<string, string>>(page: string, action: string, fields: T) => {
  const html = await (await server.request(page, { cookie: me.cookie })).text();
  const shown = html.slice(html.indexOf(`action="${action}"`));
  const form = /name="form" value="([^"]+)"/.exec(shown)?.[1];
  expect(form, page).toBeDefined();
  return { ...fields, form: form ?? '' };
};

const send = (path: string, form: Record<string, string>, database = db): Promise<Response> =>
  server.request(path, { method: 'POST', cookie: me.cookie, form, database });

/** Sends a form with every answer of the database lost in turn, and answers what the last one made that was none. */
const sendUntilHeard = async (path: string, form: Record<string, string>): Promise<Response> => {
  const places = await placesIn((database) => send(path, form, database));
  for (const place of places.filter(({ at }) => at === 'answer'))
    await send(path, form, failingAt(place, PASSING[0]));
  return send(path, form);
};

const workspaces = () => db.prepare('SELECT count(*) AS n FROM workspace').first<number>('n');

const linkIn = async (answer: Response): Promise<string> =>
  /\/invite\/[\w-]{43}/.exec(await answer.text())?.[0] ?? '';

test('a workspace is made once, another one by another name, and none that was deleted', async () => {
  const wishes = { name: 'Team', language: 'en', zone: 'UTC' };
  const form = await drawn('/workspaces', '/workspaces', wishes);
  const before = await workspaces();
  const path = '/workspaces';
  const made = (await sendUntilHeard(path, form)).headers.get('location') ?? '';
  expect(made).toMatch(/^\/w\/\w{12}\/members$/);
  expect(await workspaces()).toBe((before ?? 0) + 1);
  const other = await send(path, { ...form, name: 'Other' });
  expect(other.headers.get('location')).not.toBe(made);
  // What somebody else sends is theirs.
  const { cookie } = await server.claim();
  const theirs = await server.request(path, { method: 'POST', cookie, form });
  expect(theirs.headers.get('location')).not.toBe(made);
  await send(made.replace('/members', '/delete'), { name: 'Team' });
  expect((await send(path, form)).status).toBe(410);
});

test('an invite is made once with one link, which lets in once', async () => {
  const page = `/w/${me.workspace}/members`;
  const path = `/w/${me.workspace}/invites`;
  const form = await drawn(page, path, { role: 'editor', days: '7' });
  const link = await linkIn(await send(path, form));
  expect(await linkIn(await sendUntilHeard(path, form))).toBe(link);
  const open = async () =>
    (await (await server.request(page, { cookie: me.cookie })).text()).match(
      /invites\/[^/]+\/revoke/g,
    );
  expect(await open()).toHaveLength(1);
  expect(await linkIn(await send(path, { ...form, role: 'viewer' }))).not.toBe(link);
  const accept = () => server.request(link, { method: 'POST', form: { name: 'Lan' } });
  expect((await accept()).status).toBe(303);
  expect((await send(path, form)).status).toBe(410);
  expect((await accept()).status).toBe(404);
});

test('who goes back to the form of an invite for another person is told that it is the same link', async () => {
  const page = `/w/${me.workspace}/members`;
  const path = `/w/${me.workspace}/invites`;
  const wishes = { role: 'editor', days: '7' };
  const form = await drawn(page, path, wishes);
  const told = async (fields: Record<string, string>) => {
    const shown = await (await send(path, fields)).text();
    return [shown.includes('is shown this once'), shown.includes('made before, for one person')];
  };
  expect(await told(form)).toEqual([true, false]);
  expect(await told(form)).toEqual([false, true]);
  expect(await told(await drawn(page, path, wishes))).toEqual([true, false]);
});

test('a token is made once, and not again once it is revoked', async () => {
  const form = await drawn('/account', '/account/tokens', { name: 'Script', scopes: 'clip:read' });
  const answer = await sendUntilHeard('/account/tokens', form);
  const token = /<dd>([A-Za-z0-9_-]{43})<\/dd>/.exec(await answer.text())?.[1] ?? '';
  expect((await server.request('/api/token', { token })).status).toBe(200);
  const revoking = async () =>
    (await (await server.request('/account', { cookie: me.cookie })).text()).match(
      /\/account\/tokens\/[^/]+\/revoke/g,
    ) ?? [];
  const [revoke = '', ...others] = await revoking();
  expect(others).toEqual([]);
  await send(revoke, {});
  expect((await send('/account/tokens', form)).status).toBe(410);
  expect(await revoking()).toEqual([]);
});

test('a public link is made once, however late its form is sent again', async () => {
  const { keep } = collectingAt(() => server);
  await keep({ ...me, token: await server.pair(me.cookie) }, DAY, 'First', 'Sea');
  const path = `/w/${me.workspace}/shares`;
  const form = await drawn(`${path}?collection=Sea`, path, { collection: 'Sea', days: '7' });
  const list = async () => {
    const answer = await server.request(`/api${path}`, { cookie: me.cookie });
    return (await answer.json<{ shares: { id: string }[] }>()).shares;
  };
  await sendUntilHeard(path, form);
  server.setClock('2026-03-10T09:00:00Z');
  expect((await send(path, form)).status).toBe(303);
  const [share, ...others] = await list();
  expect(others).toEqual([]);
  await send(path, { ...form, days: '30' });
  expect(await list()).toHaveLength(2);
  await send(`${path}/${share?.id}/revoke`, { collection: 'Sea' });
  expect((await send(path, form)).status).toBe(410);
  server.setClock('2026-03-10T08:00:00Z');
});
