// Libraries in another database than the accounts, one of which moves there by hand: whatever was known of where it lay, it
// is found, and a step that is cut between the two databases ends right.
import { applyD1Migrations, createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { inTurn } from '../../worker/domain/turns.ts';
import worker from '../../worker/index.ts';
import { CONTROL_TABLES } from '../../worker/db/control-tables.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';

const second = env.SECOND ?? env.DB;
const DAY = '2026-03-10';

let server: Server;
type Me = Awaited<ReturnType<Server['install']>>;

const both = { DB_2: second };
const newThere = { ...both, NEW_LIBRARIES_IN: 'DB_2' };

/** A database whose batches are done otherwise. */
const doing = (batch: D1Database['batch']): D1Database =>
  new Proxy(second, {
    get: (target, name) => (name === 'batch' ? batch : (sql: string) => target.prepare(sql)),
  });
const down = doing(() => Promise.reject(new Error('D1_ERROR: Network connection lost.')));

const ask = (path: string, wishes: Parameters<Server['request']>[1] = {}) =>
  server.request(path, { further: both, ...wishes });

const keep = async (
  me: Me,
  title: string,
  id = newId(),
  further: typeof newThere | typeof both = both,
) =>
  ask(`/api/w/${me.workspace}/keeps/${id}`, {
    method: 'PUT',
    token: me.token,
    json: sample({ title, canonicalUrl: `https://news.example/${id}` }),
    further,
  });

const tablesOf = async (): Promise<string[]> => {
  const { results } = await db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%workspace TEXT NOT NULL%'`,
    )
    .all<{ name: string }>();
  return results.map(({ name }) => name).filter((name) => !CONTROL_TABLES.includes(name));
};

/** Carries all rows of a library over, while nobody uses it. */
const carry = async (workspace: string, from: D1Database, to: D1Database): Promise<void> => {
  for (const table of await tablesOf()) {
    const { results } = await from
      .prepare(`SELECT * FROM "${table}" WHERE workspace = ?`)
      .bind(workspace)
      .all();
    await to.prepare(`DELETE FROM "${table}" WHERE workspace = ?`).bind(workspace).run();
    for (const row of results) {
      const columns = Object.keys(row);
      await to
        .prepare(
          `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        )
        .bind(...Object.values(row))
        .run();
    }
  }
};

const begun = () => db.prepare('SELECT count(*) AS n FROM workspace').first('n');

const hereAt = (at: D1Database, workspace: string, here: 0 | 1) =>
  at.prepare('UPDATE library SET here = ? WHERE workspace = ?').bind(here, workspace).run();

const move = async (workspace: string, binding: 'DB' | 'DB_2'): Promise<void> => {
  const [from, to] = binding === 'DB' ? [second, db] : [db, second];
  await carry(workspace, from, to);
  await hereAt(to, workspace, 1);
  await db
    .prepare('UPDATE workspace SET library_in = ? WHERE id = ?')
    .bind(binding, workspace)
    .run();
  await hereAt(from, workspace, 0);
};

const clipsAt = async (at: D1Database, workspace: string): Promise<number> =>
  (await at
    .prepare('SELECT count(*) AS clips FROM clip WHERE workspace = ?')
    .bind(workspace)
    .first<number>('clips')) ?? -1;

/** The day of a library that is frozen in a database. */
const frozenAt = (at: D1Database, { workspace }: Me) =>
  at.prepare('SELECT day FROM digest WHERE workspace = ?').bind(workspace).first('day');

const feedOf = async (me: Me): Promise<string> => {
  const page = await (await ask(`/w/${me.workspace}/feeds`, { cookie: me.cookie })).text();
  return /\/feed\/[\w-]+\/daily\.atom/.exec(page)?.[0] ?? '';
};

/** What is read of a library, each by its own way to it. */
const readAll = async (me: Me, feed: string): Promise<string[]> => {
  const answers = await Promise.all([
    ask(`/api/w/${me.workspace}/digests/${DAY}`, { cookie: me.cookie }),
    ask(`/w/${me.workspace}/library`, { cookie: me.cookie }),
    ask(`/api/w/${me.workspace}/export`, { token: me.token }),
    ask('/api/workspaces', { token: me.token }),
    ask(feed),
    ask(feed.replace('daily.atom', 'days.ics')),
  ]);
  for (const answer of answers) expect(answer.status).toBe(200);
  return Promise.all(
    answers.map(async (answer) => new TextDecoder().decode(await answer.arrayBuffer())),
  );
};

const runScheduled = (statements = 50, further = both) =>
  worker.scheduled(createScheduledController(), {
    ...env,
    ...further,
    RUN_STATEMENTS: String(statements),
  });

describe.skipIf(!env.SECOND)('with two databases', () => {
  beforeAll(async () => {
    server = await startServer('2026-03-10T08:00:00Z');
    await applyD1Migrations(second, env.MIGRATIONS);
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  test('a library that moves is found where it is, by every way to it, and written there alone', async () => {
    const me = await server.install();
    expect((await keep(me, 'One')).status).toBe(201);
    const feed = await feedOf(me);
    const before = await readAll(me, feed);
    await move(me.workspace, 'DB_2');
    expect(await readAll(me, feed)).toEqual(before);
    expect((await keep(me, 'Two')).status).toBe(201);
    expect([await clipsAt(db, me.workspace), await clipsAt(second, me.workspace)]).toEqual([1, 2]);
    const after = await readAll(me, feed);
    // Back, while everybody remembers that it lies there.
    await move(me.workspace, 'DB');
    expect(await readAll(me, feed)).toEqual(after);
    expect((await keep(me, 'Three')).status).toBe(201);
    expect([await clipsAt(db, me.workspace), await clipsAt(second, me.workspace)]).toEqual([3, 2]);
  });

  test('a library that is nowhere this instant is 503 to its members, and as ever to all others', async () => {
    const me = await server.install();
    const other = await server.install();
    await move(me.workspace, 'DB_2');
    await hereAt(second, me.workspace, 0);
    const path = `/api/w/${me.workspace}/clips`;
    const busy = await ask(path, { token: me.token });
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await keep(me, 'One')).status).toBe(503);
    expect((await ask(path)).status).toBe(401);
    expect((await ask(path, { token: other.token })).status).toBe(404);
    await hereAt(second, me.workspace, 1);
    expect((await ask(path, { token: me.token })).status).toBe(200);
  });

  test('a stranger hears 401 whatever becomes of the library', async () => {
    const me = await server.install();
    await move(me.workspace, 'DB_2');
    const path = `/api/w/${me.workspace}/clips`;
    expect((await ask(path, { token: me.token })).status).toBe(200);
    const further = { DB_2: down };
    expect((await ask(path, { token: 'nobody', further })).status).toBe(401);
    expect((await ask(path, { further })).status).toBe(401);
    expect((await ask(path, { token: me.token, further })).status).toBe(503);
  });

  test('a write during which the library is closed is 503 or done, and sent again it is done once', async () => {
    const me = await server.install();
    await move(me.workspace, 'DB_2');
    const heard: number[] = [];
    for (let at = 0; ; at += 1) {
      let trips = 0;
      const closing = doing(async (statements) => {
        trips += 1;
        if (trips - 1 === at) await hereAt(second, me.workspace, 0);
        return second.batch(statements);
      });
      const id = newId();
      const first = await keep(me, `Clip ${at}`, id, { DB_2: closing });
      await hereAt(second, me.workspace, 1);
      if (trips <= at) break;
      heard.push(first.status);
      expect(first.status).toBeOneOf([201, 503]);
      const again = await keep(me, `Clip ${at}`, id);
      expect(again.status).toBe(first.status === 503 ? 201 : 200);
      expect(await clipsAt(second, me.workspace)).toBe(at + 1);
    }
    expect(heard).toContain(503);
  });

  test('a workspace whose making is cut short is nobody’s, and its claim is good still', async () => {
    const me = await server.install();
    const form = { name: 'Again', language: 'en', zone: 'UTC' };
    const drawn = { ...form, form: newId() };
    const make = (further: typeof newThere) =>
      ask('/workspaces', { method: 'POST', cookie: me.cookie, form: drawn, further });
    const mine = async (): Promise<number> => {
      const answer = await ask('/api/workspaces', { token: me.token });
      return (await answer.json<{ workspaces: unknown[] }>()).workspaces.length;
    };
    expect((await make({ ...newThere, DB_2: down })).status).toBe(503);
    expect(await mine()).toBe(1);
    const before = await begun();
    // The same form goes on with it.
    expect((await make(newThere)).status).toBe(303);
    expect((await make(newThere)).status).toBe(303);
    expect(await mine()).toBe(2);
    expect(await begun()).toBe(before);
    const token = await server.fileClaim();
    const claim = (further: typeof newThere) =>
      ask('/claim', { method: 'POST', form: { ...form, token }, further });
    expect((await claim({ ...newThere, DB_2: down })).status).toBe(503);
    expect((await claim(newThere)).status).toBe(303);
    expect((await claim(newThere)).status).toBe(410);
  });

  test('a deletion that is cut before its library is closed is ended by the scheduled run', async () => {
    const me = await server.install();
    await keep(me, 'One');
    const feed = await feedOf(me);
    await move(me.workspace, 'DB_2');
    const form = { name: 'News' };
    const asked = { method: 'POST', cookie: me.cookie, form };
    const cut = doing(async (statements) => {
      const isClosing = (await db.prepare('SELECT 1 FROM deletion').first()) !== null;
      if (isClosing) throw new Error('D1_ERROR: Network connection lost.');
      return second.batch(statements);
    });
    const path = `/w/${me.workspace}/delete`;
    // It is asked for, and will be: nobody is told to ask again for what they cannot.
    expect((await ask(path, { ...asked, further: { DB_2: cut } })).status).toBe(303);
    // Nobody belongs to it.
    expect((await ask(`/w/${me.workspace}/library`, { cookie: me.cookie })).status).toBe(404);
    await runScheduled();
    expect((await ask(feed)).status).toBe(404);
    for (let run = 0; run < 60 && (await db.prepare('SELECT 1 FROM deletion').first()); run += 1)
      await runScheduled();
    expect(await clipsAt(second, me.workspace)).toBe(0);
    const left = await second
      .prepare('SELECT 1 FROM library WHERE workspace = ?')
      .bind(me.workspace)
      .first();
    expect(left).toBeNull();
  });

  test('a database that does not answer keeps nothing waiting that is to be deleted in another one', async () => {
    const [one, two] = [await server.install(), await server.install()];
    // What is asked for first is found first.
    const [first, other] = one.workspace < two.workspace ? [one, two] : [two, one];
    await move(first.workspace, 'DB_2');
    for (const me of [first, other]) {
      await keep(me, 'One');
      const asked = { method: 'POST', cookie: me.cookie, form: { name: 'News' } };
      expect((await ask(`/w/${me.workspace}/delete`, asked)).status).toBe(303);
    }
    for (let run = 0; run < 20; run += 1) await runScheduled(200, { DB_2: down });
    expect(await clipsAt(db, other.workspace)).toBe(0);
    expect(await clipsAt(second, first.workspace)).toBe(1);
    for (let run = 0; run < 20; run += 1) await runScheduled(200);
    expect(await clipsAt(second, first.workspace)).toBe(0);
  });

  test('scheduled runs freeze the days of libraries in each database', async () => {
    const [one, other] = [await server.install(), await server.install()];
    for (const me of [one, other]) expect((await keep(me, 'One')).status).toBe(201);
    await move(other.workspace, 'DB_2');
    for (let run = 0; run < 6; run += 1) await runScheduled(200);
    expect([await frozenAt(db, one), await frozenAt(second, other)]).toEqual([DAY, DAY]);
  });
});

test('every database is the first to be looked after as often, whatever the rhythm of the runs', () => {
  for (const minutes of [1, 5, 15, 60, 1_440])
    for (const count of [2, 3, 4]) {
      const firsts = Array.from({ length: count }, () => 0);
      const names = firsts.map((_, nth) => nth);
      for (let run = 0; run < 100; run += 1) {
        const now = new Date(Date.UTC(2026, 2, 10) + run * minutes * 60_000);
        const order = inTurn(names, now);
        expect(order.toSorted()).toEqual(names);
        firsts[order[0] ?? 0] = (firsts[order[0] ?? 0] ?? 0) + 1;
      }
      expect(Math.min(...firsts), `${count} every ${minutes}`).toBeGreaterThan(60 / count);
    }
});
