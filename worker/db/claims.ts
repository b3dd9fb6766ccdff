import * as v from 'valibot';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { attempt, firstRow, run } from './database.ts';

/** All that the first owner's press of the button makes. */
export interface Founding {
  account: string;
  workspace: string;
  number: number;
  name: string;
  zone: string;
  language: InterfaceLanguage;
  sessionHash: string;
  sessionExpires: string;
  at: string;
}

export const makeClaims = (db: D1Database) => ({
  /** Tells whether a claim can still be used. */
  isOpen: async (hash: string): Promise<boolean> =>
    (await run(db, db.prepare('SELECT 1 FROM claim WHERE hash = ? AND used_at IS NULL').bind(hash)))
      .results.length > 0,

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
   * Uses a claim: account, workspace, library, owner and session in one transaction. The account's
   * id is read back from the claim, so that a used or unknown claim stops it all: false then.
   */
  use: async (hash: string, founding: Founding): Promise<boolean> => {
    const { account, workspace, number, name, zone, language, at } = founding;
    const results = await attempt(db, [
      db
        .prepare('UPDATE claim SET account = ?, used_at = ? WHERE hash = ? AND used_at IS NULL')
        .bind(account, at, hash),
      db
        .prepare(
          `INSERT INTO account (id, created_at)
           VALUES ((SELECT account FROM claim WHERE hash = ? AND account = ?), ?)`,
        )
        .bind(hash, account, at),
      db
        .prepare('INSERT INTO workspace (id, number, name, created_at) VALUES (?, ?, ?, ?)')
        .bind(workspace, number, name, at),
      db
        .prepare(
          `INSERT INTO member (account, workspace, role, joined_at) VALUES (?, ?, 'owner', ?)`,
        )
        .bind(account, workspace, at),
      db
        .prepare('INSERT INTO session (hash, account, created_at, expires_at) VALUES (?, ?, ?, ?)')
        .bind(founding.sessionHash, account, at, founding.sessionExpires),
      db
        .prepare(
          `INSERT INTO library (workspace, number, zone, language, epoch)
           VALUES (?, ?, ?, ?, lower(hex(randomblob(8))))`,
        )
        .bind(workspace, number, zone, language),
    ]);
    return results !== null;
  },
});
export type Claims = ReturnType<typeof makeClaims>;
