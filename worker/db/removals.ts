// Letting go of a keep, and of all that hung on it alone: its clip, content, counts, names, highlights.
import * as v from 'valibot';
import { makeClipWrites, SEQ } from './clip-writes.ts';
import { attempt, batch, firstRow } from './database.ts';

const Presence = v.object({ found: v.number() });

export const makeRemovals = (db: D1Database) => {
  const clipWrites = makeClipWrites(db);
  return {
    /** Tells whether a keep is this account's to delete, or was deleted before. */
    look: async (workspace: string, id: string, account: string) => {
      const [keep, gone] = await batch(db, [
        db
          .prepare('SELECT clip AS found FROM keep WHERE workspace = ? AND id = ? AND account = ?')
          .bind(workspace, id, account),
        db
          .prepare(
            `SELECT 1 AS found FROM tombstone WHERE workspace = ? AND kind = 'keep' AND id = ?`,
          )
          .bind(workspace, id),
      ]);
      return {
        clip: firstRow(Presence, keep)?.found ?? null,
        gone: firstRow(Presence, gone) !== null,
      };
    },

    /** Deletes a keep, and its clip where this was the last keep of it; false where it is gone. */
    delete: async (workspace: string, id: string, clip: number, at: string): Promise<boolean> => {
      const unkept = 'NOT EXISTS (SELECT 1 FROM keep WHERE workspace = ?1 AND clip = ?2)';
      const uncount = (axis: 'published' | 'kept', column: 'day' | 'kept_day') =>
        db
          .prepare(
            `UPDATE day_count SET clips = clips - 1
             WHERE workspace = ?1 AND axis = '${axis}' AND ${unkept} AND (day, category) =
               (SELECT ${column}, coalesce(category, '') FROM clip
                WHERE workspace = ?1 AND rid = ?2 AND filled_seq IS NOT NULL)`,
          )
          .bind(workspace, clip);
      const clean = (axis: 'published' | 'kept', column: 'day' | 'kept_day') =>
        db
          .prepare(
            `DELETE FROM day_count
             WHERE workspace = ?1 AND axis = '${axis}' AND clips = 0 AND day =
               (SELECT ${column} FROM clip WHERE workspace = ?1 AND rid = ?2)`,
          )
          .bind(workspace, clip);
      const results = await attempt(db, [
        clipWrites.takeSeq(workspace),
        db
          .prepare(
            `INSERT INTO tombstone (workspace, kind, id, seq, at) VALUES (?1, 'keep', ?2, ${SEQ}, ?3)`,
          )
          .bind(workspace, id, at),
        db
          .prepare(
            `UPDATE import SET keeps = keeps - 1 WHERE workspace = ?1 AND id =
               (SELECT import FROM keep WHERE workspace = ?1 AND id = ?2)`,
          )
          .bind(workspace, id),
        db
          .prepare(
            `DELETE FROM reading WHERE workspace = ?1 AND clip = ?3
               AND account = (SELECT account FROM keep WHERE workspace = ?1 AND id = ?2)`,
          )
          .bind(workspace, id, clip),
        db.prepare('DELETE FROM keep WHERE workspace = ? AND id = ?').bind(workspace, id),
        db
          .prepare(
            `INSERT INTO tombstone (workspace, kind, id, day, seq, at)
             SELECT ?1, 'clip', id, nullif(day, ''), ${SEQ}, ?3 FROM clip
             WHERE workspace = ?1 AND rid = ?2 AND ${unkept}`,
          )
          .bind(workspace, clip, at),
        uncount('published', 'day'),
        uncount('kept', 'kept_day'),
        clean('published', 'day'),
        clean('kept', 'kept_day'),
        // Before the links that name them: what is left without another clip goes.
        db
          .prepare(
            `DELETE FROM tag WHERE workspace = ?1 AND ${unkept}
               AND id IN (SELECT tag FROM clip_tag WHERE workspace = ?1 AND clip = ?2)
               AND NOT EXISTS (SELECT 1 FROM clip_tag AS other
                 WHERE other.workspace = ?1 AND other.tag = tag.id AND other.clip <> ?2)`,
          )
          .bind(workspace, clip),
        db
          .prepare(`DELETE FROM clip_tag WHERE workspace = ?1 AND clip = ?2 AND ${unkept}`)
          .bind(workspace, clip),
        db
          .prepare(`DELETE FROM clip_collection WHERE workspace = ?1 AND clip = ?2 AND ${unkept}`)
          .bind(workspace, clip),
        db
          .prepare(`DELETE FROM highlight WHERE workspace = ?1 AND clip = ?2 AND ${unkept}`)
          .bind(workspace, clip),
        db
          .prepare(
            `DELETE FROM reading INDEXED BY reading_clip
             WHERE workspace = ?1 AND clip = ?2 AND ${unkept}`,
          )
          .bind(workspace, clip),
        db
          .prepare(`DELETE FROM clip_content WHERE workspace = ?1 AND rid = ?2 AND ${unkept}`)
          .bind(workspace, clip),
        db
          .prepare(`DELETE FROM clip_profile WHERE workspace = ?1 AND rid = ?2 AND ${unkept}`)
          .bind(workspace, clip),
        ...['unprofiled', 'unplaced'].map((table) =>
          db
            .prepare(`DELETE FROM ${table} WHERE workspace = ?1 AND clip = ?2 AND ${unkept}`)
            .bind(workspace, clip),
        ),
        db
          .prepare(
            `DELETE FROM clip_search WHERE rowid =
               (SELECT rid FROM clip WHERE workspace = ?1 AND rid = ?2 AND ${unkept})`,
          )
          .bind(workspace, clip),
        // Where others keep it, its card names one fewer.
        db
          .prepare(
            `UPDATE clip SET card_seq = ${SEQ} WHERE workspace = ?1 AND rid = ?2 AND NOT ${unkept}`,
          )
          .bind(workspace, clip),
        db
          .prepare(`DELETE FROM clip WHERE workspace = ?1 AND rid = ?2 AND ${unkept}`)
          .bind(workspace, clip),
      ]);
      return results !== null;
    },
  };
};
export type Removals = ReturnType<typeof makeRemovals>;
