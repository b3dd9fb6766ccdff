import * as v from 'valibot';
import { MAX_SAVED, type SavedSearchWrite } from '../../shared/schema/saved-search.ts';
import { batch, firstRow, rows, run } from './database.ts';
import { type Question, question } from './question.ts';
import { Library, SELECT_LIBRARY } from './libraries.ts';

const SavedRow = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    query: v.string(),
    rotation: v.number(),
    created_at: v.string(),
  }),
  v.transform(({ created_at: createdAt, ...row }) => ({ ...row, createdAt })),
);
/** A saved search, with how often the address of its feed was made void. */
export type StoredSearch = v.InferOutput<typeof SavedRow>;

const OwnedRow = v.object({
  id: v.string(),
  account: v.string(),
  name: v.string(),
  query: v.string(),
  /** Its person's own number: how they leave clips changes without the library. */
  reader: v.number(),
});
/** The search of a feed, and its library. */
export interface FoundFeed {
  library: Library;
  search: v.InferOutput<typeof OwnedRow>;
}
const COLUMNS = 'id, name, query, rotation, created_at';

/** What the address of a feed names. */
export interface SavedFeed {
  number: number;
  rotation: number;
  search: string;
  searchRotation: number;
}

/** Whether a row's name, query and rotation are these, where any are told. */
const isStill = (name: string, query: string, rotation: string): string =>
  `(saved_search.name, saved_search.query, saved_search.rotation) =
     (coalesce(${name}, saved_search.name), coalesce(${query}, saved_search.query), coalesce(${rotation}, saved_search.rotation))`;

const told = (before: StoredSearch | null) => [
  before?.name ?? null,
  before?.query ?? null,
  before?.rotation ?? null,
];

export const makeSavedSearches = (db: D1Database) => ({
  /** A person's, the first made first. */
  ofAccount: async (workspace: string, account: string): Promise<StoredSearch[]> =>
    rows(
      SavedRow,
      await run(
        db,
        db
          .prepare(
            `SELECT ${COLUMNS} FROM saved_search WHERE workspace = ? AND account = ? ORDER BY id LIMIT ?`,
          )
          .bind(workspace, account, MAX_SAVED),
      ),
    ),

  /** A person's, or null. */
  find: async (workspace: string, account: string, id: string): Promise<StoredSearch | null> =>
    firstRow(
      SavedRow,
      await run(
        db,
        db
          .prepare(
            `SELECT ${COLUMNS} FROM saved_search WHERE workspace = ? AND id = ? AND account = ?`,
          )
          .bind(workspace, id, account),
      ),
    ),

  /**
   * Writes a person's search, new or not, and answers it; null where the id is another's, or where they have as many as
   * they can. Where `before` is told, another one than that is left as it is.
   */
  put: async (
    workspace: string,
    account: string,
    id: string,
    { name, query }: SavedSearchWrite,
    at: string,
    before: StoredSearch | null,
  ): Promise<{ isWritten: boolean; search: StoredSearch | null }> => {
    const [written, found] = await batch(db, [
      db
        .prepare(
          `INSERT INTO saved_search (workspace, id, account, name, query, created_at)
           SELECT ?1, ?3, ?2, ?4, ?5, ?6
           WHERE EXISTS (SELECT 1 FROM saved_search WHERE workspace = ?1 AND id = ?3)
             OR (SELECT count(*) FROM saved_search WHERE workspace = ?1 AND account = ?2) < ${MAX_SAVED}
           ON CONFLICT DO UPDATE SET name = excluded.name, query = excluded.query
             WHERE account = excluded.account AND ${isStill('?7', '?8', '?9')}`,
        )
        .bind(workspace, account, id, name, query, at, ...told(before)),
      db
        .prepare(
          `SELECT ${COLUMNS} FROM saved_search WHERE workspace = ? AND id = ? AND account = ?`,
        )
        .bind(workspace, id, account),
    ]);
    return {
      isWritten: (written?.meta.changes ?? 0) > 0,
      search: firstRow(SavedRow, found),
    };
  },

  /** Gives a person's search another name; false where they have none of this id. */
  rename: async (
    workspace: string,
    account: string,
    id: string,
    name: string,
  ): Promise<boolean> => {
    const { meta } = await run(
      db,
      db
        .prepare(
          'UPDATE saved_search SET name = ?4 WHERE workspace = ?1 AND account = ?2 AND id = ?3',
        )
        .bind(workspace, account, id, name),
    );
    return meta.changes > 0;
  },

  /** Makes the address of a person's feed void; null where they have no search of this id, or another than `before` if told. */
  rotate: async (
    workspace: string,
    account: string,
    id: string,
    before: StoredSearch | null,
  ): Promise<StoredSearch | null> =>
    firstRow(
      SavedRow,
      await run(
        db,
        db
          .prepare(
            `UPDATE saved_search SET rotation = rotation + 1
             WHERE workspace = ?1 AND account = ?2 AND id = ?3 AND ${isStill('?4', '?5', '?6')}
             RETURNING ${COLUMNS}`,
          )
          .bind(workspace, account, id, ...told(before)),
      ),
    ),

  /** Deletes a person's search; false where they have none of this id, or another than `before` if told. */
  delete: async (
    workspace: string,
    account: string,
    id: string,
    before: StoredSearch | null,
  ): Promise<boolean> => {
    const { meta } = await run(
      db,
      db
        .prepare(
          `DELETE FROM saved_search WHERE workspace = ?1 AND account = ?2 AND id = ?3
             AND ${isStill('?4', '?5', '?6')}`,
        )
        .bind(workspace, account, id, ...told(before)),
    );
    return meta.changes > 0;
  },

  /** The search behind the address of a feed, and its library; null where that address was made void. */
  findFeed: ({ number, rotation, search, searchRotation }: SavedFeed): Question<FoundFeed | null> =>
    question(
      db,
      [
        db.prepare(`${SELECT_LIBRARY} AND number = ? AND feed_rotation = ?`).bind(number, rotation),
        db
          .prepare(
            `SELECT id, account, name, query, coalesce((SELECT seq FROM reader
             WHERE reader.workspace = saved_search.workspace AND reader.account = saved_search.account), 0) AS reader
           FROM saved_search
           WHERE workspace = (SELECT workspace FROM library WHERE number = ?) AND id = ? AND rotation = ?`,
          )
          .bind(number, search, searchRotation),
      ],
      ([found, saved]) => {
        const library = firstRow(Library, found);
        const owned = firstRow(OwnedRow, saved);
        return library && owned && { library, search: owned };
      },
    ),
});
export type SavedSearchReads = ReturnType<typeof makeSavedSearches>;
