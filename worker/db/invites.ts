// Invites: each lets one person into a workspace, once.
import * as v from 'valibot';
import { attempt, firstRow, rows, run } from './database.ts';
import { insertSession, type NewSession } from './sessions.ts';

export const InvitedRole = v.picklist(['editor', 'viewer']);
export type InvitedRole = v.InferOutput<typeof InvitedRole>;

export interface NewInvite {
  id: string;
  hash: string;
  workspace: string;
  role: InvitedRole;
  /** The id of the collection alone that it is to; null for the whole workspace. */
  collection: string | null;
  by: string;
  at: string;
  expires: string;
}

const OpenInvite = v.object({
  id: v.string(),
  role: InvitedRole,
  collection: v.nullable(v.string()),
  created_at: v.string(),
  expires_at: v.string(),
});
export type OpenInvite = v.InferOutput<typeof OpenInvite>;

const StoredInvite = v.object({
  hash: v.string(),
  role: InvitedRole,
  collection: v.nullable(v.string()),
  made_by: v.string(),
  created_at: v.string(),
  expires_at: v.string(),
});

const ShownInvite = v.object({
  workspace: v.string(),
  workspace_name: v.string(),
  library_in: v.string(),
  role: InvitedRole,
  collection: v.nullable(v.string()),
  /** What its maker is called; '' where they have not told it. */
  by: v.string(),
});
export type ShownInvite = v.InferOutput<typeof ShownInvite>;

/** Whom an invite lets in: an account that is there, or a new one with the session that signs it in. */
export type Newcomer =
  | { account: string; name: string; session: null }
  | { account: string; name: string; session: NewSession };

const Entered = v.object({ workspace: v.string(), collection: v.nullable(v.string()) });
export type Entered = v.InferOutput<typeof Entered>;

// One that is used or revoked is over from then on, and stays for a while: its id makes no second one.
// ?2 is the hash of its token, ?3 the present instant.
const OPEN = 'FROM invite WHERE hash = ?2 AND expires_at > ?3';

export const makeInvites = (db: D1Database) => ({
  /** Files an invite of somebody who is an owner just now; false where its id is taken, or they are none. */
  add: async ({
    id,
    hash,
    workspace,
    role,
    collection,
    by,
    at,
    expires,
  }: NewInvite): Promise<boolean> => {
    const results = await attempt(db, [
      db
        .prepare(
          `INSERT INTO invite (id, hash, workspace, role, made_by, created_at, expires_at, collection)
           SELECT ?1, ?2, workspace, ?4, account, ?6, ?7, ?8 FROM member
           WHERE account = ?5 AND workspace = ?3 AND role = 'owner'`,
        )
        .bind(id, hash, workspace, role, by, at, expires, collection),
    ]);
    return (results?.[0]?.meta.changes ?? 0) > 0;
  },

  /** An invite by its id, whether it can be used or not any more; null where there is none. */
  one: async (workspace: string, id: string) =>
    firstRow(
      StoredInvite,
      await run(
        db,
        db
          .prepare(
            `SELECT hash, role, collection, made_by, created_at, expires_at FROM invite
             WHERE workspace = ? AND id = ?`,
          )
          .bind(workspace, id),
      ),
    ),

  /** Up to 200 invites of a workspace that can be used, the newest first. */
  ofWorkspace: async (workspace: string, now: string): Promise<OpenInvite[]> =>
    rows(
      OpenInvite,
      await run(
        db,
        db
          .prepare(
            `SELECT id, role, collection, created_at, expires_at FROM invite
             WHERE workspace = ? AND expires_at > ? ORDER BY created_at DESC LIMIT 200`,
          )
          .bind(workspace, now),
      ),
    ),

  /** Takes an invite back; false where the workspace has none of this id that can be used. */
  revoke: async (workspace: string, id: string, now: string): Promise<boolean> => {
    const sql =
      'UPDATE invite SET expires_at = ?1 WHERE id = ?2 AND workspace = ?3 AND expires_at > ?1';
    return (await run(db, db.prepare(sql).bind(now, id, workspace))).meta.changes > 0;
  },

  /** An invite that can be used, or null. */
  find: async (hash: string, now: string): Promise<ShownInvite | null> =>
    firstRow(
      ShownInvite,
      await run(
        db,
        db
          .prepare(
            `SELECT invite.workspace, workspace.name AS workspace_name, workspace.library_in, invite.role,
               invite.collection, account.name AS "by"
             FROM invite JOIN workspace ON workspace.id = invite.workspace
               JOIN account ON account.id = invite.made_by
             WHERE invite.hash = ? AND invite.expires_at > ?`,
          )
          .bind(hash, now),
      ),
    ),

  /**
   * Uses an invite up: who comes new gets an account and a session in the same transaction. Answers what they were let into,
   * or null where the invite is void, or they are in already: then nothing is done.
   */
  accept: async (
    hash: string,
    { account, name, session }: Newcomer,
    at: string,
  ): Promise<Entered | null> => {
    const enter = (sql: string): D1PreparedStatement => db.prepare(sql).bind(account, hash, at);
    const [, , , , used] =
      (await attempt(db, [
        // Nobody's account is none: a void invite stops all of it.
        db
          .prepare(
            session
              ? `INSERT INTO account (id, name, created_at) VALUES ((SELECT ?1 ${OPEN}), ?4, ?3)`
              : `UPDATE account SET name = ?4 WHERE id = ?1 AND name = '' AND EXISTS (SELECT 1 ${OPEN})`,
          )
          .bind(account, hash, at, name),
        enter(
          `INSERT INTO member (account, workspace, role, joined_at)
           SELECT ?1, workspace, role, ?3 ${OPEN} AND collection IS NULL`,
        ),
        enter(
          `INSERT OR REPLACE INTO member_change (workspace, at, account, kind, role, by_account)
           SELECT workspace, ?3, ?1, 'join', role, ?1 ${OPEN} AND collection IS NULL`,
        ),
        // Nor is a member a guest beside: they would stay one when they are removed.
        enter(
          `INSERT INTO guest (account, workspace, collection, joined_at)
           SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM member
             WHERE member.account = ?1 AND member.workspace = invite.workspace) THEN ?1 END,
             workspace, collection, ?3 ${OPEN} AND collection IS NOT NULL`,
        ),
        db
          .prepare(
            `UPDATE invite SET expires_at = ?2 WHERE hash = ?1 AND expires_at > ?2
             RETURNING workspace, collection`,
          )
          .bind(hash, at),
        // Who comes back before that finds what is left of theirs, and who was a guest is one no more.
        ...['departure', 'guest'].map((table) =>
          db
            .prepare(
              `DELETE FROM ${table} WHERE account = ?1 AND workspace IN
               (SELECT workspace FROM member WHERE account = ?1)`,
            )
            .bind(account),
        ),
        ...(session ? [insertSession(db, session, '?7', account)] : []),
      ])) ?? [];
    return firstRow(Entered, used);
  },

  /** Deletes up to `limit` invites that were used, revoked or over by then. */
  deleteEnded: async (by: string, limit: number): Promise<void> => {
    const sql =
      'DELETE FROM invite WHERE hash IN (SELECT hash FROM invite WHERE expires_at <= ? LIMIT ?)';
    await run(db, db.prepare(sql).bind(by, limit));
  },
});
export type Invites = ReturnType<typeof makeInvites>;
