// Passkeys, and the challenges that were answered with one.
import * as v from 'valibot';
import { MAX_PASSKEYS } from '../../shared/schema/passkey.ts';
import { attempt, firstRow, rows, run, strings } from './database.ts';
import { insertSession, ListedDevice, type NewSession } from './sessions.ts';

const Passkey = v.object({
  id: v.string(),
  account: v.string(),
  public_key: v.string(),
  counter: v.number(),
  transports: strings,
});
export type Passkey = v.InferOutput<typeof Passkey>;

/** A challenge that is answered now, so that nobody answers it again. */
export interface Answered {
  hash: string;
  expires: string;
}

export const makePasskeys = (db: D1Database) => {
  const answer = ({ hash, expires }: Answered): D1PreparedStatement =>
    db
      .prepare('INSERT INTO answered_challenge (hash, expires_at) VALUES (?, ?)')
      .bind(hash, expires);

  return {
    /** A passkey by its credential's id, or null. */
    find: async (id: string): Promise<Passkey | null> =>
      firstRow(
        Passkey,
        await run(
          db,
          db
            .prepare(
              'SELECT id, account, public_key, counter, transports FROM passkey WHERE id = ?',
            )
            .bind(id),
        ),
      ),

    /** The passkeys of an account, oldest first. */
    ofAccount: async (account: string): Promise<ListedDevice[]> =>
      rows(
        ListedDevice,
        await run(
          db,
          db
            .prepare(
              `SELECT id, device, created_at, last_used_day
               FROM passkey WHERE account = ? ORDER BY created_at LIMIT 100`,
            )
            .bind(account),
        ),
      ),

    /**
     * Files a passkey; false where the challenge was answered before, the passkey is there already, or the account has as many
     * as it can.
     */
    add: async (
      challenge: Answered,
      { id, account, public_key, counter, transports }: Passkey,
      { device, at }: { device: string; at: string },
    ): Promise<boolean> => {
      const results = await attempt(db, [
        answer(challenge),
        db
          .prepare(
            `INSERT INTO passkey (id, account, device, public_key, counter, transports, created_at)
             VALUES (?1, CASE WHEN (SELECT count(*) FROM passkey WHERE account = ?2) < ${MAX_PASSKEYS} THEN ?2 END,
               ?3, ?4, ?5, ?6, ?7)`,
          )
          .bind(id, account, device, public_key, counter, JSON.stringify(transports), at),
      ]);
      return results !== null;
    },

    /** Signs in by a passkey; false where the challenge was answered before, or the passkey is gone. */
    use: async (
      challenge: Answered,
      { id, counter }: Pick<Passkey, 'id' | 'counter'>,
      session: NewSession,
    ): Promise<boolean> => {
      const results = await attempt(db, [
        answer(challenge),
        // Nobody's session is none: a passkey that was removed meanwhile stops all of it.
        insertSession(db, session, '(SELECT account FROM passkey WHERE id = ?7)', id),
        db
          .prepare('UPDATE passkey SET counter = ?, last_used_day = ? WHERE id = ?')
          .bind(counter, session.at.slice(0, 10), id),
      ]);
      return results !== null;
    },

    /** Removes an account's own passkey; false where it has none of this id. */
    remove: async (account: string, id: string): Promise<boolean> => {
      const result = await run(
        db,
        db.prepare('DELETE FROM passkey WHERE id = ? AND account = ?').bind(id, account),
      );
      return result.meta.changes > 0;
    },

    /** Deletes up to `limit` answered challenges that have expired. */
    deleteExpired: async (now: string, limit: number): Promise<void> => {
      const sql = `DELETE FROM answered_challenge WHERE hash IN
        (SELECT hash FROM answered_challenge WHERE expires_at <= ? LIMIT ?)`;
      await run(db, db.prepare(sql).bind(now, limit));
    },
  };
};
export type Passkeys = ReturnType<typeof makePasskeys>;
