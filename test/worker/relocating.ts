// A library in which there is something of everything, its move to a second database, and what lies in either.
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test as anyTest } from 'vitest';
import { makeArriving } from '../../worker/db/arriving.ts';
import { databasesOf } from '../../worker/db/databases.ts';
import { makeDeparting } from '../../worker/db/departing.ts';
import { TABLES } from '../../worker/db/relocation-kinds.ts';
import { makeRelocations } from '../../worker/db/relocations.ts';
import { relocateDue } from '../../worker/domain/relocating.ts';
import { importingTo, importItem } from './importing.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';
import { ofCollection, ofDay, sharingAt } from './sharing.ts';
import { trashingAt } from './trashing.ts';

export const second = env.SECOND ?? env.DB;

/** A test with two databases: the second is no other where the tests run with all libraries in it. */
export const test = anyTest.skipIf(env.SECOND === undefined);

/** A server, and the tables of both databases. */
export const startWithSecond = async (): Promise<Server> => {
  const server = await startServer('2026-03-10T08:00:00Z');
  await applyD1Migrations(second, env.MIGRATIONS);
  return server;
};

/** What a server is told that has the second one too. */
export const FURTHER = { DB_2: second };

/** Both databases as a run sees them. */
export type Pair = { DB: D1Database; DB_2: D1Database };
export const PAIR: Pair = { DB: db, DB_2: second };

/** Where the accounts say that a library lies. */
export const liesIn = (workspace: string) =>
  db
    .prepare('SELECT library_in FROM workspace WHERE id = ?')
    .bind(workspace)
    .first<string>('library_in');

/** Lets a library move, as an operator's command does. */
export const askFor = async (workspace: string, source = 'DB', target = 'DB_2'): Promise<void> => {
  await db
    .prepare(
      `INSERT INTO relocation (workspace, move, number, source, target, asked_at)
       SELECT id, CAST(unixepoch('subsec') * 1000 AS INTEGER), number, ?2, ?3, '2026-03-10'
       FROM workspace WHERE id = ?1`,
    )
    .bind(workspace, source, target)
    .run();
};

export const phaseOf = (workspace: string) =>
  db
    .prepare('SELECT phase, problem FROM relocation WHERE workspace = ?')
    .bind(workspace)
    .first<{ phase: string; problem: string | null }>();

/** A run of the schedule for what moves, in so many statements. */
export const moveSome = (now: string, room = 500, pair: Pair = PAIR): Promise<void> => {
  let left = room;
  const metered = (database: D1Database): D1Database =>
    overBatches(database, (statements) => {
      left -= statements.length;
      return database.batch(statements);
    });
  const { at: bound } = databasesOf(pair);
  const at = (binding: string) => metered(bound(binding));
  return relocateDue(
    {
      relocations: makeRelocations(metered(pair.DB)),
      departing: (binding) => makeDeparting(at(binding)),
      arriving: (binding) => makeArriving(at(binding)),
      now: () => new Date(now),
      left: () => left,
    },
    room,
  );
};

/** Runs until it has moved or does not; fails where that does not come to an end. */
export const moveAll = async (workspace: string, room = 500): Promise<void> => {
  for (let run = 0; run < 200; run += 1) {
    const state = await phaseOf(workspace);
    if (!state || state.phase === 'failed') return;
    await moveSome(`2026-03-11T${String(run % 24).padStart(2, '0')}:00:00Z`, room);
  }
  expect.unreachable('it moves on and on');
};

/** A database whose batches go through `over`. */
export const overBatches = (
  database: D1Database,
  over: (statements: D1PreparedStatement[]) => Promise<D1Result[]>,
): D1Database =>
  new Proxy(database, {
    get: (target, name) => (name === 'batch' ? over : (sql: string) => target.prepare(sql)),
  });

/** Both databases, each batch of either made by `over`. */
export const pairOver = (over: (send: () => Promise<D1Result[]>) => Promise<D1Result[]>): Pair => ({
  DB: overBatches(db, (statements) => over(() => db.batch(statements))),
  DB_2: overBatches(second, (statements) => over(() => second.batch(statements))),
});

/** Lets a library be closed, and keeps it so: the run stops when all is brought over, before both are compared. */
export const closeIt = async (
  workspace: string,
  source: keyof Pair = 'DB',
  target: keyof Pair = 'DB_2',
): Promise<void> => {
  if (!(await phaseOf(workspace))) await askFor(workspace, source, target);
  const [from, to] = [PAIR[source], PAIR[target]];
  const stops = overBatches(to, async (statements) => {
    const isBehind = from.prepare('SELECT 1 FROM changed_row WHERE workspace = ?').bind(workspace);
    if ((await phaseOf(workspace))?.phase === 'closed' && !(await isBehind.first()))
      throw new Error('D1_ERROR: Network connection lost.');
    return to.batch(statements);
  });
  await moveSome('2026-03-11T00:00:00Z', 500, { ...PAIR, [target]: stops }).catch(() => {});
  expect(await phaseOf(workspace)).toEqual({ phase: 'closed', problem: null });
};

/** The rows of a library apart from where it says that it is, which differs while it is in both. */
export const contentIn = async (database: D1Database, workspace: string) => {
  const rows = await rowsIn(database, workspace);
  const library = rows.get('library')?.map((row) => {
    const { here: _, leaving: __, ...others } = JSON.parse(row);
    return JSON.stringify(others);
  });
  return rows.set('library', library ?? []);
};

/** Every row of a workspace in the tables of libraries, by table, and how its clips are found by some words. */
export const rowsIn = async (database: D1Database, workspace: string, words = ['happened']) => {
  const found = new Map<string, string[]>();
  for (const table of ['library', ...TABLES]) {
    const { results } = await database
      .prepare(`SELECT * FROM "${table}" WHERE workspace = ?`)
      .bind(workspace)
      .all();
    found.set(table, results.map((row) => JSON.stringify(row)).toSorted());
  }
  for (const word of words) {
    const { results } = await database
      .prepare(
        `SELECT clip.id FROM clip_search JOIN clip ON clip.rid = clip_search.rowid
         WHERE clip_search MATCH ? AND clip.workspace = ? ORDER BY clip.rid`,
      )
      .bind(word, workspace)
      .all<{ id: string }>();
    found.set(
      `found by ${word}`,
      results.map(({ id }) => id),
    );
  }
  return found;
};

/** A library in which there is something in every table that a library has. */
export const fill = async (server: Server) => {
  const own = () => server;
  const { settle, keep, ask, remove, restore, highlight } = trashingAt(own);
  const { share, text } = sharingAt(own);
  const { sendPart } = importingTo(own);
  const told = await settle();
  const { me, you, cookie, clip } = told;
  const owner = { workspace: me.workspace, cookie };
  const act = (path: string, form: Record<string, string>) =>
    server.request(`/w/${me.workspace}/${path}`, { method: 'POST', cookie, form });
  const filing = { tags: ['Đất đai'], collections: ['Quý IV', 'Khác'] };
  const gone = await keep(me, sample({}, { filing }));
  await highlight(me, gone.id);
  await remove(me, gone.clip);
  const parted = [
    await keep(me, sample({ title: 'One' })),
    await keep(me, sample({ title: 'Two' })),
  ];
  await ask(owner, `clips/${parted[0]?.clip}/story`, 'PUT', { with: parted[1]?.clip });
  await ask(owner, `clips/${parted[0]?.clip}/story`, 'PUT', { with: null });
  await keep(
    me,
    sample({
      title: 'Trích "dẫn" \\ và \u2028 dấu',
      blocks: [
        { kind: 'paragraph', runs: [{ text: `It happened "today". ${'\\"'.repeat(2_000)}` }] },
      ],
    }),
  );
  await ask(me, `searches/${newId()}`, 'PUT', { name: 'S', query: 'sea' });
  await sendPart(owner, newId(), [
    importItem('https://a.example/import', { title: 'A title alone', tags: ['nhà'] }),
  ]);
  await act('collection/Kh%C3%A1c', { do: 'rename', name: 'Khác nữa' });
  const links = [
    await share(owner, ofCollection('Quý IV'), { fullText: true, feeds: true }),
    await share(owner, ofDay('2026-03-10')),
  ];
  for (const { url } of links) await text(url);
  const back = await keep(me, sample({}, { filing }));
  await remove(me, back.clip);
  await restore(me, back.clip);
  await act('settings/look-back', { show: 'no' });
  await act('visit', { day: '2026-03-10', by: 'published', seq: '1', do: 'shown' });
  // What is made behind the answers, and waits for the scheduled run.
  await db.batch(
    [
      `INSERT INTO digest (workspace, day, revision, format, head, related)
       VALUES (?, '2026-03-01', 1, 0, '{}', '[]')`,
      `INSERT INTO digest_page (workspace, day, page, groups) VALUES (?, '2026-03-01', 1, '[]')`,
      `INSERT OR IGNORE INTO unprofiled (workspace, clip) SELECT workspace, rid FROM clip WHERE workspace = ?`,
      `INSERT OR IGNORE INTO unplaced (workspace, clip) SELECT workspace, rid FROM clip WHERE workspace = ?`,
    ].map((sql) => db.prepare(sql).bind(me.workspace)),
  );
  return { ...told, owner, you, clip, links };
};
