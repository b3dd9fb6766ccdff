// How often something was tried: counted in the database, so that a new isolate knows it too.
import * as v from 'valibot';
import { firstRow, run } from './database.ts';

const Counted = v.object({ count: v.number(), ends_at: v.string() });
export type Counted = v.InferOutput<typeof Counted>;

export const makeRates = (db: D1Database) => {
  const find = async (key: string, now: string): Promise<Counted | null> =>
    firstRow(
      Counted,
      await run(
        db,
        db.prepare('SELECT count, ends_at FROM rate WHERE key = ? AND ends_at > ?').bind(key, now),
      ),
    );

  return {
    /**
     * Counts one more try under a key; a count that is over begins anew and ends at `ends`. Answers null, or, where `tries`
     * were counted already, what stands there: whoever goes on trying writes nothing.
     */
    count: async (
      key: string,
      tries: number,
      now: string,
      ends: string,
    ): Promise<Counted | null> => {
      const sql = `INSERT INTO rate (key, count, ends_at) VALUES (?1, 1, ?3)
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN ends_at <= ?2 THEN 1 ELSE count + 1 END,
        ends_at = CASE WHEN ends_at <= ?2 THEN ?3 ELSE ends_at END
      WHERE ends_at <= ?2 OR count < ?4
      RETURNING count, ends_at`;
      const counted = await run(db, db.prepare(sql).bind(key, now, ends, tries));
      return counted.results.length > 0 ? null : find(key, now);
    },

    /** Takes one try back that was counted under a key. */
    uncount: async (key: string, now: string): Promise<void> => {
      const sql = 'UPDATE rate SET count = count - 1 WHERE key = ? AND ends_at > ? AND count > 0';
      await run(db, db.prepare(sql).bind(key, now));
    },

    /** Counts so many at once, as `count` does but without an end to it, and answers what stands there then. */
    add: async (key: string, many: number, now: string, ends: string): Promise<Counted | null> => {
      const sql = `INSERT INTO rate (key, count, ends_at) VALUES (?1, ?4, ?3)
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN ends_at <= ?2 THEN ?4 ELSE count + ?4 END,
        ends_at = CASE WHEN ends_at <= ?2 THEN ?3 ELSE ends_at END
      RETURNING count, ends_at`;
      return firstRow(Counted, await run(db, db.prepare(sql).bind(key, now, ends, many)));
    },

    /** What was counted under a key and is not over, or null. */
    find,

    /** Deletes up to `limit` counts that are over. */
    deleteExpired: async (now: string, limit: number): Promise<void> => {
      const sql = 'DELETE FROM rate WHERE key IN (SELECT key FROM rate WHERE ends_at <= ? LIMIT ?)';
      await run(db, db.prepare(sql).bind(now, limit));
    },
  };
};
export type Rates = ReturnType<typeof makeRates>;
