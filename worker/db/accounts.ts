// Accounts: what people are called by the others of a workspace, and how one ends.
import * as v from 'valibot';
import type { Databases } from './databases.ts';
import { attempt, firstRow, rows, run } from './database.ts';
import { closing, leaveNobody } from './deletions.ts';
import { Role } from './workspaces.ts';

const flag = v.pipe(
  v.number(),
  v.transform((found) => found === 1),
);

const Standing = v.object({
  id: v.string(),
  number: v.number(),
  library_in: v.string(),
  name: v.string(),
  role: Role,
  /** Whether others belong to it, and whether another owns it. */
  has_others: flag,
  has_owners: flag,
});
export type Standing = v.InferOutput<typeof Standing>;

const others = (and: string): string => `EXISTS (
  SELECT 1 FROM member AS other INDEXED BY member_workspace
  WHERE other.workspace = member.workspace AND other.account <> member.account ${and})`;

const HAS_OTHERS = others('');
const HAS_OWNERS = others(`AND other.role = 'owner'`);

export const makeAccounts = (databases: Databases, db = databases.control) => ({
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

  /** The workspaces of an account, and whether each could go on without it. */
  standings: async (account: string): Promise<Standing[]> =>
    rows(
      Standing,
      await run(
        db,
        db
          .prepare(
            `SELECT workspace.id, workspace.number, workspace.library_in, workspace.name, member.role,
               ${HAS_OTHERS} AS has_others, ${HAS_OWNERS} AS has_owners
             FROM member JOIN workspace ON workspace.id = member.workspace
             WHERE member.account = ? ORDER BY member.joined_at, member.workspace`,
          )
          .bind(account),
      ),
    ),

  /**
   * Ends an account with the workspaces that are its alone, which are `own`; false where it is the only owner of one to
   * which others belong, another is its alone by now, or one of `own` is not any more: then nothing is done.
   */
  remove: async (
    account: string,
    own: readonly Pick<Standing, 'id' | 'number' | 'library_in'>[],
    now: string,
  ): Promise<boolean> => {
    const ids = JSON.stringify(own.map(({ id }) => id));
    const mine = (sql: string): D1PreparedStatement => db.prepare(sql).bind(account);
    const libraries = closing(
      databases,
      own.map(({ id: workspace, library_in }) => ({ workspace, library_in })),
    );
    const statements = [
      // No name is none: a workspace that would be without an owner, or end with others in it, stops all of it.
      db
        .prepare(
          `UPDATE account SET name = CASE WHEN EXISTS (
             SELECT 1 FROM member WHERE member.account = ?1 AND member.role = 'owner' AND NOT ${HAS_OWNERS}
               AND (${HAS_OTHERS} OR member.workspace NOT IN (SELECT value FROM json_each(?2)))
           ) OR EXISTS (
             SELECT 1 FROM json_each(?2) AS own CROSS JOIN member INDEXED BY member_workspace
               ON member.workspace = own.value AND member.account <> ?1
           ) THEN NULL ELSE '' END WHERE id = ?1`,
        )
        .bind(account, ids),
      ...own.flatMap(({ id, number }) => [
        db
          .prepare('INSERT INTO deletion (workspace, number, account) VALUES (?, ?, ?)')
          .bind(id, number, account),
        ...leaveNobody(db, id),
      ]),
      db
        .prepare(
          `INSERT OR REPLACE INTO member_change (workspace, at, account, kind, role, by_account)
           SELECT workspace, ?2, account, 'leave', NULL, account FROM member WHERE account = ?1`,
        )
        .bind(account, now),
      mine(
        `INSERT OR IGNORE INTO departure (workspace, account)
         SELECT workspace, account FROM member WHERE account = ?`,
      ),
      ...[
        'DELETE FROM invite WHERE made_by = ?',
        'DELETE FROM member WHERE account = ?',
        'DELETE FROM guest WHERE account = ?',
        'DELETE FROM session WHERE account = ?',
        'DELETE FROM passkey WHERE account = ?',
        'DELETE FROM recovery_code WHERE account = ?',
        'DELETE FROM pairing WHERE account = ?',
        'DELETE FROM token WHERE account = ?',
        'DELETE FROM claim WHERE owner = ?1 OR account = ?1',
        'DELETE FROM account WHERE id = ?',
      ].map(mine),
    ];
    const results = await attempt(db, [...statements, ...libraries.beside]);
    if (results) await libraries.others();
    return results !== null;
  },
});
export type Accounts = ReturnType<typeof makeAccounts>;
