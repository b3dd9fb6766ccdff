// A person's library by shelf: each page is served by an index, and reads about as many rows as it shows.
import * as v from 'valibot';
import type { Reading, Shelf } from '../../shared/schema/reading.ts';
import { ReadingState } from '../../shared/schema/reading.ts';
import type { LibraryItem } from '../../shared/schema/library.ts';
import { END, LISTED_COLUMNS, listedColumns, ridBase, toListed } from './clips.ts';
import { rows, run } from './database.ts';

/** A listed clip with what a person does with it. */
export const ShelvedRow = v.object({
  ...listedColumns,
  position: v.number(),
  state: v.nullable(ReadingState),
  starred: v.nullable(v.number()),
  place: v.nullable(v.number()),
});

/** A clip in a person's list. */
export interface Shelved {
  /** Where it stands in its library, from which the list goes on. */
  position: number;
  item: LibraryItem;
  reading: Reading;
}

export const toShelved = ({
  position,
  state,
  starred,
  place,
  ...listed
}: v.InferOutput<typeof ShelvedRow>): Shelved => ({
  position,
  item: toListed(listed),
  reading: { state, starred: starred === 1, place },
});

// Row ids of a workspace lie together in the order of keeping. ?1 is the workspace, ?2 the account, ?3 and ?4 the
// ends of the row ids.
const onShelf = (index: string, condition: string): string =>
  `reading INDEXED BY ${index} CROSS JOIN clip ON clip.rid = reading.clip AND clip.workspace = ?1
   WHERE reading.workspace = ?1 AND reading.account = ?2 AND ${condition}
     AND reading.clip > ?3 AND reading.clip < ?4 ORDER BY reading.clip DESC`;

const FROM: Record<Shelf, string> = {
  'to-read': onShelf('reading_shelf', `reading.state = 'to-read'`),
  done: onShelf('reading_shelf', `reading.state = 'done'`),
  starred: onShelf('reading_starred', 'reading.starred = 1'),
  all: `clip NOT INDEXED LEFT JOIN reading
    ON reading.workspace = ?1 AND reading.account = ?2 AND reading.clip = clip.rid
    WHERE clip.rid > ?3 AND clip.rid < ?4 AND clip.workspace = ?1 ORDER BY clip.rid DESC`,
};

/** The columns of such a clip; ?3 is the base of the library's row ids. */
export const SHELVED_COLUMNS = `clip.rid - ?3 AS position, ${LISTED_COLUMNS},
  reading.state, reading.starred, reading.place`;

export const makeShelves = (db: D1Database) => ({
  /** The `count` clips of a person's shelf that were made last before the position `before`, newest first. */
  page: async (
    { workspace, number }: { workspace: string; number: number },
    account: string,
    shelf: Shelf,
    before: number | null,
    count: number,
  ): Promise<Shelved[]> => {
    const base = ridBase(number);
    const found = await run(
      db,
      db
        .prepare(`SELECT ${SHELVED_COLUMNS} FROM ${FROM[shelf]} LIMIT ?5`)
        .bind(workspace, account, base, base + Math.min(before ?? END, END), count),
    );
    return rows(ShelvedRow, found).map(toShelved);
  },

  /** The clips at some positions of a library, in this order, with what a person does with them. */
  at: async (
    { workspace, number }: { workspace: string; number: number },
    account: string,
    positions: readonly number[],
  ): Promise<Shelved[]> => {
    const found = await run(
      db,
      db
        .prepare(
          `SELECT ${SHELVED_COLUMNS} FROM json_each(?4) AS item
           CROSS JOIN clip ON clip.rid = ?3 + item.value AND clip.workspace = ?1
           LEFT JOIN reading
             ON reading.workspace = ?1 AND reading.account = ?2 AND reading.clip = clip.rid
           ORDER BY item.key`,
        )
        .bind(workspace, account, ridBase(number), JSON.stringify(positions)),
    );
    return rows(ShelvedRow, found).map(toShelved);
  },
});
export type Shelves = ReturnType<typeof makeShelves>;
