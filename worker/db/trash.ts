// The trash of a library: what was deleted and can still come back.
import * as v from 'valibot';
import type { TrashItem } from '../../shared/schema/trash.ts';
import { type Doer, makeActivityWrites } from './activity-writes.ts';
import { makeClipWrites } from './clip-writes.ts';
import { attempt, batch, firstRow, json, rows, run } from './database.ts';
import { findZone, readZone } from './libraries.ts';
import type { ClipDays } from './moving.ts';
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
    published: v.nullable(v.string()),
    kept_at: v.nullable(v.string()),
    dated_at: v.nullable(v.string()),
  }),
  v.transform(({ seq, deleted_at, deleted_by, expires_at, kept_anew, ...all }) => {
    const { published, kept_at: keptAt, dated_at: datedAt, ...row } = all;
    const item: TrashItem = {
      ...row,
      deletedAt: deleted_at,
      deletedBy: deleted_by,
      expiresAt: expires_at,
      keptAnew: kept_anew,
    };
    return { seq, item, dated: { published, keptAt, datedAt } };
  }),
);
export type Trashed = v.InferOutput<typeof TrashRow>;
const Count = v.object({ clips: v.number(), newest: v.nullable(v.number()) });
const Presence = v.object({ found: v.number() });
const Back = v.object({ id: v.string() });
const TrashedRow = v.pipe(
  v.object({
    kept_anew: v.nullable(v.string()),
    published: v.nullable(v.string()),
    kept_at: v.nullable(v.string()),
    dated_at: v.nullable(v.string()),
    keeps: json(v.array(v.object({ id: v.string(), keptAt: v.string() }))),
  }),
  v.transform(({ kept_anew: keptAnew, kept_at: keptAt, dated_at: datedAt, ...row }) => ({
    ...row,
    keptAnew,
    keptAt,
    datedAt,
  })),
);

// Of two clips at one address the one that is kept holds.
const KEPT_ANEW = `(SELECT clip.id FROM clip
  WHERE clip.workspace = ?1 AND clip.canonical_url = trash.canonical_url) AS kept_anew`;
const COLUMNS = `id, url, title, site, language, nullif(day, '') AS day, deleted_at, deleted_by, expires_at, seq,
  published, kept_at, dated_at, ${KEPT_ANEW}`;

export const makeTrash = (db: D1Database) => {
  const activity = makeActivityWrites(db);
  const clipWrites = makeClipWrites(db);
  const trashWrites = makeTrashWrites(db);

  /** What lies in the trash under an id with what its days follow from, or null. */
  const stored = async (workspace: string, id: string, at: string): Promise<Trashed | null> =>
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
    );

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

    stored,

    /** What lies in the trash under an id, or null. */
    find: async (workspace: string, id: string, at: string): Promise<TrashItem | null> =>
      (await stored(workspace, id, at))?.item ?? null,

    /**
     * A clip that lies in the trash, null where it does not: what its days follow from, and whether another one is at
     * its address; whether it is in the library; and the library's zone.
     */
    look: async (workspace: string, id: string, at: string) => {
      const [trashed, clip, library] = await batch(db, [
        db
          .prepare(
            `SELECT ${KEPT_ANEW}, published, kept_at, dated_at,
               (SELECT json_group_array(json_object('id', saved ->> 'id', 'keptAt', saved ->> 'kept_at'))
                FROM trash_row WHERE trash_row.workspace = ?1 AND trash_row.clip = ?2 AND kind = 'keep') AS keeps
             FROM trash WHERE workspace = ?1 AND id = ?2 AND expires_at > ?3`,
          )
          .bind(workspace, id, at),
        db
          .prepare('SELECT 1 AS found FROM clip WHERE workspace = ? AND id = ?')
          .bind(workspace, id),
        findZone(db, workspace),
      ]);
      return {
        trashed: firstRow(TrashedRow, trashed),
        zone: readZone(library),
        isKept: firstRow(Presence, clip) !== null,
      };
    },

    /**
     * Brings a clip back to its days of a zone; false where it does not lie in the trash any more, another clip has its
     * address, the library another zone, or it changed after `since`. Collections that are gone get their ids from `made`.
     */
    bringBack: async (
      workspace: string,
      id: string,
      zone: string,
      days: ClipDays,
      by: Doer,
      made: string,
      since: number | null = null,
    ): Promise<boolean> => {
      const results = await attempt(db, [
        clipWrites.takeSeqIn(workspace, zone, since),
        ...trashWrites.bringBack(workspace, id, days, by.at, made),
        activity.clip(workspace, 'restore', by, id),
      ]);
      return firstRow(Back, results?.[1]) !== null;
    },

    /** Lets a clip expire; false where it does not lie in the trash, or since another instant than `deletedAt` if told. */
    expire: async (
      workspace: string,
      id: string,
      at: string,
      deletedAt: string | null,
    ): Promise<boolean> => {
      const { meta } = await run(
        db,
        db
          .prepare(
            `UPDATE trash SET expires_at = ?3 WHERE workspace = ?1 AND id = ?2 AND expires_at > ?3
               AND deleted_at = coalesce(?4, deleted_at)`,
          )
          .bind(workspace, id, at, deletedAt),
      );
      return meta.changes > 0;
    },

    /** Lets all expire that were deleted until the change `until`, and tells how many. */
    expireAll: async (workspace: string, until: number, at: string): Promise<number> => {
      const { results } = await run(
        db,
        db
          .prepare(
            // Not by the count of changes: while a library moves, its triggers write too.
            `UPDATE trash INDEXED BY trash_seq SET expires_at = ?3
             WHERE workspace = ?1 AND seq <= ?2 AND expires_at > ?3 RETURNING 1`,
          )
          .bind(workspace, until, at),
      );
      return results.length;
    },

    /** Deletes for good what has expired of whatever library is here and takes writes, at most `count` clips. */
    deleteExpired: async (at: string, count: number): Promise<void> => {
      const expired = `SELECT workspace, id FROM trash INDEXED BY trash_expires WHERE expires_at <= ?1
        AND EXISTS (SELECT 1 FROM library WHERE library.workspace = trash.workspace AND here = 1 AND leaving = 0)
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
