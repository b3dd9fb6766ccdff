// Corrections of what is kept. Each is one batch that takes the library's next sequence number.
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { type ClipChange, makeClipWrites } from './clip-writes.ts';
import type { Operation } from './keeps.ts';
import { type KeptClip, makeOperations } from './operations.ts';

export const makeEdits = (db: D1Database) => {
  const clipWrites = makeClipWrites(db);
  const operations = makeOperations(db);
  return {
    /** Corrects a clip, or only remembers that there was nothing to change; null where it was changed or deleted meanwhile, or the operation was done before. */
    correct: (
      operation: Operation,
      clip: KeptClip,
      change: ClipChange | null,
    ): Promise<KeepAnswer | null> => {
      const { workspace } = operation;
      return operations.run(
        operation,
        clip,
        change?.day ?? clip.day,
        change
          ? [
              clipWrites.takeSeq(workspace),
              ...clipWrites.change(workspace, clip, change, operation),
            ]
          : [],
      );
    },
  };
};
export type Edits = ReturnType<typeof makeEdits>;
