// Days that have clips, several at once: each as it was stored, and what those are composed of that are not.
import * as v from 'valibot';
import { DigestGroup, Story } from '../../shared/schema/digest.ts';
import { CARD_COLUMNS, StoredCard } from './clips.ts';
import { batch, json, rows } from './database.ts';
import { type DaysOf, keyOf, scopeOf, sourceOf } from './days-of.ts';
import { type Question, question } from './question.ts';
import { revisionOf, StoredHead } from './snapshots.ts';

const Lost = v.object({ seq: v.number(), changedAt: v.string() });
const DayRow = v.pipe(
  v.object({
    day: v.string(),
    clips: v.number(),
    newer: v.number(),
    head: v.nullable(json(StoredHead)),
    groups: v.nullable(json(v.array(DigestGroup))),
    tombstone: v.nullable(json(Lost)),
  }),
  v.transform(({ head, groups, ...day }) => ({
    ...day,
    stored: head && groups && { head, groups },
  })),
);
/** A day of a span: `newer` is how many clips the days after it have, `stored` its first page where it was frozen. */
export type SpanDay = v.InferOutput<typeof DayRow>;

const BriefRow = v.pipe(
  v.object({
    head: json(v.pick(StoredHead, ['day', 'clips', 'stories', 'outline'])),
    first: json(v.array(Story)),
  }),
  v.transform(({ head, first }) => ({ ...head, first })),
);
/** What is told of a day in few words: how much it has of what, and its first stories. */
export type BriefDay = v.InferOutput<typeof BriefRow>;

interface Setting {
  workspace: string;
  of: DaysOf;
  zone: string;
  /** The present day: from it on nothing is frozen. */
  today: string;
  format: number;
}

/** The last that a day has lost, or of a collection its last change, as JSON. */
const lastOf = (of: DaysOf): string =>
  typeof of === 'string'
    ? // The index is named: left to itself, SQLite reads all tombstones of the workspace for each day.
      `SELECT json_object('seq', seq, 'changedAt', at) FROM tombstone INDEXED BY tombstone_day
       WHERE workspace = ?1 AND tombstone.day = summed.day ORDER BY seq DESC LIMIT 1`
    : `SELECT json_object('seq', seq, 'changedAt', changed_at) FROM collection_day
       WHERE workspace = ?1 AND collection = ?2 AND collection_day.day = summed.day`;

export const makeSpans = (db: D1Database) => ({
  /**
   * The newest `days` days that have clips, as long as the days after them have less than `clips`, newest first; and the
   * newest clips of those that are not over yet. What was stored is read of days that are in it whole, and holds.
   */
  newest: async (
    { workspace, of, zone, today, format }: Setting,
    { days, clips }: { days: number; clips: number },
  ): Promise<{ days: SpanDay[]; cards: StoredCard[] }> => {
    const source = sourceOf(of);
    const revision = revisionOf('?1', 'summed.day', typeof of === 'string' ? null : '?2');
    const [found, cards] = await batch(db, [
      db
        .prepare(
          `WITH shown AS (SELECT day, sum(clips) AS clips FROM ${source.counts}
             GROUP BY day ORDER BY day DESC LIMIT ?3),
           summed AS (SELECT day, clips, sum(clips) OVER (ORDER BY day DESC) - clips AS newer FROM shown)
           SELECT summed.day, summed.clips, newer, head, groups,
             CASE WHEN head IS NULL THEN (${lastOf(of)}) END AS tombstone
           FROM summed
           LEFT JOIN digest ON digest.workspace = ?1 AND digest.day = summed.day AND digest.scope = ?8
             AND digest.day < ?5 AND newer + summed.clips <= ?4 AND format = ?6
             AND head ->> 'zone' = ?7 AND revision = ${revision}
           LEFT JOIN digest_page ON digest_page.workspace = digest.workspace
             AND digest_page.day = digest.day AND digest_page.scope = digest.scope AND page = 1
           WHERE newer < ?4 ORDER BY summed.day DESC`,
        )
        .bind(workspace, keyOf(of), days, clips, today, format, zone, scopeOf(of)),
      db
        .prepare(
          // The index is walked backwards, so that the limit ends the reading too.
          `SELECT ${CARD_COLUMNS} FROM ${source.clips}
           WHERE ${source.on('>= ?3')}
           ORDER BY ${source.day} DESC, ${source.place} DESC LIMIT ?4`,
        )
        .bind(workspace, keyOf(of), today, clips),
    ]);
    return {
      days: rows(DayRow, found),
      cards: rows(StoredCard, cards),
    };
  },

  /**
   * Those of some days that were frozen as their library stands and hold, each with its first `stories`: no more is read
   * out of the row of its first page. What was frozen in the library's zone was over there.
   */
  brief: (
    workspace: string,
    of: DaysOf,
    days: readonly string[],
    { stories, format }: { stories: number; format: number },
  ): Question<BriefDay[]> =>
    question(
      of === 'kept'
        ? []
        : [
            db
              .prepare(
                `SELECT head, (SELECT json_group_array(json(value)) FROM (
                   SELECT story.value FROM json_each(digest_page.groups) AS part
                   CROSS JOIN json_each(part.value, '$.stories') AS story LIMIT ?5)) AS first
                 FROM json_each(?3) AS item
                 CROSS JOIN digest ON digest.workspace = ?1 AND digest.day = item.value
                   AND digest.scope = ?2 AND format = ?4
                 CROSS JOIN digest_page ON digest_page.workspace = ?1
                   AND digest_page.day = item.value AND digest_page.scope = ?2 AND page = 1
                 WHERE head ->> 'zone' = (SELECT zone FROM library WHERE workspace = ?1)
                   AND revision = ${revisionOf('?1', 'item.value', typeof of === 'string' ? null : '?2')}`,
              )
              .bind(workspace, scopeOf(of), JSON.stringify(days), format, stories),
          ],
      ([found]) => rows(BriefRow, found),
    ),

  /** Of each day its newest `clips` clips. */
  cards: async (
    workspace: string,
    of: DaysOf,
    days: readonly { day: string; clips: number }[],
  ): Promise<StoredCard[]> => {
    const source = sourceOf(of);
    const found = await batch(
      db,
      days.map(({ day, clips }) =>
        db
          .prepare(
            `SELECT ${CARD_COLUMNS} FROM ${source.clips}
             WHERE ${source.on('= ?3')} ORDER BY ${source.place} DESC LIMIT ?4`,
          )
          .bind(workspace, keyOf(of), day, clips),
      ),
    );
    return found.flatMap((result) => rows(StoredCard, result));
  },
});
export type Spans = ReturnType<typeof makeSpans>;
