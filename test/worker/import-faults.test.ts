// A database that fails at each step of an import or of its undo: what is told, and that the same again
// ends with everything once, or with nothing.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { failingAt, FINAL, PASSING, placesIn } from './failing-database.ts';
import { importingTo, importItem } from './importing.ts';
import { newId } from './sample.ts';
import { db, rowCounts, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
const { sendPart, undo } = importingTo(() => server);

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ERRORS = [
  { words: PASSING[0], told: [503, 'busy'] },
  { words: FINAL[0], told: [500, 'internal'] },
];

let made = 0;
const addresses = () => {
  made += 1;
  return Array.from({ length: 3 }, (_, index) =>
    importItem(`https://a.example/${made}-${index}`, { tags: [`tag ${made}`] }),
  );
};

const held = (workspace: string) =>
  db
    .prepare(
      `SELECT (SELECT count(*) FROM clip WHERE workspace = ?1) AS clips,
         (SELECT count(*) FROM keep WHERE workspace = ?1) AS keeps,
         (SELECT sum(keeps) FROM import WHERE workspace = ?1) AS counted,
         (SELECT count(*) FROM clip_tag WHERE workspace = ?1) AS links,
         (SELECT count(*) FROM tag WHERE workspace = ?1) AS tags`,
    )
    .bind(workspace)
    .first();

test('a database that fails anywhere in importing a part loses and doubles nothing', async () => {
  const me = await server.install();
  // A token's first use in a day is noted, once.
  await sendPart(me, newId(), addresses());
  const places = await placesIn((database) => sendPart({ ...me, database }, newId(), addresses()));
  let parts = 2;
  for (const { words, told } of ERRORS)
    for (const place of places) {
      const where = `${words} at ${JSON.stringify(place)}`;
      const id = newId();
      const items = addresses();
      const failed = await sendPart({ ...me, database: failingAt(place, words) }, id, items);
      expect([failed.status, failed.told.code], where).toEqual(told);
      const retried = await sendPart(me, id, items);
      expect(retried.told, where).toEqual({ added: 3, known: 0 });
      parts += 1;
    }
  console.log(`faults: the database failed ${parts - 2} times in importing a part`);
  expect(await held(me.workspace)).toEqual({
    clips: 3 * parts,
    keeps: 3 * parts,
    counted: 3 * parts,
    links: 3 * parts,
    tags: parts,
  });
});

test('a database that fails anywhere in an undo leaves nothing behind in the end', async () => {
  const me = await server.install();
  const prepare = async () => {
    const id = newId();
    await sendPart(me, id, addresses());
    return id;
  };
  const first = await prepare();
  const places = await placesIn((database) => undo({ ...me, database }, first));
  const before = await rowCounts();
  let undone = 0;
  for (const { words, told } of ERRORS)
    for (const place of places) {
      const where = `${words} at ${JSON.stringify(place)}`;
      const id = await prepare();
      const failed = await undo({ ...me, database: failingAt(place, words) }, id);
      expect([failed.status, failed.told.code], where).toEqual(told);
      expect((await undo(me, id)).told, where).toEqual({ left: 0 });
      undone += 1;
    }
  console.log(`faults: the database failed ${undone} times in an undo`);
  expect(await rowCounts()).toEqual({
    ...before,
    activity: (before['activity'] ?? 0) + undone,
    import: (before['import'] ?? 0) + undone,
    import_part: (before['import_part'] ?? 0) + undone,
    tombstone: (before['tombstone'] ?? 0) + undone * 6,
  });
});
