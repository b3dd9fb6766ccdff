// Recovery codes: each signs its account in once.
import * as v from 'valibot';
import { attempt, batch, firstRow, run } from './database.ts';
import { insertSession, type NewSession } from './sessions.ts';

export const makeRecovery = (db: D1Database) => ({
  /** How many codes of an account were not used yet. */
  left: async (account: string): Promise<number> => {
    const sql = 'SELECT count(*) AS codes FROM recovery_code WHERE account = ?';
    const found = await run(db, db.prepare(sql).bind(account));
    return firstRow(v.object({ codes: v.number() }), found)?.codes ?? 0;
  },

  /** Gives an account new codes in place of those that it had. */
  replace: async (account: string, hashes: readonly string[]): Promise<void> => {
    await batch(db, [
      db.prepare('DELETE FROM recovery_code WHERE account = ?').bind(account),
      db
        .prepare('INSERT INTO recovery_code (hash, account) SELECT value, ?2 FROM json_each(?1)')
        .bind(JSON.stringify(hashes), account),
    ]);
  },

  /** Uses a code up for a session, and answers whose it is; null where there is no such code any more. */
  use: async (hash: string, session: NewSession): Promise<string | null> => {
    const results = await attempt(db, [
      db.prepare('SELECT account FROM recovery_code WHERE hash = ?').bind(hash),
      // Nobody's session is none: an unknown code stops all of it.
      insertSession(db, session, '(SELECT account FROM recovery_code WHERE hash = ?7)', hash),
      db.prepare('DELETE FROM recovery_code WHERE hash = ?').bind(hash),
    ]);
    return firstRow(v.object({ account: v.string() }), results?.[0])?.account ?? null;
  },
});
export type Recovery = ReturnType<typeof makeRecovery>;
