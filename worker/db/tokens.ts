import * as v from 'valibot';
import { Scopes } from '../../shared/schema/pairing.ts';
import { firstRow, rows, run } from './database.ts';
import { type Question, question } from './question.ts';
import { askedWorkspace } from './workspaces.ts';

const TokenRow = v.object({
  id: v.string(),
  account: v.string(),
  created_at: v.string(),
  scopes: Scopes,
  last_used_day: v.nullable(v.string()),
  ...askedWorkspace,
});
export type StoredToken = v.InferOutput<typeof TokenRow>;

const ListedToken = v.object({
  id: v.string(),
  name: v.string(),
  scopes: Scopes,
  created_at: v.string(),
  last_used_day: v.nullable(v.string()),
});
export type ListedToken = v.InferOutput<typeof ListedToken>;

export interface NewToken extends Pick<ListedToken, 'id' | 'name' | 'scopes'> {
  hash: string;
  account: string;
  at: string;
}

export const makeTokens = (db: D1Database) => ({
  /**
   * The account and scopes behind a token that was not revoked, and the account's membership of
   * `workspace`, null for none; null where there is no such token.
   */
  find: (hash: string, workspace: string | null): Question<StoredToken | null> =>
    question(
      db,
      [
        db
          .prepare(
            `SELECT token.id, token.account, token.created_at, token.scopes, token.last_used_day,
             workspace.name AS workspace_name,
             member.role
           FROM token
           LEFT JOIN member ON member.account = token.account AND member.workspace = ?2
           LEFT JOIN workspace ON workspace.id = member.workspace
           WHERE token.hash = ?1 AND token.revoked_at IS NULL`,
          )
          .bind(hash, workspace),
      ],
      ([found]) => firstRow(TokenRow, found),
    ),

  /** Notes the day on which a token was last used. */
  noteUse: async (hash: string, day: string): Promise<void> => {
    await run(db, db.prepare('UPDATE token SET last_used_day = ? WHERE hash = ?').bind(day, hash));
  },

  /** Files a token of an account, or finds it filed; false where it was revoked since. */
  add: async ({ id, hash, account, name, scopes, at }: NewToken): Promise<boolean> => {
    const sql = `INSERT INTO token (id, hash, account, name, scopes, created_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (hash) DO UPDATE SET name = name WHERE revoked_at IS NULL`;
    const filed = await run(db, db.prepare(sql).bind(id, hash, account, name, scopes, at));
    return filed.meta.changes > 0;
  },

  /** The tokens of an account that were not revoked, oldest first. */
  ofAccount: async (account: string): Promise<ListedToken[]> =>
    rows(
      ListedToken,
      await run(
        db,
        db
          .prepare(
            `SELECT id, name, scopes, created_at, last_used_day
             FROM token WHERE account = ? AND revoked_at IS NULL ORDER BY created_at LIMIT 500`,
          )
          .bind(account),
      ),
    ),

  /** Revokes an account's own token; false where it has none of this id. */
  revoke: async (account: string, id: string, at: string): Promise<boolean> => {
    const result = await run(
      db,
      db
        .prepare(
          'UPDATE token SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? AND account = ?',
        )
        .bind(at, id, account),
    );
    return result.meta.changes > 0;
  },
});
export type Tokens = ReturnType<typeof makeTokens>;
