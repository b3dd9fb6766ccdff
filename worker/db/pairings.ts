import * as v from 'valibot';
import { attempt, firstRow, run } from './database.ts';

const PairingState = v.picklist(['pending', 'approved', 'denied', 'used']);

const PairingRow = v.object({
  account: v.nullable(v.string()),
  state: PairingState,
  expires_at: v.string(),
});

export interface NewPairing {
  deviceHash: string;
  userCode: string;
  name: string;
  at: string;
  expires: string;
}

export interface NewToken {
  id: string;
  hash: string;
  scopes: string;
  at: string;
}

export const makePairings = (db: D1Database) => ({
  /** Files a pairing; false where its user code is taken. */
  add: async ({ deviceHash, userCode, name, at, expires }: NewPairing): Promise<boolean> => {
    const results = await attempt(db, [
      db
        .prepare(
          `INSERT INTO pairing (device_hash, user_code, name, created_at, expires_at, state)
           VALUES (?, ?, ?, ?, ?, 'pending')`,
        )
        .bind(deviceHash, userCode, name, at, expires),
    ]);
    return results !== null;
  },

  /** How a pairing stands, or null. */
  find: async (deviceHash: string) =>
    firstRow(
      PairingRow,
      await run(
        db,
        db
          .prepare('SELECT account, state, expires_at FROM pairing WHERE device_hash = ?')
          .bind(deviceHash),
      ),
    ),

  /** Gives an open pairing to the first account that enters its code; null where it is not open to this one. */
  take: async (userCode: string, account: string, now: string) =>
    firstRow(
      v.object({ name: v.string() }),
      await run(
        db,
        db
          .prepare(
            `UPDATE pairing SET account = ?1
             WHERE user_code = ?2 AND state = 'pending' AND expires_at > ?3
               AND (account IS NULL OR account = ?1)
             RETURNING name`,
          )
          .bind(account, userCode, now),
      ),
    ),

  /** Answers an open pairing that this account has taken; null where there is none. */
  answer: async (userCode: string, account: string, state: 'approved' | 'denied', now: string) =>
    firstRow(
      v.object({ name: v.string() }),
      await run(
        db,
        db
          .prepare(
            `UPDATE pairing SET state = ?
             WHERE user_code = ? AND state = 'pending' AND expires_at > ? AND account = ?
             RETURNING name`,
          )
          .bind(state, userCode, now, account),
      ),
    ),

  /**
   * Turns an approved pairing into a token, once: the account is read back from the pairing, so
   * that whoever comes second gets false.
   */
  redeem: async (deviceHash: string, token: NewToken): Promise<boolean> => {
    const results = await attempt(db, [
      db
        .prepare(
          `UPDATE pairing SET state = 'used', token = ? WHERE device_hash = ? AND state = 'approved'`,
        )
        .bind(token.id, deviceHash),
      db
        .prepare(
          `INSERT INTO token (id, hash, account, name, scopes, created_at)
           VALUES (?1, ?2, (SELECT account FROM pairing WHERE device_hash = ?3 AND token = ?1),
                   (SELECT name FROM pairing WHERE device_hash = ?3), ?4, ?5)`,
        )
        .bind(token.id, token.hash, deviceHash, token.scopes, token.at),
    ]);
    return results !== null;
  },

  /** Deletes up to `limit` pairings that have expired. */
  deleteExpired: async (now: string, limit: number): Promise<void> => {
    const sql = `DELETE FROM pairing WHERE device_hash IN
      (SELECT device_hash FROM pairing WHERE expires_at <= ? LIMIT ?)`;
    await run(db, db.prepare(sql).bind(now, limit));
  },
});
export type Pairings = ReturnType<typeof makePairings>;
