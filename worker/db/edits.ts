// Corrections of what is kept. Each is one batch that takes the library's next sequence number.
import * as v from 'valibot';
import { Block } from '../../shared/schema/block.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { type ClipChange, makeClipWrites } from './clip-writes.ts';
import { firstRow, json, run } from './database.ts';
import type { Operation } from './keeps.ts';
import { type KeptClip, makeOperations } from './operations.ts';

const Content = v.object({ blocks: json(v.array(Block)) });

export const makeEdits = (db: D1Database) => {
  const clipWrites = makeClipWrites(db);
  const operations = makeOperations(db);
  return {
    /** The blocks of a clip; none where it is gone. */
    blocks: async (workspace: string, id: string): Promise<readonly Block[]> => {
      const found = await run(
        db,
        db
          .prepare(
            `SELECT blocks FROM clip_content
             WHERE workspace = ?1 AND rid = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)`,
          )
          .bind(workspace, id),
      );
      return firstRow(Content, found)?.blocks ?? [];
    },

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
