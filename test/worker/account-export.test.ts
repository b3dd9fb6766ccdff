// All that is an account's own, taken away by one link.
import { beforeAll, expect, test } from 'vitest';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

interface Line {
  kind: string;
  [key: string]: unknown;
}
const read = async (cookie: string, path = '/account/export', database: D1Database = db) => {
  const answer = await server.request(path, { cookie, database });
  const lines = (await answer.text()).split('\n').filter(Boolean);
  return { answer, lines: lines.map((line): Line => JSON.parse(line)) };
};
const kindsOf = (lines: readonly Line[]): Record<string, number> =>
  Object.fromEntries(
    Array.from(
      Map.groupBy(lines, ({ kind }) => kind),
      ([kind, all]) => [kind, all.length],
    ),
  );

const states = async (workspace: string, account: string, count: number): Promise<void> => {
  await db.batch([
    db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 99 + ?2)
         INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, day, kept_day,
           summary, words, seq, changed_at)
         SELECT number * 4294967296 + i, ?1, 'clip-' || i, 'https://a.example/' || i, 'https://a.example/' || i,
           'x', '[]', '[]', '', '', '[]', 0, 1, '2026-03-10T08:00:00.000Z'
         FROM n, library WHERE workspace = ?1`,
      )
      .bind(workspace, count),
    db
      .prepare(
        `INSERT INTO reading (workspace, account, clip, state, changed_at)
         SELECT workspace, ?2, rid, 'done', '2026-03-10T08:00:00.000Z' FROM clip
         WHERE workspace = ?1 AND id LIKE 'clip-%'`,
      )
      .bind(workspace, account),
  ]);
};

const accountOf = async (cookie: string, workspace: string): Promise<string> => {
  const answer = await server.request(`/api/w/${workspace}/members`, { cookie });
  const { members } = await answer.json<{ members: { account: string; isYou: boolean }[] }>();
  return members.find(({ isYou }) => isYou)?.account ?? '';
};

test('it has the account, what signs it in, where it belongs, and its own of each library, and no secret', async () => {
  const { cookie, workspace } = await server.install();
  await server.request('/account/name', { method: 'POST', cookie, form: { name: 'Minh' } });
  const colleague = await server.admit(workspace, 'editor');
  for (const who of [cookie, colleague]) {
    const kept = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
      method: 'PUT',
      cookie: who,
      json: sample(),
    });
    const { clip } = await kept.json<{ clip: string }>();
    await server.request(`/api/w/${workspace}/clips/${clip}/reading`, {
      method: 'PUT',
      cookie: who,
      json: { state: 'done', starred: true },
    });
    await server.request(`/api/w/${workspace}/searches/${newId()}`, {
      method: 'PUT',
      cookie: who,
      json: { name: 'Sea', query: 'sea' },
    });
  }
  const { answer, lines } = await read(cookie);
  expect(answer.headers.get('content-disposition')).toContain('dateline-account.jsonl');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(kindsOf(lines)).toEqual({
    account: 1,
    session: 1,
    extension: 1,
    membership: 1,
    state: 1,
    search: 1,
    act: 1,
  });
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'account', name: 'Minh' }));
  expect(lines).toContainEqual(
    expect.objectContaining({ kind: 'membership', workspace, name: 'News', role: 'owner' }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ kind: 'state', workspace, state: 'done', starred: true }),
  );
  const secret = cookie.split('=')[1]?.split('.')[0] ?? '';
  expect(JSON.stringify(lines)).not.toContain(secret);
  expect((await server.request('/account/export')).status).toBe(401);
});

test('what is much comes in parts of bounded cost, each row once, the next part named by the last line', async () => {
  const { cookie, workspace } = await server.claim();
  const account = await accountOf(cookie, workspace);
  await states(workspace, account, 6_200);
  const seen: Line[] = [];
  let path: string | null = '/account/export';
  let parts = 0;
  while (path !== null) {
    const { db: database, rows } = metered();
    const part: Awaited<ReturnType<typeof read>> = await read(cookie, path, database);
    expect(rows.read).toBeLessThan(12_000);
    const last = part.lines.at(-1);
    const next = last?.kind === 'more' && typeof last['next'] === 'string' ? last['next'] : null;
    expect(part.answer.headers.get('link')).toBe(next && `<${next}>; rel="next"`);
    seen.push(...part.lines.filter(({ kind }) => kind === 'state'));
    path = next;
    parts += 1;
  }
  expect(parts).toBe(2);
  expect(new Set(seen.map(({ clip }) => clip)).size).toBe(6_200);
  expect(seen).toHaveLength(6_200);
});

test('it has what one did, in whichever database, and nothing of what others did', async () => {
  const { cookie, workspace } = await server.install();
  const account = await accountOf(cookie, workspace);
  const colleague = await server.admit(workspace, 'editor');
  const theirs = await accountOf(colleague, workspace);
  const kept = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    cookie,
    json: sample({}, { filing: { tags: [], collections: ['Sea'] } }),
  });
  const { clip } = await kept.json<{ clip: string }>();
  const member = `/api/w/${workspace}/members/${theirs}`;
  await server.request(member, { method: 'PUT', cookie, json: { role: 'viewer' } });
  // What a team does fills a question before one's own last act comes.
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 700)
       INSERT INTO activity (workspace, seq, at, account, kind)
       SELECT ?, i, '2026-03-10T08:00:00.000Z', iif(i = 700, ?, ?), 'delete' FROM n`,
    )
    .bind(workspace, account, theirs)
    .run();
  const { lines } = await read(cookie);
  const acts = lines.filter(({ kind }) => kind === 'act');
  expect(acts.map(({ act }) => act)).toEqual(['keep', 'delete']);
  expect(acts[0]).toMatchObject({
    workspace,
    clips: [clip],
    count: 1,
    addedTo: [expect.any(String)],
  });
  expect(lines.filter(({ kind }) => kind === 'member')).toEqual([
    {
      kind: 'member',
      workspace,
      at: '2026-03-10T08:00:00.000Z',
      act: 'role',
      account: theirs,
      role: 'viewer',
    },
  ]);
  const others = (await read(colleague)).lines;
  expect(kindsOf(others)).toMatchObject({ act: 600 });
  expect(kindsOf(others)['member']).toBeUndefined();
});

test('it has the collections that one is a guest of, and nobody else’s', async () => {
  const { cookie, workspace } = await server.install();
  const host = await server.install();
  const account = await accountOf(cookie, workspace);
  const since = '2026-03-10T08:00:00.000Z';
  await db
    .prepare('INSERT INTO guest (account, workspace, collection, joined_at) VALUES (?, ?, ?, ?)')
    .bind(account, host.workspace, 'files', since)
    .run();
  const guest = { kind: 'guest', workspace: host.workspace, collection: 'files', since };
  expect((await read(cookie)).lines).toContainEqual(guest);
  expect(kindsOf((await read(host.cookie)).lines)['guest']).toBeUndefined();
});

test('a place of somebody else’s library, or of none, is no place', async () => {
  const { cookie } = await server.claim();
  const other = await server.claim();
  for (const after of [
    `${other.workspace}.state.`,
    'nowhere.state.',
    'x',
    `${other.workspace}.keep.`,
  ])
    expect((await server.request(`/account/export?after=${after}`, { cookie })).status).toBe(400);
});
