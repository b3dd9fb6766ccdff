// What is told of who came and went, where the list goes on, and what of it is new to whom.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type ActingTeam, makeActingTeam, saidBy } from './acting.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
let team: ActingTeam;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
/** How the library stood on a page. */
const seqOf = (page: string): string => /name="seq" value="(\d+)"/.exec(page)?.[1] ?? '0';

beforeEach(async () => {
  team = await makeActingTeam(server);
});

test('who came, became something else and went is told, and whoever has left by no name', async () => {
  const { workspace, owner, lan, tick, api, post, items, pageOf, keep } = team;
  const invited = await post('invites', owner, { role: 'editor', days: '7' });
  const link = /\/invite\/[\w-]{43}/.exec(await invited.text())?.[0] ?? '';
  tick();
  const joined = await server.request(link, { method: 'POST', form: { name: 'Hoa' } });
  const hoa = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
  await keep(hoa);
  const members = await server.request(`/api/w/${workspace}/members`, { cookie: owner });
  const all = await members.json<{ members: { account: string; name: string }[] }>();
  const accountOf = (name: string) => all.members.find((one) => one.name === name)?.account ?? '';
  await api('PUT', `members/${accountOf('Hoa')}`, owner, { role: 'viewer' });
  // What somebody is already is no news.
  await api('PUT', `members/${accountOf('Hoa')}`, owner, { role: 'viewer' });
  expect(await items()).toMatchObject([
    { kind: 'role', by: { name: 'Minh' }, member: { name: 'Hoa' }, role: 'viewer' },
    { kind: 'keep', by: { name: 'Hoa' } },
    { kind: 'join', by: { name: 'Hoa' }, member: null, role: 'editor' },
  ]);
  expect(saidBy(await pageOf())).toContain('You made Hoa a viewer');
  expect(saidBy(await pageOf(hoa))).toContain('Minh made you a viewer');
  await api('DELETE', `members/${accountOf('Hoa')}`, owner);
  await post(`members/${accountOf('Lan')}/hand-over`, owner);
  await post('leave', owner);
  const told = await items(lan);
  expect(told.slice(0, 4)).toMatchObject([
    { kind: 'leave', by: { name: null }, member: null, role: null },
    { kind: 'hand-over', by: { name: null }, member: { name: 'Lan' }, role: 'owner' },
    { kind: 'remove', by: { name: null }, member: { name: null } },
    { kind: 'role', by: { name: null } },
  ]);
  const page = await pageOf(lan);
  for (const name of ['Hoa', 'Minh']) expect(page).not.toContain(name);
  expect(saidBy(page)).toContain('Somebody who has left handed the workspace over to you');
  expect(saidBy(page)).toContain('Somebody of the team left the workspace');
});

test('a refused change of a member is not told', async () => {
  const { workspace, owner, lan, api, post, items } = team;
  const { members } = await (
    await server.request(`/api/w/${workspace}/members`, { cookie: owner })
  ).json<{ members: { account: string; name: string }[] }>();
  const self = members.find(({ name }) => name === 'Minh')?.account ?? '';
  expect((await post('leave', owner)).status).toBe(409);
  expect((await api('PUT', `members/${self}`, owner, { role: 'viewer' })).status).toBe(409);
  expect((await api('PUT', `members/${self}`, lan, { role: 'viewer' })).status).toBe(403);
  expect(await items()).toEqual([]);
});

test('pages of acts and of members’ changes go on where they ended, with none twice and none missing', async () => {
  const { workspace, owner, lan, read, pageOf, keep, minutes } = team;
  for (let nth = 0; nth < 70; nth += 1) {
    await keep(nth % 2 === 0 ? lan : owner);
    if (nth % 10 === 0)
      await db
        .prepare(
          `INSERT INTO member_change (workspace, at, account, kind, role, by_account)
           VALUES (?, ?, ?, 'leave', NULL, ?)`,
        )
        .bind(
          workspace,
          `2026-03-10T0${8 + Math.floor(minutes() / 60)}:${String(minutes() % 60).padStart(2, '0')}:30.000Z`,
          `gone-${nth}`,
          `gone-${nth}`,
        )
        .run();
  }
  const first = await read(owner);
  expect(first.items).toHaveLength(50);
  const second = await read(owner, first.next ?? '');
  const all = [...first.items, ...second.items];
  expect(second.next).toBeNull();
  expect(all).toHaveLength(77);
  expect(new Set(all.map(({ at, by }) => at + by.account)).size).toBe(77);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  const page = await pageOf();
  const next = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await server.request(next, { cookie: owner })).status).toBe(200);
  for (const wrong of ['x', '.', '-1.', '1', '1.2', '1.2.', `1.${'9'.repeat(15)}.a`, "1.1.'"])
    expect(
      (
        await server.request(`/api/w/${workspace}/activity?before=${encodeURIComponent(wrong)}`, {
          cookie: owner,
        })
      ).status,
      wrong,
    ).toBe(400);
});

test('what others did since one was here is new to one, until it was seen, and reading tells nobody that', async () => {
  const { workspace, owner, lan, post, read, pageOf, keep } = team;
  const seen = async (cookie: string, seq: string) =>
    post('visit', cookie, { on: 'activity', seq, do: 'seen' });
  await keep(lan);
  // Before the first visit all would be new, and so nothing is.
  expect(await read(owner)).toMatchObject({ news: 0, items: [{ isNew: false }] });
  const back = await seen(owner, seqOf(await pageOf()));
  expect(back.headers.get('location')).toBe(`/w/${workspace}/activity`);
  await keep(lan);
  await keep(owner);
  await keep(lan);
  for (let time = 0; time < 2; time += 1) {
    const told = await read(owner);
    expect(told.news).toBe(2);
    expect(told.items.map(({ isNew }) => isNew)).toEqual([true, false, true, false]);
  }
  expect(saidBy(await pageOf())).toContain('2 new from others since you were here.');
  const linked = /href="\/w\/\w+\/activity">Activity<span class="news">2 new<\/span>/;
  expect(await (await server.request(`/w/${workspace}/library`, { cookie: owner })).text()).toMatch(
    linked,
  );
  const today = `/w/${workspace}/day/2026-03-10`;
  expect(await (await server.request(today, { cookie: owner })).text()).toMatch(linked);
  await seen(owner, seqOf(await pageOf()));
  expect((await read(owner)).news).toBe(0);
  expect(await (await server.request(today, { cookie: owner })).text()).not.toMatch(linked);
  expect((await read(lan)).news).toBe(0);
});

test('a day that was seen was a visit too: there is one notion of it', async () => {
  const { workspace, owner, lan, post, read, keep } = team;
  await keep(lan);
  const page = await (
    await server.request(`/w/${workspace}/day/2026-03-10`, { cookie: owner })
  ).text();
  const seq = /name="seq" value="(\d+)"/.exec(page)?.[1] ?? '';
  await post('visit', owner, { day: '2026-03-10', by: 'published', seq, do: 'seen' });
  await keep(lan);
  expect(await read(owner)).toMatchObject({ news: 1, items: [{ isNew: true }, { isNew: false }] });
});

test('the link to it stands on the pages of a team alone; who is alone finds it in the settings', async () => {
  const { workspace, owner } = team;
  const library = async (cookie: string, of: string) =>
    (await server.request(`/w/${of}/library`, { cookie })).text();
  expect(await library(owner, workspace)).toContain('>Activity</a>');
  const alone = await server.claim();
  expect(await library(alone.cookie, alone.workspace)).not.toContain('>Activity</a>');
  const settings = await server.request(`/w/${alone.workspace}/settings`, { cookie: alone.cookie });
  expect(await settings.text()).toContain(`/w/${alone.workspace}/activity`);
  const day = `/w/${alone.workspace}/day/2026-03-10`;
  const before = await server.request(day, { cookie: alone.cookie });
  const etag = before.headers.get('etag') ?? '';
  await server.admit(alone.workspace, 'viewer');
  const after = await server.request(day, {
    cookie: alone.cookie,
    headers: { 'if-none-match': etag },
  });
  expect(after.status).toBe(200);
  expect(await after.text()).toContain('>Activity</a>');
});
