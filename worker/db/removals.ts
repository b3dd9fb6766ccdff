// Letting go of a keep, and of all that hung on it alone: its clip, content, counts, names, highlights. A clip goes into
// the trash.
import * as v from 'valibot';
import { makeActivityWrites } from './activity-writes.ts';
import { makeClipWrites } from './clip-writes.ts';
import { makeCollectionDays } from './collection-days.ts';
import { attempt, batch, firstRow } from './database.ts';
import { SEQ } from './sequence.ts';
import { makeTrashWrites } from './trash-writes.ts';

const Presence = v.object({ found: v.number() });
const Gone = v.object({ id: v.string() });
const KeepRow = v.pipe(
  v.object({ clip: v.string(), others: v.number() }),
  v.transform(({ clip, others }) => ({ clip, isLast: others === 0 })),
);

/** A clip on its way into the trash. */
interface Deletion {
  clip: string;
  /** Its last keep, where it goes with that; null where it goes whoever keeps it. */
  onlyKeep: string | null;
  /** The account that deletes it. */
  by: string;
  at: string;
  /** When it leaves the trash. */
  expiresAt: string;
}

const RID = '(SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)';

export const makeRemovals = (db: D1Database) => {
  const activity = makeActivityWrites(db);
  const clipWrites = makeClipWrites(db);
  const trashWrites = makeTrashWrites(db);
  const collectionDays = makeCollectionDays(db);

  const gone = (workspace: string, kind: 'keep' | 'clip', id: string) =>
    db
      .prepare('SELECT 1 AS found FROM tombstone WHERE workspace = ? AND kind = ? AND id = ?')
      .bind(workspace, kind, id);

  /** What goes with a clip, in an order in which each statement still finds what it needs. */
  const removeClip = (workspace: string, clip: string, at: string) => {
    const about = (sql: string) => db.prepare(sql).bind(workspace, clip);
    const hanging = (table: string, index = '') =>
      about(`DELETE FROM ${table} ${index} WHERE workspace = ?1 AND clip = ${RID}`);
    const uncount = (axis: 'published' | 'kept', column: 'day' | 'kept_day') => [
      about(
        `UPDATE day_count SET clips = clips - 1
         WHERE workspace = ?1 AND axis = '${axis}' AND (day, category) =
           (SELECT ${column}, coalesce(category, '') FROM clip
            WHERE workspace = ?1 AND id = ?2 AND filled_seq IS NOT NULL)`,
      ),
      about(
        `DELETE FROM day_count WHERE workspace = ?1 AND axis = '${axis}' AND clips = 0 AND day =
           (SELECT ${column} FROM clip WHERE workspace = ?1 AND id = ?2)`,
      ),
    ];
    return [
      db
        .prepare(
          `INSERT INTO tombstone (workspace, kind, id, seq, at)
           SELECT ?1, 'keep', id, ${SEQ}, ?3 FROM keep INDEXED BY keep_once
           WHERE workspace = ?1 AND clip = ${RID}`,
        )
        .bind(workspace, clip, at),
      db
        .prepare(
          `INSERT INTO tombstone (workspace, kind, id, day, seq, at)
           SELECT ?1, 'clip', id, nullif(day, ''), ${SEQ}, ?3 FROM clip
           WHERE workspace = ?1 AND id = ?2`,
        )
        .bind(workspace, clip, at),
      about(
        `UPDATE import SET keeps = keeps -
           (SELECT count(*) FROM keep INDEXED BY keep_once
            WHERE keep.workspace = ?1 AND keep.clip = ${RID} AND keep.import = import.id)
         WHERE workspace = ?1 AND id IN
           (SELECT import FROM keep INDEXED BY keep_once WHERE workspace = ?1 AND clip = ${RID})`,
      ),
      hanging('keep', 'INDEXED BY keep_once'),
      ...uncount('published', 'day'),
      ...uncount('kept', 'kept_day'),
      // Before the links that name them: what is left without another clip goes.
      about(
        `DELETE FROM tag WHERE workspace = ?1
           AND id IN (SELECT tag FROM clip_tag WHERE workspace = ?1 AND clip = ${RID})
           AND NOT EXISTS (SELECT 1 FROM clip_tag AS other
             WHERE other.workspace = ?1 AND other.tag = tag.id AND other.clip <> ${RID})`,
      ),
      hanging('clip_tag'),
      collectionDays.change(
        workspace,
        at,
        `SELECT collection, day, -1 AS more FROM clip_collection WHERE workspace = ?1
           AND clip = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?3)`,
        clip,
      ),
      hanging('clip_collection'),
      hanging('highlight', 'INDEXED BY highlight_clip'),
      hanging('reading', 'INDEXED BY reading_clip'),
      hanging('correction'),
      hanging('unprofiled'),
      hanging('unplaced'),
      // What it said goes with it, however long nobody asks for its day.
      ...['digest', 'digest_page'].map((table) =>
        about(
          `DELETE FROM ${table} WHERE workspace = ?1
             AND day = (SELECT day FROM clip WHERE workspace = ?1 AND id = ?2)`,
        ),
      ),
      about(`DELETE FROM clip_search WHERE rowid = ${RID}`),
      about(`DELETE FROM clip_profile WHERE rid = ${RID} AND workspace = ?1`),
      about(`DELETE FROM clip_content WHERE rid = ${RID} AND workspace = ?1`),
      about('DELETE FROM clip WHERE workspace = ?1 AND id = ?2'),
    ];
  };

  /** What moves a clip into the trash; the first of them returns a row where there is such a clip. */
  const deletion = (workspace: string, { clip, onlyKeep, ...told }: Deletion) => [
    ...trashWrites.copy(workspace, clip, onlyKeep, told),
    activity.clip(workspace, 'delete', { account: told.by, at: told.at }, clip),
    ...removeClip(workspace, clip, told.at),
  ];

  return {
    deletion,

    /** What is known of a keep of this account: its clip, null where there is none, and whether it was deleted before. */
    lookAtKeep: async (workspace: string, id: string, account: string) => {
      const [keep, tombstone] = await batch(db, [
        db
          .prepare(
            `SELECT clip.id AS clip, EXISTS (SELECT 1 FROM keep AS other INDEXED BY keep_once
               WHERE other.workspace = ?1 AND other.clip = keep.clip AND other.id <> ?2) AS others
             FROM keep CROSS JOIN clip ON clip.rid = keep.clip AND clip.workspace = ?1
             WHERE keep.workspace = ?1 AND keep.id = ?2 AND account = ?3`,
          )
          .bind(workspace, id, account),
        gone(workspace, 'keep', id),
      ]);
      return { keep: firstRow(KeepRow, keep), isGone: firstRow(Presence, tombstone) !== null };
    },

    /** Whether there is such a clip, and whether there was. */
    lookAtClip: async (workspace: string, id: string) => {
      const [clip, tombstone] = await batch(db, [
        db
          .prepare('SELECT 1 AS found FROM clip WHERE workspace = ? AND id = ?')
          .bind(workspace, id),
        gone(workspace, 'clip', id),
      ]);
      return {
        isThere: firstRow(Presence, clip) !== null,
        isGone: firstRow(Presence, tombstone) !== null,
      };
    },

    /** Deletes a keep of a clip that others keep too; false where it is gone, the last by now, or the library changed after `since`. */
    deleteKeep: async (
      workspace: string,
      id: string,
      at: string,
      since: number | null = null,
    ): Promise<boolean> => {
      const results = await attempt(db, [
        clipWrites.takeSeq(workspace, since),
        db
          .prepare(
            `INSERT INTO tombstone (workspace, kind, id, seq, at)
             SELECT ?1, 'keep', ?2, CASE WHEN EXISTS (SELECT 1 FROM keep AS other INDEXED BY keep_once
               WHERE other.workspace = ?1 AND other.clip = keep.clip AND other.id <> ?2) THEN ${SEQ} END, ?3
             FROM keep WHERE workspace = ?1 AND id = ?2 RETURNING id`,
          )
          .bind(workspace, id, at),
        db
          .prepare(
            `UPDATE import SET keeps = keeps - 1 WHERE workspace = ?1 AND id =
               (SELECT import FROM keep WHERE workspace = ?1 AND id = ?2)`,
          )
          .bind(workspace, id),
        // Its card names one fewer.
        db
          .prepare(
            `UPDATE clip SET card_seq = ${SEQ} WHERE workspace = ?1 AND rid =
               (SELECT clip FROM keep WHERE workspace = ?1 AND id = ?2)`,
          )
          .bind(workspace, id),
        db
          .prepare(
            `DELETE FROM reading WHERE workspace = ?1 AND (account, clip) =
               (SELECT account, clip FROM keep WHERE workspace = ?1 AND id = ?2)`,
          )
          .bind(workspace, id),
        db.prepare('DELETE FROM keep WHERE workspace = ? AND id = ?').bind(workspace, id),
      ]);
      return firstRow(Gone, results?.[1]) !== null;
    },

    /**
     * Moves a clip with all that hangs on it into the trash; false where it is gone, kept by others beside `onlyKeep`, or the
     * library changed after `since`.
     */
    deleteClip: async (
      workspace: string,
      told: Deletion,
      since: number | null = null,
    ): Promise<boolean> => {
      const results = await attempt(db, [
        clipWrites.takeSeq(workspace, since),
        ...deletion(workspace, told),
      ]);
      return firstRow(Gone, results?.[1]) !== null;
    },
  };
};
export type Removals = ReturnType<typeof makeRemovals>;
