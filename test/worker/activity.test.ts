// What people of a workspace did: one row an act, told to the team as it is now.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Mark } from '../../shared/schema/highlight.ts';
import worker from '../../worker/index.ts';
import { type ActingTeam, into, makeActingTeam, NOWHERE, saidBy } from './acting.ts';
import { mark, marking } from './marking.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';

let server: Server;
let team: ActingTeam;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
beforeEach(async () => {
  team = await makeActingTeam(server);
});

const setMark = (cookie: string, keepId: string, highlight: string, to: Mark | null) =>
  team.api('PUT', `highlights/${newId()}`, cookie, marking(keepId, highlight, to));

test('who kept what is told, with the collections that it came into, the last first', async () => {
  const { workspace, owner, lan, items, pageOf, keep } = team;
  const first = await keep(lan);
  const second = await keep(owner, into('Files', 'Land'));
  expect(await items()).toMatchObject([
    {
      kind: 'keep',
      by: { name: 'Minh' },
      at: '2026-03-10T08:02:00.000Z',
      clips: [{ id: second.clip, title: second.title, isThere: true }],
      count: 1,
      addedTo: [{ name: 'Files' }, { name: 'Land' }],
    },
    { kind: 'keep', by: { name: 'Lan' }, clips: [{ id: first.clip }], addedTo: [] },
  ]);
  const page = await pageOf();
  expect(saidBy(page)).toContain('You kept a clip, in Files , Land');
  expect(saidBy(page)).toContain('Lan kept a clip');
  expect(page).toContain(`href="/w/${workspace}/clip/${first.clip}"`);
  expect(page).toContain('href="/w/' + workspace + '/collection/Files"');
});

test('a keep that is sent again is told once', async () => {
  const { lan, api, items } = team;
  const id = newId();
  const write = sample();
  await api('PUT', `keeps/${id}`, lan, write);
  await api('PUT', `keeps/${id}`, lan, write);
  expect(await items()).toHaveLength(1);
});

test('what many clips are filed under is one act with the first few of them, and tells what has changed alone', async () => {
  const { workspace, owner, lan, tick, items, pageOf, keep, file } = team;
  const clips: string[] = [];
  for (let nth = 0; nth < 7; nth += 1) clips.push((await keep(owner)).clip);
  const [first = ''] = clips;
  await file(lan, [first], into('Files'));
  const bulk = metered();
  tick();
  await server.request(`/api/w/${workspace}/clips/many`, {
    method: 'POST',
    cookie: lan,
    json: { act: 'file', clips, change: { add: into('Files'), remove: NOWHERE } },
    database: bulk.db,
  });
  const [told] = await items();
  expect(told).toMatchObject({ kind: 'file', by: { name: 'Lan' }, count: 6 });
  expect(told?.clips).toHaveLength(5);
  expect(told?.clips.map(({ id }) => id)).not.toContain(first);
  const before = (await items()).length;
  // Where they are already nothing is done.
  await file(lan, clips, into('Files'));
  await file(lan, clips, { tags: ['land'], collections: [] });
  expect(await items()).toHaveLength(before);
  await file(lan, [first], into('Land'), into('Files', 'Never'));
  expect((await items())[0]).toMatchObject({
    kind: 'file',
    count: 1,
    addedTo: [{ name: 'Land' }],
    removedFrom: [{ name: 'Files' }],
  });
  expect(saidBy(await pageOf())).toContain('Lan put a clip into Land , and out of Files');
});

test('an act on one clip by the extension is told as well: filing, and the trash', async () => {
  const { owner, lan, api, items, keep } = team;
  const { clip } = await keep(owner);
  const act = (doing: object) =>
    api('PUT', `acts/${newId()}`, lan, { version: 1, clip, act: doing });
  await act({ kind: 'file', change: { add: into('Files'), remove: NOWHERE } });
  await act({ kind: 'read', reading: { starred: true } });
  await act({ kind: 'delete' });
  expect((await items()).map(({ kind, by }) => [kind, by.name])).toEqual([
    ['delete', 'Lan'],
    ['file', 'Lan'],
    ['keep', 'Minh'],
  ]);
});

test('a headline lives on as long as its clip may come back, for who may bring it back', async () => {
  const { workspace, owner, lan, api, items, pageOf, keep } = team;
  const viewer = await server.admit(workspace, 'viewer');
  const { clip, title } = await keep(owner, into('Files'));
  await api('DELETE', `clips/${clip}`, lan);
  expect((await items())[0]).toMatchObject({
    kind: 'delete',
    by: { name: 'Lan' },
    clips: [{ id: clip, title, isThere: false }],
  });
  const page = await pageOf();
  expect(page).toContain(title);
  expect(page).not.toContain(`/clip/${clip}`);
  expect(await pageOf(viewer)).not.toContain(title);
  await api('POST', `trash/${clip}/restore`, owner);
  expect((await items(viewer))[0]).toMatchObject({ kind: 'restore', clips: [{ title }] });
  await api('DELETE', `clips/${clip}`, owner);
  await api('DELETE', `trash/${clip}`, owner);
  for (const each of await items())
    for (const { title: told } of each.clips) expect(told).toBeNull();
  expect(await pageOf()).not.toContain(title);
  expect(saidBy(await pageOf())).toContain('A clip that was deleted');
});

test('an import is one act, however many parts it has, and says so when it is taken back', async () => {
  const { lan, api, items, pageOf } = team;
  const id = newId();
  const part = (number: number, count: number) =>
    api('PUT', `imports/${id}/parts/${number}`, lan, {
      version: 1,
      name: 'bookmarks.html',
      items: Array.from({ length: count }, (_, nth) => ({
        url: `https://old.example/${number}/${nth}`,
        title: `Old ${nth}`,
        addedAt: null,
        tags: [],
        folder: [],
      })),
    });
  expect((await part(0, 3)).status).toBe(201);
  expect((await part(1, 2)).status).toBe(201);
  expect(await items()).toMatchObject([{ kind: 'import', count: 5, isUndone: false }]);
  expect(saidBy(await pageOf())).toContain('Lan imported 5 addresses');
  // What the file is called is its importer's.
  expect(await pageOf()).not.toContain('bookmarks');
  await api('DELETE', `imports/${id}`, lan);
  expect(await items()).toMatchObject([{ kind: 'import', count: 5, isUndone: true }]);
});

test('a highlight is told while the team may see it, and what is a person’s own never is', async () => {
  const { owner, lan, api, items, pageOf, keep } = team;
  const { id, clip } = await keep(owner);
  const highlight = newId();
  await setMark(lan, id, highlight, mark({ note: 'Mine' }));
  await api('PUT', `clips/${clip}/reading`, lan, { state: 'done', starred: true });
  await api('PUT', `searches/${newId()}`, lan, { name: 'Secret', query: 'x' });
  expect(await items()).toHaveLength(1);
  await setMark(lan, id, highlight, mark({ note: 'Ours', forTeam: true }));
  await setMark(lan, id, highlight, mark({ note: 'Ours still', forTeam: true }));
  expect((await items()).map(({ kind }) => kind)).toEqual(['mark', 'keep']);
  expect(saidBy(await pageOf())).toContain('Lan showed the team a highlight');
  expect(await pageOf()).not.toContain('Ours');
  await setMark(lan, id, highlight, mark({ note: 'Ours still' }));
  expect((await items()).map(({ kind }) => kind)).toEqual(['keep']);
  await setMark(lan, id, highlight, mark({ forTeam: true }));
  await setMark(lan, id, highlight, null);
  expect((await items()).map(({ kind }) => kind)).toEqual(['keep']);
});

test('of a collection that is gone its name stands where it is deleted, and nowhere else', async () => {
  const { owner, lan, post, items, pageOf, keep } = team;
  await keep(owner, into('Files'));
  await keep(owner, into('Land'));
  await post('collection/Files', lan, { do: 'merge', into: 'Land' });
  expect((await items())[0]).toMatchObject({
    kind: 'merge',
    collection: 'Files',
    addedTo: [{ name: 'Land' }],
  });
  await post('collection/Land', lan, { do: 'delete' });
  const [drop, merge, ...keeps] = await items();
  expect(drop).toMatchObject({ kind: 'drop', by: { name: 'Lan' }, collection: 'Land' });
  for (const each of [merge, ...keeps]) expect(each?.addedTo).toMatchObject([{ name: null }]);
  expect(saidBy(await pageOf())).toContain('You kept a clip, in a collection that is gone');
});

test('a page of fifty acts reads what it shows, in one round trip beside the sign-in', async () => {
  const { workspace, owner, lan, keep } = team;
  for (let nth = 0; nth < 60; nth += 1) await keep(lan);
  const { db: counting, rows, trips } = metered();
  await server.request(`/api/w/${workspace}/activity`, { cookie: owner, database: counting });
  console.log(`a page of 50 acts read ${rows.read} rows`);
  expect(rows.read).toBeLessThan(60 * 6);
  expect(rows.written).toBe(0);
  expect(trips.inSequence).toBe(2);
});

test('what is older than a year is told no more, and a scheduled run deletes it', async () => {
  const { workspace, owner, lan, post, items, pageOf, keep } = team;
  await keep(lan);
  const invited = await post('invites', owner, { role: 'viewer', days: '7' });
  await server.request(/\/invite\/[\w-]{43}/.exec(await invited.text())?.[0] ?? '', {
    method: 'POST',
    form: { name: 'Hoa' },
  });
  expect(await items()).toHaveLength(2);
  server.setClock('2027-03-09T08:00:00Z');
  expect(await items()).toHaveLength(2);
  server.setClock('2027-03-11T08:00:00Z');
  expect(await items()).toEqual([]);
  expect(saidBy(await pageOf())).toContain('Nothing yet.');
  const count = async () => {
    const [acts, changes] = await db.batch<{ rows: number }>(
      ['activity', 'member_change'].map((table) =>
        db.prepare(`SELECT count(*) AS rows FROM ${table} WHERE workspace = ?`).bind(workspace),
      ),
    );
    return { acts: acts?.results[0]?.rows, changes: changes?.results[0]?.rows };
  };
  await worker.scheduled(createScheduledController(), env);
  expect(await count()).toEqual({ acts: 1, changes: 1 });
  // A run goes by the clock of the machine.
  await db
    .prepare(`UPDATE activity SET at = '2020-01-01T00:00:00.000Z' WHERE workspace = ?`)
    .bind(workspace)
    .run();
  await db
    .prepare(`UPDATE member_change SET at = '2020-01-01T00:00:00.000Z' WHERE workspace = ?`)
    .bind(workspace)
    .run();
  await worker.scheduled(createScheduledController(), env);
  expect(await count()).toEqual({ acts: 0, changes: 0 });
});

test('a page has an ETag by which nothing is sent again', async () => {
  const { workspace, owner, lan, keep } = team;
  await keep(lan);
  for (const path of [`/w/${workspace}/activity`, `/api/w/${workspace}/activity`]) {
    const first = await server.request(path, { cookie: owner });
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await server.request(path, { cookie: owner, headers })).status).toBe(304);
  }
});

test('an act that takes one of three out of a collection and puts all into another tells of three', async () => {
  const { owner, items, keep, file } = team;
  const clips: string[] = [];
  for (let nth = 0; nth < 3; nth += 1) clips.push((await keep(owner)).clip);
  await file(owner, clips.slice(0, 1), into('Old'));
  await file(owner, clips, into('New'), into('Old'));
  const [told] = await items();
  expect(told).toMatchObject({
    count: 3,
    addedTo: [{ name: 'New' }],
    removedFrom: [{ name: 'Old' }],
  });
  expect(told?.clips).toHaveLength(3);
});
