// The trash of a library: what was deleted and can still come back.
import * as v from 'valibot';
import type { TrashItem } from '../../shared/schema/trash.ts';
import { makeClipWrites } from './clip-writes.ts';
import { attempt, batch, firstRow, rows, run } from './database.ts';
import { makeTrashWrites } from './trash-writes.ts';

const TrashRow = v.pipe(
  v.object({
    id: v.string(),
    url: v.string(),
    title: v.string(),
    site: v.nullable(v.string()),
    language: v.nullable(v.string()),
    day: v.nullable(v.string()),
    deleted_at: v.string(),
    deleted_by: v.string(),
    expires_at: v.string(),
    kept_anew: v.nullable(v.string()),
    seq: v.number(),
  }),
  v.transform(({ seq, deleted_at, deleted_by, expires_at, kept_anew, ...row }) => {
    const item: TrashItem = {
      ...row,
      deletedAt: deleted_at,
      deletedBy: deleted_by,
      expiresAt: expires_at,
      keptAnew: kept_anew,
    };
    return { seq, item };
  }),
);
const Count = v.object({ clips: v.number(), newest: v.nullable(v.number()) });
const Presence = v.object({ found: v.number() });
const Back = v.object({ id: v.string() });
const AnewRow = v.object({ kept_anew: v.nullable(v.string()) });

// Of two clips at one address the one that is kept holds.
const KEPT_ANEW = `(SELECT clip.id FROM clip
  WHERE clip.workspace = ?1 AND clip.canonical_url = trash.canonical_url) AS kept_anew`;
const COLUMNS = `id, url, title, site, language, nullif(day, '') AS day, deleted_at, deleted_by, expires_at, seq,
  ${KEPT_ANEW}`;

export const makeTrash = (db: D1Database) => {
  const clipWrites = makeClipWrites(db);
  const trashWrites = makeTrashWrites(db);
  return {
    /** The `count` clips that were deleted last before the change `before`, the last first, and how many there are. */
    list: async (workspace: string, before: number | null, count: number, at: string) => {
      const [found, counted] = await batch(db, [
        db
          .prepare(
            `SELECT ${COLUMNS} FROM trash INDEXED BY trash_seq
             WHERE workspace = ?1 AND seq < ?2 AND expires_at > ?3 ORDER BY seq DESC LIMIT ?4`,
          )
          .bind(workspace, before ?? Number.MAX_SAFE_INTEGER, at, count),
        db
          .prepare(
            `SELECT count(*) AS clips, max(seq) AS newest FROM trash INDEXED BY trash_seq
             WHERE workspace = ? AND expires_at > ?`,
          )
          .bind(workspace, at),
      ]);
      const { clips, newest } = firstRow(Count, counted) ?? { clips: 0, newest: null };
      return { found: rows(TrashRow, found), clips, newest: newest ?? 0 };
    },

    /** What lies in the trash under an id, or null. */
    find: async (workspace: string, id: string, at: string): Promise<TrashItem | null> =>
      firstRow(
        TrashRow,
        await run(
          db,
          db
            .prepare(
              `SELECT ${COLUMNS} FROM trash WHERE workspace = ?1 AND id = ?2 AND expires_at > ?3`,
            )
            .bind(workspace, id, at),
        ),
      )?.item ?? null,

    /** Whether a clip lies in the trash, and another one is at its address; and whether it is in the library. */
    look: async (workspace: string, id: string, at: string) => {
      const [trashed, clip] = await batch(db, [
        db
          .prepare(
            `SELECT ${KEPT_ANEW} FROM trash WHERE workspace = ?1 AND id = ?2 AND expires_at > ?3`,
          )
          .bind(workspace, id, at),
        db
          .prepare('SELECT 1 AS found FROM clip WHERE workspace = ? AND id = ?')
          .bind(workspace, id),
      ]);
      const found = firstRow(AnewRow, trashed);
      return {
        trashed: found && { keptAnew: found.kept_anew },
        isKept: firstRow(Presence, clip) !== null,
      };
    },

    /** Brings a clip back; false where it does not lie in the trash any more, or another clip has its address. */
    bringBack: async (workspace: string, id: string, at: string): Promise<boolean> => {
      const results = await attempt(db, [
        clipWrites.takeSeq(workspace),
        ...trashWrites.bringBack(workspace, id, at),
      ]);
      return firstRow(Back, results?.[1]) !== null;
    },

    /** Lets a clip expire; false where it does not lie in the trash. */
    expire: async (workspace: string, id: string, at: string): Promise<boolean> => {
      const { meta } = await run(
        db,
        db
          .prepare(
            `UPDATE trash SET expires_at = ?3 WHERE workspace = ?1 AND id = ?2 AND expires_at > ?3`,
          )
          .bind(workspace, id, at),
      );
      return meta.changes > 0;
    },

    /** Lets all expire that were deleted until the change `until`, and tells how many. */
    expireAll: async (workspace: string, until: number, at: string): Promise<number> => {
      const { meta } = await run(
        db,
        db
          .prepare(
            `UPDATE trash INDEXED BY trash_seq SET expires_at = ?3
             WHERE workspace = ?1 AND seq <= ?2 AND expires_at > ?3`,
          )
          .bind(workspace, until, at),
      );
      return meta.changes;
    },

    /** Deletes for good what has expired of whatever library, at most `count` clips. */
    deleteExpired: async (at: string, count: number): Promise<void> => {
      const expired = `SELECT workspace, id FROM trash INDEXED BY trash_expires WHERE expires_at <= ?1
        ORDER BY expires_at, workspace, id LIMIT ?2`;
      await batch(
        db,
        [
          `DELETE FROM trash_row WHERE (workspace, clip) IN (${expired})`,
          `DELETE FROM trash_content WHERE (workspace, clip) IN (${expired})`,
          `DELETE FROM trash WHERE (workspace, id) IN (${expired})`,
        ].map((sql) => db.prepare(sql).bind(at, count)),
      );
    },
  };
};
export type Trash = ReturnType<typeof makeTrash>;
