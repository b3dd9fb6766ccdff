// Public links as their makers have them: made, listed, revoked, their visits counted.
import { beforeAll, describe, expect, test } from 'vitest';
import { collectingAt, DAY } from './collecting.ts';
import { newId } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';
import { type Asker, clipOf, ofCollection, ofDay, PLAIN, sharingAt } from './sharing.ts';

const NOW = '2026-03-10T08:00:00Z';
let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});
const { keep } = collectingAt(() => server);
const { put, share, revoke, listed, open } = sharingAt(() => server);

const ids = async (who: Asker) => (await listed(who)).map(({ id }) => id).sort();

const visitsOf = async (me: Asker) => (await listed(me)).flatMap(({ visits }) => visits);

describe('a link is made and revoked', () => {
  test('by editors and owners; whose it is sees and revokes it, an owner all, a token none', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First', 'Sea');
    const as = async (role: 'editor' | 'viewer') => ({
      ...me,
      cookie: await server.admit(me.workspace, role),
    });
    const [editor, other, viewer] = [await as('editor'), await as('editor'), await as('viewer')];
    const stranger = await server.install();
    expect((await put(viewer, ofCollection('Sea'))).status).toBe(403);
    expect((await put({ ...stranger, workspace: me.workspace }, ofCollection('Sea'))).status).toBe(
      404,
    );
    const [mine, theirs] = [await share(me, ofDay(DAY)), await share(editor, ofCollection('Sea'))];
    expect(await ids(me)).toEqual([mine.id, theirs.id].sort());
    expect(await ids(editor)).toEqual([theirs.id]);
    expect(await ids(other)).toEqual([]);
    expect(await ids(viewer)).toEqual([]);
    // By a link it would read what it may not, and on after it was revoked.
    const byToken = await server.request(`/api/w/${me.workspace}/shares`, { token: me.token });
    expect(byToken.status).toBe(403);
    expect((await revoke(other, theirs.id)).status).toBe(404);
    expect((await revoke(viewer, theirs.id)).status).toBe(403);
    expect((await revoke(editor, mine.id)).status).toBe(404);
    expect((await open(theirs.url)).status).toBe(200);
    expect((await revoke(me, theirs.id)).status).toBe(204);
    expect((await open(theirs.url)).status).toBe(404);
    expect(await ids(editor)).toEqual([]);
  });

  test('once under its id', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First', 'Sea');
    const id = newId();
    const first = await share(me, ofCollection('Sea'), { days: 7 }, id);
    expect(first).toMatchObject({ id, state: 'live', isOwn: true, visits: [], feeds: null });
    expect(first.expiresAt).toBe('2026-03-17T08:00:00.000Z');
    server.setClock('2026-03-11T08:00:00Z');
    expect(await share(me, ofCollection('Sea'), { days: 7 }, id)).toEqual(first);
    expect((await put(me, ofCollection('Sea'), { days: 30 }, id)).status).toBe(422);
    await revoke(me, id);
    expect((await put(me, ofCollection('Sea'), { days: 7 }, id)).status).toBe(410);
    server.setClock(NOW);
  });

  test('of what is there, in a form that is known', async () => {
    const me = await server.install();
    const other = await server.install();
    await keep(other, DAY, 'Theirs', 'Sea');
    const id = await clipOf(other.workspace, 'Theirs');
    for (const thing of [ofCollection('Sea'), ofDay(DAY, 'Sea'), { kind: 'clip', id } as const])
      expect((await put(me, thing)).status, thing.kind).toBe(404);
    const bad = [
      { of: ofDay('2022-02-30'), ...PLAIN },
      { of: ofDay(DAY), ...PLAIN, fullText: true },
      { of: ofDay(DAY), ...PLAIN, feeds: true },
      { of: ofDay(DAY), ...PLAIN, days: 2 },
      { of: ofDay(DAY), ...PLAIN, workspace: other.workspace },
      { of: { ...ofDay(DAY), id: 1 }, ...PLAIN },
      { of: ofDay(DAY) },
    ];
    for (const json of bad) {
      const answer = await server.request(`/api/w/${me.workspace}/shares/${newId()}`, {
        method: 'PUT',
        cookie: me.cookie,
        json,
      });
      expect(answer.status, JSON.stringify(json)).toBe(400);
    }
  });

  test('by a form, once however often that is sent', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First', 'Sea & more');
    const press = (address: string, form: Record<string, string>) =>
      server.request(`/w/${me.workspace}/shares${address}`, {
        method: 'POST',
        cookie: me.cookie,
        form,
      });
    const form = { collection: 'Sea & more', days: '7', feeds: 'yes', form: newId() };
    const [made, again] = [await press('', form), await press('', form)];
    expect(made.status).toBe(303);
    expect(again.headers.get('location')).toBe(made.headers.get('location'));
    const [one, ...others] = await listed(me);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ fullText: false, feeds: {}, named: false });
    const shown = async () => {
      const address = made.headers.get('location')?.split('#')[0] ?? '';
      return (await server.request(address, { cookie: me.cookie })).text();
    };
    expect(await shown()).toContain(one?.url);
    const gone = await press(`/${one?.id}/revoke`, { collection: 'Sea & more' });
    expect(gone.headers.get('location')).toContain('collection=Sea+%26+more&told=revoked');
    expect(await shown()).not.toContain(one?.url);
    expect((await press('', { days: '7' })).status).toBe(400);
    expect((await press('', { collection: 'None', days: '' })).status).toBe(404);
  });

  test('a hundred times an hour', async () => {
    const me = await server.install();
    const statuses = [];
    for (let turn = 0; turn < 101; turn += 1)
      statuses.push(
        (await put(me, ofDay(`2022-10-${String((turn % 28) + 1).padStart(2, '0')}`))).status,
      );
    expect(statuses.slice(0, 100).every((status) => status === 200)).toBe(true);
    expect(statuses[100]).toBe(429);
    expect((await put(me, ofDay(DAY))).headers.get('retry-after')).toBe('3600');
  });
});

describe('visits', () => {
  test('are counted by the day of the workspace’s zone, and nothing is kept of who they are', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First', 'Sea');
    const { url, feeds, id } = await share(me, ofCollection('Sea'), {
      feeds: true,
      fullText: true,
    });
    const etag = (await open(url)).headers.get('etag') ?? '';
    await open(url, { headers: { 'if-none-match': etag } });
    // Neither programs that ask whether it is there, nor feed readers, nor who goes on to a text.
    await open(url, { method: 'HEAD' });
    await open(feeds?.rss ?? '');
    await open(`${url}/clip/1`);
    expect(await visitsOf(me)).toEqual([{ day: '2026-03-10', count: 2 }]);
    server.setClock('2026-03-10T17:30:00Z');
    await open(url);
    expect(await visitsOf(me)).toEqual([
      { day: '2026-03-11', count: 1 },
      { day: '2026-03-10', count: 2 },
    ]);
    server.setClock(NOW);
    await revoke(me, id);
    const left = await db.prepare('SELECT count(*) AS n FROM share_visit WHERE share = ?').bind(id);
    expect(await left.first('n')).toBe(0);
  });

  test('of the second after one was written are written together', async () => {
    const me = await server.install();
    await keep(me, DAY, 'First');
    const { url } = await share(me, ofDay(DAY));
    const [paused, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const busy = await startServer(NOW, () => {
      paused.resolve();
      return ended.promise;
    });
    const visiting = sharingAt(() => busy);
    const first = visiting.open(url);
    await paused.promise;
    expect(await visitsOf(me)).toEqual([{ day: '2026-03-10', count: 1 }]);
    const meter = metered();
    await Promise.all(Array.from({ length: 20 }, () => visiting.open(url, { database: meter.db })));
    expect(meter.rows.written).toBe(0);
    ended.resolve();
    await first;
    expect(await visitsOf(me)).toEqual([{ day: '2026-03-10', count: 21 }]);
  });
});

test('a link is told by its id to its maker and to an owner, and to nobody once it is revoked', async () => {
  const me = await server.install();
  await keep(me, DAY, 'First', 'Sea');
  const editor = { ...me, cookie: await server.admit(me.workspace, 'editor') };
  const made = await share(me, ofCollection('Sea'));
  const get = ({ workspace, cookie }: Asker) =>
    server.request(`/api/w/${workspace}/shares/${made.id}`, { cookie });
  expect(await (await get(me)).json()).toEqual((await listed(me))[0]);
  expect((await get(editor)).status).toBe(404);
  await revoke(me, made.id);
  expect((await get(me)).status).toBe(404);
});

test('what a browser fetches ahead is no visit, and opening it is one', async () => {
  const me = await server.install();
  await keep(me, DAY, 'First', 'Sea');
  const { url } = await share(me, ofCollection('Sea'));
  const path = new URL(url).pathname;
  const get = (headers: Record<string, string>) => server.request(path, { headers });
  for (const headers of [
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'x-moz': 'prefetch' },
  ])
    expect((await get(headers)).status).toBe(200);
  expect(await visitsOf(me)).toEqual([]);
  await get({});
  expect(await visitsOf(me)).toEqual([{ day: '2026-03-10', count: 1 }]);
});
