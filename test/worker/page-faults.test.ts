// The database failing at each step of what a person does on a page: they are told so, and doing it again does it once.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { whole, WHOLE_SQL } from '../whole-library.ts';
import { failingAt, FINAL, PASSING, placesIn } from './failing-database.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

type Me = Awaited<ReturnType<Server['claim']>>;
type Form = Record<string, string>;

const ERRORS: [words: string, status: number][] = [
  [PASSING[0], 503],
  [FINAL[0], 500],
];

const post = async ({ workspace, cookie }: Me, path: string, form: Form, database = db) => {
  const request = { method: 'POST', cookie, form, database };
  const answer = await server.request(`/w/${workspace}/${path}`, request);
  return { status: answer.status, html: await answer.text() };
};

const readRow = (table: 'visit' | 'preference', { workspace }: Me) =>
  db.prepare(`SELECT * FROM ${table} WHERE workspace = ?`).bind(workspace).first();

const readWhole = ({ workspace }: Me) => db.prepare(WHOLE_SQL).bind(workspace).first();

const shown = { day: '2026-03-09', by: 'published' };
const CATEGORIES = ['04000000', '11000000', '15000000'];

/** Has the database fail at each place of an act and does it again, which answers `done`; answers how often it failed. */
const failEverywhere = async (
  act: (me: Me, database?: D1Database) => Promise<{ status: number; html: string }>,
  isDone: (me: Me) => Promise<boolean>,
  done: number,
): Promise<number> => {
  const places = await placesIn(async (database) => act(await server.claim(), database));
  let failures = 0;
  for (const [words, status] of ERRORS)
    for (const place of places) {
      const where = `${words} at ${JSON.stringify(place)}`;
      const me = await server.claim();
      const failed = await act(me, failingAt(place, words));
      expect([failed.status, failed.html.includes('<h1>')], where).toEqual([status, true]);
      if (place.at !== 'answer') expect(await isDone(me), where).toBe(false);
      expect((await act(me)).status, where).toBe(done);
      expect(await isDone(me), where).toBe(true);
      failures += 1;
    }
  return failures;
};

test.each([
  ['a visit', 'visit', { ...shown, seq: '0', do: 'shown' }, 'visit', 204],
  ['what is seen', 'visit', { ...shown, seq: '0', do: 'seen' }, 'visit', 303],
  [
    'an order',
    'order',
    { ...shown, up: '15000000', shown: CATEGORIES.join(' ') },
    'preference',
    303,
  ],
] as const)('%s is stored whole or not at all', async (_, path, form, table, done) => {
  const failures = await failEverywhere(
    (me, database) => post(me, path, form, database),
    async (me) => (await readRow(table, me)) !== null,
    done,
  );
  expect(failures).toBeGreaterThan(5);
});

test('an address that is shared is kept whole or not at all, and once', async () => {
  const form = { title: 'Bão vào bờ', url: 'https://a.example/1' };
  const failures = await failEverywhere(
    (me, database) => post(me, 'keep', form, database),
    async (me) => {
      const found = await readWhole(me);
      const { clips } = found ?? {};
      // An address alone has no content yet; a second press is a second operation.
      const operations: unknown = expect.any(Number);
      if (clips === 1)
        expect(found).toEqual({ ...whole(1), contents: 0, allContents: 0, operations });
      else expect(found).toMatchObject({ clips: 0, keeps: 0, operations: 0, miscounts: 0 });
      return clips === 1;
    },
    303,
  );
  expect(failures).toBeGreaterThan(20);
});
