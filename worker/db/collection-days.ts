// What each day of a collection has: how many clips, and the last change of any of them, so that neither a calendar nor a
// snapshot has to look at the clips. The statements stand in a batch behind `takeSeq`.
import { batch } from './database.ts';
import { SEQ } from './sequence.ts';

/** The clips that this batch has changed, with where they are filed. */
const CHANGED = `clip INDEXED BY clip_seq CROSS JOIN clip_collection AS link
  ON link.workspace = ?1 AND link.clip = clip.rid WHERE clip.workspace = ?1 AND clip.seq = ${SEQ}`;

export const makeCollectionDays = (db: D1Database) => {
  /**
   * Changes days by what a SELECT gives of each: `collection`, `day`, and how many clips `more` it has. ?1 is the
   * workspace, ?2 the instant.
   */
  const change = (workspace: string, at: string, select: string, ...values: string[]) =>
    db
      .prepare(
        // Grouped by what is no column, lest the index of days, which has that order, is walked through for it.
        `INSERT INTO collection_day (workspace, collection, day, clips, seq, changed_at)
         SELECT ?1, collection, day, sum(more), ${SEQ}, ?2 FROM (${select})
         WHERE day > '' GROUP BY +collection, +day
         ON CONFLICT DO UPDATE SET clips = clips + excluded.clips, seq = excluded.seq,
           changed_at = excluded.changed_at`,
      )
      .bind(workspace, at, ...values);

  return {
    change,

    /**
     * Deletes up to `count` days, of whatever collection, that lost their last clip before an instant, with what was frozen of
     * them: each is then as one that never had any.
     */
    deleteEmptied: async (before: string, count: number): Promise<void> => {
      const emptied = `SELECT workspace, day, collection FROM collection_day INDEXED BY collection_day_emptied
        WHERE clips = 0 AND changed_at < ?1 ORDER BY changed_at, workspace, collection, day LIMIT ?2`;
      await batch(
        db,
        [
          `DELETE FROM digest_page WHERE (workspace, day, scope) IN (${emptied})`,
          `DELETE FROM digest WHERE (workspace, day, scope) IN (${emptied})`,
          `DELETE FROM collection_day WHERE (workspace, day, collection) IN (${emptied})`,
        ].map((sql) => db.prepare(sql).bind(before, count)),
      );
    },

    /** Behind a change of clips that stay where they are. */
    touch: (workspace: string, at: string) =>
      change(workspace, at, `SELECT link.collection, link.day, 0 AS more FROM ${CHANGED}`),

    /** Behind a change of clips that come to other days, from none too. */
    move: (workspace: string, at: string) => [
      change(
        workspace,
        at,
        `SELECT link.collection, link.day, iif(link.day = clip.day, 0, -1) AS more FROM ${CHANGED}
         UNION ALL SELECT link.collection, clip.day, 1 FROM ${CHANGED} AND link.day <> clip.day`,
      ),
      db
        .prepare(
          `UPDATE clip_collection SET day = (SELECT day FROM clip WHERE rid = clip)
           WHERE workspace = ?1
             AND clip IN (SELECT rid FROM clip INDEXED BY clip_seq WHERE workspace = ?1 AND seq = ${SEQ})
             AND day <> (SELECT day FROM clip WHERE rid = clip)`,
        )
        .bind(workspace),
    ],
  };
};
