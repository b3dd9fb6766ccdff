// Published days as such: how many clips each has, when it changed, and a few of its headlines. No day is read whole.
import * as v from 'valibot';
import { batch, rows, run, strings } from './database.ts';
import { CategoryCount } from './days.ts';

/** How many headlines of a day are read: of the clips that were kept or changed last. */
const HEADLINES = 5;

const newest = (table: 'clip' | 'tombstone', column: string): string =>
  `(SELECT ${column} FROM ${table} INDEXED BY ${table}_day
    WHERE workspace = ?1 AND day = shown.day ORDER BY seq DESC LIMIT 1)`;

// The last change of a day of the table `shown`, of its clips or of what it lost.
const CHANGE = `
  coalesce(${newest('clip', 'seq')}, 0) AS seq, ${newest('clip', 'changed_at')} AS at,
  coalesce(${newest('tombstone', 'seq')}, 0) AS gone_seq, ${newest('tombstone', 'at')} AS gone_at`;

const changeColumns = {
  day: v.string(),
  seq: v.number(),
  at: v.nullable(v.string()),
  gone_seq: v.number(),
  gone_at: v.nullable(v.string()),
};

const ChangeColumns = v.object(changeColumns);

const toChange = ({ seq, at, gone_seq, gone_at }: v.InferOutput<typeof ChangeColumns>) => ({
  revision: Math.max(seq, gone_seq),
  updated: (gone_seq > seq ? gone_at : at) ?? '',
});

const ChangeRow = v.pipe(
  ChangeColumns,
  v.transform((row) => ({ day: row.day, ...toChange(row) })),
);

const CalendarRow = v.pipe(
  v.object({ ...changeColumns, clips: v.number(), titles: strings }),
  v.transform(({ clips, titles, ...row }) => ({ day: row.day, clips, titles, ...toChange(row) })),
);
/** A day as a calendar shows it. */
export type CalendarDay = v.InferOutput<typeof CalendarRow>;

export const makeCalendar = (db: D1Database) => ({
  /** The newest `count` days that have clips, newest first, each with a few headlines. */
  newest: async (workspace: string, count: number): Promise<CalendarDay[]> =>
    rows(
      CalendarRow,
      await run(
        db,
        db
          .prepare(
            `SELECT shown.day, shown.clips, ${CHANGE},
               (SELECT json_group_array(title) FROM (SELECT title FROM clip INDEXED BY clip_day
                 WHERE workspace = ?1 AND day = shown.day ORDER BY seq DESC LIMIT ${HEADLINES})) AS titles
             FROM (SELECT day, sum(clips) AS clips FROM day_count
               WHERE workspace = ?1 AND axis = 'published'
               GROUP BY day ORDER BY day DESC LIMIT ?2) AS shown ORDER BY shown.day DESC`,
          )
          .bind(workspace, count),
      ),
    ),

  /** The days from `from` to `to` that have clips, in their order: what each category has, and their last changes. */
  range: async (workspace: string, from: string, to: string) => {
    const [counts, changes] = await batch(db, [
      db
        .prepare(
          `SELECT day, category, clips FROM day_count
           WHERE workspace = ? AND axis = 'published' AND day BETWEEN ? AND ? ORDER BY day, category`,
        )
        .bind(workspace, from, to),
      db
        .prepare(
          `SELECT shown.day, ${CHANGE} FROM (SELECT DISTINCT day FROM day_count
             WHERE workspace = ?1 AND axis = 'published' AND day BETWEEN ?2 AND ?3) AS shown
           ORDER BY shown.day`,
        )
        .bind(workspace, from, to),
    ]);
    return { counts: rows(CategoryCount, counts), changes: rows(ChangeRow, changes) };
  },
});
export type CalendarReads = ReturnType<typeof makeCalendar>;
