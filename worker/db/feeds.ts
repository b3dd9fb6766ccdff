import * as v from 'valibot';
import { InterfaceLanguage, Zone } from '../../shared/schema/text.ts';
import { batch, firstRow, rows } from './database.ts';
import { CARD_COLUMNS, StoredCard } from './clips.ts';

const FeedLibrary = v.object({ workspace: v.string(), zone: Zone, language: InterfaceLanguage });

const DayTombstone = v.pipe(
  v.object({ day: v.string(), seq: v.number(), at: v.string() }),
  v.transform(({ day, seq, at }) => ({ day, seq, changedAt: at })),
);

// The newest days that have clips, of the library that the feed's address names and while that holds.
const SHOWN_DAYS = `SELECT library.workspace, day_count.day
  FROM library JOIN day_count ON day_count.workspace = library.workspace AND axis = 'published'
  WHERE library.number = ?1 AND library.feed_rotation = ?2 AND library.here = 1
  GROUP BY day_count.day ORDER BY day_count.day DESC LIMIT ?3`;

export const makeFeeds = (db: D1Database) => ({
  /** The newest `days` published days that have clips, or null where the address was made void. */
  read: async (number: number, rotation: number, days: number) => {
    const [library, cards, tombstones] = await batch(db, [
      db
        .prepare(
          `SELECT workspace, zone, language FROM library
           WHERE number = ? AND feed_rotation = ? AND here = 1`,
        )
        .bind(number, rotation),
      db
        .prepare(
          `SELECT ${CARD_COLUMNS} FROM (${SHOWN_DAYS}) AS shown
           JOIN clip ON clip.workspace = shown.workspace AND clip.day = shown.day
           ORDER BY clip.day DESC, clip.seq`,
        )
        .bind(number, rotation, days),
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
        ...found,
        cards: rows(StoredCard, cards),
        tombstones: rows(DayTombstone, tombstones),
      }
    );
  },
});
export type Feeds = ReturnType<typeof makeFeeds>;
