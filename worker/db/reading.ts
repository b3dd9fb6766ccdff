// What each person does with clips. It is theirs alone, so that it changes nothing of the library.
import * as v from 'valibot';
import { type Reading, ReadingState, type ReadingWrite } from '../../shared/schema/reading.ts';
import { batch, firstRow, run } from './database.ts';

const ReadingRow = v.pipe(
  v.object({
    state: v.nullable(ReadingState),
    starred: v.number(),
    place: v.nullable(v.number()),
  }),
  v.transform(({ starred, ...rest }) => ({ ...rest, starred: starred === 1 })),
);
const CountRow = v.object({ clips: v.number() });

/** The number that a batch has taken of a reader, in a statement whose ?1 is the workspace and ?2 the account. */
const READER_SEQ = '(SELECT seq FROM reader WHERE workspace = ?1 AND account = ?2)';

/** What somebody does with a clip with which they never did anything, as JSON. */
const NOTHING = `'[null,0,null]'`;

/** The statements that change what a person does with clips. */
export const makeReadingWrites = (db: D1Database) => {
  const takeReaderSeq = (workspace: string, account: string) =>
    db
      .prepare(
        `INSERT INTO reader (workspace, account, seq) VALUES (?, ?, 1)
         ON CONFLICT DO UPDATE SET seq = seq + 1`,
      )
      .bind(workspace, account);

  return {
    /** Gives a keeper their clip to read, behind what makes the keep. */
    keep: (workspace: string, account: string, clip: string, at: string) =>
      db
        .prepare(
          `INSERT INTO reading (workspace, account, clip, state, changed_at)
           VALUES (?1, ?2, (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?3), 'to-read', ?4)
           ON CONFLICT DO UPDATE SET state = coalesce(state, 'to-read')`,
        )
        .bind(workspace, account, clip, at),

    /**
     * Sets what a person does with those of some clips that are there; where `before` is given, with those alone with which
     * they do that so far.
     */
    set: (
      workspace: string,
      account: string,
      ids: readonly string[],
      { state, starred, place }: ReadingWrite,
      at: string,
      before: Reading | null = null,
    ) => {
      // How far somebody has read stands on no list.
      const isListed = state !== undefined || starred !== undefined;
      return [
        ...(isListed ? [takeReaderSeq(workspace, account)] : []),
        db
          .prepare(
            `INSERT INTO reading (workspace, account, clip, state, starred, place, changed_at, seq)
             SELECT ?1, ?2, clip.rid, ?4, coalesce(?5, 0), ?6, ?8, iif(?9, ${READER_SEQ}, 0)
             FROM json_each(?3) AS item CROSS JOIN clip ON clip.workspace = ?1 AND clip.id = item.value
             WHERE (?10 IS NULL OR ?10 = coalesce((SELECT json_array(state, starred, place) FROM reading AS so_far
                 WHERE so_far.workspace = ?1 AND so_far.account = ?2 AND so_far.clip = clip.rid), ${NOTHING}))
             ON CONFLICT DO UPDATE SET
               state = coalesce(?4, state), starred = coalesce(?5, starred),
               place = CASE ?7 WHEN 1 THEN ?6 ELSE place END, changed_at = ?8,
               seq = iif(?9, ${READER_SEQ}, seq)`,
          )
          .bind(
            workspace,
            account,
            JSON.stringify(ids),
            state ?? null,
            starred === undefined ? null : Number(starred),
            place ?? null,
            Number(place !== undefined),
            at,
            Number(isListed),
            before && JSON.stringify([before.state, Number(before.starred), before.place]),
          ),
      ];
    },
  };
};

export const makeReadings = (db: D1Database) => {
  const writes = makeReadingWrites(db);
  return {
    /** What a person does with a clip; null where they never did anything. */
    find: async (workspace: string, account: string, id: string) =>
      firstRow(
        ReadingRow,
        await run(
          db,
          db
            .prepare(
              `SELECT state, starred, place FROM reading WHERE workspace = ?1 AND account = ?2
                 AND clip = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?3)`,
            )
            .bind(workspace, account, id),
        ),
      ),

    /** What a person does with a clip that is there; null where it is not. */
    ofClip: async (workspace: string, account: string, id: string): Promise<Reading | null> =>
      firstRow(
        ReadingRow,
        await run(
          db,
          db
            .prepare(
              `SELECT state, coalesce(starred, 0) AS starred, place
               FROM clip LEFT JOIN reading ON reading.workspace = ?1 AND reading.account = ?2
                 AND reading.clip = clip.rid
               WHERE clip.workspace = ?1 AND clip.id = ?3`,
            )
            .bind(workspace, account, id),
        ),
      ),

    /**
     * Sets what a person does with a clip that they have read with `before`, in one go; false where that is another by now.
     */
    change: async (
      workspace: string,
      account: string,
      id: string,
      write: ReadingWrite,
      { at, before }: { at: string; before: Reading },
    ): Promise<boolean> => {
      const results = await batch(db, writes.set(workspace, account, [id], write, at, before));
      return (results.at(-1)?.meta.changes ?? 0) > 0;
    },

    /** Sets what a person does with some clips, and tells how many of them there are. */
    set: async (
      workspace: string,
      account: string,
      ids: readonly string[],
      write: ReadingWrite,
      at: string,
    ): Promise<number> => {
      const results = await batch(db, [
        ...writes.set(workspace, account, ids, write, at),
        db
          .prepare(
            `SELECT count(*) AS clips FROM json_each(?2) AS item
             CROSS JOIN clip ON clip.workspace = ?1 AND clip.id = item.value`,
          )
          .bind(workspace, JSON.stringify(ids)),
      ]);
      return firstRow(CountRow, results.at(-1))?.clips ?? 0;
    },
  };
};
export type Readings = ReturnType<typeof makeReadings>;
