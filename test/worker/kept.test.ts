// What an isolate has composed before: who may get it, and that it is never older than the library.
import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test, vi } from 'vitest';
import { texts } from '../../shared/locales/index.ts';
import { failingAt, PASSING } from './failing-database.ts';
import { keep, letGo, type Me } from './feed-reading.ts';
import { frozen, reads } from './frozen.ts';
import { freezeDay } from '../../worker/domain/digests.ts';
import { db, metered, ORIGIN, type Server, startServer } from './server.ts';

const DAY = '2022-12-27';

// Two isolates over one database: each has a memory of its own.
let server: Server;
let elsewhere: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
  elsewhere = await startServer('2026-03-10T08:00:00Z');
});

const page = ({ workspace }: Me): string => `/w/${workspace}/day/${DAY}`;
const digest = ({ workspace }: Me): string => `/api/w/${workspace}/digests/${DAY}`;

const open = async (path: string, cookie: string, headers: HeadersInit = {}) => {
  const { db: database, rows, trips } = metered();
  const answer = await server.request(path, { cookie, headers, database });
  return {
    status: answer.status,
    headers: answer.headers,
    etag: answer.headers.get('etag') ?? '',
    body: await answer.text(),
    read: rows.read,
    trips: trips.inSequence,
  };
};

test('a day that was composed before is the same answer, a round trip and a few rows away', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (let count = 0; count < 20; count += 1) await keep(server, me, `Story ${count}`, DAY);
  for (const path of [page(me), digest(me)]) {
    const first = await open(path, me.cookie);
    const again = await open(path, me.cookie);
    expect([...again.headers]).toEqual([...first.headers]);
    expect(again.body).toBe(first.body);
    expect(again.read).toBeLessThan(first.read);
    expect(again.trips).toBe(1);
    expect(again.read).toBeLessThan(12);
    const unchanged = await open(path, me.cookie, { 'if-none-match': first.etag });
    expect(unchanged).toMatchObject({ status: 304, body: '', trips: 1 });
    // Whoever has it need not wait until this isolate has composed it, either.
    const fresh = await elsewhere.request(path, {
      cookie: me.cookie,
      headers: { 'if-none-match': first.etag },
    });
    expect(fresh.status).toBe(304);
  }
});

test('a day that is frozen is one round trip away, for a new isolate too; a present one as JSON', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, 'Story', DAY);
  await freezeDay(reads('2026-03-10T08:00:00Z'), { ...me, zone: 'UTC' }, DAY);
  for (const path of [page(me), digest(me)]) {
    const fresh = await open(path, me.cookie);
    expect([fresh.trips, fresh.body.includes('Story')]).toEqual([1, true]);
  }
  await keep(server, me, 'Of today', '2026-03-10');
  const today = `/api/w/${me.workspace}/digests/2026-03-10`;
  const { db: database, trips } = metered();
  const present = await server.request(today, { cookie: me.cookie, database });
  expect([trips.inSequence, (await present.text()).includes('Of today')]).toEqual([1, true]);
});

test('where it is another day than in most places, a day is the same', async () => {
  for (const [zone, clock, days, past] of [
    // Already tomorrow, and still yesterday.
    ['Pacific/Kiritimati', '2026-03-10T12:00:00Z', ['2026-03-10', '2026-03-11'], ['2026-03-10']],
    ['Pacific/Pago_Pago', '2026-03-10T08:00:00Z', ['2026-03-08', '2026-03-09'], ['2026-03-08']],
  ] as const) {
    server.setClock(clock);
    const me = await server.install({ zone });
    for (const day of days) await keep(server, me, `Story of ${day}`, day);
    for (const day of days) {
      const path = `/api/w/${me.workspace}/digests/${day}`;
      const first = await open(path, me.cookie);
      expect(first.body).toContain(`Story of ${day}`);
      const { body } = await open(`${path}?page=1`, me.cookie);
      expect(body).toBe(first.body);
    }
    const { days: stored } = await frozen(me);
    expect(stored.map(({ day }) => day)).toEqual(past);
  }
  server.setClock('2026-03-10T08:00:00Z');
});

test('a change made through another isolate shows at once', async () => {
  const me = await server.install({ zone: 'UTC' });
  const titles = async () =>
    (await open(page(me), me.cookie)).body
      .match(/<h3[^>]*><a[^>]*>[^<]*/g)
      ?.map((headline) => headline.replace(/.*>/, ''))
      .sort();
  const calendar = async () =>
    (await open(page(me), me.cookie)).body.includes('Monday, 5 December 2022, 1 clip"');
  const first = await keep(elsewhere, me, 'First', DAY);
  expect(await titles()).toEqual(['First']);
  await keep(elsewhere, me, 'Second', DAY);
  expect(await titles()).toEqual(['First', 'Second']);
  expect((await open(digest(me), me.cookie)).body).toContain('"clips":2');
  await letGo(elsewhere, me, first);
  expect(await titles()).toEqual(['Second']);
  expect((await open(digest(me), me.cookie)).body).toContain('"clips":1');
  expect(await calendar()).toBe(false);
  await keep(elsewhere, me, 'Another day of the month', '2022-12-05');
  expect(await calendar()).toBe(true);
  expect((await open(digest(me), me.cookie)).body).toContain('"earlier":"2022-12-05"');
});

const feedOf = ({ body }: { body: string }) => /\/feed\/[\w-]+\/daily\.atom/.exec(body)?.[0];

test('a change of language, zone, feed addresses or of the present day shows at once', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, 'Story', DAY, {
    published: {
      precision: 'instant',
      value: `${DAY}T05:30:00Z`,
      evidence: 'json-ld',
      zoneAssumed: false,
    },
  });
  const set = (column: string, value: string | number) =>
    db
      .prepare(`UPDATE library SET ${column} = ? WHERE workspace = ?`)
      .bind(value, me.workspace)
      .run();
  const first = await open(page(me), me.cookie);
  expect(first.body).toContain('<span>05:30</span>');
  await set('zone', 'Asia/Ho_Chi_Minh');
  expect((await open(page(me), me.cookie)).body).toContain('<span>12:30</span>');
  expect((await open(digest(me), me.cookie)).body).toContain('"zone":"Asia/Ho_Chi_Minh"');
  await set('language', 'vi');
  expect((await open(page(me), me.cookie)).body).toContain('<html lang="vi">');
  const feed = feedOf(await open(page(me), me.cookie));
  await set('feed_rotation', 2);
  expect(feedOf(await open(page(me), me.cookie))).not.toBe(feed);

  const future = `/w/${me.workspace}/day/2026-03-11`;
  const { pages: t } = texts('vi');
  expect((await open(future, me.cookie)).body).toContain(t.futureDay);
  server.setClock('2026-03-11T08:00:00Z');
  expect((await open(future, me.cookie)).body).toContain(t.emptyDay);
  server.setClock('2026-03-10T08:00:00Z');
});

test('a new secret of the server shows at once, since it signs the addresses of feeds', async () => {
  const me = await server.install();
  const feed = feedOf(await open(page(me), me.cookie));
  const request = new Request(`${ORIGIN}${page(me)}`, { headers: { cookie: me.cookie } });
  const surroundings = { ...env, SECRET: 'another secret of the tests alone' };
  const answer = await server.app.fetch(request, surroundings, createExecutionContext());
  expect(feedOf({ body: await answer.text() })).not.toBe(feed);
});

test('a database that fails while a day is composed is said so, and nothing is kept of it', async () => {
  const me = await server.install();
  await keep(server, me, 'Story', DAY);
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => {});
  const database = failingAt({ trip: 1, at: 'answer' }, PASSING[0]);
  const failed = await server.request(digest(me), { cookie: me.cookie, database });
  silenced.mockRestore();
  expect(failed.status).toBe(503);
  const composed = await open(digest(me), me.cookie);
  expect(composed.status).toBe(200);
  expect(composed.read).toBeGreaterThan(12);
});

test('what was composed for one workspace is never another’s', async () => {
  const [me, other] = [await server.install(), await server.install()];
  await keep(server, me, 'Mine alone', DAY);
  await keep(server, other, 'Theirs alone', DAY);
  for (const address of [page, digest]) {
    await open(address(me), me.cookie);
    const theirs = await open(address(other), other.cookie);
    expect(theirs.body).toContain('Theirs alone');
    expect(theirs.body).not.toContain('Mine alone');
    expect((await open(address(me), other.cookie)).status).toBe(404);
  }
});

test('a session, token or membership that has ended gets nothing of what is kept', async () => {
  const me = await server.install();
  await keep(server, me, 'Once mine', DAY);
  const viewer = await server.admit(me.workspace, 'viewer');
  const asked = async (wishes: { cookie?: string; token?: string }) => {
    const answer = await server.request(digest(me), wishes);
    return { status: answer.status, hasClip: (await answer.text()).includes('Once mine') };
  };
  const everybody = [{ cookie: me.cookie }, { cookie: viewer }, { token: me.token }];
  for (const who of everybody) expect(await asked(who)).toEqual({ status: 200, hasClip: true });
  const { etag } = await open(digest(me), me.cookie);
  await db.prepare(`UPDATE token SET revoked_at = '2026-03-10'`).run();
  await db
    .prepare(`DELETE FROM member WHERE workspace = ? AND role = 'viewer'`)
    .bind(me.workspace)
    .run();
  expect(await asked({ token: me.token })).toEqual({ status: 401, hasClip: false });
  expect(await asked({ cookie: viewer })).toEqual({ status: 404, hasClip: false });
  expect(await asked({ cookie: me.cookie })).toEqual({ status: 200, hasClip: true });
  await db.prepare('DELETE FROM session').run();
  for (const path of [page(me), digest(me)]) {
    const ended = await open(path, me.cookie, { 'if-none-match': etag });
    expect([ended.status, ended.body.includes('Once mine')]).toEqual([401, false]);
  }
});

test('a library restored to an earlier state does not bring back what was kept of a later one', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, 'Before', DAY);
  const { workspace } = me;
  const seq = async () =>
    (await db
      .prepare('SELECT seq FROM library WHERE workspace = ?')
      .bind(workspace)
      .first<number>('seq')) ?? 0;
  const before = await seq();
  await keep(server, me, 'Lost', DAY);
  expect((await open(page(me), me.cookie)).body).toContain('Lost');
  for (const table of ['clip', 'keep', 'operation'])
    await db
      .prepare(`DELETE FROM ${table} WHERE workspace = ? AND seq > ?`)
      .bind(workspace, before)
      .run();
  for (const table of ['digest', 'digest_page'])
    await db.prepare(`DELETE FROM ${table} WHERE workspace = ?`).bind(workspace).run();
  await db.prepare('UPDATE library SET seq = ? WHERE workspace = ?').bind(before, workspace).run();
  server.setClock('2026-03-10T09:00:00Z');
  await keep(server, me, 'Instead', DAY);
  server.setClock('2026-03-10T08:00:00Z');
  const { body } = await open(page(me), me.cookie);
  expect([body.includes('Instead'), body.includes('Lost')]).toEqual([true, false]);
});
