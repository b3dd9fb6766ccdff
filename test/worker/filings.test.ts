// Where clips are put: tags and collections, with the keep and afterwards, and which names there are.
import { beforeAll, expect, test, vi } from 'vitest';
import type { Filing } from '../../shared/schema/filing.ts';
import type { FilingNames } from '../../shared/schema/filing-write.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import type { LibraryPage } from '../../shared/schema/library.ts';
import { failingAt, PASSING, placesIn } from './failing-database.ts';
import { importingTo, importItem } from './importing.ts';
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

const put = async ({ workspace, ...who }: Caller, noun: string, json: unknown, id = newId()) => {
  const path = `/api/w/${workspace}/${noun}/${id}`;
  const answer = await server.request(path, { method: 'PUT', json, ...who });
  return { status: answer.status, body: await answer.json<KeepAnswer & { code?: string }>() };
};

const get = async <T>({ workspace, ...who }: Caller, path: string): Promise<T> =>
  (await server.request(`/api/w/${workspace}/${path}`, who)).json<T>();

const namesOf = (me: Caller) => get<FilingNames>(me, 'names');

const filed = async (me: Caller) =>
  (await get<LibraryPage>(me, 'clips')).clips.map(({ tags, collections }) => ({
    tags,
    collections,
  }));

const filing = (tags: string[], collections: string[] = []): Filing => ({ tags, collections });

const change = (of: string, add: Filing, remove = filing([])) => ({
  version: 1,
  keep: of,
  change: { add, remove },
});

test('a keep says where it goes: names that are new are made, those that are there are found', async () => {
  const me = await server.install();
  const where = filing(['Đất đai', 'quy  hoạch '], ['Quý IV']);
  const first = await put(me, 'keeps', { ...sample(), filing: where });
  expect(first.status).toBe(201);
  await put(me, 'keeps', { ...sample(), filing: filing(['ĐẤT ĐAI', 'dat dai'], ['quý iv']) });
  expect(await filed(me)).toEqual([
    { tags: ['dat dai', 'Đất đai'], collections: ['Quý IV'] },
    { tags: ['quy hoạch', 'Đất đai'], collections: ['Quý IV'] },
  ]);
});

test('a clip that is kept is filed anew, once for the same operation; a tag goes with its last clip', async () => {
  const me = await server.install();
  const kept = await put(me, 'keeps', { ...sample(), filing: filing(['a', 'b'], ['One']) });
  const write = change(kept.body.id, filing(['c'], ['Two']), filing(['A'], ['one']));
  const operation = newId();
  const first = await put(me, 'filings', write, operation);
  expect(first).toEqual({ status: 200, body: { ...kept.body, seq: kept.body.seq + 1 } });
  expect(await put(me, 'filings', write, operation)).toEqual(first);
  expect(await put(me, 'filings', change(kept.body.id, filing(['x'])), operation)).toMatchObject({
    status: 422,
    body: { code: 'other-bytes' },
  });
  expect(await filed(me)).toEqual([{ tags: ['b', 'c'], collections: ['Two'] }]);
});

test('the names that there are come with the last made first', async () => {
  const me = await server.install();
  const kept = await put(me, 'keeps', { ...sample(), filing: filing(['b'], ['One']) });
  server.setClock('2026-03-10T08:00:02Z');
  await put(me, 'filings', change(kept.body.id, filing(['c', 'B'], ['Two'])));
  expect(await namesOf(me)).toEqual({ tags: ['c', 'b'], collections: ['Two', 'One'] });
});

test('keeping again only adds: what stands on the clip stays', async () => {
  const me = await server.install();
  const write = sample();
  await put(me, 'keeps', { ...write, filing: filing(['mine']) });
  await put(me, 'keeps', { ...write, filing: filing(['too'], ['Set']) });
  await put(me, 'keeps', write);
  expect(await filed(me)).toEqual([{ tags: ['mine', 'too'], collections: ['Set'] }]);
});

test('an address alone is filed too, and its undone import takes away only what came with it', async () => {
  const me = await server.install();
  const { sendPart, undo } = importingTo(() => server);
  const id = newId();
  const url = 'https://a.example/filed';
  await put(me, 'keeps', sample({ url, canonicalUrl: url }));
  await sendPart(me, id, [importItem(url, { tags: ['theirs', 'both'] })]);
  await put(me, 'keeps', {
    ...sample({ url, canonicalUrl: url }),
    filing: filing(['both']),
  });
  await undo(me, id);
  expect(await filed(me)).toEqual([{ tags: ['both'], collections: [] }]);

  const link = sample({
    url: 'https://a.example/link',
    canonicalUrl: 'https://a.example/link',
    blocks: [],
    published: null,
  });
  const kept = await put(me, 'keeps', {
    ...link,
    summary: { sentences: [], terms: [] },
    filing: filing(['later']),
  });
  await put(me, 'filings', change(kept.body.id, filing([], ['To read'])));
  expect((await filed(me))[0]).toEqual({ tags: ['later'], collections: ['To read'] });
});

test('a clip that is deleted leaves its collections behind, and nothing in them', async () => {
  const me = await server.install();
  const kept = await put(me, 'keeps', { ...sample(), filing: filing(['t'], ['Set']) });
  const path = `/api/w/${me.workspace}/keeps/${kept.body.id}`;
  await server.request(path, { method: 'DELETE', ...me });
  expect(await namesOf(me)).toEqual({ tags: [], collections: ['Set'] });
  const left = await db
    .prepare('SELECT count(*) AS n FROM clip_collection WHERE workspace = ?')
    .bind(me.workspace)
    .first('n');
  expect(left).toBe(0);
  expect(await put(me, 'filings', change(kept.body.id, filing(['late'])))).toMatchObject({
    status: 410,
    body: { code: 'in-trash' },
  });
});

test('another workspace’s keep is a missing one, and its names are nobody else’s', async () => {
  const me = await server.install();
  const other = await server.install();
  const kept = await put(other, 'keeps', { ...sample(), filing: filing(['secret']) });
  expect(await put(me, 'filings', change(kept.body.id, filing(['x'])))).toMatchObject({
    status: 404,
  });
  expect(await namesOf(me)).toEqual({ tags: [], collections: [] });
});

test('a change of nothing, and names that are none, are refused', async () => {
  const me = await server.install();
  const kept = await put(me, 'keeps', sample());
  for (const wrong of [filing([]), filing([' ']), filing(['x'.repeat(101)]), { tags: 'x' }])
    expect(
      (
        await put(me, 'filings', {
          ...change(kept.body.id, filing([])),
          change: { add: wrong, remove: filing([]) },
        })
      ).status,
    ).toBe(400);
  const many = Array.from({ length: 51 }, (_, at) => `tag ${at}`);
  expect((await put(me, 'keeps', { ...sample(), filing: filing(many) })).status).toBe(400);
});

test('a keep with ten tags and a collection writes as many rows as it may', async () => {
  const me = await server.install();
  const tags = Array.from({ length: 10 }, (_, at) => `tag ${at}`);
  const bare = metered();
  await put({ ...me, database: bare.db }, 'keeps', sample());
  const full = metered();
  await put({ ...me, database: full.db }, 'keeps', {
    ...sample(),
    filing: filing(tags, ['Set']),
  });
  expect(bare.rows.written).toBeLessThanOrEqual(32);
  console.log(`a save writes ${bare.rows.written} rows, with eleven names ${full.rows.written}`);
  expect(full.rows.written).toBeLessThanOrEqual(32 + 4 * 11);
});

test('wherever the database fails, a filing is done whole or not at all, and once when sent again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const me = await server.install();
  const kept = await put(me, 'keeps', sample());
  const write = change(kept.body.id, filing(['a', 'b'], ['Set']));
  for (const place of await placesIn((database) => put({ ...me, database }, 'filings', write))) {
    const id = newId();
    await put({ ...me, database: failingAt(place, PASSING[0]) }, 'filings', write, id);
    expect((await put(me, 'filings', write, id)).status).toBe(200);
  }
  expect(await filed(me)).toEqual([{ tags: ['a', 'b'], collections: ['Set'] }]);
  vi.restoreAllMocks();
});
