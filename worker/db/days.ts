// Spans of days, by the day of publication or by that of keeping: what they hold, and how much.
import * as v from 'valibot';
import type { Axis } from '../../shared/digest/axis.ts';
import { CARD_COLUMNS, StoredCard } from './clips.ts';
import { batch, rows } from './database.ts';
import { type Question, question } from './question.ts';
import { DayCount, nearestDays, readNearest } from './digests.ts';

// A condition says that the day is none of an address alone: the index of kept days has none of these.
const OF: Record<Axis, { index: string; column: string; isOne: string; newest: string }> = {
  published: { index: 'clip_day', column: 'day', isOne: '', newest: 'seq' },
  kept: { index: 'clip_kept_day', column: 'kept_day', isOne: "AND kept_day > ''", newest: 'rid' },
};

export const CategoryCount = v.object({
  day: v.string(),
  /** Null for unsure. */
  category: v.pipe(
    v.string(),
    v.transform((category) => category || null),
  ),
  clips: v.number(),
});
export type CategoryCount = v.InferOutput<typeof CategoryCount>;

const Headline = v.object({
  day: v.string(),
  title: v.string(),
  language: v.nullable(v.string()),
});
export type Headline = v.InferOutput<typeof Headline>;

/** The clips of a span of days, and the nearest days outside it that have some. */
export interface StoredDays {
  cards: StoredCard[];
  earlier: string | null;
  later: string | null;
}

export const makeDays = (db: D1Database) => ({
  /** The clips of the days from `first` to `last`, and the nearest days before and after that have some. */
  cards: (workspace: string, axis: Axis, first: string, last: string): Question<StoredDays> => {
    const { index, column, isOne } = OF[axis];
    return question(
      [
        db
          .prepare(
            `SELECT ${CARD_COLUMNS} FROM clip INDEXED BY ${index}
             WHERE workspace = ? AND ${column} BETWEEN ? AND ? ${isOne} ORDER BY seq`,
          )
          .bind(workspace, first, last),
        ...nearestDays(db, workspace, axis, first, last),
      ],
      ([cards, ...nearest]) => ({ cards: rows(StoredCard, cards), ...readNearest(nearest) }),
    );
  },

  /** How many clips each day from `first` to `last` has; days of none are left out. */
  counts: (workspace: string, axis: Axis, first: string, last: string): Question<DayCount[]> =>
    question(
      [
        db
          .prepare(
            `SELECT day, sum(clips) AS clips FROM day_count
             WHERE workspace = ? AND axis = ? AND day BETWEEN ? AND ? GROUP BY day`,
          )
          .bind(workspace, axis, first, last),
      ],
      ([found]) => rows(DayCount, found),
    ),

  /**
   * A month of `days`: how many clips of which category each has, the headline of the one that changed last (of kept
   * days: came last), and the nearest days before and after the month that have some.
   */
  month: async (workspace: string, axis: Axis, days: readonly [string, ...string[]]) => {
    const { index, column, isOne, newest } = OF[axis];
    const last = days.at(-1) ?? days[0];
    const [counts, headlines, ...nearest] = await batch(db, [
      db
        .prepare(
          `SELECT day, category, clips FROM day_count
             WHERE workspace = ? AND axis = ? AND day BETWEEN ? AND ?`,
        )
        .bind(workspace, axis, days[0], last),
      db
        .prepare(
          `SELECT item.value AS day, title, language
             FROM json_each(?2) AS item CROSS JOIN clip ON clip.rid = (
               SELECT rid FROM clip AS newest INDEXED BY ${index}
               WHERE newest.workspace = ?1 AND newest.${column} = item.value ${isOne}
               ORDER BY newest.${newest} DESC LIMIT 1)`,
        )
        .bind(workspace, JSON.stringify(days)),
      ...nearestDays(db, workspace, axis, days[0], last),
    ]);
    return {
      counts: rows(CategoryCount, counts),
      headlines: rows(Headline, headlines),
      ...readNearest(nearest),
    };
  },
});
export type Days = ReturnType<typeof makeDays>;
