// Saves that meet each other, and a database that fails at each step of a save: what the client hears,
// and that a retry with the same bytes ends with one whole clip.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { KeepAnswer, KeepWrite } from '../../shared/schema/keep.ts';
import worker from '../../worker/index.ts';
import { whole, WHOLE_SQL } from '../whole-library.ts';
import { failingAt, FINAL, PASSING, placesIn } from './failing-database.ts';
import { importingTo, importItem } from './importing.ts';
import { newId, sample } from './sample.ts';
import { db, isElsewhere, type Server, startServer } from './server.ts';
import { report } from './story-texts.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const { sendPart } = importingTo(() => server);

// The server logs each failure, and here are hundreds.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

interface Caller {
  workspace: string;
  token?: string;
  cookie?: string;
  database?: D1Database;
}

interface Answered {
  status: number;
  body: KeepAnswer & { code?: string };
}

const put = async (
  { workspace, ...who }: Caller,
  id: string,
  json: KeepWrite,
): Promise<Answered> => {
  const path = `/api/w/${workspace}/keeps/${id}`;
  const answer = await server.request(path, { method: 'PUT', json, ...who });
  return { status: answer.status, body: await answer.json() };
};

const library = (workspace: string) => db.prepare(WHOLE_SQL).bind(workspace).first();

/** A workspace with a colleague, whose first use of a token and a cookie is behind them. */
const settle = async () => {
  const { workspace, token } = await server.install();
  const cookie = await server.admit(workspace, 'editor');
  return { me: { workspace, token }, colleague: { workspace, cookie } };
};

test('the same request ten times at once, for 100 keys, makes 100 clips', async () => {
  const { me } = await settle();
  let requests = 0;
  for (let wave = 0; wave < 10; wave += 1) {
    const keys = Array.from({ length: 10 }, () => ({ id: newId(), write: sample() }));
    const answers = await Promise.all(
      keys.map(({ id, write }) =>
        Promise.all(Array.from({ length: 10 }, () => put(me, id, write))),
      ),
    );
    for (const ten of answers) {
      requests += ten.length;
      expect(ten.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
      expect(new Set(ten.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    }
  }
  console.log(`faults: ${requests} requests, ten at once for each of 100 keys`);
  expect(await library(me.workspace)).toEqual(whole(100));
});

/** Signing in, looking, saving; what comes after it finds the story of what is saved by then. */
const SAVE_TRIPS = isElsewhere ? 4 : 3;

test('a database that fails while the story is looked for keeps the clip, which finds it later', async () => {
  const { me } = await settle();
  await put(me, newId(), sample(report('storm')));
  const places = await placesIn((database) =>
    put({ ...me, database }, newId(), sample(report('stormElsewhere'))),
  );
  const late = places.filter(({ trip }) => trip >= SAVE_TRIPS);
  expect(late.length).toBeGreaterThan(1);
  for (const place of late) {
    const write = sample(report('storm'));
    const answer = await put({ ...me, database: failingAt(place, PASSING[1]) }, newId(), write);
    expect(answer.status, JSON.stringify(place)).toBe(201);
  }
  await worker.scheduled(createScheduledController(), env);
  const stories = await db
    .prepare(
      'SELECT count(DISTINCT story) AS stories, count(story) AS clips FROM clip WHERE workspace = ?',
    )
    .bind(me.workspace)
    .first();
  expect(stories).toEqual({ stories: 1, clips: 2 + late.length });
});

type Settled = Awaited<ReturnType<typeof settle>>;

/** What a save may find, and what it and the write before it make together. */
const FOUND: {
  name: string;
  before: (people: Settled, write: KeepWrite) => Promise<{ status: number }> | null;
  made: { operations: number; keeps: number; changes: number };
  /** The answer where no other act was before this one. */
  told: 200 | 201;
}[] = [
  {
    name: 'a new clip',
    before: () => null,
    made: { operations: 1, keeps: 1, changes: 1 },
    told: 201,
  },
  {
    name: 'a clip of a colleague',
    before: ({ colleague }, write) => put(colleague, newId(), write),
    made: { operations: 2, keeps: 2, changes: 2 },
    told: 201,
  },
  {
    name: 'a clip kept before',
    before: ({ me }, write) => put(me, newId(), write),
    made: { operations: 2, keeps: 1, changes: 1 },
    told: 200,
  },
  {
    name: 'a clip of which only the address was known',
    before: ({ me }, write) => sendPart(me, newId(), [importItem(write.article.url)]),
    made: { operations: 1, keeps: 1, changes: 2 },
    told: 200,
  },
];

test.each(FOUND)(
  'a database that fails anywhere in saving $name loses and doubles nothing',
  async ({ name, before, made, told: toldFirst }) => {
    const people = await settle();
    const { me } = people;
    await put(me, newId(), sample());
    let saves = 0;
    const prepare = async () => {
      saves += 1;
      const write = sample();
      await before(people, write);
      return { id: newId(), write };
    };
    const first = await prepare();
    const all = await placesIn((database) => put({ ...me, database }, first.id, first.write));
    const places = all.filter(({ trip }) => trip < SAVE_TRIPS);
    const lastTrip = Math.max(...places.map(({ trip }) => trip));
    const errors = [
      ...PASSING.map((words) => ({ words, told: [503, 'busy'] })),
      ...FINAL.map((words) => ({ words, told: [500, 'internal'] })),
    ];
    const failures = errors.flatMap(({ words, told }) =>
      places.map((place) => ({ words, told, place })),
    );
    for (const { words, told, place } of failures) {
      const where = `${words} at ${JSON.stringify(place)}`;
      const { id, write } = await prepare();
      const held = await library(me.workspace);
      const failed = await put({ ...me, database: failingAt(place, words) }, id, write);
      expect([failed.status, failed.body.code], where).toEqual(told);
      const isAnswerLost = place.trip === lastTrip && place.at === 'answer';
      if (!isAnswerLost) expect(await library(me.workspace), where).toEqual(held);
      const retried = await put(me, id, write);
      expect(retried.status, where).toBe(isAnswerLost ? 200 : toldFirst);
      expect(await put(me, id, write), where).toEqual({ status: 200, body: retried.body });
    }
    console.log(`faults: the database failed ${failures.length} times in saving ${name}`);
    expect(await library(me.workspace)).toEqual(
      whole(1 + saves, {
        keeps: 1 + saves * made.keeps,
        operations: 1 + saves * made.operations,
        changes: 1 + saves * made.changes,
      }),
    );
  },
);
