// What people are called by the others of a workspace.
import * as v from 'valibot';
import { firstRow, run } from './database.ts';

export const makeAccounts = (db: D1Database) => ({
  /** What an account is called; '' where it was not told. */
  nameOf: async (account: string): Promise<string> => {
    const sql = 'SELECT name FROM account WHERE id = ?';
    const found = await run(db, db.prepare(sql).bind(account));
    return firstRow(v.object({ name: v.string() }), found)?.name ?? '';
  },

  /** Says what an account is called. */
  rename: async (account: string, name: string): Promise<void> => {
    await run(db, db.prepare('UPDATE account SET name = ? WHERE id = ?').bind(name, account));
  },
});
export type Accounts = ReturnType<typeof makeAccounts>;
