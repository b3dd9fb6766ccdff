// Corrections of what is kept. Each is one batch that takes the library's next sequence number.
import * as v from 'valibot';
import { Block } from '../../shared/schema/block.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import {
  ChosenCategory,
  type SectionCategory,
  type SectionPlace,
} from '../../shared/schema/section-category.ts';
import { Summary } from '../../shared/schema/summary.ts';
import { type ClipChange, makeClipWrites } from './clip-writes.ts';
import { batch, firstRow, json } from './database.ts';
import type { Operation } from './keeps.ts';
import { type KeptClip, makeOperations } from './operations.ts';
import { makeSectionCategories } from './section-categories.ts';

const Content = v.object({
  blocks: json(v.array(Block)),
  terms: json(Summary.entries.terms),
  said: json(ChosenCategory),
});
type Content = v.InferOutput<typeof Content>;

export const makeEdits = (db: D1Database) => {
  const clipWrites = makeClipWrites(db);
  const operations = makeOperations(db);
  const sectionCategories = makeSectionCategories(db);
  return {
    /**
     * What tells the category of a clip and what its profile is made of: its blocks and key terms, none where it
     * is gone, and what was said of it and of a section, 'auto' where nothing was.
     */
    telling: async (
      workspace: string,
      id: string,
      place: SectionPlace | null,
    ): Promise<Content & { saidOfSection: ChosenCategory }> => {
      const [content, section] = await batch(db, [
        db
          .prepare(
            // An SQL NULL is a fact that is not there, a JSON one is a fact.
            `SELECT blocks, terms, coalesce(facts -> '$.category', '"auto"') AS said FROM clip_content
             WHERE workspace = ?1 AND rid = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)`,
          )
          .bind(workspace, id),
        sectionCategories.find(workspace, place),
      ]);
      return {
        ...(firstRow(Content, content) ?? { blocks: [], terms: [], said: 'auto' }),
        saidOfSection: sectionCategories.read(section),
      };
    },

    /**
     * Corrects a clip, and what was said of a section, or only remembers that there was nothing to change; null
     * where the clip was changed or deleted meanwhile, or the operation was done before.
     */
    correct: (
      operation: Operation,
      clip: KeptClip,
      change: ClipChange | null,
      section: SectionCategory | null,
    ): Promise<KeepAnswer | null> => {
      const { workspace } = operation;
      return operations.run(operation, clip, change?.day ?? clip.day, [
        ...(change || section ? [clipWrites.takeSeq(workspace)] : []),
        ...(change ? clipWrites.change(workspace, clip, change, operation) : []),
        ...(section ? [sectionCategories.set(workspace, section)] : []),
      ]);
    },
  };
};
export type Edits = ReturnType<typeof makeEdits>;
