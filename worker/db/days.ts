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

/** The clips of a span of days, and the nearest days outside it that have some. */
export interface StoredDays {
  cards: StoredCard[];
  earlier: string | null;
  later: string | null;
}

export const makeDays = (db: D1Database) => ({
  /** The clips of the days from `first` to `last`, and the nearest days before and after that have some. */
  cards: (workspace: string, of: DaysOf, first: string, last: string): Question<StoredDays> => {
    const { clips, on, day, place } = sourceOf(of);
    return question(
      [
        db
          .prepare(
            `SELECT ${CARD_COLUMNS} FROM ${clips}
             WHERE ${on('BETWEEN ?3 AND ?4')} ORDER BY ${day}, ${place}`,
          )
          .bind(workspace, keyOf(of), first, last),
        ...nearestDays(db, workspace, of, first, last),
      ],
      ([cards, ...nearest]) => ({ cards: rows(StoredCard, cards), ...readNearest(nearest) }),
    );
  },

  /** How many clips each day from `first` to `last` has; days of none are left out. */
  counts: (workspace: string, of: DaysOf, first: string, last: string): Question<DayCount[]> =>
    question(
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
