// Which libraries are to move to which database, how far they are, and the directory that says where they lie in the end.
import * as v from 'valibot';
import { batch, firstRow, rows, run } from './database.ts';

const Phase = v.picklist(['asked', 'copying', 'closed', 'switching', 'clearing', 'failed']);
export type Phase = v.InferOutput<typeof Phase>;

const Relocation = v.object({
  workspace: v.string(),
  move: v.number(),
  number: v.number(),
  source: v.string(),
  target: v.string(),
  phase: Phase,
  switched_at: v.nullable(v.string()),
  step: v.number(),
  problem: v.nullable(v.string()),
});
export type Relocation = v.InferOutput<typeof Relocation>;

const Found = v.object({ found: v.number() });
const Deleted = `EXISTS (SELECT 1 FROM deletion WHERE deletion.workspace = ?1)`;

export const makeRelocations = (db: D1Database) => ({
  /** Those under way, the one first that was asked for first. */
  underWay: async (): Promise<Relocation[]> =>
    rows(
      Relocation,
      await run(
        db,
        db.prepare(
          `SELECT workspace, move, number, source, target, phase, switched_at, step, problem
           FROM relocation WHERE phase <> 'failed' ORDER BY asked_at`,
        ),
      ),
    ),

  /** Goes from a phase to the next; false where somebody else did, or the workspace is being deleted. */
  enter: async ({ workspace, move, phase }: Relocation, next: Phase): Promise<boolean> => {
    const sql = `UPDATE relocation SET phase = ?4, step = 0 WHERE workspace = ?1 AND move = ?2 AND phase = ?3
      AND NOT ${Deleted} RETURNING 1 AS found`;
    const statement = db.prepare(sql).bind(workspace, move, phase, next);
    return firstRow(Found, await run(db, statement)) !== null;
  },

  /** Notes that it is tried to end one that is closed. */
  noteTry: async ({ workspace, move }: Relocation): Promise<void> => {
    const sql = `UPDATE relocation SET step = step + 1
      WHERE workspace = ?1 AND move = ?2 AND phase = 'closed'`;
    await run(db, db.prepare(sql).bind(workspace, move));
  },

  /** Gives one up in its phase, and says why: what came over is deleted. */
  giveUp: async ({ workspace, move, phase }: Relocation, problem: string): Promise<void> => {
    const sql = `UPDATE relocation SET phase = 'clearing', problem = ?4, step = 0
      WHERE workspace = ?1 AND move = ?2 AND phase = ?3`;
    await run(db, db.prepare(sql).bind(workspace, move, phase, problem));
  },

  /** Leads everybody to the target from now on, and tells whether the workspace is being deleted. */
  point: async ({ workspace, move, target }: Relocation): Promise<{ isDeleted: boolean }> => {
    const [, deleted] = await batch(db, [
      db
        .prepare(
          `UPDATE workspace SET library_in = ?3 WHERE id = ?1 AND EXISTS (
             SELECT 1 FROM relocation WHERE workspace = ?1 AND move = ?2 AND phase = 'switching')`,
        )
        .bind(workspace, move, target),
      db.prepare('SELECT 1 AS found FROM deletion WHERE workspace = ?').bind(workspace),
    ]);
    return { isDeleted: firstRow(Found, deleted) !== null };
  },

  /** Notes that everybody is led to the target: what lies in the source is of use no more. */
  switched: async ({ workspace, move }: Relocation, at: string): Promise<void> => {
    const sql = `UPDATE relocation SET phase = 'clearing', switched_at = ?3, step = 0
      WHERE workspace = ?1 AND move = ?2 AND phase = 'switching'`;
    await run(db, db.prepare(sql).bind(workspace, move, at));
  },

  /** Notes how many kinds of rows are deleted, before it begins or after it; false where it is over. */
  noteStep: async ({ workspace, move }: Relocation, step: number): Promise<boolean> => {
    const sql = `UPDATE relocation SET step = ?3
      WHERE workspace = ?1 AND move = ?2 AND phase IN ('asked', 'clearing') RETURNING 1 AS found`;
    return firstRow(Found, await run(db, db.prepare(sql).bind(workspace, move, step))) !== null;
  },

  /** Ends one: it is gone, or stays to tell why the library did not move, unless nobody belongs to its workspace any more. */
  end: async ({ workspace, move }: Relocation): Promise<void> => {
    await batch(
      db,
      [
        `DELETE FROM relocation WHERE workspace = ?1 AND move = ?2 AND phase = 'clearing'
           AND (problem IS NULL OR NOT EXISTS
             (SELECT 1 FROM member INDEXED BY member_workspace WHERE member.workspace = ?1))`,
        `UPDATE relocation SET phase = 'failed' WHERE workspace = ?1 AND move = ?2 AND phase = 'clearing'`,
      ].map((sql) => db.prepare(sql).bind(workspace, move)),
    );
  },
});
export type Relocations = ReturnType<typeof makeRelocations>;
