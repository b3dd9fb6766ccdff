// Who came into a workspace, went, or became something else.
import * as v from 'valibot';
import { MEMBER_CHANGES } from '../../shared/schema/activity.ts';
import { rows, run } from './database.ts';
import { Role } from './workspaces.ts';

const Change = v.pipe(
  v.object({
    at: v.string(),
    account: v.string(),
    kind: v.picklist(MEMBER_CHANGES),
    role: v.nullable(Role),
    by_account: v.string(),
  }),
  v.transform(({ by_account: by, ...change }) => ({ ...change, by })),
);
export type MemberChange = v.InferOutput<typeof Change>;

/** Where a list of them goes on: behind the one of this instant and account. */
export type BeforeChange = Pick<MemberChange, 'at' | 'account'>;

export const makeMemberChanges = (db: D1Database) => ({
  /** The `count` changes before one that are no older than `since`, the last first. */
  page: async (
    workspace: string,
    before: BeforeChange | null,
    since: string,
    count: number,
  ): Promise<MemberChange[]> =>
    rows(
      Change,
      await run(
        db,
        db
          .prepare(
            `SELECT at, account, kind, role, by_account FROM member_change
             WHERE workspace = ?1 AND at >= ?2 AND (at, account) < (?3, ?4)
             ORDER BY at DESC, account DESC LIMIT ?5`,
          )
          .bind(workspace, since, before?.at ?? '9', before?.account ?? '', count),
      ),
    ),

  /** Deletes up to `limit` changes of whatever workspace that are older than `before`. */
  deleteOlder: async (before: string, limit: number): Promise<void> => {
    const sql = `DELETE FROM member_change WHERE (workspace, at, account) IN
      (SELECT workspace, at, account FROM member_change INDEXED BY member_change_at WHERE at < ? LIMIT ?)`;
    await run(db, db.prepare(sql).bind(before, limit));
  },
});
export type MemberChanges = ReturnType<typeof makeMemberChanges>;
