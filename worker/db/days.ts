// Spans of days: what they hold, and how much.
import * as v from 'valibot';
import { CARD_COLUMNS, StoredCard } from './clips.ts';
import { batch, rows } from './database.ts';
import { type Question, question } from './question.ts';
import { type DaysOf, keyOf, sourceOf } from './days-of.ts';
import { DayCount, nearestDays, readNearest } from './digests.ts';

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

export const makeDays = (db: D1Database) => ({
  /** The clips of some days. */
  cards: (workspace: string, of: DaysOf, days: readonly string[]): Question<StoredCard[]> => {
    const { clips, on } = sourceOf(of);
    return question(
      db,
      days.length === 0
        ? []
        : [
            db
              .prepare(
                `SELECT ${CARD_COLUMNS} FROM json_each(?3) AS item CROSS JOIN ${clips}
                 WHERE ${on('= item.value')}`,
              )
              .bind(workspace, keyOf(of), JSON.stringify(days)),
          ],
      ([found]) => rows(StoredCard, found),
    );
  },

  /** The nearest days before `first` and after `last` that have clips. */
  nearest: (workspace: string, of: DaysOf, first: string, last: string) =>
    question(db, nearestDays(db, workspace, of, first, last), readNearest),

  /** How many clips each day from `first` to `last` has; days of none are left out. */
  counts: (workspace: string, of: DaysOf, first: string, last: string): Question<DayCount[]> =>
    question(
      db,
      [
        db
          .prepare(
            `SELECT day, sum(clips) AS clips FROM ${sourceOf(of).counts}
               AND day BETWEEN ?3 AND ?4 GROUP BY day`,
          )
          .bind(workspace, keyOf(of), first, last),
      ],
      ([found]) => rows(DayCount, found),
    ),

  /**
   * A month of `days`: how many clips each has, of which category where that is counted, the headline of the one that
   * changed last (of kept days and of a collection: came last), and the nearest days before and after the month that have
   * some.
   */
  month: async (workspace: string, of: DaysOf, days: readonly [string, ...string[]]) => {
    const { clips, on, place, counts: counted } = sourceOf(of);
    const last = days.at(-1) ?? days[0];
    const [counts, headlines, ...nearest] = await batch(db, [
      db
        .prepare(
          `SELECT day, ${typeof of === 'string' ? 'category' : "'' AS category"}, clips FROM ${counted}
             AND day BETWEEN ?3 AND ?4`,
        )
        .bind(workspace, keyOf(of), days[0], last),
      db
        .prepare(
          `SELECT item.value AS day, title, language
             FROM json_each(?3) AS item CROSS JOIN clip ON clip.rid = (
               SELECT clip.rid FROM ${clips} WHERE ${on('= item.value')} ORDER BY ${place} DESC LIMIT 1)`,
        )
        .bind(workspace, keyOf(of), JSON.stringify(days)),
      ...nearestDays(db, workspace, of, days[0], last),
    ]);
    return {
      counts: rows(CategoryCount, counts),
      headlines: rows(Headline, headlines),
      ...readNearest(nearest),
    };
  },
});
export type Days = ReturnType<typeof makeDays>;
