// A workspace that is deleted while its library moves to another database.
import { beforeAll, expect } from 'vitest';
import { databasesOf } from '../../worker/db/databases.ts';
import { makeDeletions } from '../../worker/db/deletions.ts';
import { deleteDue } from '../../worker/domain/deletions.ts';
import {
  askFor,
  fill,
  moveSome,
  PAIR,
  pairOver,
  phaseOf,
  rowsIn,
  second,
  startWithSecond,
  test,
} from './relocating.ts';
import { db, type Server } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startWithSecond();
});

/** Lets it move until a phase has begun, where the run is killed. */
const moveInto = async (workspace: string, phase: string): Promise<void> => {
  const pair = pairOver(async (send) => {
    if ((await phaseOf(workspace))?.phase === phase) throw new Error('killed');
    return send();
  });
  await askFor(workspace);
  await moveSome('2026-03-10T09:00:00Z', 500, pair).catch(() => {});
  expect(await phaseOf(workspace)).toMatchObject({ phase });
};

test.each(['copying', 'closed', 'switching', 'clearing'])(
  'nothing is left in either database of a workspace that is deleted while its library is %s',
  async (phase) => {
    const { me } = await fill(server);
    const { workspace } = me;
    await moveInto(workspace, phase);
    const deletions = makeDeletions(databasesOf(PAIR));
    const lies = await db
      .prepare('SELECT number, library_in FROM workspace WHERE id = ?')
      .bind(workspace)
      .first<{ number: number; library_in: string }>();
    const owner = await db
      .prepare(`SELECT account FROM member WHERE workspace = ? AND role = 'owner'`)
      .bind(workspace)
      .first<string>('account');
    if (!lies || owner === null) return expect.unreachable('it is nobody’s');
    expect(await deletions.begin({ workspace, ...lies }, owner)).toBe(true);
    for (const hour of ['10', '11', '12', '13', '14', '15']) {
      await moveSome(`2026-03-10T${hour}:00:00Z`);
      // A library that is closed is not deleted yet: the next run does it.
      await deleteDue({ deletions }, 200).catch(() => {});
    }
    expect([...(await rowsIn(db, workspace)).values()].flat()).toEqual([]);
    expect([...(await rowsIn(second, workspace)).values()].flat()).toEqual([]);
    const waiting = `SELECT (SELECT count(*) FROM deletion) + (SELECT count(*) FROM relocation)
      + (SELECT count(*) FROM sqlite_master WHERE type = 'trigger') AS count`;
    expect(await db.prepare(waiting).first<number>('count')).toBe(0);
    return undefined;
  },
);
