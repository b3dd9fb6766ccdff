import * as v from 'valibot';
import { firstRow, run } from './database.ts';

const SessionRow = v.object({ account: v.string(), created_at: v.string() });

export const makeSessions = (db: D1Database) => ({
  /** The account behind a live session and since when it lasts, or null. */
  find: async (hash: string, now: string) =>
    firstRow(
      SessionRow,
      await run(
        db,
        db
          .prepare('SELECT account, created_at FROM session WHERE hash = ? AND expires_at > ?')
          .bind(hash, now),
      ),
    ),

  /** Deletes up to `limit` sessions that have expired. */
  deleteExpired: async (now: string, limit: number): Promise<void> => {
    const sql =
      'DELETE FROM session WHERE hash IN (SELECT hash FROM session WHERE expires_at <= ? LIMIT ?)';
    await run(db, db.prepare(sql).bind(now, limit));
  },
});
export type Sessions = ReturnType<typeof makeSessions>;
