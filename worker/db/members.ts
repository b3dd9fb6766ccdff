// Who belongs to a workspace. The last owner stays one: each statement that could end that looks for another itself, so
// that two at once do not both find one.
import * as v from 'valibot';
import { attempt, batch, firstRow, rows, run } from './database.ts';
import { Role } from './workspaces.ts';

const Member = v.object({
  account: v.string(),
  /** '' where they have not told it. */
  name: v.string(),
  role: Role,
  joined_at: v.string(),
});
export type Member = v.InferOutput<typeof Member>;

export interface RoleChange {
  role: Role;
  /** The owner who says it. */
  by: string;
  /** The role that the owner has read them to have; null or left out where they do not say. */
  before?: Role | null;
}

const MEMBERS = `SELECT member.account, account.name, member.role, member.joined_at
  FROM member INDEXED BY member_workspace JOIN account ON account.id = member.account
  WHERE member.workspace = ?1`;

/** Where the statement's own member, of an account in workspace ?1, is not the last owner. */
const notTheLast = (account: string): string => `(role <> 'owner' OR EXISTS (
  SELECT 1 FROM member AS other INDEXED BY member_owner
  WHERE other.workspace = ?1 AND other.role = 'owner' AND other.account <> ${account}))`;

const isOwner = (account: string): string => `EXISTS (
  SELECT 1 FROM member AS owner
  WHERE owner.account = ${account} AND owner.workspace = ?1 AND owner.role = 'owner')`;

export const makeMembers = (db: D1Database) => {
  /** Notes what is about to change, if it is. */
  const note = (select: string, ...values: (string | null)[]): D1PreparedStatement =>
    db
      .prepare(
        `INSERT OR REPLACE INTO member_change (workspace, at, account, kind, role, by_account) ${select}`,
      )
      .bind(...values);

  /** Whoever is no owner any more has invited nobody. */
  const voidInvites = (workspace: string, account: string): D1PreparedStatement =>
    db
      .prepare(`DELETE FROM invite INDEXED BY invite_maker
           WHERE workspace = ?1 AND made_by = ?2 AND NOT ${isOwner('?2')}`)
      .bind(workspace, account);

  return {
    /** Up to 500 who belong to a workspace, the first that came first. */
    ofWorkspace: async (workspace: string): Promise<Member[]> =>
      rows(
        Member,
        await run(
          db,
          db.prepare(`${MEMBERS} ORDER BY member.joined_at, account LIMIT 500`).bind(workspace),
        ),
      ),

    /** One who belongs to a workspace, or null. */
    find: async (workspace: string, account: string): Promise<Member | null> =>
      firstRow(
        Member,
        await run(db, db.prepare(`${MEMBERS} AND member.account = ?2`).bind(workspace, account)),
      ),

    /**
     * Gives a member a role, as an owner says; false where nobody is changed: the last owner, a stranger, who is another than
     * `before` if that is told, by no owner.
     */
    setRole: async (
      workspace: string,
      account: string,
      { role, by, before = null }: RoleChange,
      at: string,
    ): Promise<boolean> => {
      const [, changed] = await batch(db, [
        // Whoever is told what they are is told nothing new.
        note(
          `SELECT ?1, ?2, account, 'role', ?3, ?4 FROM member
           WHERE workspace = ?1 AND account = ?5 AND role <> ?3
             AND (?3 = 'owner' OR ${notTheLast('?5')}) AND ${isOwner('?4')} AND role = coalesce(?6, role)`,
          workspace,
          at,
          role,
          by,
          account,
          before,
        ),
        db
          .prepare(
            `UPDATE member SET role = ?3 WHERE workspace = ?1 AND account = ?2
             AND (?3 = 'owner' OR ${notTheLast('?2')}) AND ${isOwner('?4')} AND role = coalesce(?5, role)`,
          )
          .bind(workspace, account, role, by, before),
        voidInvites(workspace, account),
      ]);
      return (changed?.meta.changes ?? 0) > 0;
    },

    /**
     * Makes another member the owner in place of one; false where either is not what they have to be, the other not `before`
     * if that is told.
     */
    handOver: async (
      workspace: string,
      from: string,
      to: string,
      before: Role | null,
      at: string,
    ): Promise<boolean> => {
      const results = await attempt(db, [
        note(
          `SELECT ?1, ?2, account, 'hand-over', 'owner', ?3 FROM member
           WHERE workspace = ?1 AND account = ?4 AND account <> ?3 AND ${isOwner('?3')}`,
          workspace,
          at,
          from,
          to,
        ),
        db
          .prepare(
            // Who is another than was read has no role, which stops all of it.
            `UPDATE member SET role = CASE WHEN role = coalesce(?4, role) THEN 'owner' END
             WHERE workspace = ?1 AND account = ?2 AND account <> ?3 AND ${isOwner('?3')}`,
          )
          .bind(workspace, to, from, before),
        db
          .prepare(
            `UPDATE member SET role = 'editor'
             WHERE workspace = ?1 AND account = ?3 AND account <> ?2 AND ${isOwner('?2')}`,
          )
          .bind(workspace, to, from),
        voidInvites(workspace, from),
      ]);
      return (results?.[1]?.meta.changes ?? 0) > 0;
    },

    /**
     * Ends a membership, by oneself or by an owner, with what they were a guest of before, and notes that what was theirs
     * alone goes; false where nobody goes: the last owner, a stranger, who is another than `before` if that is told, by neither.
     */
    remove: async (
      workspace: string,
      account: string,
      by: string,
      before: Role | null,
      at: string,
    ): Promise<boolean> => {
      const which = `FROM member WHERE workspace = ?1 AND account = ?2
        AND ${notTheLast('?2')} AND (?3 = ?2 OR ${isOwner('?3')}) AND role = coalesce(?4, role)`;
      const [, , , removed] = await batch(db, [
        note(
          `SELECT ?1, ?5, account, iif(?3 = ?2, 'leave', 'remove'), NULL, ?3 ${which}`,
          workspace,
          account,
          by,
          before,
          at,
        ),
        db
          .prepare(
            `INSERT OR IGNORE INTO departure (workspace, account) SELECT workspace, account ${which}`,
          )
          .bind(workspace, account, by, before),
        db
          .prepare(
            `DELETE FROM guest WHERE account = ?2 AND workspace = ?1 AND EXISTS (SELECT 1 ${which})`,
          )
          .bind(workspace, account, by, before),
        db.prepare(`DELETE ${which}`).bind(workspace, account, by, before),
        voidInvites(workspace, account),
      ]);
      return (removed?.meta.changes ?? 0) > 0;
    },
  };
};
export type Members = ReturnType<typeof makeMembers>;
