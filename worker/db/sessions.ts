import * as v from 'valibot';
import { run } from './database.ts';
import { type Beside, signInWithLibrary } from './libraries.ts';
import { askedWorkspace } from './workspaces.ts';

const SessionRow = v.object({
  account: v.string(),
  created_at: v.string(),
  ...askedWorkspace,
});

export const makeSessions = (db: D1Database) => ({
  /**
   * The account behind a live session, since when it lasts, and its membership of `workspace`, null
   * for none, with that workspace's library and what is asked beside; null where there is no such session.
   */
  find: <T>(hash: string, now: string, workspace: string | null, beside: Beside<T>) =>
    signInWithLibrary(
      db,
      SessionRow,
      db
        .prepare(
          `SELECT session.account, session.created_at, workspace.name AS workspace_name,
             member.role
           FROM session
           LEFT JOIN member ON member.account = session.account AND member.workspace = ?3
           LEFT JOIN workspace ON workspace.id = member.workspace
           WHERE session.hash = ?1 AND session.expires_at > ?2`,
        )
        .bind(hash, now, workspace),
      workspace,
      beside,
    ),

  /** Deletes up to `limit` sessions that have expired. */
  deleteExpired: async (now: string, limit: number): Promise<void> => {
    const sql =
      'DELETE FROM session WHERE hash IN (SELECT hash FROM session WHERE expires_at <= ? LIMIT ?)';
    await run(db, db.prepare(sql).bind(now, limit));
  },
});
export type Sessions = ReturnType<typeof makeSessions>;
