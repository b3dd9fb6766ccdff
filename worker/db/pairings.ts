import * as v from 'valibot';
import { Scopes } from '../../shared/schema/pairing.ts';
import { attempt, firstRow, run } from './database.ts';

const PairingState = v.picklist(['pending', 'approved', 'denied', 'used']);

const PairingRow = v.object({
  account: v.nullable(v.string()),
  state: PairingState,
  scopes: Scopes,
  expires_at: v.string(),
});

const Asking = v.object({ name: v.string(), scopes: Scopes });
/** What an open pairing asks for, and under which name. */
export type Asking = v.InferOutput<typeof Asking>;

/** Who answers a pairing: the session that entered its code, and the account that this is of. */
export interface Answerer {
  account: string;
  session: string;
}

export interface NewPairing {
  deviceHash: string;
  /** Sealed, as everywhere here. */
  userCode: string;
  name: string;
  scopes: Scopes;
  at: string;
  expires: string;
}

export interface NewToken {
  id: string;
  hash: string;
  at: string;
}

export const makePairings = (db: D1Database) => ({
  /** Files a pairing; false where its user code is taken. */
  add: async ({
    deviceHash,
    userCode,
    name,
    scopes,
    at,
    expires,
  }: NewPairing): Promise<boolean> => {
    const results = await attempt(db, [
      db
        .prepare(
          `INSERT INTO pairing (device_hash, user_code, name, scopes, created_at, expires_at, state)
           VALUES (?, ?, ?, ?, ?, ?, 'pending')`,
        )
        .bind(deviceHash, userCode, name, scopes, at, expires),
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
          .prepare('SELECT account, state, scopes, expires_at FROM pairing WHERE device_hash = ?')
          .bind(deviceHash),
      ),
    ),

  /** Gives an open pairing to the first session that enters its code; null where it is not open to this one. */
  take: async (
    userCode: string,
    { account, session }: Answerer,
    now: string,
  ): Promise<Asking | null> =>
    firstRow(
      Asking,
      await run(
        db,
        db
          .prepare(
            `UPDATE pairing SET account = ?1, session = ?2
             WHERE user_code = ?3 AND state = 'pending' AND expires_at > ?4
               AND (session IS NULL OR session = ?2)
             RETURNING name, scopes`,
          )
          .bind(account, session, userCode, now),
      ),
    ),

  /** Approves an open pairing that this session has taken, for scopes that it asked for; null where there is none. */
  approve: async (
    userCode: string,
    session: string,
    scopes: Scopes,
    now: string,
  ): Promise<Asking | null> =>
    firstRow(
      Asking,
      await run(
        db,
        db
          .prepare(
            `UPDATE pairing SET state = 'approved', scopes = ?1
             WHERE user_code = ?2 AND state = 'pending' AND expires_at > ?3 AND session = ?4
               AND scopes IN (?1, 'clip:read clip:write')
             RETURNING name, scopes`,
          )
          .bind(scopes, userCode, now, session),
      ),
    ),

  /** Refuses an open pairing that this session has taken; null where there is none. */
  deny: async (userCode: string, session: string, now: string): Promise<Asking | null> =>
    firstRow(
      Asking,
      await run(
        db,
        db
          .prepare(
            `UPDATE pairing SET state = 'denied'
             WHERE user_code = ? AND state = 'pending' AND expires_at > ? AND session = ?
             RETURNING name, scopes`,
          )
          .bind(userCode, now, session),
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
                   (SELECT name FROM pairing WHERE device_hash = ?3),
                   (SELECT scopes FROM pairing WHERE device_hash = ?3), ?4)`,
        )
        .bind(token.id, token.hash, deviceHash, token.at),
    ]);
    return results !== null;
  },

  /** Whether a token is there that was neither used nor revoked yet. */
  isUnused: async (hash: string): Promise<boolean> => {
    const sql =
      'SELECT 1 FROM token WHERE hash = ? AND last_used_day IS NULL AND revoked_at IS NULL';
    return (await run(db, db.prepare(sql).bind(hash))).results.length > 0;
  },

  /** Deletes up to `limit` pairings that have expired. */
  deleteExpired: async (now: string, limit: number): Promise<void> => {
    const sql = `DELETE FROM pairing WHERE device_hash IN
      (SELECT device_hash FROM pairing WHERE expires_at <= ? LIMIT ?)`;
    await run(db, db.prepare(sql).bind(now, limit));
  },
});
export type Pairings = ReturnType<typeof makePairings>;
