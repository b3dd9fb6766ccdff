import * as v from 'valibot';
import type { Axis } from '../../shared/digest/axis.ts';
import { firstRow, rows } from './database.ts';
import { type Question, question } from './question.ts';
import { CARD_COLUMNS, StoredCard } from './clips.ts';

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
  axis: Axis,
  first: string,
  last: string,
) => [
  db
    .prepare('SELECT max(day) AS day FROM day_count WHERE workspace = ? AND axis = ? AND day < ?')
    .bind(workspace, axis, first),
  db
    .prepare('SELECT min(day) AS day FROM day_count WHERE workspace = ? AND axis = ? AND day > ?')
    .bind(workspace, axis, last),
];

/** What `nearestDays` found. */
export const readNearest = ([earlier, later]: readonly (D1Result | undefined)[]) => ({
  earlier: firstRow(Day, earlier)?.day ?? null,
  later: firstRow(Day, later)?.day ?? null,
});

/** A day as it is stored: its clips, what was last taken from it, and the nearest days that have clips. */
export interface StoredDay {
  cards: StoredCard[];
  tombstone: v.InferOutput<typeof Tombstone> | null;
  earlier: string | null;
  later: string | null;
}

export const makeDigests = (db: D1Database) => ({
  /** All that a published day of a workspace is made of; about as many rows as it has clips. */
  read: (workspace: string, day: string): Question<StoredDay> =>
    question(
      [
        db
          .prepare(`SELECT ${CARD_COLUMNS} FROM clip WHERE workspace = ? AND day = ? ORDER BY seq`)
          .bind(workspace, day),
        db
          .prepare(
            `SELECT seq, at FROM tombstone
           WHERE workspace = ? AND day = ? ORDER BY seq DESC LIMIT 1`,
          )
          .bind(workspace, day),
        ...nearestDays(db, workspace, 'published', day, day),
      ],
      ([cards, tombstone, ...nearest]) => ({
        cards: rows(StoredCard, cards),
        tombstone: firstRow(Tombstone, tombstone),
        ...readNearest(nearest),
      }),
    ),
});
export type Digests = ReturnType<typeof makeDigests>;
