import * as v from 'valibot';
import { firstRow, rows } from './database.ts';
import { type Question, question } from './question.ts';
import { CARD_COLUMNS, StoredCard } from './clips.ts';
import { type DaysOf, keyOf, sourceOf } from './days-of.ts';

const Tombstone = v.pipe(
  v.object({ seq: v.number(), at: v.string() }),
  v.transform(({ seq, at }) => ({ seq, changedAt: at })),
);

const Day = v.object({ day: v.nullable(v.string()) });

export const DayCount = v.object({ day: v.string(), clips: v.number() });
export type DayCount = v.InferOutput<typeof DayCount>;

/** The nearest days before the first of some days and after their last that have clips, each a statement. */
export const nearestDays = (
  db: D1Database,
  workspace: string,
  of: DaysOf,
  first: string,
  last: string,
) => {
  const { days } = sourceOf(of);
  return [
    db
      .prepare(`SELECT max(day) AS day FROM ${days} AND day < ?3 AND day > ''`)
      .bind(workspace, keyOf(of), first),
    db.prepare(`SELECT min(day) AS day FROM ${days} AND day > ?3`).bind(workspace, keyOf(of), last),
  ];
};

/** What `nearestDays` found. */
export const readNearest = ([earlier, later]: readonly (D1Result | undefined)[]) => ({
  earlier: firstRow(Day, earlier)?.day ?? null,
  later: firstRow(Day, later)?.day ?? null,
});

/**
 * A day as it is stored: its clips, what was last taken from it, of a collection's what last changed of it, and the nearest
 * days that have clips.
 */
export interface StoredDay {
  cards: StoredCard[];
  tombstone: v.InferOutput<typeof Tombstone> | null;
  earlier: string | null;
  later: string | null;
}

/** The last change of a day that its clips may not tell, as SQL; ?3 is the day. */
const changeOf = (of: DaysOf): string =>
  typeof of === 'string'
    ? `SELECT seq, at FROM tombstone WHERE workspace = ?1 AND day = ?3 ORDER BY seq DESC LIMIT 1`
    : `SELECT seq, changed_at AS at FROM collection_day
       WHERE workspace = ?1 AND collection = ?2 AND day = ?3`;

export const makeDigests = (db: D1Database) => ({
  /** All that a published day is made of; about as many rows as it has clips. */
  read: (workspace: string, day: string, of: DaysOf = 'published'): Question<StoredDay> => {
    const { clips, on, place } = sourceOf(of);
    const asked = (sql: string) => db.prepare(sql).bind(workspace, keyOf(of), day);
    return question(
      db,
      [
        asked(`SELECT ${CARD_COLUMNS} FROM ${clips} WHERE ${on('= ?3')} ORDER BY ${place}`),
        asked(changeOf(of)),
        ...nearestDays(db, workspace, of, day, day),
      ],
      ([cards, tombstone, ...nearest]) => ({
        cards: rows(StoredCard, cards),
        tombstone: firstRow(Tombstone, tombstone),
        ...readNearest(nearest),
      }),
    );
  },
});
export type Digests = ReturnType<typeof makeDigests>;
