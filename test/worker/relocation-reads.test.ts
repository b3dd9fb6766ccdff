// What people see of a library before it moves, while it is closed and after it; and what becomes of a move that cannot be.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { makeArriving } from '../../worker/db/arriving.ts';
import { makeDeparting } from '../../worker/db/departing.ts';
import { CLIP, TABLES } from '../../worker/db/relocation-kinds.ts';
import worker from '../../worker/index.ts';
import { addClips } from './many-clips.ts';
import {
  askFor,
  closeIt,
  contentIn,
  fill,
  FURTHER,
  liesIn,
  moveAll,
  overBatches,
  moveSome,
  phaseOf,
  rowsIn,
  second,
  startWithSecond,
  test,
} from './relocating.ts';
import { writesTo } from './relocation-writes.ts';
import { db, ORIGIN, type Server } from './server.ts';

const NOW = '2026-03-11T00:00:00Z';

let server: Server;
let filled: Awaited<ReturnType<typeof fill>>;
beforeAll(async () => {
  server = await startWithSecond();
});
beforeEach(async () => {
  filled = await fill(server);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const feedsOf = async (): Promise<string[]> => {
  const { owner } = filled;
  const page = await server.request(`/w/${owner.workspace}/feeds`, { ...owner, further: FURTHER });
  const told = Array.from(
    (await page.text()).matchAll(/"(?:https:\/\/news\.example)?(\/feed\/[^"]+)"/g),
    ([, path]) => path ?? '',
  );
  expect(told.length).toBeGreaterThan(3);
  return [...new Set(told)];
};

/** Every way to read a library, but for how often links were opened: these are opened here. */
const waysTo = async (): Promise<string[]> => {
  const { me, clip, links } = filled;
  const api = [
    '',
    '/cards',
    '/changes?since=0',
    '/clips',
    `/clips/${clip}`,
    `/clips/${clip}/highlights`,
    `/clips/${clip}/history`,
    `/clips/${clip}/related`,
    '/digests/2026-03-10',
    '/collections/Qu%C3%BD%20IV/digests/2026-03-10',
    '/names',
    '/search?q=happened',
    '/search?q=a%20title',
    '/searches',
    '/trash',
    '/export',
    '/members',
  ].map((path) => `/api/w/${me.workspace}${path}`);
  const pages = [
    '/day/2026-03-10',
    '/week/2026-W11',
    '/month/2026-03',
    '/library',
    `/clip/${clip}`,
    `/clip/${clip}/markdown`,
    `/clip/${clip}/correct`,
    '/collection/Qu%C3%BD%20IV',
    '/collection/Qu%C3%BD%20IV/day/2026-03-10',
    '/tag/%C4%90%E1%BA%A5t%20%C4%91ai',
    '/collections',
    '/tags',
    '/search?q=happened',
    '/searches',
    '/trash',
    '/settings',
    '/feeds',
    '/members',
  ].map((path) => `/w/${me.workspace}${path}`);
  const shared = links.map(({ url }) => url.slice(ORIGIN.length));
  return [...api, ...pages, ...shared, ...(await feedsOf()), '/api/workspaces'];
};

const read = async (ways: readonly string[]): Promise<Record<string, string>> => {
  const { cookie } = filled.owner;
  const told: Record<string, string> = {};
  for (const path of ways) {
    const isOpen = /^\/(share|feed)\//.test(path);
    const answer = await server.request(path, { ...(!isOpen && { cookie }), further: FURTHER });
    const { status, headers } = answer;
    const body = new TextDecoder().decode(await answer.arrayBuffer());
    // A form that makes something has another id each time that it is drawn.
    const same = body.replace(/name="form" value="[^"]+"/g, 'name="form"');
    told[path] = `${status} ${headers.get('etag')} ${same}`;
    expect(status, path).toBe(200);
  }
  return told;
};

test('every way to read a library answers the same before it moves, while it is closed, and after', async () => {
  const ways = await waysTo();
  const before = await read(ways);
  await closeIt(filled.me.workspace);
  expect(await read(ways)).toEqual(before);
  await moveAll(filled.me.workspace);
  expect(await phaseOf(filled.me.workspace)).toBeNull();
  expect(await read(ways)).toEqual(before);
  // And back to where it was.
  await askFor(filled.me.workspace, 'DB_2', 'DB');
  await moveAll(filled.me.workspace);
  expect(await liesIn(filled.me.workspace)).toBe('DB');
  expect(await read(ways)).toEqual(before);
});

test('a closed library takes no write of any kind, and keeps nothing of it', async () => {
  await closeIt(filled.me.workspace);
  const before = await contentIn(db, filled.me.workspace);
  const heard: string[] = [];
  for (const { what, send } of writesTo(server, filled, FURTHER, 1)) {
    const answer = await send();
    const body = await answer.text();
    if (answer.status === 503)
      expect(`${body}${what}`).toMatch(/library-moving|This library is moving/);
    // What is not there is missing, as ever.
    else if (answer.status !== 404)
      heard.push(`${answer.status} ${what.replace(/[\w-]{36}/, '…')}`);
  }
  // A search that is not there is gone already, and opening a link is reading.
  expect(heard.toSorted()).toEqual(['200 opening a link', '204 DELETE searches/…']);
  expect(await contentIn(db, filled.me.workspace)).toEqual(before);
});

test('the scheduled run moves a library, and does in it there what is due', async () => {
  const { workspace } = filled.me;
  await askFor(workspace);
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(NOW) });
  try {
    const isWaiting = async () =>
      (await phaseOf(workspace)) ??
      second.prepare('SELECT 1 FROM unprofiled WHERE workspace = ?').bind(workspace).first();
    for (let run = 0; run < 60 && (await isWaiting()); run += 1) {
      vi.setSystemTime(Date.parse(NOW) + run * 300_000);
      await worker.scheduled(createScheduledController(), {
        ...env,
        ...FURTHER,
        RUN_STATEMENTS: '50',
      });
    }
  } finally {
    vi.useRealTimers();
  }
  expect(await phaseOf(workspace)).toBeNull();
  expect((await rowsIn(second, workspace)).get('library')).toHaveLength(1);
  expect((await rowsIn(second, workspace)).get('unprofiled')).toEqual([]);
});

test('a library whose copy is another one stays where it is, and is asked for again', async () => {
  const { workspace } = filled.me;
  await closeIt(filled.me.workspace);
  await second.prepare('UPDATE tag SET name = ? WHERE workspace = ?').bind('x', workspace).run();
  const before = await contentIn(db, workspace);
  await moveAll(workspace);
  expect(await phaseOf(workspace)).toEqual({
    phase: 'failed',
    problem: 'tag has other rows there than here',
  });
  expect(await contentIn(db, workspace)).toEqual(before);
  expect([...(await rowsIn(second, workspace)).values()].flat()).toEqual([]);
  for (const { send, what } of writesTo(server, filled, FURTHER, 1))
    expect((await send()).status, what).toBeLessThan(400);
  const written = await rowsIn(db, workspace);
  await db.prepare('DELETE FROM relocation WHERE workspace = ?').bind(workspace).run();
  await askFor(workspace);
  await moveAll(workspace);
  expect(await rowsIn(second, workspace)).toEqual(written);
});

test('a library whose triggers a migration took away does not move', async () => {
  const { workspace } = filled.me;
  await closeIt(filled.me.workspace);
  const { results } = await db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' LIMIT 1`)
    .all<{ name: string }>();
  await db.prepare(`DROP TRIGGER "${results[0]?.name}"`).run();
  await moveAll(workspace);
  expect(await phaseOf(workspace)).toMatchObject({ phase: 'failed' });
  expect([...(await rowsIn(second, workspace)).values()].flat()).toEqual([]);
});

test('a workspace that is deleted while it moves leaves nothing in either database', async () => {
  const { owner, me } = filled;
  for (const phase of ['copying', 'closed'] as const) {
    if (phase === 'closed') {
      filled = await fill(server);
      await closeIt(filled.me.workspace);
    } else {
      await askFor(me.workspace);
      await moveSome(NOW, 150);
    }
    const { workspace, cookie } = phase === 'closed' ? filled.owner : owner;
    const deleted = await server.request(`/w/${workspace}/delete`, {
      method: 'POST',
      cookie,
      form: { name: 'News' },
      further: FURTHER,
    });
    expect(deleted.status).toBeLessThan(400);
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const isWaiting = () =>
      db.prepare('SELECT 1 FROM deletion WHERE workspace = ?').bind(workspace).first();
    for (let run = 0; run < 60 && ((await isWaiting()) || (await phaseOf(workspace))); run += 1)
      await worker.scheduled(createScheduledController(), { ...env, ...FURTHER });
    expect(await phaseOf(workspace)).toBeNull();
    for (const database of [db, second])
      expect([...(await rowsIn(database, workspace)).values()].flat()).toEqual([]);
  }
});

test('what a slice reads does not grow with the library', async () => {
  const { workspace } = filled.me;
  await addClips(filled.me, 4_000, `'2026-03-10'`);
  const { number, last } = (await db
    .prepare(
      `SELECT number, max(rid) AS last FROM library JOIN clip USING (workspace) WHERE workspace = ?`,
    )
    .bind(workspace)
    .first<{ number: number; last: number }>()) ?? { number: 0, last: 0 };
  const where = { workspace, number, move: 1 };
  let rowsRead = 0;
  const metered = overBatches(db, async (statements) => {
    const results = await db.batch(statements);
    for (const { meta } of results) rowsRead += meta.rows_read;
    return results;
  });
  const costOf = async (act: () => Promise<unknown>): Promise<number> => {
    rowsRead = 0;
    await act();
    return rowsRead;
  };
  const [from, to] = [makeDeparting(metered), makeArriving(metered)];
  const columns = await from.columns();
  const after = `[${last - 51}]`;
  expect(
    await costOf(() => from.keys(where, CLIP, columns, after, { count: 50, bytes: 1_000_000 })),
  ).toBeLessThan(500);
  expect(await costOf(() => from.read(where, CLIP, columns, [after]))).toBeLessThan(20);
  await to.begin(where);
  const slice = { kind: CLIP, keys: [after], tables: [], words: [] };
  const start = { turn: 0, kind: CLIP.name, after: null };
  expect(await costOf(() => to.take(where, start, [slice]))).toBeLessThan(100);
  await to.abandon(where);
});

test('there is something in every table that moves', async () => {
  const rows = await rowsIn(db, filled.me.workspace);
  expect(TABLES.filter((table) => rows.get(table)?.length === 0)).toEqual([]);
});

const plain = (text = ''): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** The form by which a page sends again what it was sent: where to, and with what. */
const formIn = (html: string): { to: string; fields: Record<string, string> } => {
  const form = /<form method="post" action="([^"]*)">(.*?)<\/form>/s.exec(html) ?? [];
  const inputs = form[2]?.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g) ?? [];
  const fields = Array.from(inputs, ([, name, value]) => [plain(name), plain(value)]);
  return { to: plain(form[1]), fields: Object.fromEntries(fields) };
};

test('a form that a closed library refuses is sent again from the page that says so, with nothing lost', async () => {
  const { workspace } = filled.me;
  const { cookie } = filled.owner;
  const to = `/w/${workspace}/collection/${encodeURIComponent('Quý IV')}`;
  const typed = { do: 'describe', description: 'Lines\r\nof "two" <b> & more' };
  const send = (path: string, form: Record<string, string>) =>
    server.request(path, { method: 'POST', cookie, form, further: FURTHER });
  await closeIt(workspace);
  const refused = await send(to, typed);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('30');
  const form = formIn(await refused.text());
  expect(form).toEqual({ to, fields: typed });
  await moveAll(workspace);
  expect((await send(form.to, form.fields)).status).toBe(303);
  const page = await server.request(to, { cookie, further: FURTHER });
  expect(await page.text()).toContain('of &quot;two&quot; &lt;b> &amp; more</p>');
});
