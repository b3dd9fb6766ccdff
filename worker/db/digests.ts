import * as v from 'valibot';
import { batch, firstRow, rows } from './database.ts';
import { CARD_COLUMNS, StoredCard } from './clips.ts';

const Tombstone = v.pipe(
  v.object({ seq: v.number(), at: v.string() }),
  v.transform(({ seq, at }) => ({ seq, changedAt: at })),
);

const Day = v.object({ day: v.nullable(v.string()) });

export const DayCount = v.object({ day: v.string(), clips: v.number() });

export const makeDigests = (db: D1Database) => ({
  /** All that a published day of a workspace is made of; about as many rows as it has clips. */
  read: async (workspace: string, day: string) => {
    const nearest = (sql: string) => db.prepare(sql).bind(workspace, day);
    const [cards, tombstone, earlier, later] = await batch(db, [
      db
        .prepare(`SELECT ${CARD_COLUMNS} FROM clip WHERE workspace = ? AND day = ? ORDER BY seq`)
        .bind(workspace, day),
      db
        .prepare(
          `SELECT seq, at FROM tombstone
           WHERE workspace = ? AND day = ? ORDER BY seq DESC LIMIT 1`,
        )
        .bind(workspace, day),
      nearest(
        `SELECT max(day) AS day FROM day_count
         WHERE workspace = ? AND axis = 'published' AND day < ?`,
      ),
      nearest(
        `SELECT min(day) AS day FROM day_count
         WHERE workspace = ? AND axis = 'published' AND day > ?`,
      ),
    ]);
    return {
      cards: rows(StoredCard, cards),
      tombstone: firstRow(Tombstone, tombstone),
      earlier: firstRow(Day, earlier)?.day ?? null,
      later: firstRow(Day, later)?.day ?? null,
    };
  },
});
export type Digests = ReturnType<typeof makeDigests>;
export type StoredDay = Awaited<ReturnType<Digests['read']>>;
