// The control group's side of a workspace: its name and who belongs to it.
import * as v from 'valibot';
import { rows, run } from './database.ts';

export const Role = v.picklist(['owner', 'editor', 'viewer']);
export type Role = v.InferOutput<typeof Role>;

const Membership = v.object({ id: v.string(), name: v.string(), role: Role });
export type Membership = v.InferOutput<typeof Membership>;

/** What a sign-in's row tells of the workspace that was asked for; NULL where it is missing or foreign. */
export const askedWorkspace = { workspace_name: v.nullable(v.string()), role: v.nullable(Role) };

export const makeWorkspaces = (db: D1Database) => ({
  /** The workspaces of an account, in the order of their ids. */
  ofAccount: async (account: string): Promise<Membership[]> =>
    rows(
      Membership,
      await run(
        db,
        db
          .prepare(
            `SELECT workspace.id, workspace.name, member.role
             FROM member JOIN workspace ON workspace.id = member.workspace
             WHERE member.account = ? ORDER BY member.workspace`,
          )
          .bind(account),
      ),
    ),
});
export type Workspaces = ReturnType<typeof makeWorkspaces>;
