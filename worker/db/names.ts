// Tags and collections as things of their own: listed, renamed, put together, deleted, and the clips of each.
import * as v from 'valibot';
import { COUNTED, COUNTED_IN_LIST, type Noun } from '../../shared/schema/named.ts';
import { type Doer, makeActivityWrites } from './activity-writes.ts';
import { makeClipWrites } from './clip-writes.ts';
import { END, ridBase } from './clips.ts';
import { makeCollectionDays } from './collection-days.ts';
import { attempt, batch, firstRow, rows, run } from './database.ts';
import type { NewName } from './filing-writes.ts';
import { type Question, question } from './question.ts';
import { SEQ } from './sequence.ts';
import { SHELVED_COLUMNS, type Shelved, ShelvedRow, toShelved } from './shelves.ts';

/** A name, and how many clips it has: as many as are counted may be more. */
const NameRow = v.object({
  id: v.string(),
  name: v.string(),
  folded: v.string(),
  description: v.string(),
  clips: v.number(),
});
export type StoredName = v.InferOutput<typeof NameRow>;

const CollectionRow = v.object({ id: v.string(), name: v.string() });
export type StoredCollection = v.InferOutput<typeof CollectionRow>;

/** With the newest day that a collection has clips on; null for none, and for a tag. */
const FoundRow = v.pipe(
  v.object({ ...NameRow.entries, newest_day: v.nullable(v.string()) }),
  v.transform(({ newest_day: newestDay, ...name }) => ({ ...name, newestDay })),
);
export type FoundName = v.InferOutput<typeof FoundRow>;

const NEWEST_DAY: Record<Noun, string> = {
  tag: 'NULL',
  collection: `(SELECT max(day) FROM clip_collection AS link INDEXED BY clip_collection_day
    WHERE link.workspace = collection.workspace AND link.collection = collection.id AND day > '')`,
};

/** How many names are looked through for those that have a part. */
const MOST_SOUGHT = 5_000;

const PairRow = v.object({
  collection: v.string(),
  clip: v.number(),
  place: v.number(),
  other: v.number(),
  other_place: v.number(),
});
const PlaceRow = v.object({ ...ShelvedRow.entries, here: v.number() });

const clipsOf = (noun: Noun, most: number): string =>
  `(SELECT count(*) FROM (SELECT 1 FROM clip_${noun} AS link
    WHERE link.workspace = ${noun}.workspace AND link.${noun} = ${noun}.id LIMIT ${most}))`;

const columns = (noun: Noun, most: number): string =>
  `id, name, folded, ${noun === 'tag' ? `''` : 'description'} AS description,
   ${clipsOf(noun, most)} AS clips`;

// Where a clip stands in a name's list. A tag's clips stand as they were kept.
const PLACE: Record<Noun, string> = {
  tag: 'link.clip',
  collection: 'coalesce(link.position, link.clip)',
};

/** What becomes of a name: how it is written, and what a collection says of itself; null for what stays. */
export interface Rewritten {
  to: Pick<NewName, 'name' | 'folded'> | null;
  description: string | null;
}

interface Where {
  workspace: string;
  number: number;
}

export const makeNames = (db: D1Database) => {
  const activity = makeActivityWrites(db);
  const clipWrites = makeClipWrites(db);
  const collectionDays = makeCollectionDays(db);
  const change = async (
    workspace: string,
    since: number | null,
    statements: D1PreparedStatement[],
  ): Promise<boolean> =>
    (await attempt(db, [clipWrites.takeSeq(workspace, since), ...statements])) !== null;

  /** Tells copies of the library what becomes of a name, before it does: another spelling, another's id, or nothing. */
  const tell = (
    workspace: string,
    noun: Noun,
    folded: string,
    becomes: { name: string } | { into: string } | null,
  ) =>
    db
      .prepare(
        `INSERT INTO name_change (workspace, seq, noun, id, name, became)
         SELECT ?1, ${SEQ}, '${noun}', id, ?3,
           (SELECT id FROM ${noun} WHERE workspace = ?1 AND folded = ?4)
         FROM ${noun} WHERE workspace = ?1 AND folded = ?2`,
      )
      .bind(
        workspace,
        folded,
        becomes && 'name' in becomes ? becomes.name : null,
        becomes && 'into' in becomes ? becomes.into : null,
      );

  // Its days, and what was frozen of them.
  const daysOf = (workspace: string, folded: string): D1PreparedStatement[] => {
    const id = '(SELECT id FROM collection WHERE workspace = ?1 AND folded = ?2)';
    const days = `SELECT day FROM collection_day WHERE workspace = ?1 AND collection = ${id}`;
    return [
      `DELETE FROM digest WHERE workspace = ?1 AND day IN (${days}) AND scope = ${id}`,
      `DELETE FROM digest_page WHERE workspace = ?1 AND day IN (${days}) AND scope = ${id}`,
      `DELETE FROM collection_day WHERE workspace = ?1 AND collection = ${id}`,
    ].map((sql) => db.prepare(sql).bind(workspace, folded));
  };

  const deletion = (workspace: string, noun: Noun, folded: string): D1PreparedStatement[] => [
    ...(noun === 'collection' ? daysOf(workspace, folded) : []),
    db
      .prepare(
        `DELETE FROM clip_${noun} WHERE workspace = ?1 AND ${noun} =
           (SELECT id FROM ${noun} WHERE workspace = ?1 AND folded = ?2)`,
      )
      .bind(workspace, folded),
    db.prepare(`DELETE FROM ${noun} WHERE workspace = ? AND folded = ?`).bind(workspace, folded),
  ];

  return {
    /** The `count` names after `after`, as they are compared, in their order. */
    list: async (workspace: string, noun: Noun, after: string, count: number) =>
      rows(
        NameRow,
        await run(
          db,
          db
            .prepare(
              `SELECT ${columns(noun, COUNTED_IN_LIST)} FROM ${noun} INDEXED BY ${noun}_folded
               WHERE workspace = ? AND folded > ? ORDER BY folded LIMIT ?`,
            )
            .bind(workspace, after, count),
        ),
      ),

    /** The first names in their order, as they are compared: as many as are looked through for a part of one. */
    folded: async (workspace: string, noun: Noun): Promise<readonly string[]> =>
      rows(
        v.object({ folded: v.string() }),
        await run(
          db,
          db
            .prepare(
              `SELECT folded FROM ${noun} INDEXED BY ${noun}_folded
               WHERE workspace = ? ORDER BY folded LIMIT ${MOST_SOUGHT}`,
            )
            .bind(workspace),
        ),
      ).map(({ folded }) => folded),

    /** Some names by what they are compared by, in their order. */
    these: async (
      workspace: string,
      noun: Noun,
      folded: readonly string[],
    ): Promise<readonly StoredName[]> =>
      rows(
        NameRow,
        await run(
          db,
          db
            .prepare(
              `SELECT ${columns(noun, COUNTED_IN_LIST)} FROM ${noun}
               WHERE workspace = ?1 AND folded IN (SELECT value FROM json_each(?2)) ORDER BY folded`,
            )
            .bind(workspace, JSON.stringify(folded)),
        ),
      ),

    /** A collection, not counted. */
    collection: (workspace: string, folded: string): Question<StoredCollection | null> =>
      question(
        db,
        [
          db
            .prepare('SELECT id, name FROM collection WHERE workspace = ? AND folded = ?')
            .bind(workspace, folded),
        ],
        ([found]) => firstRow(CollectionRow, found),
      ),

    find: async (workspace: string, noun: Noun, folded: string): Promise<FoundName | null> =>
      firstRow(
        FoundRow,
        await run(
          db,
          db
            .prepare(
              `SELECT ${columns(noun, COUNTED)}, ${NEWEST_DAY[noun]} AS newest_day
               FROM ${noun} WHERE workspace = ? AND folded = ?`,
            )
            .bind(workspace, folded),
        ),
      ),

    /**
     * The `count` clips of a name behind the place `before`, the last first, with where each stands; with what
     * `account` does with them.
     */
    clips: async (
      { workspace, number }: Where,
      account: string,
      noun: Noun,
      folded: string,
      before: number | null,
      count: number,
    ): Promise<{ here: number; shelved: Shelved }[]> => {
      const base = ridBase(number);
      const found = await run(
        db,
        db
          .prepare(
            `SELECT ${SHELVED_COLUMNS}, ${PLACE[noun]} - ?3 AS here
             FROM clip_${noun} AS link
             CROSS JOIN clip ON clip.rid = link.clip AND clip.workspace = ?1
             LEFT JOIN reading
               ON reading.workspace = ?1 AND reading.account = ?2 AND reading.clip = clip.rid
             WHERE link.workspace = ?1
               AND link.${noun} = (SELECT id FROM ${noun} WHERE workspace = ?1 AND folded = ?4)
               AND ${PLACE[noun]} < ?5 ORDER BY ${PLACE[noun]} DESC LIMIT ?6`,
          )
          .bind(workspace, account, base, folded, base + (before ?? 2 * END), count),
      );
      return rows(PlaceRow, found).map(({ here, ...row }) => ({ here, shelved: toShelved(row) }));
    },

    /**
     * Writes a name anew, and what it says of itself, as far as either is told; false where another one is written so, or the
     * library was changed after `since`.
     */
    write: (
      workspace: string,
      noun: Noun,
      folded: string,
      { to, description }: Rewritten,
      since: number | null = null,
    ): Promise<boolean> =>
      change(workspace, since, [
        ...(description === null
          ? []
          : [
              db
                .prepare(
                  `UPDATE collection SET description = ?3, seq = ${SEQ} WHERE workspace = ?1 AND folded = ?2`,
                )
                .bind(workspace, folded, description),
            ]),
        ...(to === null
          ? []
          : [
              tell(workspace, noun, folded, { name: to.name }),
              db
                .prepare(
                  `UPDATE ${noun} SET name = ?3, folded = ?4, seq = ${SEQ} WHERE workspace = ?1 AND folded = ?2`,
                )
                .bind(workspace, folded, to.name, to.folded),
            ]),
      ]),

    /** Gives all clips of one name to another one, and deletes it; false where that is gone, or the library changed after `since`. */
    merge: (
      workspace: string,
      noun: Noun,
      folded: string,
      into: string,
      by: Doer,
      since: number | null = null,
    ): Promise<boolean> => {
      const id = (parameter: string) =>
        `(SELECT id FROM ${noun} WHERE workspace = ?1 AND folded = ${parameter})`;
      const day = noun === 'collection' ? ', day' : '';
      return change(workspace, since, [
        tell(workspace, noun, folded, { into }),
        ...(noun === 'collection'
          ? [
              activity.dropping(workspace, by, folded, into),
              collectionDays.change(
                workspace,
                by.at,
                `SELECT ${id('?4')} AS collection, link.day, 1 AS more FROM clip_collection AS link
                 WHERE link.workspace = ?1 AND link.collection = ${id('?3')}
                   AND NOT EXISTS (SELECT 1 FROM clip_collection AS other WHERE other.workspace = ?1
                     AND other.clip = link.clip AND other.collection = ${id('?4')})`,
                folded,
                into,
              ),
            ]
          : []),
        db
          .prepare(
            // Where the other has no such name there is nothing to give to: the batch fails.
            `INSERT INTO clip_${noun} (workspace, clip, ${noun}${day})
             SELECT ?1, clip, ${id('?3')}${day} FROM clip_${noun} WHERE workspace = ?1 AND ${noun} = ${id('?2')}
             ON CONFLICT DO NOTHING`,
          )
          .bind(workspace, folded, into),
        ...deletion(workspace, noun, folded),
      ]);
    },

    /** Deletes a name; its clips stay. False where the library was changed after `since`. */
    delete: (
      workspace: string,
      noun: Noun,
      folded: string,
      by: Doer,
      since: number | null = null,
    ): Promise<boolean> =>
      change(workspace, since, [
        tell(workspace, noun, folded, null),
        ...(noun === 'collection' ? [activity.dropping(workspace, by, folded, null)] : []),
        ...deletion(workspace, noun, folded),
      ]),

    /** Moves a clip of a collection one place towards its beginning or its end; at either nothing moves. */
    move: async (
      workspace: string,
      folded: string,
      clip: string,
      towards: 'beginning' | 'end',
    ): Promise<void> => {
      const [comparison, order] = towards === 'beginning' ? ['>', 'ASC'] : ['<', 'DESC'];
      const [found] = await batch(db, [
        db
          .prepare(
            `WITH own AS (
               SELECT link.collection, link.clip, ${PLACE.collection} AS place
               FROM clip CROSS JOIN clip_collection AS link
                 ON link.workspace = ?1 AND link.clip = clip.rid AND link.collection =
                   (SELECT id FROM collection WHERE workspace = ?1 AND folded = ?2)
               WHERE clip.workspace = ?1 AND clip.id = ?3)
             SELECT own.collection, own.clip, own.place, link.clip AS other,
               ${PLACE.collection} AS other_place
             FROM own CROSS JOIN clip_collection AS link
               ON link.workspace = ?1 AND link.collection = own.collection
             WHERE ${PLACE.collection} ${comparison} own.place
             ORDER BY ${PLACE.collection} ${order} LIMIT 1`,
          )
          .bind(workspace, folded, clip),
      ]);
      const pair = firstRow(PairRow, found);
      if (!pair) return;
      const put = (of: number, place: number) =>
        db
          .prepare(
            `UPDATE clip_collection SET position = ?4
             WHERE workspace = ?1 AND clip = ?2 AND collection = ?3`,
          )
          .bind(workspace, of, pair.collection, place);
      await change(workspace, null, [
        put(pair.clip, pair.other_place),
        put(pair.other, pair.place),
      ]);
    },
  };
};
export type Names = ReturnType<typeof makeNames>;
