// What today's page shows of earlier years, and whether a person wants that. Each statement is a bounded number of
// looks into an index.
import * as v from 'valibot';
import { CARD_COLUMNS, StoredCard } from './clips.ts';
import { batch, firstRow, rows, run } from './database.ts';

const LayerRow = v.object({ look_back: v.number(), reader: v.number() });

const CountedRow = v.object({ on_day: v.string(), clips: v.number() });

/** How many clips of the days around a year ago are looked at for one that is still to read. */
const MOST_NEAR = 200;

// ?1 is the workspace, ?2 the account.
const IS_WANTED = `NOT EXISTS (SELECT 1 FROM preference
  WHERE workspace = ?1 AND account = ?2 AND look_back = 0)`;

export const makeLookBack = (db: D1Database) => ({
  /** Whether a person wants it, and their own number: with the library's, what they are shown changes by these alone. */
  layer: async (workspace: string, account: string) => {
    const found = await run(
      db,
      db
        .prepare(
          `SELECT coalesce((SELECT look_back FROM preference
               WHERE workspace = ?1 AND account = ?2), 1) AS look_back,
             coalesce((SELECT seq FROM reader WHERE workspace = ?1 AND account = ?2), 0) AS reader`,
        )
        .bind(workspace, account),
    );
    const row = firstRow(LayerRow, found);
    return { isOn: row?.look_back !== 0, reader: row?.reader ?? 0 };
  },

  setOn: async (workspace: string, account: string, isOn: boolean): Promise<void> => {
    await run(
      db,
      db
        .prepare(
          `INSERT INTO preference (workspace, account, look_back) VALUES (?, ?, ?)
           ON CONFLICT DO UPDATE SET look_back = excluded.look_back`,
        )
        .bind(workspace, account, Number(isOn)),
    );
  },

  /**
   * Of `days`, in their order, up to `count` that have clips: how many, and the last changed one. And up to two that the
   * person has still to read from `from` to `until`, the nearest to `around` first. Nothing for whom it is off.
   */
  read: async (
    workspace: string,
    account: string,
    days: readonly string[],
    count: number,
    { from, until, around }: { from: string; until: string; around: string },
  ) => {
    const [onDays, waiting] = await batch(db, [
      db
        .prepare(
          `SELECT item.value AS on_day, ${CARD_COLUMNS},
             (SELECT sum(clips) FROM day_count
              WHERE workspace = ?1 AND axis = 'published' AND day = item.value) AS clips
           FROM json_each(?3) AS item CROSS JOIN clip ON clip.rid = (
             SELECT rid FROM clip AS newest INDEXED BY clip_day
             WHERE newest.workspace = ?1 AND newest.day = item.value ORDER BY newest.seq DESC LIMIT 1)
           WHERE ${IS_WANTED} ORDER BY item.key LIMIT ?4`,
        )
        .bind(workspace, account, JSON.stringify(days), count),
      db
        .prepare(
          `SELECT ${CARD_COLUMNS} FROM (
             SELECT rid, day FROM clip INDEXED BY clip_day
             WHERE workspace = ?1 AND day BETWEEN ?3 AND ?4 AND ${IS_WANTED}
             ORDER BY day DESC, seq DESC LIMIT ${MOST_NEAR}) AS near
           CROSS JOIN reading ON reading.workspace = ?1 AND reading.account = ?2
             AND reading.clip = near.rid AND reading.state = 'to-read'
           CROSS JOIN clip ON clip.rid = near.rid
           ORDER BY abs(julianday(near.day) - julianday(?5)), near.rid LIMIT 2`,
        )
        .bind(workspace, account, from, until, around),
    ]);
    const counted = rows(CountedRow, onDays);
    return {
      days: rows(StoredCard, onDays).map(({ card }, at) => ({
        day: counted[at]?.on_day ?? card.day,
        clips: counted[at]?.clips ?? 1,
        clip: card,
      })),
      unread: rows(StoredCard, waiting).map(({ card }) => card),
    };
  },
});
export type LookBackReads = ReturnType<typeof makeLookBack>;
