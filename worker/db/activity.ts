// What people did in a library, as their team is told of it: with what clips and collections are called now.
import * as v from 'valibot';
import { ACTS } from '../../shared/schema/activity.ts';
import { IS_FOR_TEAM } from './activity-writes.ts';
import { firstRow, json, rows, run } from './database.ts';
import { type Question, question } from './question.ts';

const flag = v.pipe(
  v.number(),
  v.transform((value) => value === 1),
);

const ClipRef = v.object({
  id: v.string(),
  title: v.nullable(v.string()),
  /** Its headline where it lies in the trash. */
  trashed: v.nullable(v.string()),
});
const CollectionRef = v.object({ id: v.string(), name: v.nullable(v.string()) });

const ActivityRow = v.pipe(
  v.object({
    seq: v.number(),
    at: v.string(),
    account: v.string(),
    kind: v.picklist(ACTS),
    clips: json(v.array(ClipRef)),
    clip_count: v.number(),
    added_to: json(v.array(CollectionRef)),
    removed_from: json(v.array(CollectionRef)),
    about: v.nullable(v.string()),
    imported: v.nullable(v.number()),
    is_undone: flag,
  }),
  v.transform(({ clip_count: count, imported, added_to, removed_from, is_undone, ...row }) => ({
    ...row,
    count: imported ?? count,
    addedTo: added_to,
    removedFrom: removed_from,
    isUndone: is_undone,
  })),
);
/** An act as it is stored, with what it is about as that is now. */
export type StoredAct = v.InferOutput<typeof ActivityRow>;

const News = v.object({ news: v.number() });

/** So much that is new is counted, and no more. */
export const MOST_NEWS = 99;

// A highlight that its writer has taken back is nobody else's any more.
const isShown = (activity: string): string => `(${activity}.kind <> 'mark' OR EXISTS (
  SELECT 1 FROM highlight WHERE highlight.workspace = ?1 AND highlight.account = ${activity}.account
    AND highlight.id = ${activity}.about AND ${IS_FOR_TEAM}))`;

const CLIPS = `(SELECT json_group_array(json_object('id', wanted.value, 'title', clip.title, 'trashed', trash.title))
  FROM json_each(activity.clips) AS wanted
  LEFT JOIN clip ON clip.workspace = ?1 AND clip.id = wanted.value
  LEFT JOIN trash ON clip.id IS NULL AND trash.workspace = ?1 AND trash.id = wanted.value
    AND trash.expires_at > ?3)`;

const collections = (column: 'added_to' | 'removed_from'): string =>
  `(SELECT json_group_array(json_object('id', wanted.value, 'name', collection.name))
    FROM json_each(activity.${column}) AS wanted
    LEFT JOIN collection ON collection.workspace = ?1 AND collection.id = wanted.value)`;

const ofImport = (column: string): string =>
  `(SELECT ${column} FROM import WHERE kind = 'import' AND import.workspace = ?1 AND import.id = about)`;

export const makeActivity = (db: D1Database) => ({
  /** The `count` acts before the change `before` that are no older than `since`, the last first, as of `now`. */
  page: (
    workspace: string,
    before: number | null,
    now: string,
    since: string,
    count: number,
  ): Question<StoredAct[]> =>
    question(
      db,
      [
        db
          .prepare(
            `SELECT seq, at, account, kind, ${CLIPS} AS clips, clip_count,
               ${collections('added_to')} AS added_to, ${collections('removed_from')} AS removed_from,
               about, ${ofImport('added')} AS imported,
               coalesce(${ofImport('undone_at IS NOT NULL')}, 0) AS is_undone
             FROM activity WHERE workspace = ?1 AND seq < ?2 AND at >= ?4 AND ${isShown('activity')}
             ORDER BY seq DESC LIMIT ?5`,
          )
          .bind(workspace, before ?? Number.MAX_SAFE_INTEGER, now, since, count),
      ],
      ([found]) => rows(ActivityRow, found),
    ),

  /**
   * How many of the last acts were another's and came since the visit before of an account, whose last one is over if it
   * was before `isOverBefore`; none before the first visit. One more than `MOST_NEWS` for more.
   */
  news: (workspace: string, account: string, isOverBefore: string): Question<number> =>
    question(
      db,
      [
        db
          .prepare(
            `SELECT count(*) AS news FROM (
               SELECT account, kind, about FROM activity WHERE workspace = ?1 AND seq >
                 (SELECT iif(at < ?3, seq, since) FROM visit WHERE workspace = ?1 AND account = ?2)
               ORDER BY seq DESC LIMIT ${MOST_NEWS + 1}) AS newest
             WHERE account <> ?2 AND ${isShown('newest')}`,
          )
          .bind(workspace, account, isOverBefore),
      ],
      ([found]) => firstRow(News, found)?.news ?? 0,
    ),

  /** Deletes up to `limit` acts that are older than `before` of whatever library is here and takes writes. */
  deleteOlder: async (before: string, limit: number): Promise<void> => {
    const sql = `DELETE FROM activity WHERE (workspace, seq) IN
      (SELECT workspace, seq FROM activity INDEXED BY activity_at WHERE at < ? AND EXISTS (
         SELECT 1 FROM library WHERE library.workspace = activity.workspace AND here = 1 AND leaving = 0)
       LIMIT ?)`;
    await run(db, db.prepare(sql).bind(before, limit));
  },
});
export type Activity = ReturnType<typeof makeActivity>;
