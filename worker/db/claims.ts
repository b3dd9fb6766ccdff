import * as v from 'valibot';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { attempt, attemptSteps, firstRow, run } from './database.ts';
import type { Databases } from './databases.ts';
import { insertSession, type NewSession } from './sessions.ts';
import { workspaceSteps } from './workspaces.ts';

/** All that the first owner's press of the button makes. */
export interface Founding {
  account: string;
  workspace: string;
  number: number;
  name: string;
  zone: string;
  language: InterfaceLanguage;
  session: NewSession;
  at: string;
}

const OWNER = '(SELECT owner FROM claim WHERE hash = ?1)';

export const makeClaims = (databases: Databases, db = databases.control) => ({
  /**
   * A claim that can still be used, with the account that it signs in again; null where there is none. One of an account
   * is none where it was made before `since`.
   */
  find: async (hash: string, since: string) =>
    firstRow(
      v.object({ owner: v.nullable(v.string()), name: v.nullable(v.string()) }),
      await run(
        db,
        db
          .prepare(
            `SELECT owner, account.name FROM claim LEFT JOIN account ON account.id = owner
             WHERE hash = ? AND used_at IS NULL AND (owner IS NULL OR claim.created_at > ?)`,
          )
          .bind(hash, since),
      ),
    ),

  /** Tells whether anybody owns the installation. */
  isOwned: async (): Promise<boolean> =>
    (await run(db, db.prepare(`SELECT 1 FROM member WHERE role = 'owner' LIMIT 1`))).results
      .length > 0,

  /** The number that the next workspace gets. */
  nextNumber: async (): Promise<number> => {
    const sql = 'SELECT coalesce(max(number), 0) + 1 AS number FROM workspace';
    return firstRow(v.object({ number: v.number() }), await run(db, db.prepare(sql)))?.number ?? 1;
  },

  /**
   * Uses a claim: workspace and library, then account, owner and session in one transaction. The account's id is read back
   * from the claim, so that a used or unknown claim stops it all: false then.
   */
  use: async (hash: string, founding: Founding): Promise<boolean> => {
    const { account, workspace: id, at, session } = founding;
    const isOpen = `EXISTS (SELECT 1 FROM claim
      WHERE hash = ?6 AND used_at IS NULL AND owner IS NULL)`;
    const own = [
      db
        .prepare(
          `UPDATE claim SET account = ?, used_at = ?
           WHERE hash = ? AND used_at IS NULL AND owner IS NULL`,
        )
        .bind(account, at, hash),
      db
        .prepare(
          `INSERT INTO account (id, created_at)
           VALUES ((SELECT account FROM claim WHERE hash = ? AND account = ?), ?)`,
        )
        .bind(hash, account, at),
      insertSession(db, session, '?7', account),
    ];
    const workspace = { ...founding, id, owner: account };
    const steps = workspaceSteps(databases, workspace, own, [isOpen, hash]);
    return (await attemptSteps(steps)) !== null;
  },

  /**
   * Uses a claim that was made after `since` and signs an account in again, and answers which; null where it is used,
   * older or none of these. Whatever let it in before does no more: what is lost may have been found.
   */
  signIn: async (hash: string, session: NewSession, since: string): Promise<string | null> => {
    const open = 'SELECT owner FROM claim WHERE hash = ?7 AND used_at IS NULL AND created_at > ?8';
    const results = await attempt(db, [
      insertSession(db, session, `(${open})`, hash, since),
      db
        .prepare('UPDATE claim SET account = owner, used_at = ? WHERE hash = ? RETURNING owner')
        .bind(session.at, hash),
      db
        .prepare(`DELETE FROM session WHERE account = ${OWNER} AND hash <> ?2`)
        .bind(hash, session.hash),
      db.prepare(`DELETE FROM passkey WHERE account = ${OWNER}`).bind(hash),
      db.prepare(`DELETE FROM recovery_code WHERE account = ${OWNER}`).bind(hash),
      // One that was approved would make a token once that page was read.
      db.prepare(`DELETE FROM pairing WHERE account = ${OWNER}`).bind(hash),
    ]);
    return firstRow(v.object({ owner: v.string() }), results?.[1])?.owner ?? null;
  },

  /** Ends the claims that sign an account in again and that nobody has used. */
  endOf: async (account: string): Promise<void> => {
    const sql = 'DELETE FROM claim WHERE owner = ? AND used_at IS NULL';
    await run(db, db.prepare(sql).bind(account));
  },

  /**
   * The newest claim that signs an account in again and was used, made after `since`, or can be used, made after `openSince`;
   * null where there is none.
   */
  newestOf: async (account: string, since: string, openSince: string) =>
    firstRow(
      v.object({ created_at: v.string(), used_at: v.nullable(v.string()) }),
      await run(
        db,
        db
          .prepare(
            `SELECT created_at, used_at FROM claim
             WHERE owner = ?1 AND created_at > ?2 AND (used_at IS NOT NULL OR created_at > ?3)
             ORDER BY created_at DESC LIMIT 1`,
          )
          .bind(account, since, openSince),
      ),
    ),
});
export type Claims = ReturnType<typeof makeClaims>;
