// Saving and deleting: what a client is told, and what is in the database then.
import { beforeAll, expect, test } from 'vitest';
import { type KeepAnswer, MAX_KEEP_BYTES } from '../../shared/schema/keep.ts';
import { makeKeeps } from '../../worker/db/keeps.ts';
import { makeStories } from '../../worker/db/stories.ts';
import { makeTrash } from '../../worker/db/trash.ts';
import { makeUnprofiled } from '../../worker/db/unprofiled.ts';
import { keepArticle } from '../../worker/domain/keeps.ts';
import { newId, sample } from './sample.ts';
import { db, metered, rowCounts, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

/** Of a library in which nothing ever happened. */
const noChange = { moved_to: null, moved: 0, to_move: 0, seq: 0, changedAt: null, deletedAt: null };

interface Caller {
  workspace: string;
  token?: string;
  cookie?: string;
}

const put = async ({ workspace, ...who }: Caller, id: string, json: unknown) => {
  const answer = await server.request(`/api/w/${workspace}/keeps/${id}`, {
    method: 'PUT',
    json,
    ...who,
  });
  return { status: answer.status, body: await answer.json<KeepAnswer & { code?: string }>() };
};

const remove = async ({ workspace, ...who }: Caller, id: string) =>
  (await server.request(`/api/w/${workspace}/keeps/${id}`, { method: 'DELETE', ...who })).status;

test('a keep is 201 first, 200 for the same bytes, 422 for others, 410 once it was deleted', async () => {
  const me = await server.install();
  const id = newId();
  const write = sample();
  const first = await put(me, id, write);
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({ id, day: '2026-03-10', keptDay: '2026-03-10', seq: 1 });
  expect(await put(me, id, write)).toEqual({ status: 200, body: first.body });
  const other = await put(me, id, sample());
  expect([other.status, other.body.code]).toEqual([422, 'other-bytes']);
  expect(await remove(me, id)).toBe(204);
  expect(await remove(me, id)).toBe(204);
  const late = await put(me, id, write);
  expect([late.status, late.body.code]).toEqual([410, 'in-trash']);
});

test('a link is kept by its address alone, and filled in when its page is kept', async () => {
  const me = await server.install();
  const write = sample();
  const { title, url } = write.article;
  const link = {
    ...write,
    article: { ...write.article, blocks: [] },
    summary: { sentences: [], terms: [] },
  };
  const kept = await put(me, newId(), link);
  expect(kept).toMatchObject({ status: 201, body: { day: '2026-03-10', keptDay: '2026-03-10' } });
  const list = async () => {
    const answer = await server.request(`/api/w/${me.workspace}/clips`, { token: me.token });
    return (await answer.json<{ clips: object[] }>()).clips;
  };
  expect(await list()).toMatchObject([{ title, url, filled: false }]);
  const again = await put(me, newId(), link);
  expect(again).toMatchObject({ status: 200, body: { id: kept.body.id, day: '2026-03-10' } });
  const filled = await put(me, newId(), write);
  expect(filled.body).toMatchObject({ id: kept.body.id, clip: kept.body.clip });
  expect(await list()).toMatchObject([{ title, filled: true }]);
});

test('an article kept twice by one person is one keep, under either id', async () => {
  const me = await server.install();
  const [first, second] = [newId(), newId()];
  const write = sample();
  const again = sample({ ...write.article, title: 'A new headline' });
  const made = await put(me, first, write);
  const found = await put(me, second, again);
  expect(found.status).toBe(200);
  expect(found.body).toEqual({ ...made.body, seq: found.body.seq });
  expect(await put(me, second, again)).toEqual(found);
  expect((await put(me, second, sample())).status).toBe(422);
  await remove(me, first);
  expect((await put(me, second, again)).status).toBe(410);
});

test('two people keep one clip, and it goes with the last of them', async () => {
  const me = await server.install();
  const you = {
    workspace: me.workspace,
    cookie: await server.admit(me.workspace, 'editor'),
  };
  const write = sample();
  const [mine, yours] = [newId(), newId()];
  const first = await put(me, mine, write);
  const second = await put(you, yours, write);
  expect(second.status).toBe(201);
  expect(second.body.clip).toBe(first.body.clip);
  const clip = async () =>
    (await server.request(`/api/w/${me.workspace}/clips/${first.body.clip}`, { token: me.token }))
      .status;
  expect(await remove(you, mine)).toBe(404);
  expect(await remove(me, mine)).toBe(204);
  expect(await clip()).toBe(200);
  expect(await remove(you, yours)).toBe(204);
  expect(await clip()).toBe(404);
  const left = await db
    .prepare(
      `SELECT (SELECT count(*) FROM clip WHERE workspace = ?1) AS clips,
              (SELECT count(*) FROM clip_content WHERE workspace = ?1) AS contents,
              (SELECT count(*) FROM day_count WHERE workspace = ?1) AS counts,
              (SELECT group_concat(kind ORDER BY kind) FROM tombstone WHERE workspace = ?1) AS tombstones`,
    )
    .bind(me.workspace)
    .first();
  expect(left).toEqual({ clips: 0, contents: 0, counts: 0, tombstones: 'clip,keep,keep' });
});

test('ten equal writes at once make one clip and one answer', async () => {
  const me = await server.install();
  const id = newId();
  const write = sample();
  const answers = await Promise.all(Array.from({ length: 10 }, () => put(me, id, write)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('ten writes of one article under ten ids make one keep', async () => {
  const me = await server.install();
  const write = sample();
  const answers = await Promise.all(Array.from({ length: 10 }, () => put(me, newId(), write)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
});

test('ten different articles at once get ten sequence numbers', async () => {
  const me = await server.install();
  const answers = await Promise.all(Array.from({ length: 10 }, () => put(me, newId(), sample())));
  expect(answers.map(({ body }) => body.seq).sort((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
});

test('the same id in another workspace is another keep', async () => {
  const [here, there] = [await server.install(), await server.install()];
  const id = newId();
  const write = sample();
  const [first, second] = [await put(here, id, write), await put(there, id, write)];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(first.body.clip).not.toBe(second.body.clip);
});

test('a whole clip comes back as it was kept', async () => {
  const me = await server.install();
  const attributionUrl = 'https://ttx.example/1';
  const write = sample({ language: 'vi', attribution: 'TTXVN', attributionUrl, truncated: true });
  const { body } = await put(me, newId(), write);
  const clip = await server.request(`/api/w/${me.workspace}/clips/${body.clip}`, {
    token: me.token,
  });
  expect(await clip.json()).toMatchObject({
    id: body.clip,
    title: write.article.title,
    attribution: 'TTXVN',
    attributionUrl,
    summary: ['It happened today.'],
    spans: write.summary.sentences,
    blocks: write.article.blocks,
    words: 7,
    truncated: true,
  });
});

test('a save writes at most 32 rows', async () => {
  const me = await server.install();
  const { account } = (await db
    .prepare('SELECT account FROM member WHERE workspace = ?')
    .bind(me.workspace)
    .first<{ account: string }>()) ?? { account: '' };
  const { db: counting, rows } = metered();
  await keepArticle(
    {
      keeps: makeKeeps(counting),
      stories: makeStories(counting),
      trash: makeTrash(counting),
      unprofiled: makeUnprofiled(counting),
      now: () => new Date('2026-03-10T08:00:00Z'),
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    },
    {
      workspace: me.workspace,
      number: 1,
      zone: 'UTC',
      language: 'en',
      feed_rotation: 1,
      ...noChange,
    },
    { account, since: new Date('2026-03-10T07:00:00Z') },
    newId(),
    'a'.repeat(64),
    sample(),
  );
  console.log(`a save wrote ${rows.written} rows`);
  expect(rows.written).toBeGreaterThan(5);
  expect(rows.written).toBeLessThanOrEqual(32);
});

test('clips of a workspace lie together in row ids of its own', async () => {
  const me = await server.install();
  await put(me, newId(), sample());
  await put(me, newId(), sample());
  const { results } = await db
    .prepare(
      `SELECT clip.rid - library.number * 4294967296 AS count FROM clip
       JOIN library ON library.workspace = clip.workspace WHERE clip.workspace = ? ORDER BY rid`,
    )
    .bind(me.workspace)
    .all();
  expect(results).toEqual([{ count: 1 }, { count: 2 }]);
});

test('a body is cut off as soon as it is too long, whatever it says of its length', async () => {
  const me = await server.install();
  const chunk = new TextEncoder().encode('x'.repeat(100_000));
  let sent = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      sent += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const answer = await server.request(`/api/w/${me.workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token: me.token,
    headers: { 'content-type': 'application/json', 'content-length': '10' },
    body,
  });
  expect(answer.status).toBe(413);
  expect(sent).toBeLessThan(2 * MAX_KEEP_BYTES);
});

test('the largest clip that is allowed is kept', async () => {
  const me = await server.install();
  const write = sample();
  const room = MAX_KEEP_BYTES - JSON.stringify(write).length - 1_000;
  const paragraphs = Array.from({ length: Math.floor(room / 100_000) }, () => ({
    kind: 'paragraph' as const,
    runs: [{ text: 'x'.repeat(99_900) }],
  }));
  write.article.blocks.push(...paragraphs);
  expect((await put(me, newId(), write)).status).toBe(201);
});

test('a card holds no more than the beginning of a sentence that does not end', async () => {
  const me = await server.install();
  const text = `${'x'.repeat(998)}😀${'y'.repeat(90_000)}`;
  const write = sample(
    { blocks: [{ kind: 'paragraph', runs: [{ text }] }] },
    { summary: { sentences: [{ block: 0, start: 0, end: text.length }], terms: [] } },
  );
  const { status, body } = await put(me, newId(), write);
  expect(status).toBe(201);
  const clip = await server.request(`/api/w/${me.workspace}/clips/${body.clip}`, {
    token: me.token,
  });
  expect(await clip.json()).toMatchObject({
    summary: [`${'x'.repeat(998)}…`],
    spans: write.summary.sentences,
  });
});

test('a library that has moved elsewhere takes no write', async () => {
  const me = await server.install();
  const { account } = (await db
    .prepare('SELECT account FROM member WHERE workspace = ?')
    .bind(me.workspace)
    .first<{ account: string }>()) ?? { account: '' };
  await db.prepare('UPDATE library SET here = 0 WHERE workspace = ?').bind(me.workspace).run();
  const before = await rowCounts();
  const stale = {
    workspace: me.workspace,
    number: 1,
    zone: 'UTC',
    language: 'en' as const,
    feed_rotation: 1,
    ...noChange,
  };
  const tools = {
    keeps: makeKeeps(db),
    stories: makeStories(db),
    trash: makeTrash(db),
    unprofiled: makeUnprofiled(db),
    now: () => new Date('2026-03-10T08:00:00Z'),
    random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
  };
  const keeper = { account, since: new Date(0) };
  await expect(
    keepArticle(tools, stale, keeper, newId(), 'a'.repeat(64), sample()),
  ).rejects.toMatchObject({ code: 'busy' });
  expect(await rowCounts()).toEqual(before);
});

test('a database that is broken is 500 and loses nothing', async () => {
  const me = await server.install();
  const id = newId();
  const write = sample();
  await db.prepare('ALTER TABLE clip_content RENAME TO away').run();
  const failed = await put(me, id, write);
  await db.prepare('ALTER TABLE away RENAME TO clip_content').run();
  expect([failed.status, failed.body.code]).toEqual([500, 'internal']);
  expect((await put(me, id, write)).status).toBe(201);
});
