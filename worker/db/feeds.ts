import * as v from 'valibot';
import { InterfaceLanguage, Zone } from '../../shared/schema/text.ts';
import { batch, firstRow, rows, run } from './database.ts';
import { CARD_COLUMNS, StoredCard } from './clips.ts';
import { DayCount } from './digests.ts';

const FeedLibrary = v.object({
  workspace: v.string(),
  zone: Zone,
  language: InterfaceLanguage,
  /** The number of the library's last change. */
  seq: v.number(),
  /** The instants of the last change of a clip and of the last delete; null where there was none. */
  changedAt: v.nullable(v.string()),
  deletedAt: v.nullable(v.string()),
});
export type FeedLibrary = v.InferOutput<typeof FeedLibrary>;

const DayTombstone = v.pipe(
  v.object({ day: v.string(), seq: v.number(), at: v.string() }),
  v.transform(({ day, seq, at }) => ({ day, seq, changedAt: at })),
);

// The library that a feed's address names, while that holds.
const NAMED = 'library.number = ?1 AND library.feed_rotation = ?2 AND library.here = 1';

// The newest days that have clips.
const SHOWN_DAYS = `SELECT library.workspace, day_count.day, sum(day_count.clips) AS clips
  FROM library JOIN day_count ON day_count.workspace = library.workspace AND axis = 'published'
  WHERE ${NAMED} GROUP BY day_count.day ORDER BY day_count.day DESC LIMIT ?3`;

export const makeFeeds = (db: D1Database) => {
  const findLibrary = (number: number, rotation: number) =>
    db
      .prepare(
        `SELECT workspace, zone, language, seq,
           (SELECT changed_at FROM clip WHERE clip.workspace = library.workspace
            ORDER BY seq DESC LIMIT 1) AS changedAt,
           (SELECT at FROM tombstone WHERE tombstone.workspace = library.workspace
            ORDER BY seq DESC LIMIT 1) AS deletedAt
         FROM library WHERE ${NAMED}`,
      )
      .bind(number, rotation);

  return {
    /** The library of a feed, or null where the address was made void. */
    find: async (number: number, rotation: number): Promise<FeedLibrary | null> =>
      firstRow(FeedLibrary, await run(db, findLibrary(number, rotation))),

    /**
     * The newest `days` published days that have clips, each with its number of clips, and of those
     * clips the newest `clips`, day by day; null where the address was made void.
     */
    readDays: async (number: number, rotation: number, days: number, clips: number) => {
      const [library, counts, cards, tombstones] = await batch(db, [
        findLibrary(number, rotation),
        db.prepare(`SELECT day, clips FROM (${SHOWN_DAYS})`).bind(number, rotation, days),
        db
          .prepare(
            // The index is walked backwards, so that the limit ends the reading too.
            `SELECT ${CARD_COLUMNS} FROM clip INDEXED BY clip_day
             WHERE workspace = (SELECT workspace FROM library WHERE ${NAMED})
               AND day >= (SELECT min(day) FROM (${SHOWN_DAYS}))
             ORDER BY day DESC, seq DESC LIMIT ?4`,
          )
          .bind(number, rotation, days, clips),
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
          .bind(number, rotation, days),
      ]);
      const found = firstRow(FeedLibrary, library);
      return (
        found && {
          library: found,
          counts: rows(DayCount, counts),
          cards: rows(StoredCard, cards),
          tombstones: rows(DayTombstone, tombstones),
        }
      );
    },

    /** The newest `clips` clips that can be read, the last filled first, or null where the address was made void. */
    readClips: async (number: number, rotation: number, clips: number) => {
      const [library, cards] = await batch(db, [
        findLibrary(number, rotation),
        db
          .prepare(
            `SELECT ${CARD_COLUMNS} FROM clip INDEXED BY clip_filled
             WHERE workspace = (SELECT workspace FROM library WHERE ${NAMED})
               AND filled_seq IS NOT NULL
             ORDER BY filled_seq DESC LIMIT ?3`,
          )
          .bind(number, rotation, clips),
      ]);
      const found = firstRow(FeedLibrary, library);
      return found && { library: found, cards: rows(StoredCard, cards) };
    },
  };
};
export type Feeds = ReturnType<typeof makeFeeds>;
