// How much a library holds. Counts by day are kept as clips come and go, so that nothing here reads the library whole.
import * as v from 'valibot';
import { END, ridBase } from './clips.ts';
import { batch, firstRow, rows } from './database.ts';

/** Sites are counted among so many clips, the last kept. */
export const COUNTED_FOR_SITES = 2_000;

const MonthRow = v.object({ month: v.string(), clips: v.number() });
const SiteRow = v.object({ site: v.nullable(v.string()), clips: v.number() });
const SpanRow = v.object({ oldest: v.nullable(v.string()), newest: v.nullable(v.string()) });

export const makeFullness = (db: D1Database) => ({
  /**
   * Clips by month of keeping and by site, the days of the oldest and the newest article, and the bytes of the whole
   * database, of which the library may be a part; null where it does not tell.
   */
  read: async ({ workspace, number }: { workspace: string; number: number }) => {
    const base = ridBase(number);
    const results = await batch(db, [
      db
        .prepare(
          `SELECT substr(day, 1, 7) AS month, sum(clips) AS clips FROM day_count
           WHERE workspace = ? AND axis = 'kept' GROUP BY month ORDER BY month`,
        )
        .bind(workspace),
      db
        .prepare(
          `SELECT site, count(*) AS clips FROM
             (SELECT site FROM clip NOT INDEXED WHERE rid > ?2 AND rid < ?3 AND workspace = ?1
              ORDER BY rid DESC LIMIT ${COUNTED_FOR_SITES})
           GROUP BY site ORDER BY clips DESC, site`,
        )
        .bind(workspace, base, base + END),
      db
        .prepare(
          `SELECT min(day) AS oldest, max(day) AS newest FROM day_count
           WHERE workspace = ? AND axis = 'published'`,
        )
        .bind(workspace),
    ]);
    const [months, sites, span] = results;
    return {
      months: rows(MonthRow, months),
      sites: rows(SiteRow, sites),
      ...(firstRow(SpanRow, span) ?? { oldest: null, newest: null }),
      bytes: results.at(-1)?.meta.size_after ?? null,
    };
  },
});
export type Fullness = ReturnType<typeof makeFullness>;
