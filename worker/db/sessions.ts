import * as v from 'valibot';
import { batch, firstRow, json, rows, run } from './database.ts';
import { type Question, question } from './question.ts';
import { askedWorkspace, Role } from './workspaces.ts';

/** Of how many other workspaces of a person a page knows the names. */
const MOST_OTHERS = 50;

const flag = v.pipe(
  v.number(),
  v.transform((found) => found === 1),
);

const SessionRow = v.object({
  id: v.string(),
  account: v.string(),
  created_at: v.string(),
  last_used_day: v.nullable(v.string()),
  last_workspace: v.nullable(v.string()),
  others: json(v.array(v.tuple([v.string(), v.string(), Role]))),
  has_colleagues: flag,
  ...askedWorkspace,
});
export type StoredSession = v.InferOutput<typeof SessionRow>;

/** A session or a passkey as its account lists it. */
export const ListedDevice = v.object({
  id: v.string(),
  device: v.string(),
  created_at: v.string(),
  last_used_day: v.nullable(v.string()),
});
export type ListedDevice = v.InferOutput<typeof ListedDevice>;

/** A session that begins; whose it is, is found by the statement that files it. */
export interface NewSession {
  id: string;
  hash: string;
  device: string;
  at: string;
  expires: string;
}

/**
 * The statement that files a session. `account` is SQL for whose it is, which may name `known` as ?7, ?8: where that is
 * nobody it fails, and with it all that is done in the same transaction.
 */
export const insertSession = (
  db: D1Database,
  { id, hash, device, at, expires }: NewSession,
  account: string,
  ...known: readonly string[]
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO session (hash, account, id, device, created_at, expires_at, last_used_day)
       VALUES (?1, ${account}, ?2, ?3, ?4, ?5, ?6)`,
    )
    .bind(hash, id, device, at, expires, at.slice(0, 10), ...known);

export const makeSessions = (db: D1Database) => ({
  /**
   * The account behind a live session, since when it lasts, and its membership of `workspace`, null for none; null where
   * there is no such session.
   */
  find: (hash: string, now: string, workspace: string | null): Question<StoredSession | null> =>
    question(
      db,
      [
        db
          .prepare(
            `SELECT session.id, session.account, session.created_at, session.last_used_day,
             session.workspace AS last_workspace, workspace.name AS workspace_name, member.role,
             (SELECT json_group_array(json_array(other.workspace, called.name, other.role))
               FROM (SELECT * FROM member
                 WHERE account = session.account AND workspace <> ?3 LIMIT ${MOST_OTHERS}) AS other
               JOIN workspace AS called ON called.id = other.workspace) AS others,
             EXISTS (SELECT 1 FROM member AS colleague INDEXED BY member_workspace
               WHERE colleague.workspace = member.workspace
                 AND colleague.account <> session.account) AS has_colleagues
           FROM session
           LEFT JOIN member ON member.account = session.account AND member.workspace = ?3
           LEFT JOIN workspace ON workspace.id = member.workspace
           WHERE session.hash = ?1 AND session.expires_at > ?2`,
          )
          .bind(hash, now, workspace),
      ],
      ([found]) => firstRow(SessionRow, found),
    ),

  /** Notes the day on which a session was last used, and the workspace that was opened in it last. */
  noteUse: async (hash: string, day: string, workspace: string | null): Promise<void> => {
    const sql = 'UPDATE session SET last_used_day = ?, workspace = ? WHERE hash = ?';
    await run(db, db.prepare(sql).bind(day, workspace, hash));
  },

  /** The live sessions of an account, the newest first. */
  ofAccount: async (account: string, now: string): Promise<ListedDevice[]> =>
    rows(
      ListedDevice,
      await run(
        db,
        db
          .prepare(
            `SELECT id, device, created_at, last_used_day FROM session
             WHERE account = ? AND expires_at > ? ORDER BY created_at DESC LIMIT 500`,
          )
          .bind(account, now),
      ),
    ),

  /** Ends an account's own session; false where it has none of this id. */
  end: async (account: string, id: string): Promise<boolean> => {
    const sql = 'DELETE FROM session WHERE account = ? AND id = ?';
    return (await run(db, db.prepare(sql).bind(account, id))).meta.changes > 0;
  },

  /** Ends the session that another one takes the place of, and of an account's those that began before its newest `most`. */
  makeRoom: async (account: string, most: number, replaced: string | null): Promise<void> => {
    await batch(db, [
      ...(replaced === null
        ? []
        : [db.prepare('DELETE FROM session WHERE hash = ?').bind(replaced)]),
      db
        .prepare(
          `DELETE FROM session WHERE hash IN (
             SELECT hash FROM session INDEXED BY session_account WHERE account = ?
             ORDER BY created_at DESC LIMIT -1 OFFSET ?)`,
        )
        .bind(account, most),
    ]);
  },

  /** Ends all sessions of an account but one. */
  endOthers: async (account: string, id: string): Promise<void> => {
    await run(
      db,
      db.prepare('DELETE FROM session WHERE account = ? AND id <> ?').bind(account, id),
    );
  },

  /** Deletes up to `limit` sessions that have expired. */
  deleteExpired: async (now: string, limit: number): Promise<void> => {
    const sql =
      'DELETE FROM session WHERE hash IN (SELECT hash FROM session WHERE expires_at <= ? LIMIT ?)';
    await run(db, db.prepare(sql).bind(now, limit));
  },
});
export type Sessions = ReturnType<typeof makeSessions>;
