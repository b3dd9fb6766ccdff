// The settings of a workspace, as its owners change them: what was done is said, and nobody's change is overwritten unseen.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from './sample.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
let me: { workspace: string; cookie: string };
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
beforeEach(async () => {
  me = await server.install({ zone: 'UTC' });
});

const open = async (path: string): Promise<string> =>
  (await server.request(path, { cookie: me.cookie })).text();
const act = (path: string, form: Record<string, string>, cookie = me.cookie) =>
  server.request(`/w/${me.workspace}/${path}`, { method: 'POST', cookie, form });
const nameNow = (): Promise<string | null> =>
  db.prepare('SELECT name FROM workspace WHERE id = ?').bind(me.workspace).first('name');
const zoneNow = async (): Promise<string> => {
  const answer = await server.request(`/api/w/${me.workspace}/zone`, { cookie: me.cookie });
  return (await answer.json<{ zone: string }>()).zone;
};
/** What the page says was done; it has the focus. */
const told = (html: string): string | undefined =>
  /<output id="done"[^>]* autofocus[^>]*>([^<]*)/.exec(html)?.[1];
/** What a field of the page holds. */
const held = (html: string, name: string): string | undefined =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1];
const chosenZone = (html: string): string | undefined =>
  /<option value="([^"]*)" selected>/.exec(html)?.[1];
/** What is said of somebody else's change; it has the focus, and the field refers to it. */
const meanwhile = (html: string): string => {
  expect(html.match(/aria-describedby="meanwhile"/g) ?? []).toHaveLength(1);
  const said = /<p id="meanwhile"[^>]*role="alert"[^>]*autofocus[^>]*>(.*?)<\/p>/s.exec(html)?.[1];
  return (said ?? '').replaceAll(/<[^>]*>/g, '');
};

test('a change of the settings leads back to the page, which says what was done', async () => {
  for (const [path, form, says] of [
    ['settings/name', { name: 'Bản tin' }, 'The workspace has its new name.'],
    ['settings/zone', { zone: 'Asia/Tokyo' }, 'The zone is changed.'],
    ['settings/look-back', { show: 'no' }, 'It is not shown any more.'],
    ['settings/look-back', { show: 'yes' }, 'From now on it is shown.'],
  ] as const) {
    const answer = await act(path, form);
    expect(answer.status, path).toBe(303);
    expect(told(await open(answer.headers.get('location') ?? '')), path).toBe(says);
  }
  expect(told(await open(`/w/${me.workspace}/settings`))).toBeUndefined();
  expect(told(await open(`/w/${me.workspace}/settings?told=anything`))).toBeUndefined();
});

test('who renames a workspace that was renamed meanwhile sees both names, and overwrites none unseen', async () => {
  const before = await nameNow();
  const form = { name: 'Mine', shown: before ?? '' };
  expect(held(await open(`/w/${me.workspace}/settings`), 'shown')).toBe(before);
  await act('settings/name', { name: 'Theirs <b>' });
  const refused = await act('settings/name', form);
  expect(refused.status).toBe(412);
  const page = await refused.text();
  expect(meanwhile(page)).toContain('Theirs: Theirs &lt;b>');
  expect([held(page, 'name'), held(page, 'shown')]).toEqual(['Mine', 'Theirs &lt;b>']);
  expect(await nameNow()).toBe('Theirs <b>');
  // Once more, as the page has it now.
  expect((await act('settings/name', { name: 'Mine', shown: 'Theirs <b>' })).status).toBe(303);
  expect(await nameNow()).toBe('Mine');
  // What is so already is no conflict.
  expect((await act('settings/name', form)).status).toBe(303);
});

test('the same of the zone', async () => {
  await act('settings/zone', { zone: 'Asia/Tokyo', shown: 'UTC' });
  const refused = await act('settings/zone', { zone: 'Europe/London', shown: 'UTC' });
  expect(refused.status).toBe(412);
  const page = await refused.text();
  expect(meanwhile(page)).toContain('Asia/Tokyo');
  expect(chosenZone(page)).toBe('Europe/London');
  expect(await zoneNow()).toBe('Asia/Tokyo');
  expect((await act('settings/zone', { zone: 'Asia/Tokyo', shown: 'UTC' })).status).toBe(303);
  const again = await act('settings/zone', { zone: 'Europe/London', shown: 'Asia/Tokyo' });
  expect(again.status).toBe(303);
  expect(await zoneNow()).toBe('Europe/London');
});

test('of two who change a name or a zone at once, one is told of the other', async () => {
  const before = (await nameNow()) ?? '';
  const names = await Promise.all(
    ['One', 'Other'].map((name) => act('settings/name', { name, shown: before })),
  );
  expect(names.map(({ status }) => status).sort()).toEqual([303, 412]);
  const zones = await Promise.all(
    ['Asia/Tokyo', 'Europe/London'].map((zone) => act('settings/zone', { zone, shown: 'UTC' })),
  );
  expect(zones.map(({ status }) => status).sort()).toEqual([303, 412]);
});

test('nobody is changed whom somebody else has given another role meanwhile', async () => {
  const cookie = await server.admit(me.workspace, 'viewer');
  const listed = await server.request(`/api/w/${me.workspace}/members`, { cookie });
  const { members } = await listed.json<{ members: { account: string; isYou: boolean }[] }>();
  const account = members.find(({ isYou }) => isYou)?.account ?? '';
  const path = `members/${account}`;
  expect(held(await open(`/w/${me.workspace}/${path}`), 'shown')).toBe('viewer');
  await act(`${path}/role`, { role: 'editor', shown: 'viewer' });
  for (const [does, form, chosen] of [
    ['role', { role: 'owner', shown: 'viewer' }, 'owner'],
    ['hand-over', { shown: 'viewer' }, 'editor'],
    ['remove', { shown: 'viewer' }, 'editor'],
  ] as const) {
    const refused = await act(`${path}/${does}`, form);
    expect(refused.status, does).toBe(412);
    const page = await refused.text();
    expect(page, does).toMatch(/role="alert"[^>]*>Somebody else has given them another role/);
    expect(page, does).toContain(`name="role" value="${chosen}" checked`);
    expect(held(page, 'shown'), does).toBe('editor');
  }
  expect((await act(`${path}/remove`, { shown: 'editor' })).status).toBe(303);
  expect((await act(`members/${newId()}/remove`, { shown: 'editor' })).status).toBe(404);
});
