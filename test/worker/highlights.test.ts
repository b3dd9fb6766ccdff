// What a reader marks in a clip: set, changed and taken away, and nobody else's to see.
import { beforeAll, expect, test, vi } from 'vitest';
import type { HighlightList } from '../../shared/schema/highlight.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { failingAt, PASSING, placesIn } from './failing-database.ts';
import { mark, marking } from './marking.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

interface Caller {
  workspace: string;
  token?: string;
  cookie?: string;
  database?: D1Database;
}

const keep = async ({ workspace, ...who }: Caller, write = sample()): Promise<KeepAnswer> =>
  (
    await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
      method: 'PUT',
      json: write,
      ...who,
    })
  ).json();

const put = async ({ workspace, ...who }: Caller, json: unknown, id = newId()) => {
  const path = `/api/w/${workspace}/highlights/${id}`;
  const answer = await server.request(path, { method: 'PUT', json, ...who });
  return { status: answer.status, body: await answer.json<KeepAnswer & { code?: string }>() };
};

const list = async ({ workspace, ...who }: Caller, clip: string) => {
  const answer = await server.request(`/api/w/${workspace}/clips/${clip}/highlights`, who);
  return answer.json<HighlightList & { code?: string }>();
};

const remove = ({ workspace, ...who }: Caller, id: string) =>
  server.request(`/api/w/${workspace}/keeps/${id}`, { method: 'DELETE', ...who });

test('a highlight is set, changed and taken away, and the same bytes hear the same answer', async () => {
  const me = await server.install();
  const kept = await keep(me);
  const id = newId();
  const operation = newId();
  const first = await put(me, marking(kept.id, id, mark()), operation);
  expect(first).toEqual({ status: 200, body: { ...kept, seq: kept.seq + 1 } });
  expect(await list(me, kept.clip)).toEqual({
    keep: kept.id,
    highlights: [{ id, ...mark() }],
    team: [],
  });
  const note = 'Ai biết?\n“Không ai” 🗞️';
  const second = await put(me, marking(kept.id, id, mark({ colour: 'pink', note })));
  expect(second.body.seq).toBe(kept.seq + 2);
  expect(await put(me, marking(kept.id, id, mark()), operation)).toEqual(first);
  expect((await list(me, kept.clip)).highlights).toEqual([
    { id, ...mark({ colour: 'pink', note }) },
  ]);
  const other = await put(me, marking(kept.id, id, mark({ colour: 'blue' })), operation);
  expect([other.status, other.body.code]).toEqual([422, 'other-bytes']);
  await put(me, marking(kept.id, id, null));
  expect((await list(me, kept.clip)).highlights).toEqual([]);
  // Of two writes the later one holds: what was taken away comes back whole.
  await put(me, marking(kept.id, id, mark()));
  expect((await list(me, kept.clip)).highlights).toEqual([{ id, ...mark() }]);
});

test('what is in a clip is listed in the order of making, and a reader who has it is told so', async () => {
  const me = await server.install();
  const kept = await keep(me);
  const ids = [newId(), newId(), newId()].sort();
  for (const id of ids.toReversed()) await put(me, marking(kept.id, id, mark()));
  const path = `/api/w/${me.workspace}/clips/${kept.clip}/highlights`;
  const answer = await server.request(path, { token: me.token });
  const listed = await answer.json<HighlightList>();
  expect(listed.highlights.map(({ id }) => id)).toEqual(ids);
  const headers = { 'if-none-match': answer.headers.get('etag') ?? '' };
  expect((await server.request(path, { token: me.token, headers })).status).toBe(304);
  await put(me, marking(kept.id, newId(), mark()));
  expect((await server.request(path, { token: me.token, headers })).status).toBe(200);
});

test('each reader of a clip has highlights of their own, under ids of their own', async () => {
  const me = await server.install();
  const kept = await keep(me);
  const colleague = {
    workspace: me.workspace,
    cookie: await server.admit(me.workspace, 'editor'),
  };
  const id = newId();
  await put(me, marking(kept.id, id, mark()));
  expect(await list(colleague, kept.clip)).toEqual({ keep: kept.id, highlights: [], team: [] });
  expect((await put(colleague, marking(kept.id, id, mark({ note: 'Theirs' })))).status).toBe(200);
  expect((await list(me, kept.clip)).highlights).toEqual([{ id, ...mark() }]);
  const exported = await server.request(`/api/w/${me.workspace}/export`, {
    cookie: colleague.cookie,
  });
  const line: unknown = JSON.parse(new TextDecoder().decode(await exported.arrayBuffer()));
  expect(line).toMatchObject({ highlights: [{ id, ...mark({ note: 'Theirs' }) }] });
  const viewer = { workspace: me.workspace, cookie: await server.admit(me.workspace, 'viewer') };
  expect((await list(viewer, kept.clip)).highlights).toEqual([]);
  expect((await put(viewer, marking(kept.id, id, mark({ note: 'A viewer’s' })))).status).toBe(200);
  expect((await list(viewer, kept.clip)).highlights).toEqual([
    { id, ...mark({ note: 'A viewer’s' }) },
  ]);
  expect((await list(me, kept.clip)).highlights).toEqual([{ id, ...mark() }]);
});

test('another workspace’s clip is as one that never was', async () => {
  const me = await server.install();
  const kept = await keep(me);
  const id = newId();
  await put(me, marking(kept.id, id, mark()));
  const other = await server.install();
  const foreign = await put(other, marking(kept.id, id, null));
  const missing = await put(other, marking(newId(), id, null));
  expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
  expect(await list(other, kept.clip)).toEqual(await list(other, newId()));
  expect((await list(me, kept.clip)).highlights).toHaveLength(1);
});

test('the operation that found an earlier keep names its clip too', async () => {
  const me = await server.install();
  const article = sample();
  const kept = await keep(me, article);
  const again = newId();
  const path = `/api/w/${me.workspace}/keeps/${again}`;
  await server.request(path, { method: 'PUT', token: me.token, json: article });
  expect((await put(me, marking(again, newId(), mark()))).body).toMatchObject({ id: kept.id });
});

test('highlights go with their clip, and a late one hears that it is gone', async () => {
  const me = await server.install();
  const colleague = {
    workspace: me.workspace,
    cookie: await server.admit(me.workspace, 'editor'),
  };
  const article = sample();
  const kept = await keep(me, article);
  const theirs = await keep(colleague, article);
  await put(me, marking(kept.id, newId(), mark()));
  await put(me, marking(kept.id, newId(), null));
  await remove(me, kept.id);
  const late = await put(me, marking(kept.id, newId(), mark()));
  expect([late.status, late.body.code]).toEqual([410, 'gone']);
  // The clip is still there for the colleague, and so is what was marked in it.
  expect(await list(me, kept.clip)).toMatchObject({ keep: theirs.id, highlights: [mark()] });
  await remove(colleague, theirs.id);
  const left = await db
    .prepare('SELECT count(*) AS rows FROM highlight WHERE workspace = ?')
    .bind(me.workspace)
    .first();
  expect(left).toEqual({ rows: 0 });
});

test('of an address alone there is nothing to mark', async () => {
  const me = await server.install();
  const link = sample({ blocks: [] }, { summary: { sentences: [], terms: [] } });
  const { id } = await keep(me, link);
  expect((await put(me, marking(id, newId(), mark()))).status).toBe(404);
});

const { anchor } = mark();

test.each([
  ['a colour that there is not', mark({ colour: 'red' as 'pink' })],
  ['no quote', mark({ anchor: { ...anchor, quote: ' ', start: 3, end: 4 } })],
  ['a position longer than its quote', mark({ anchor: { ...anchor, end: 18 } })],
  ['a position before the text', mark({ anchor: { ...anchor, start: -1, end: 13 } })],
  ['half a character', mark({ anchor: { ...anchor, before: '\uD800' } })],
  ['too much around it', mark({ anchor: { ...anchor, after: 'x'.repeat(65) } })],
  ['a note without end', mark({ note: 'x'.repeat(10_001) })],
  ['no mark at all', undefined],
  ['an unknown field', { ...mark(), html: '<b>' }],
])('%s is refused, and nothing changes', async (_name, set) => {
  const me = await server.install();
  const kept = await keep(me);
  const refused = await put(me, marking(kept.id, newId(), set));
  expect([refused.status, refused.body.code]).toEqual([400, 'bad-request']);
  expect((await keep(me)).seq).toBe(kept.seq + 1);
});

test('a newer extension is told so', async () => {
  const me = await server.install();
  const { status, body } = await put(me, { version: 2, marks: [] });
  expect([status, body.code]).toEqual([422, 'newer-client']);
});

test('a database that fails anywhere leaves the highlight whole or not there', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const me = await server.install();
  const kept = await keep(me);
  const places = await placesIn((database) =>
    put({ ...me, database }, marking(kept.id, newId(), mark())),
  );
  for (const place of places) {
    const id = newId();
    const operation = newId();
    const json = marking(kept.id, id, mark());
    const failed = await put({ ...me, database: failingAt(place, PASSING[0]) }, json, operation);
    expect([failed.status, failed.body.code], JSON.stringify(place)).toEqual([503, 'busy']);
    const retried = await put(me, json, operation);
    expect(retried.status, JSON.stringify(place)).toBe(200);
    expect(await put(me, json, operation)).toEqual(retried);
  }
  expect((await list(me, kept.clip)).highlights).toHaveLength(1 + places.length);
  vi.restoreAllMocks();
});

test('ten at once are all there, each with a number of its own', async () => {
  const me = await server.install();
  const kept = await keep(me);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => put(me, marking(kept.id, newId(), mark()))),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(new Set(answers.map(({ body }) => body.seq)).size).toBe(10);
  expect((await list(me, kept.clip)).highlights).toHaveLength(10);
});

test('a highlight costs the same in a small library and in a larger one', async () => {
  const me = await server.install();
  const kept = await keep(me);
  const read = await keep(me);
  await put(me, marking(read.id, newId(), mark()));
  const cost = async () => {
    const writing = metered();
    const json = marking(kept.id, newId(), mark());
    await put({ ...me, database: writing.db }, json);
    const reading = metered();
    await list({ ...me, database: reading.db }, read.clip);
    return { write: writing.rows, read: reading.rows };
  };
  const small = await cost();
  for (let count = 0; count < 30; count += 1) {
    const other = await keep(me);
    await put(me, marking(other.id, newId(), mark()));
  }
  const large = await cost();
  console.log(`a highlight reads ${large.write.read} rows and writes ${large.write.written}`);
  // The library’s own row may be read a time more.
  expect(large.write.read).toBeLessThanOrEqual(small.write.read + 2);
  expect(large.write.written).toBeLessThanOrEqual(8);
  expect(large.read.read).toBeLessThanOrEqual(small.read.read + 2);
});

test('the clip’s page shows what its reader marked, and has another ETag for it', async () => {
  const me = await server.install();
  const kept = await keep(me);
  const page = async (cookie: string, headers: Record<string, string> = {}) => {
    const path = `/w/${me.workspace}/clip/${kept.clip}`;
    const answer = await server.request(path, { cookie, headers });
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? '',
      html: await answer.text(),
    };
  };
  const before = await page(me.cookie);
  const id = newId();
  await put(me, marking(kept.id, id, mark({ colour: 'blue', note: 'Who says <b>so</b>?' })));
  const { status, html } = await page(me.cookie, { 'if-none-match': before.etag });
  expect(status).toBe(200);
  expect(html).toContain(
    `<mark data-kind="summary highlight-blue" data-id="${id}" data-label="Highlighted, Blue:">happened today</mark>`,
  );
  expect(html).toContain('1 highlight');
  expect(html).toContain('Who says &lt;b>so&lt;/b>?');
  const viewer = await page(await server.admit(me.workspace, 'viewer'));
  expect(viewer.html).not.toContain('highlight-blue');
  expect(viewer.html).not.toContain('Who says');
  expect(viewer.html).toContain(`&quot;keep&quot;:&quot;${kept.id}&quot;`);
});

test('a page of ours may write with its cookie, and no other page may', async () => {
  const { workspace, cookie } = await server.install();
  const kept = await keep({ workspace, cookie });
  const json = marking(kept.id, newId(), mark());
  expect((await put({ workspace, cookie }, json)).status).toBe(200);
  const path = `/api/w/${workspace}/highlights/${newId()}`;
  const headers = { origin: 'https://elsewhere.example' };
  const foreign = await server.request(path, { method: 'PUT', cookie, json, headers });
  expect([foreign.status, (await foreign.json<{ code: string }>()).code]).toEqual([
    403,
    'wrong-origin',
  ]);
});
