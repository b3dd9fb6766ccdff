// Days that have clips, several at once: each as it was stored, and what those are composed of that are not.
import * as v from 'valibot';
import { DigestGroup } from '../../shared/schema/digest.ts';
import { CARD_COLUMNS, StoredCard } from './clips.ts';
import { batch, json, rows } from './database.ts';
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

interface Setting {
  workspace: string;
  zone: string;
  /** The present day: from it on nothing is frozen. */
  today: string;
  format: number;
}

export const makeSpans = (db: D1Database) => ({
  /**
   * The newest `days` days that have clips, as long as the days after them have less than `clips`, newest first; and the
   * newest clips of those that are not over yet. What was stored is read of days that are in it whole, and holds.
   */
  newest: async (
    { workspace, zone, today, format }: Setting,
    { days, clips }: { days: number; clips: number },
  ): Promise<{ days: SpanDay[]; cards: StoredCard[] }> => {
    const [found, cards] = await batch(db, [
      db
        .prepare(
          // The index is named: left to itself, SQLite reads all tombstones of the workspace for each day.
          `WITH shown AS (SELECT day, sum(clips) AS clips FROM day_count
             WHERE workspace = ?1 AND axis = 'published' GROUP BY day ORDER BY day DESC LIMIT ?2),
           summed AS (SELECT day, clips, sum(clips) OVER (ORDER BY day DESC) - clips AS newer FROM shown)
           SELECT summed.day, summed.clips, newer, head, groups, CASE WHEN head IS NULL THEN
             (SELECT json_object('seq', seq, 'changedAt', at) FROM tombstone INDEXED BY tombstone_day
              WHERE workspace = ?1 AND tombstone.day = summed.day ORDER BY seq DESC LIMIT 1) END AS tombstone
           FROM summed
           LEFT JOIN digest ON digest.workspace = ?1 AND digest.day = summed.day AND digest.scope = '' AND digest.day < ?4
             AND newer + summed.clips <= ?3 AND format = ?5 AND head ->> 'zone' = ?6
             AND revision = ${revisionOf('?1', 'summed.day')}
           LEFT JOIN digest_page ON digest_page.workspace = digest.workspace
             AND digest_page.day = digest.day
             AND digest_page.scope = digest.scope AND page = 1
           WHERE newer < ?3 ORDER BY summed.day DESC`,
        )
        .bind(workspace, days, clips, today, format, zone),
      db
        .prepare(
          // The index is walked backwards, so that the limit ends the reading too.
          `SELECT ${CARD_COLUMNS} FROM clip INDEXED BY clip_day
           WHERE workspace = ? AND day >= ? ORDER BY day DESC, seq DESC LIMIT ?`,
        )
        .bind(workspace, today, clips),
    ]);
    return {
      days: rows(DayRow, found),
      cards: rows(StoredCard, cards),
    };
  },

  /** Of each day its newest `clips` clips. */
  cards: async (
    workspace: string,
    days: readonly { day: string; clips: number }[],
  ): Promise<StoredCard[]> => {
    const found = await batch(
      db,
      days.map(({ day, clips }) =>
        db
          .prepare(
            `SELECT ${CARD_COLUMNS} FROM clip INDEXED BY clip_day
             WHERE workspace = ? AND day = ? ORDER BY seq DESC LIMIT ?`,
          )
          .bind(workspace, day, clips),
      ),
    );
    return found.flatMap((result) => rows(StoredCard, result));
  },
});
export type Spans = ReturnType<typeof makeSpans>;
