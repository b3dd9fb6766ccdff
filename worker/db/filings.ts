// Tags and collections, and the clips that are filed under them.
import * as v from 'valibot';
import type { FilingNames } from '../../shared/schema/filing-write.ts';
import type { Noun } from '../../shared/schema/named.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import type { Doer } from './activity-writes.ts';
import { makeClipWrites } from './clip-writes.ts';
import { batch, firstRow, rows } from './database.ts';
import { makeFilingWrites, type NewFiling, type Unfiled } from './filing-writes.ts';
import type { Operation } from './keeps.ts';
import { type KeptClip, makeOperations } from './operations.ts';

// As many as a person chooses from; a library may have more.
const MAX_NAMES = 2_000;

const CountRow = v.object({ clips: v.number() });
const NameRow = v.object({ name: v.string() });

export const makeFilings = (db: D1Database) => {
  const clipWrites = makeClipWrites(db);
  const filingWrites = makeFilingWrites(db);
  const operations = makeOperations(db);
  return {
    /** Files a clip anew; null where it is gone or the operation was done before. */
    write: (
      operation: Operation,
      clip: KeptClip,
      add: NewFiling,
      remove: Unfiled,
    ): Promise<KeepAnswer | null> => {
      const { workspace } = operation;
      return operations.run(operation, clip, clip.filled ? clip.day : clip.keepDay, [
        clipWrites.takeSeq(workspace, operation.since),
        ...filingWrites.remove(workspace, [clip.id], remove, operation),
        ...filingWrites.add(workspace, [clip.id], add, operation),
      ]);
    },

    /** Files many clips anew; those that are gone are passed over. Answers how many there are. */
    writeMany: async (
      workspace: string,
      clips: readonly string[],
      add: NewFiling,
      remove: Unfiled,
      by: Doer,
    ): Promise<number> => {
      const results = await batch(db, [
        clipWrites.takeSeq(workspace),
        ...filingWrites.remove(workspace, clips, remove, by),
        ...filingWrites.add(workspace, clips, add, by),
        db
          .prepare(
            `SELECT count(*) AS clips FROM json_each(?2) AS wanted
             CROSS JOIN clip ON clip.workspace = ?1 AND clip.id = wanted.value`,
          )
          .bind(workspace, JSON.stringify(clips)),
      ]);
      return firstRow(CountRow, results.at(-1))?.clips ?? 0;
    },

    /** The names that a library knows, the last made first. */
    names: async (workspace: string): Promise<FilingNames> => {
      // An id tells when it was made.
      const newest = (noun: Noun) =>
        db
          .prepare(`SELECT name FROM ${noun} WHERE workspace = ? ORDER BY id DESC LIMIT ?`)
          .bind(workspace, MAX_NAMES);
      const [tags, collections] = await batch(db, [newest('tag'), newest('collection')]);
      return {
        tags: rows(NameRow, tags).map(({ name }) => name),
        collections: rows(NameRow, collections).map(({ name }) => name),
      };
    },
  };
};
export type Filings = ReturnType<typeof makeFilings>;
