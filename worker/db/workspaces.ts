// The control group's side of a workspace: its name and who belongs to it.
import * as v from 'valibot';
import { firstRow, rows, run } from './database.ts';

export const Role = v.picklist(['owner', 'editor', 'viewer']);
export type Role = v.InferOutput<typeof Role>;

const Membership = v.object({ id: v.string(), name: v.string(), role: Role });
export type Membership = v.InferOutput<typeof Membership>;

const MEMBERSHIP = `SELECT workspace.id, workspace.name, member.role
  FROM member JOIN workspace ON workspace.id = member.workspace WHERE member.account = ?`;

export const makeWorkspaces = (db: D1Database) => ({
  /** An account's membership of one workspace, or null: foreign and missing are the same. */
  membership: async (account: string, workspace: string): Promise<Membership | null> =>
    firstRow(
      Membership,
      await run(db, db.prepare(`${MEMBERSHIP} AND member.workspace = ?`).bind(account, workspace)),
    ),

  /** The workspaces of an account, in the order of their ids. */
  ofAccount: async (account: string): Promise<Membership[]> =>
    rows(
      Membership,
      await run(db, db.prepare(`${MEMBERSHIP} ORDER BY member.workspace`).bind(account)),
    ),

  /** The name of the workspace with this number, for its feeds. */
  nameOf: async (number: number): Promise<string | null> =>
    firstRow(
      v.object({ name: v.string() }),
      await run(db, db.prepare('SELECT name FROM workspace WHERE number = ?').bind(number)),
    )?.name ?? null,
});
export type Workspaces = ReturnType<typeof makeWorkspaces>;
