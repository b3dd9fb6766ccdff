// How far the days of each library are frozen, and what there is still to freeze. A run reads a bounded number of rows,
// however many libraries and clips there are.
import * as v from 'valibot';
import { batch, rows, run } from './database.ts';

const DueRow = v.object({
  workspace: v.string(),
  zone: v.string(),
  seq: v.number(),
  frozen_through: v.string(),
  frozen_seq: v.number(),
  freeze_due: v.string(),
});
/** A library at which it is time to look. */
export type DueLibrary = v.InferOutput<typeof DueRow>;

const DayRow = v.object({ day: v.string() });
const ChangeRow = v.object({ seq: v.number(), day: v.string() });

/** How many changes of a library one look reads of each kind. */
const MOST_CHANGES = 100;

export const makeFreezing = (db: D1Database) => ({
  /**
   * Puts off those of the next `count` libraries in which nothing has happened, to the same time of the next day, and
   * answers the first `some` of the others.
   */
  due: async (now: string, count: number, some: number): Promise<DueLibrary[]> => {
    const [, due] = await batch(db, [
      db
        .prepare(
          // A day that ends anywhere on earth has begun in UTC by tomorrow.
          `UPDATE library SET freeze_due = iif(date(?1) || substr(freeze_due, 11) > ?1,
             date(?1) || substr(freeze_due, 11), date(?1, '+1 day') || substr(freeze_due, 11))
           WHERE workspace IN (SELECT workspace FROM library INDEXED BY library_freeze
               WHERE here = 1 AND leaving = 0 AND freeze_due <= ?1 ORDER BY freeze_due LIMIT ?2)
             AND seq = frozen_seq AND NOT EXISTS (
               SELECT 1 FROM day_count WHERE day_count.workspace = library.workspace
                 AND axis = 'published' AND day > frozen_through AND day <= date(?1, '+1 day'))`,
        )
        .bind(now, count),
      db
        .prepare(
          `SELECT workspace, zone, seq, frozen_through, frozen_seq, freeze_due
           FROM library INDEXED BY library_freeze
           WHERE here = 1 AND leaving = 0 AND freeze_due <= ? ORDER BY freeze_due LIMIT ?`,
        )
        .bind(now, some),
    ]);
    return rows(DueRow, due);
  },

  /**
   * Of a library, up to `count` past days that were never frozen, the oldest first, and the days of what has changed since
   * it was looked at last and they were frozen, in the order of the changes. `isAll` tells whether these are all of them.
   */
  look: async (
    { workspace, frozen_through: through, frozen_seq: seq }: DueLibrary,
    today: string,
    count: number,
  ) => {
    const changed = (table: 'clip' | 'tombstone') =>
      db
        .prepare(
          // Of a day that was frozen since, nothing is left to do.
          `SELECT seq, iif(seq > coalesce((SELECT revision FROM digest
               WHERE digest.workspace = changed.workspace AND scope = '' AND digest.day = changed.day), -1),
             coalesce(day, ''), '') AS day
           FROM ${table} AS changed INDEXED BY ${table}_seq
           WHERE workspace = ? AND seq > ? ORDER BY seq LIMIT ${MOST_CHANGES}`,
        )
        .bind(workspace, seq);
    const [days, clips, tombstones] = await batch(db, [
      db
        .prepare(
          `SELECT DISTINCT day FROM day_count
           WHERE workspace = ? AND axis = 'published' AND day > ? AND day < ? ORDER BY day LIMIT ?`,
        )
        .bind(workspace, through, today, count),
      changed('clip'),
      changed('tombstone'),
    ]);
    const found = [rows(ChangeRow, clips), rows(ChangeRow, tombstones)];
    // Of what was cut off, nothing is known behind its last.
    const ends = found.flatMap((some) =>
      some.length === MOST_CHANGES ? (some.at(-1)?.seq ?? []) : [],
    );
    const end = Math.min(...ends);
    return {
      days: rows(DayRow, days).map(({ day }) => day),
      changes: found
        .flat()
        .filter((change) => change.seq <= end)
        .toSorted((one, other) => one.seq - other.seq),
      isAll: ends.length === 0,
    };
  },

  /** Remembers how far a library is frozen, and when to look again; not where another run did so meanwhile. */
  finish: async (
    { workspace, frozen_through, frozen_seq, freeze_due }: DueLibrary,
    { through, seq, due }: { through: string; seq: number; due: string },
  ): Promise<void> => {
    await run(
      db,
      db
        .prepare(
          `UPDATE library SET frozen_through = ?5, frozen_seq = ?6, freeze_due = ?7
           WHERE workspace = ?1 AND frozen_through = ?2 AND frozen_seq = ?3 AND freeze_due = ?4`,
        )
        .bind(workspace, frozen_through, frozen_seq, freeze_due, through, seq, due),
    );
  },

  /** Looks at a library again at another time; not where another run froze something of it meanwhile. */
  putOff: async ({ workspace, freeze_due }: DueLibrary, due: string): Promise<void> => {
    await run(
      db,
      db
        .prepare('UPDATE library SET freeze_due = ?3 WHERE workspace = ?1 AND freeze_due = ?2')
        .bind(workspace, freeze_due, due),
    );
  },
});
export type Freezing = ReturnType<typeof makeFreezing>;
