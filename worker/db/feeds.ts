import * as v from 'valibot';
import { batch, firstRow, rows, run } from './database.ts';
import { CARD_COLUMNS, ridBase, StoredCard } from './clips.ts';
import { DayCount } from './digests.ts';
import { Library, SELECT_LIBRARY } from './libraries.ts';

const DayTombstone = v.pipe(
  v.object({ day: v.string(), seq: v.number(), at: v.string() }),
  v.transform(({ day, seq, at }) => ({ day, seq, changedAt: at })),
);

// The newest days that have clips.
const SHOWN_DAYS = `SELECT workspace, day, sum(clips) AS clips FROM day_count
  WHERE workspace = ?1 AND axis = 'published' GROUP BY day ORDER BY day DESC LIMIT ?2`;

export const makeFeeds = (db: D1Database) => ({
  /** The library of a feed and its workspace's name, or null where the address was made void. */
  find: async (number: number, rotation: number) => {
    const [found, named] = await batch(db, [
      db.prepare(`${SELECT_LIBRARY} AND number = ? AND feed_rotation = ?`).bind(number, rotation),
      db.prepare('SELECT name FROM workspace WHERE number = ?').bind(number),
    ]);
    const library = firstRow(Library, found);
    const name = firstRow(v.object({ name: v.string() }), named)?.name;
    return library && name !== undefined ? { library, name } : null;
  },

  /**
   * The newest `days` published days that have clips, each with its number of clips, and of those
   * clips the newest `clips`, day by day.
   */
  readDays: async (workspace: string, days: number, clips: number) => {
    const [counts, cards, tombstones] = await batch(db, [
      db.prepare(`SELECT day, clips FROM (${SHOWN_DAYS})`).bind(workspace, days),
      db
        .prepare(
          // The index is walked backwards, so that the limit ends the reading too.
          `SELECT ${CARD_COLUMNS} FROM clip INDEXED BY clip_day
           WHERE workspace = ?1 AND day >= (SELECT min(day) FROM (${SHOWN_DAYS}))
           ORDER BY day DESC, seq DESC LIMIT ?3`,
        )
        .bind(workspace, days, clips),
      db
        .prepare(
          // The index is named: left to itself, SQLite reads all tombstones of the workspace for each day.
          `SELECT shown.day, tombstone.seq, tombstone.at
           FROM (${SHOWN_DAYS}) AS shown
           JOIN tombstone INDEXED BY tombstone_day
             ON tombstone.workspace = shown.workspace AND tombstone.day = shown.day
             AND tombstone.seq = (SELECT seq FROM tombstone
               WHERE workspace = shown.workspace AND day = shown.day ORDER BY seq DESC LIMIT 1)`,
        )
        .bind(workspace, days),
    ]);
    return {
      counts: rows(DayCount, counts),
      cards: rows(StoredCard, cards),
      tombstones: rows(DayTombstone, tombstones),
    };
  },

  /** The newest `clips` clips that can be read, the last filled first. */
  readClips: async (workspace: string, clips: number): Promise<StoredCard[]> =>
    rows(
      StoredCard,
      await run(
        db,
        db
          .prepare(
            `SELECT ${CARD_COLUMNS} FROM clip INDEXED BY clip_filled
             WHERE workspace = ? AND filled_seq IS NOT NULL ORDER BY filled_seq DESC LIMIT ?`,
          )
          .bind(workspace, clips),
      ),
    ),

  /** The clips at some places of a library, in their order. */
  cardsAt: async (
    { workspace, number }: Pick<Library, 'workspace' | 'number'>,
    places: readonly number[],
  ): Promise<StoredCard[]> =>
    rows(
      StoredCard,
      await run(
        db,
        db
          .prepare(
            `SELECT ${CARD_COLUMNS} FROM json_each(?2) AS item
             CROSS JOIN clip ON clip.rid = ?3 + item.value AND clip.workspace = ?1 ORDER BY item.key`,
          )
          .bind(workspace, JSON.stringify(places), ridBase(number)),
      ),
    ),
});
export type Feeds = ReturnType<typeof makeFeeds>;
/** Whose feed it is: what a feed says changes only where this does. */
export type FeedOwner = NonNullable<Awaited<ReturnType<Feeds['find']>>>;
