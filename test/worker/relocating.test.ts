// A library that moves to another database while people read it and write in it.
import { beforeAll, expect } from 'vitest';
import { makeActivity } from '../../worker/db/activity.ts';
import { makeFreezing } from '../../worker/db/freezing.ts';
import { makeTrash } from '../../worker/db/trash.ts';
import {
  askFor,
  closeIt,
  contentIn,
  fill,
  FURTHER,
  liesIn,
  moveAll,
  moveSome,
  overBatches,
  PAIR,
  pairOver,
  phaseOf,
  rowsIn,
  second,
  startWithSecond,
  test,
} from './relocating.ts';
import { type Write, writesTo } from './relocation-writes.ts';
import { newId } from './sample.ts';
import { db, type Server } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startWithSecond();
});

const LATER = '2026-03-11T00:00:00Z';

const triggers = async (database: D1Database) =>
  (await database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all()).results;
test.each([500, 30])('all rows of a library move, in runs of %i statements', async (room) => {
  const { me } = await fill(server);
  const other = await fill(server);
  const before = await rowsIn(db, me.workspace);
  const others = await rowsIn(db, other.me.workspace);
  await askFor(me.workspace);
  await moveAll(me.workspace, room);
  expect(await phaseOf(me.workspace)).toBeNull();
  expect(await rowsIn(second, me.workspace)).toEqual(before);
  expect([...(await rowsIn(db, me.workspace)).values()].flat()).toEqual([]);
  expect(await rowsIn(db, other.me.workspace)).toEqual(others);
  expect(await triggers(db)).toEqual([]);
  expect(await liesIn(me.workspace)).toBe('DB_2');
});

const isClosed = async (workspace: string): Promise<boolean> =>
  (await db
    .prepare('SELECT leaving FROM library WHERE workspace = ?')
    .bind(workspace)
    .first<number>('leaving')) !== 0;

/** Sends writes one by one, and remembers those that were refused since the library moves. */
const sender = (writes: readonly Write[]) => {
  const refused: Write[] = [];
  const statuses = new Map<number, number>();
  let sent = 0;
  return {
    refused,
    statuses,
    left: () => writes.length - sent,
    next: async () => {
      const write = writes[sent];
      if (!write) return;
      sent += 1;
      const answer = await write.send();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 503) expect(answer.headers.get('retry-after')).toBe('30');
      // What was refused before it is missing.
      const isBehind = answer.status === 404 && refused.length > 0;
      if (answer.status === 503 || isBehind) refused.push(write);
      else expect(answer.status, write.what).toBeLessThan(400);
    },
  };
};

test('writes between any two steps of a move are in the library that moved, or refused and done when sent again', async () => {
  const filled = await fill(server);
  const { workspace } = filled.me;
  const early = sender(writesTo(server, filled, FURTHER, 4));
  const late = sender(writesTo(server, filled, FURTHER, 2));
  await askFor(workspace);
  const pair = pairOver(async (send) => {
    if ((await liesIn(workspace)) === 'DB') {
      if (await isClosed(workspace)) await late.next();
      else await early.next();
    }
    return send();
  });
  while ((await phaseOf(workspace))?.phase !== 'clearing') await moveSome(LATER, 500, pair);
  expect(await phaseOf(workspace)).toEqual({ phase: 'clearing', problem: null });
  expect(await contentIn(second, workspace)).toEqual(await contentIn(db, workspace));
  console.log(early.left(), late.left(), early.statuses, late.statuses);
  expect(late.refused.length).toBeGreaterThan(5);
  for (const { what, send } of [...early.refused, ...late.refused]) {
    const again = await send();
    expect(again.status, what).toBeLessThan(400);
  }
  await moveAll(workspace);
  expect([...(await rowsIn(db, workspace)).values()].flat()).toEqual([]);
});

test('who deletes something just as it moves away is refused, and it is done when it is sent again', async () => {
  const { me, owner } = await fill(server);
  const { workspace } = me;
  const path = `/api/w/${workspace}/searches/${newId()}`;
  const ask = (method: string, database = db) =>
    server.request(path, {
      method,
      ...owner,
      ...(method === 'PUT' && { json: { name: 'Mine', query: 'sea' } }),
      database,
      further: FURTHER,
    });
  expect((await ask('PUT')).status).toBe(200);
  await askFor(workspace);
  // Signed in where it lay, and held up until it is where it goes.
  let asked = 0;
  const held = overBatches(db, async (statements) => {
    asked += 1;
    if (asked === 2) while ((await phaseOf(workspace))?.phase !== 'clearing') await moveSome(LATER);
    return db.batch(statements);
  });
  expect((await ask('DELETE', held)).status).toBe(503);
  expect((await ask('DELETE')).status).toBe(204);
  expect((await rowsIn(second, workspace)).get('saved_search')?.join()).not.toContain('Mine');
  await moveAll(workspace);
});

test('a database that does not answer keeps no library waiting that moves to another one', async () => {
  const [stuck, other] = [await fill(server), await fill(server)];
  await askFor(stuck.me.workspace, 'DB', 'DB_3');
  await db.prepare(`UPDATE relocation SET asked_at = '2026-03-09' WHERE target = 'DB_3'`).run();
  await askFor(other.me.workspace);
  for (let run = 0; run < 20 && (await liesIn(other.me.workspace)) === 'DB'; run += 1)
    await moveSome(LATER).catch(() => {});
  expect(await liesIn(other.me.workspace)).toBe('DB_2');
  await db.prepare('DELETE FROM relocation WHERE target = ?').bind('DB_3').run();
  await moveAll(other.me.workspace);
});

test('a library that is closed opens again where the other database does not answer for long', async () => {
  const { me } = await fill(server);
  const { workspace } = me;
  await askFor(workspace);
  const down = overBatches(second, async () => {
    throw new Error('D1_ERROR: Network connection lost.');
  });
  const lost = pairOver(async (send) => {
    if (await isClosed(workspace)) throw new Error('D1_ERROR: Network connection lost.');
    return send();
  });
  await expect(moveSome(LATER, 500, lost)).rejects.toThrow();
  expect(await isClosed(workspace)).toBe(true);
  for (let run = 0; run < 20; run += 1)
    await moveSome(LATER, 500, { ...PAIR, DB_2: down }).catch(() => {});
  expect(await isClosed(workspace)).toBe(false);
  await moveAll(workspace);
  expect(await phaseOf(workspace)).toMatchObject({ phase: 'failed' });
  expect([...(await rowsIn(second, workspace)).values()].flat()).toEqual([]);
});

test('a library that is closed keeps no run from what is due of the others', async () => {
  const [closed, other] = [await fill(server), await fill(server)];
  await closeIt(closed.me.workspace);
  const soon = `UPDATE library SET freeze_due = '2026-03-10T00:00:00.000Z' WHERE workspace = ?`;
  await db.prepare(soon).bind(other.me.workspace).run();
  const at = '2030-01-01T00:00:00.000Z';
  await makeTrash(db).deleteExpired(at, 500);
  expect((await rowsIn(db, other.me.workspace)).get('trash')).toEqual([]);
  expect((await rowsIn(db, closed.me.workspace)).get('trash')).not.toEqual([]);
  const due = await makeFreezing(db).due(at, 200, 200);
  expect(due.map(({ workspace }) => workspace)).not.toContain(closed.me.workspace);
  await moveAll(closed.me.workspace);
});

test('what a run forgets of the libraries of a database it leaves of one that arrives there', async () => {
  const { me } = await fill(server);
  const before = await rowsIn(db, me.workspace);
  expect(before.get('activity')).not.toEqual([]);
  await askFor(me.workspace);
  const forgetting = pairOver(async (send) => {
    const isThere = (await rowsIn(second, me.workspace)).get('library')?.length !== 0;
    if (!isThere) await makeActivity(second).deleteOlder(LATER, 500);
    return send();
  });
  while ((await phaseOf(me.workspace))?.phase !== 'clearing')
    await moveSome(LATER, 500, forgetting);
  expect(await phaseOf(me.workspace)).toEqual({ phase: 'clearing', problem: null });
  expect((await rowsIn(second, me.workspace)).get('activity')).toEqual(before.get('activity'));
  await makeActivity(second).deleteOlder(LATER, 500);
  expect((await rowsIn(second, me.workspace)).get('activity')).toEqual([]);
  await moveAll(me.workspace);
});

class Cut extends Error {}

/** A pair whose batches are cut off after the one that `isLast` names, as a run that is killed is; its answer is lost. */
const cutAfter = (isLast: (results: D1Result[]) => boolean) => {
  let isCut = false;
  return pairOver(async (send) => {
    if (isCut) throw new Cut('killed');
    const results = await send();
    isCut = isLast(results);
    if (isCut) throw new Cut('killed');
    return results;
  });
};
const hasWritten = (results: D1Result[]): boolean =>
  results.some(({ meta }) => meta.rows_written > 0);

const runCut = async (pair: ReturnType<typeof cutAfter>): Promise<boolean> => {
  try {
    await moveSome(LATER, 500, pair);
    return false;
  } catch (error) {
    if (!(error instanceof Cut)) throw error;
    return true;
  }
};

test('a run may be killed after anything that it has written: the next ones end as if it had not been', async () => {
  const { me } = await fill(server);
  const before = await rowsIn(db, me.workspace);
  let place = { from: db, to: second, source: 'DB', target: 'DB_2' };
  for (let nth = 1; ; nth += 1) {
    await askFor(me.workspace, place.source, place.target);
    let written = 0;
    const isKilled = await runCut(
      cutAfter((results) => hasWritten(results) && (written += 1) === nth),
    );
    await moveAll(me.workspace);
    expect(await rowsIn(place.to, me.workspace), `killed after write ${nth}`).toEqual(before);
    expect([...(await rowsIn(place.from, me.workspace)).values()].flat()).toEqual([]);
    expect(await liesIn(me.workspace)).toBe(place.target);
    if (!isKilled) break;
    place = { from: place.to, to: place.from, source: place.target, target: place.source };
  }
  expect([...(await triggers(db)), ...(await triggers(second))]).toEqual([]);
});

test('what was read before others wrote is not written after them', async () => {
  const { me, owner, mine } = await fill(server);
  const { workspace } = me;
  await askFor(workspace);
  const read = Promise.withResolvers<void>();
  const others = Promise.withResolvers<void>();
  // A run that has read the first rows, and waits for the others' end to write them.
  const slow = overBatches(second, async (statements) => {
    if (statements.length > 1) {
      read.resolve();
      await others.promise;
    }
    return second.batch(statements);
  });
  const late = moveSome(LATER, 500, { ...PAIR, DB_2: slow });
  await read.promise;
  const corrected = await server.request(`/api/w/${workspace}/edits/${newId()}`, {
    method: 'PUT',
    ...owner,
    json: { version: 1, keep: mine.id, correction: { title: 'Corrected meanwhile' } },
    further: FURTHER,
  });
  expect(corrected.status).toBe(200);
  await closeIt(workspace);
  others.resolve();
  await late;
  const before = await contentIn(db, workspace);
  await moveAll(workspace);
  expect(await phaseOf(workspace)).toBeNull();
  expect(await contentIn(second, workspace)).toEqual(before);
});

test('runs beside each other and runs that are late bring nothing old', async () => {
  const filled = await fill(server);
  const { workspace } = filled.me;
  const writes = sender(writesTo(server, filled, FURTHER, 4));
  await askFor(workspace);
  // Each waits for others in turn, in the midst of what it does.
  let turn = 0;
  let isOver = false;
  const held: (() => void)[] = [];
  const slow = pairOver(async (send) => {
    turn += 1;
    if (turn % 3 === 0 && !isOver) await new Promise<void>((go) => held.push(go));
    return send();
  });
  const quick = pairOver(async (send) => {
    held.shift()?.();
    if ((await liesIn(workspace)) === 'DB' && !(await isClosed(workspace))) await writes.next();
    return send();
  });
  const late: Promise<void>[] = [];
  while ((await phaseOf(workspace))?.phase !== 'clearing') {
    late.push(moveSome(LATER, 200, slow), moveSome(LATER, 200, slow));
    await moveSome(LATER, 200, quick);
  }
  const after = await contentIn(second, workspace);
  expect(after).toEqual(await contentIn(db, workspace));
  expect(await phaseOf(workspace)).toEqual({ phase: 'clearing', problem: null });
  isOver = true;
  for (const go of held.splice(0)) go();
  const ends = await Promise.allSettled(late);
  expect(ends.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(await contentIn(second, workspace)).toEqual(after);
  await moveAll(workspace);
  expect(await contentIn(second, workspace)).toEqual(after);
});
