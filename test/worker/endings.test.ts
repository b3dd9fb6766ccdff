// What goes with a member, a workspace, an account, and what stays.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeAccounts } from '../../worker/db/accounts.ts';
import { databasesOf } from '../../worker/db/databases.ts';
import { makeDeletions, PERSONAL, ROWS } from '../../worker/db/deletions.ts';
import { endingOf } from '../../worker/domain/accounts.ts';
import worker from '../../worker/index.ts';
import { importingTo, importItem } from './importing.ts';
import { mark, marking } from './marking.ts';
import { newId, sample } from './sample.ts';
import { placesIn } from './failing-database.ts';
import { db, metered, type Server, startServer } from './server.ts';

let server: Server;
let owner: string;
let workspace: string;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
beforeEach(async () => {
  ({ cookie: owner, workspace } = await server.claim());
});
// The server logs each failure.
afterEach(() => {
  vi.restoreAllMocks();
});
const { sendPart } = importingTo(() => server);

const columnsOf = async (): Promise<Map<string, string[]>> => {
  const { results } = await db
    .prepare(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master AS m, pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\\_cf%' ESCAPE '\\'`,
    )
    .all<{ table: string; column: string }>();
  return new Map(
    Array.from(
      Map.groupBy(results, ({ table }) => table),
      ([table, all]) => [table, all.map(({ column }) => column)],
    ),
  );
};

const tablesWith = async (...wanted: string[]): Promise<string[]> =>
  Array.from(await columnsOf())
    .filter(([, columns]) => wanted.every((column) => columns.includes(column)))
    .map(([table]) => table)
    .sort();

/** Of accounts and of who belongs where: they end with the act itself, or are its note. */
const CONTROL = [
  'departure',
  'deletion',
  'guest',
  'invite',
  'member',
  'member_change',
  'relocation',
  'session',
];
/** Whose rows lie by row id, what is there while a library moves, and the library itself, which is last. */
const BY_RID = ['clip', 'clip_content', 'clip_profile', 'arrival', 'changed_row', 'library'];
/** What somebody did in a library that stays theirs: who kept, corrected, imported and shared. */
const STAYS = ['activity', 'correction', 'import', 'keep', 'share'];

test('of each table it is said whether it goes with a workspace, and whether with a person', async () => {
  const told = new Set([...ROWS.map(([table]) => table), ...CONTROL, ...BY_RID]);
  expect(
    (await tablesWith('workspace')).filter((table) => !told.has(table)),
    'say in worker/db/deletions.ts how its rows go with their workspace',
  ).toEqual([]);
  const personal = new Set([...PERSONAL.map(([table]) => table), ...CONTROL, ...STAYS]);
  expect(
    (await tablesWith('workspace', 'account')).filter((table) => !personal.has(table)),
    'say in worker/db/deletions.ts whether its rows go with their person, or here that they stay',
  ).toEqual([]);
});

const stepOf = (of: string): Promise<number | null> =>
  db.prepare('SELECT step FROM deletion WHERE workspace = ?').bind(of).first<number>('step');

const runScheduled = () => worker.scheduled(createScheduledController(), env);

const isWaiting = () => db.prepare('SELECT 1 FROM deletion LIMIT 1').first();

/** Runs until nothing waits to be deleted; fails where that does not come to an end. */
const runUntilDeleted = async (): Promise<void> => {
  for (let turn = 0; turn < 60 && (await isWaiting()); turn += 1) await runScheduled();
  expect(await isWaiting()).toBeNull();
};

interface Member {
  account: string;
  isYou: boolean;
}
const accountOf = async (cookie: string, of = workspace): Promise<string> => {
  const answer = await server.request(`/api/w/${of}/members`, { cookie });
  const { members } = await answer.json<{ members: Member[] }>();
  return members.find(({ isYou }) => isYou)?.account ?? '';
};

const act = (path: string, cookie = owner, form: Record<string, string> = {}) =>
  server.request(`/w/${workspace}/${path}`, { method: 'POST', cookie, form });
const api = (method: string, path: string, cookie: string, json: unknown = {}): Promise<Response> =>
  server.request(`/api/w/${workspace}${path}`, { method, cookie, json });

/** Somebody keeps a clip, marks it, stars it and saves a search; another clip of theirs lies in the trash. */
const live = async (cookie: string): Promise<{ clip: string }> => {
  const keep = async () => {
    const filing = { tags: ['Sea'], collections: ['Files'] };
    const id = newId();
    const kept = await api('PUT', `/keeps/${id}`, cookie, sample({}, { filing }));
    return { id, ...(await kept.json<{ clip: string }>()) };
  };
  const { clip, ...first } = await keep();
  const { clip: gone, ...second } = await keep();
  for (const [each, kept] of [
    [clip, first.id],
    [gone, second.id],
  ] as const) {
    await api('PUT', `/clips/${each}/reading`, cookie, { state: 'done', starred: true });
    for (const shown of [{}, { forTeam: true as const }]) {
      const write = marking(kept, newId(), mark({ note: 'mine', ...shown }));
      const answer = await api('PUT', `/highlights/${newId()}`, cookie, write);
      expect(answer.status).toBe(200);
    }
  }
  await api('PUT', `/searches/${newId()}`, cookie, { name: 'S', query: 'sea' });
  await server.request(`/api/w/${workspace}/clips/${gone}`, { method: 'DELETE', cookie });
  await act('settings/look-back', cookie, { show: 'no' });
  await server.request(`/w/${workspace}/visit`, {
    method: 'POST',
    cookie,
    form: { day: '2026-03-10', by: 'published', seq: '1', do: 'shown' },
  });
  return { clip };
};

/** Tables in which a value stands in some column or in what was saved for the trash. */
const tablesNaming = async (value: string): Promise<string[]> => {
  const found: string[] = [];
  for (const [table, columns] of await columnsOf()) {
    if (table.startsWith('clip_search')) continue;
    const where = columns.map((column) => `instr("${column}", ?1) > 0`).join(' OR ');
    const row = await db
      .prepare(`SELECT 1 FROM "${table}" WHERE ${where} LIMIT 1`)
      .bind(value)
      .first();
    if (row) found.push(table);
  }
  return found.sort();
};

test('with a member goes what was theirs alone, and what they kept stays', async () => {
  const cookie = await server.admit(workspace, 'editor');
  const { clip } = await live(cookie);
  await live(owner);
  const account = await accountOf(cookie);
  const mine = await accountOf(owner);
  const before = await tablesNaming(mine);
  const page = await server.request(`/w/${workspace}/members/${account}`, { cookie: owner });
  const told = await page.text();
  for (const words of ['1 state ', '1 highlight ', '1 saved search', 'what only they kept'])
    expect(told).toContain(words);
  const idle = await accountOf(await server.admit(workspace, 'viewer'));
  const ofIdle = await server.request(`/w/${workspace}/members/${idle}`, { cookie: owner });
  expect(await ofIdle.text(), 'nothing is theirs alone').not.toContain('is deleted:');
  expect((await act(`members/${account}/remove`)).status).toBe(303);
  // They have a workspace of their own beside.
  const rest = (await tablesNaming(account)).filter((table) => !CONTROL.includes(table));
  expect(rest).toEqual(['account', 'activity', 'claim', 'highlight', 'keep', 'trash', 'trash_row']);
  const marks = await db
    .prepare('SELECT mark FROM highlight WHERE account = ?')
    .bind(account)
    .all<{ mark: string }>();
  expect(marks.results).toEqual([{ mark: expect.stringContaining('"forTeam":true') }]);
  const saved = await db
    .prepare('SELECT kind FROM trash_row WHERE instr(saved, ?) > 0')
    .bind(account)
    .all<{ kind: string }>();
  expect(saved.results.map(({ kind }) => kind).sort()).toEqual(['highlight', 'keep']);
  const kept = await server.request(`/api/w/${workspace}/clips/${clip}`, { cookie: owner });
  expect(kept.status).toBe(200);
  expect(await tablesNaming(mine)).toEqual([...before, 'member_change'].sort());
});

test('what could not be deleted at once is deleted by a run, and whoever comes back before finds it', async () => {
  const cookie = await server.admit(workspace, 'editor');
  await live(cookie);
  const account = await accountOf(cookie);
  const readings = async (): Promise<unknown> =>
    db
      .prepare('SELECT count(*) AS n FROM reading WHERE workspace = ? AND account = ?')
      .bind(workspace, account)
      .first('n');
  await db.batch([
    db.prepare('DELETE FROM member WHERE workspace = ? AND account = ?').bind(workspace, account),
    db.prepare('INSERT INTO departure (workspace, account) VALUES (?, ?)').bind(workspace, account),
  ]);
  const invited = await act('invites', owner, { role: 'editor', days: '1' });
  const link = /\/invite\/[\w-]{43}/.exec(await invited.text())?.[0] ?? '';
  await server.request(link, { method: 'POST', cookie, form: {} });
  await runScheduled();
  expect(await readings()).toBe(1);
  await act('leave', cookie);
  await db
    .prepare('INSERT OR IGNORE INTO departure (workspace, account) VALUES (?, ?)')
    .bind(workspace, account)
    .run();
  await runScheduled();
  expect(await readings()).toBe(0);
  expect(await db.prepare('SELECT count(*) AS n FROM departure').first('n')).toBe(0);
});

const deleted = (name = 'News', cookie = owner) => act('delete', cookie, { name });

test('a workspace is deleted by its name alone: nobody finds it from then on, and runs delete all its rows', async () => {
  const editor = await server.admit(workspace, 'editor');
  const token = await server.pair(owner);
  await live(editor);
  await live(owner);
  await sendPart({ workspace, token }, newId(), [importItem('https://a.example/import')]);
  const other = await server.claim();
  const foreign = { workspace: other.workspace, cookie: other.cookie };
  const feeds = await (await server.request(`/w/${workspace}/feeds`, { cookie: owner })).text();
  const feed = /\/feed\/[\w-]+\/clips\.rss/.exec(feeds)?.[0] ?? '';
  const invited = await act('invites', owner, { role: 'editor', days: '1' });
  const link = /\/invite\/[\w-]{43}/.exec(await invited.text())?.[0] ?? '';
  expect((await server.request(feed)).status).toBe(200);

  const asked = await server.request(`/w/${workspace}/delete`, { cookie: owner });
  for (const words of ['2 clips', '2 people belong to it', 'Type its name, News'])
    expect(await asked.clone().text()).toContain(words);
  const wrong = await deleted('Newt');
  expect([wrong.status, (await wrong.text()).includes('That is not its name')]).toEqual([
    422,
    true,
  ]);
  expect((await deleted('News', editor)).status).toBe(403);
  const both = await Promise.all([deleted(), deleted()]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);

  const missing = await server.request('/api/w/no-such-one', { token });
  const gone = await server.request(`/api/w/${workspace}`, { token });
  expect([gone.status, await gone.text()]).toEqual([404, await missing.text()]);
  expect((await server.request(`/w/${workspace}/library`, { cookie: editor })).status).toBe(404);
  expect((await server.request(link)).status).toBe(404);
  expect((await server.request(feed)).status).toBe(404);

  await runUntilDeleted();
  // Its number stays, so that no other workspace gets it; and a browser's note that it was opened there last.
  expect(await tablesNaming(workspace)).toEqual(['session', 'workspace']);
  const row = await db
    .prepare('SELECT name FROM workspace WHERE id = ?')
    .bind(workspace)
    .first('name');
  expect(row).toBe('');
  for (const table of ['clip_content', 'clip_search_docsize']) {
    const left = await db
      .prepare(
        `SELECT count(*) AS n FROM ${table} WHERE NOT EXISTS (SELECT 1 FROM clip WHERE rid = ${table === 'clip_content' ? 'clip_content.rid' : 'clip_search_docsize.id'})`,
      )
      .first('n');
    expect(left, table).toBe(0);
  }
  const theirs = await server.request(`/api/w/${foreign.workspace}`, { cookie: foreign.cookie });
  expect(theirs.status).toBe(200);
});

test('a run deletes a bounded part, so that a large library takes several', async () => {
  await live(owner);
  await deleted();
  const steps = [await stepOf(workspace)];
  for (let turn = 0; turn < 3; turn += 1) {
    await runScheduled();
    steps.push(await stepOf(workspace));
  }
  expect(steps).toEqual([0, 3, 6, 9]);
});

test('what a slice of the trash reads does not grow with the trash', async () => {
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
       INSERT INTO trash_row (workspace, clip, kind, saved) SELECT ?, 'clip-' || i / 3, 'keep', '{}' FROM n`,
    )
    .bind(workspace)
    .run();
  const meter = metered();
  const step = ROWS.findIndex(([table]) => table === 'trash_row');
  const slice = { workspace, number: 1, step, library_in: 'DB' };
  const { deleteSlice } = makeDeletions(databasesOf({ DB: meter.db }));
  expect((await deleteSlice(slice, 500))?.isKindGone).toBe(false);
  expect(meter.rows.read).toBeLessThan(3_000);
  let turns = 1;
  while (!(await deleteSlice(slice, 500))?.isKindGone) turns += 1;
  expect(turns).toBeLessThanOrEqual(11);
  expect(await tablesNaming('clip-1')).not.toContain('trash_row');
});

const endAccount = (cookie: string, database: D1Database = db) =>
  server.request('/account/delete', { method: 'POST', cookie, form: { sure: 'yes' }, database });

test('with an account goes all that signs it in, and its own workspace; in a team’s stays what it kept', async () => {
  const team = workspace;
  const own = await server.claim({ name: 'Own' });
  const account = await accountOf(own.cookie, own.workspace);
  await db
    .prepare(`INSERT INTO member (account, workspace, role, joined_at) VALUES (?, ?, 'editor', ?)`)
    .bind(account, team, '2026-03-10T08:00:00.000Z')
    .run();
  const token = await server.pair(own.cookie);
  await server.request('/account/recovery-codes', { method: 'POST', cookie: own.cookie });
  await live(own.cookie);
  const page = await (await server.request('/account/delete', { cookie: own.cookie })).text();
  expect(page).toMatch(/yours alone, and are deleted.*Own.*You leave these.*News/);
  expect(
    (await server.request('/account/delete', { method: 'POST', cookie: own.cookie, form: {} }))
      .status,
  ).toBe(400);
  const ended = await endAccount(own.cookie);
  expect(ended.status).toBe(200);
  expect(ended.headers.get('set-cookie')).toContain('Max-Age=0');
  expect((await server.request('/account', { cookie: own.cookie })).status).toBe(401);
  expect((await server.request('/api/workspaces', { token })).status).toBe(401);
  await runUntilDeleted();
  expect(await tablesNaming(own.workspace)).toEqual(['workspace']);
  // Runs go by a clock by which the trash is over.
  expect(await tablesNaming(account)).toEqual(['activity', 'highlight', 'keep', 'member_change']);
});

test('the only owner of what others belong to hands it over before their account goes, also at the last moment', async () => {
  const editor = await server.admit(workspace, 'editor');
  const page = await (await server.request('/account/delete', { cookie: owner })).text();
  expect(page).toContain('You are the only owner of these');
  expect(page).not.toContain('action="/account/delete"');
  expect((await endAccount(owner)).status).toBe(409);
  expect((await server.request('/account', { cookie: owner })).status).toBe(200);
  const account = await accountOf(editor);
  await api('PUT', `/members/${account}`, owner, { role: 'owner' });
  // Of two owners who go at once one stays.
  const both = await Promise.all([endAccount(owner), endAccount(editor)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('an account ends within the statements of a request, with as many workspaces of its own as go with it', async () => {
  const { cookie } = await server.claim({ name: 'Own' });
  const waiting = async (): Promise<string> =>
    (await (await server.request('/account/delete', { cookie })).text()).includes(
      'action="/account/delete"',
    )
      ? 'goes'
      : 'waits';
  for (let made = 0; made < 9; made += 1) {
    const form = { name: `Own ${made}`, language: 'en', zone: 'UTC' };
    await server.request('/workspaces', { method: 'POST', cookie, form });
    if ((await waiting()) === 'goes') continue;
    const { workspaces } = await (
      await server.request('/api/workspaces', { cookie })
    ).json<{ workspaces: { id: string; name: string }[] }>();
    const last = workspaces.find(({ name }) => name === form.name);
    const path = `/w/${last?.id}/delete`;
    await server.request(path, { method: 'POST', cookie, form: { name: form.name } });
    break;
  }
  expect(await waiting()).toBe('goes');
  const places = await placesIn((database) => endAccount(cookie, database));
  const statements = places.filter(({ at }) => typeof at === 'number').length;
  expect((await server.request('/account', { cookie })).status).toBe(401);
  expect(statements).toBeLessThanOrEqual(50);
});

test('a workspace that others belong to by now does not go with the account of one who was alone in it', async () => {
  const account = await accountOf(owner);
  const accounts = makeAccounts(databasesOf(env));
  const { own } = await endingOf({ accounts }, account);
  expect(own.map(({ id }) => id)).toEqual([workspace]);
  const other = await server.admit(workspace, 'owner');
  expect(await accounts.remove(account, own, '2026-03-10T08:00:00.000Z')).toBe(false);
  expect((await server.request(`/api/w/${workspace}`, { cookie: other })).status).toBe(200);
  expect((await server.request('/account', { cookie: owner })).status).toBe(200);
  // Asked anew it is left to the others.
  expect((await endAccount(owner)).status).toBe(200);
  expect((await server.request(`/api/w/${workspace}`, { cookie: other })).status).toBe(200);
});
