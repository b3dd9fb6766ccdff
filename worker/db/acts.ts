// What a person does with one clip, each act remembered under its own id in the batch that does it.
import type { Act } from '../../shared/schema/act.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { makeClipWrites } from './clip-writes.ts';
import { makeFilingWrites, type NewFiling, type Unfiled } from './filing-writes.ts';
import type { Operation } from './keeps.ts';
import { type KeptClip, makeOperations } from './operations.ts';
import { makeReadingWrites } from './reading.ts';
import { makeRemovals } from './removals.ts';

/** An act as it is done: names as they are made and compared. */
export type Doing =
  | Extract<Act, { kind: 'read' }>
  | { kind: 'file'; add: NewFiling; remove: Unfiled }
  /** @param expiresAt when it leaves the trash */
  | { kind: 'delete'; expiresAt: string };

export const makeActs = (db: D1Database) => {
  const clipWrites = makeClipWrites(db);
  const filingWrites = makeFilingWrites(db);
  const readingWrites = makeReadingWrites(db);
  const removals = makeRemovals(db);
  const operations = makeOperations(db);
  return {
    look: operations.lookAtClip,

    /** Does it; null where the clip is gone, the operation was done before, or the library changed after `since`. */
    run: (operation: Operation, clip: KeptClip, doing: Doing): Promise<KeepAnswer | null> => {
      const { workspace, account, at, since = null } = operation;
      const day = clip.filled ? clip.day : clip.keepDay;
      switch (doing.kind) {
        case 'read':
          return operations.run(operation, clip, day, [
            ...clipWrites.stayAt(workspace, since),
            ...readingWrites.set(workspace, account, [clip.id], doing.reading, at),
          ]);
        case 'file':
          return operations.run(operation, clip, day, [
            clipWrites.takeSeq(workspace, since),
            ...filingWrites.remove(workspace, [clip.id], doing.remove, operation),
            ...filingWrites.add(workspace, [clip.id], doing.add, operation),
          ]);
        case 'delete': {
          const { expiresAt } = doing;
          const told = { clip: clip.id, onlyKeep: null, by: account, at, expiresAt };
          return operations.run(
            operation,
            clip,
            day,
            [clipWrites.takeSeq(workspace, since)],
            // Behind what remembers it by a keep that goes.
            removals.deletion(workspace, told),
          );
        }
      }
    },
  };
};
export type Acts = ReturnType<typeof makeActs>;
