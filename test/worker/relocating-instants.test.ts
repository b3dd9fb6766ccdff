// What is read, and copied, in the instants of a move; moves back, and into a database that holds what an earlier one left.
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { makeDeparting } from '../../worker/db/departing.ts';
import { addClips } from './many-clips.ts';
import {
  askFor,
  closeIt,
  fill,
  liesIn,
  moveAll,
  moveSome,
  overBatches,
  PAIR,
  type Pair,
  pairOver,
  phaseOf,
  rowsIn,
  second,
  startWithSecond,
  test,
} from './relocating.ts';
import { db, ORIGIN, type Server } from './server.ts';

const NOW = '2026-03-11T00:00:00Z';

let server: Server;
let filled: Awaited<ReturnType<typeof fill>>;
beforeAll(async () => {
  server = await startWithSecond();
});
beforeEach(async () => {
  // What is told of failures that are meant.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  filled = await fill(server);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const read = async (path: string, pair: Pair = PAIR) => {
  const isOpen = /^\/(share|feed)\//.test(path);
  const { DB: database, ...further } = pair;
  const wishes = { ...(!isOpen && { cookie: filled.owner.cookie }), database, further };
  const answer = await server.request(path, wishes);
  // A form that makes something has another id each time that it is drawn.
  const text = new TextDecoder()
    .decode(await answer.arrayBuffer())
    .replace(/name="form" value="[^"]+"/g, 'name="form"');
  return { status: answer.status, wait: answer.headers.get('retry-after'), text };
};

const feeds = async (): Promise<string[]> => {
  const { text } = await read(`/w/${filled.me.workspace}/feeds`);
  const found = [...text.matchAll(/\/feed\/[\w-]+\/(?:daily\.atom|days\.ics)/g)];
  return [...new Set(found.map(([path]) => path))];
};

test('what is read in the very instant of the switch is whole, or to be asked for again', async () => {
  const { me, links } = filled;
  const [link] = links;
  const api = ['export', 'changes?since=0'];
  const ways = [
    ...api.map((path) => `/api/w/${me.workspace}/${path}`),
    '/account/export',
    '/workspaces',
    new URL(link?.url ?? '').pathname,
    ...(await feeds()).slice(0, 2),
  ];
  expect(ways).toHaveLength(7);
  let place: [source: keyof Pair, target: keyof Pair] = ['DB', 'DB_2'];
  const heard = new Map<number, number>();
  for (const path of ways) {
    const before = await read(path);
    expect(before.status, path).toBe(200);
    for (let nth = 0, isOver = false; !isOver; nth += 1) {
      await closeIt(me.workspace, ...place);
      let trips = 0;
      const { status, wait, text } = await read(
        path,
        pairOver(async (send) => {
          trips += 1;
          if (trips - 1 === nth)
            while ((await phaseOf(me.workspace))?.phase !== 'clearing') await moveSome(NOW);
          return send();
        }),
      );
      heard.set(status, (heard.get(status) ?? 0) + 1);
      if (status === 503) expect(wait, path).not.toBeNull();
      else
        expect({ status, text }, `${path}, trip ${nth}`).toEqual({
          status: 200,
          text: before.text,
        });
      isOver = trips <= nth;
      await moveAll(me.workspace);
      expect(await phaseOf(me.workspace)).toBeNull();
      place = [place[1], place[0]];
    }
  }
  expect(heard.get(200)).toBeGreaterThan(ways.length);
});

test('an extension that copies a library while it moves, and back, has all of it', async () => {
  const { workspace } = filled.me;
  await addClips({ workspace }, 600, `'2026-02-01'`);
  const places = async (wanderings: readonly (() => Promise<void>)[]): Promise<number[]> => {
    const found: number[] = [];
    let before: number | null = null;
    for (let page = 0; page === 0 || before !== null; page += 1) {
      const after = before === null ? '' : `?before=${before}`;
      const { status, text } = await read(`/api/w/${workspace}/cards${after}`);
      expect(status).toBe(200);
      const answer: { cards: { place: number }[]; next: number | null } = JSON.parse(text);
      found.push(...answer.cards.map(({ place }) => place));
      before = answer.next;
      await wanderings[page]?.();
    }
    return found;
  };
  const still = await places([]);
  expect(still.length).toBeGreaterThan(600);
  const moving = await places([
    async () => {
      await askFor(workspace);
      await moveAll(workspace);
      expect(await liesIn(workspace)).toBe('DB_2');
    },
    async () => {
      await askFor(workspace, 'DB_2', 'DB');
      await moveAll(workspace);
      expect(await liesIn(workspace)).toBe('DB');
    },
  ]);
  expect(moving).toEqual(still);
});

/** What a move leaves that is forgotten in its midst, as where the accounts come back as they were before. */
const leaveHalf = async (workspace: string): Promise<void> => {
  await askFor(workspace);
  for (
    let run = 0;
    run < 40 && (await rowsIn(second, workspace)).get('tag')?.length === 0;
    run += 1
  )
    await moveSome(NOW, 60);
  expect((await rowsIn(second, workspace)).get('clip')).not.toEqual([]);
  await db.prepare('DELETE FROM relocation WHERE workspace = ?').bind(workspace).run();
};

test.each([500, 30])(
  'a library moves into a database that holds what an earlier move has left, in runs of %i statements',
  async (room) => {
    const { workspace } = filled.me;
    await leaveHalf(workspace);
    // Of these nothing is in the library by now.
    await second
      .prepare('UPDATE tag SET id = id || ? WHERE workspace = ?')
      .bind('x', workspace)
      .run();
    const before = await rowsIn(db, workspace);
    await askFor(workspace);
    await moveAll(workspace, room);
    expect(await phaseOf(workspace)).toBeNull();
    expect(await rowsIn(second, workspace)).toEqual(before);
    expect([...(await rowsIn(db, workspace)).values()].flat()).toEqual([]);
    for (const table of ['changed_row', 'arrival'])
      expect(await db.prepare(`SELECT count(*) AS n FROM ${table}`).first('n')).toBe(0);
    const left = `SELECT count(*) AS n FROM sqlite_master WHERE type = 'trigger'`;
    expect(await db.prepare(left).first('n')).toBe(0);
  },
);

test('a library moves in runs of few statements also where somebody writes between any two of them', async () => {
  const { me } = filled;
  await askFor(me.workspace);
  let runs = 0;
  for (; runs < 90 && (await phaseOf(me.workspace))?.phase !== 'clearing'; runs += 1) {
    await moveSome(NOW, 30);
    const url = `https://a.example/${runs}`;
    const kept = await server.request(`/w/${me.workspace}/keep`, {
      method: 'POST',
      ...filled.owner,
      form: { url, title: 'Kept', text: '' },
      further: { DB_2: second },
    });
    expect(kept.status).toBeOneOf([303, 503]);
  }
  expect(await phaseOf(me.workspace)).toEqual({ phase: 'clearing', problem: null });
  await moveAll(me.workspace);
});

test('a slice is as large as the statements of its run allow, and one clip at the least', async () => {
  const { workspace } = filled.me;
  await addClips({ workspace }, 300, `'2026-02-01'`);
  await askFor(workspace);
  for (let run = 0; run < 20 && (await phaseOf(workspace))?.phase !== 'copying'; run += 1)
    await moveSome(NOW, 30);
  const clips = async () => (await rowsIn(second, workspace)).get('clip')?.length ?? 0;
  const before = await clips();
  await moveSome(NOW, 30);
  const few = (await clips()) - before;
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThanOrEqual(4 * 30);
  await moveSome(NOW, 500);
  expect(await clips()).toBeGreaterThan(250);
  await moveAll(workspace);
});

test('a library does not move to where another one of it is found', async () => {
  const { workspace } = filled.me;
  const before = await rowsIn(db, workspace);
  const library = await makeDeparting(db).library({ workspace, number: 0, move: 0 });
  const names = Object.keys(library ?? {});
  await second
    .prepare(
      `INSERT INTO library (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
    .bind(...Object.values(library ?? {}))
    .run();
  await askFor(workspace);
  await moveAll(workspace);
  expect(await phaseOf(workspace)).toEqual({
    phase: 'failed',
    problem: 'the other database has a library of this workspace already',
  });
  expect(await rowsIn(db, workspace)).toEqual(before);
  expect((await rowsIn(second, workspace)).get('library')).toHaveLength(1);
  await second.prepare('DELETE FROM library WHERE workspace = ?').bind(workspace).run();
});

test('a feed, a link and a member are told to come again where their database is down, and nobody that it is gone', async () => {
  const { me, links } = filled;
  const ways = [
    ...(await feeds()),
    ...links.map(({ url }) => url.slice(ORIGIN.length)),
    `/api/w/${me.workspace}/clips`,
  ];
  await askFor(me.workspace);
  await moveAll(me.workspace);
  const down = overBatches(second, () =>
    Promise.reject(new Error('D1_ERROR: Network connection lost.')),
  );
  for (const path of ways) {
    expect((await read(path)).status, path).toBe(200);
    const { status, wait } = await read(path, { ...PAIR, DB_2: down });
    expect([status, wait], path).toEqual([503, '2']);
  }
});
