// Corrections of what is kept. Each is one batch that takes the library's next sequence number.
import * as v from 'valibot';
import { Article } from '../../shared/schema/article.ts';
import { Block } from '../../shared/schema/block.ts';
import { AsRead } from '../../shared/schema/history.ts';
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
import { findZone, readZone } from './libraries.ts';
import { type KeptClip, makeOperations } from './operations.ts';
import { makeSectionCategories } from './section-categories.ts';

const Content = v.pipe(
  v.object({
    blocks: json(v.array(Block)),
    sentences: json(Summary.entries.sentences),
    terms: json(Summary.entries.terms),
    said: json(ChosenCategory),
    truncated: json(v.boolean()),
    published: json(Article.entries.published),
    as_read: json(AsRead),
  }),
  v.transform(({ blocks, truncated, sentences, terms, as_read: asRead, ...facts }) => ({
    ...facts,
    asRead,
    text: { blocks, truncated, summary: { sentences, terms } },
  })),
);
/** What of a clip's content a correction goes by. */
export type Content = v.InferOutput<typeof Content>;

export const makeEdits = (db: D1Database) => {
  const clipWrites = makeClipWrites(db);
  const operations = makeOperations(db);
  const sectionCategories = makeSectionCategories(db);
  return {
    /**
     * What a correction of a clip goes by: its content, null where it is gone, what was said of a section, 'auto'
     * where nothing was, and the library's zone.
     */
    telling: async (
      workspace: string,
      id: string,
      place: SectionPlace | null,
    ): Promise<{ content: Content | null; saidOfSection: ChosenCategory; zone: string }> => {
      const [content, section, library] = await batch(db, [
        db
          .prepare(
            // An SQL NULL is a fact that is not there, a JSON one is a fact.
            `SELECT blocks, spans AS sentences, terms, coalesce(facts -> '$.category', '"auto"') AS said,
               facts -> '$.truncated' AS truncated, facts -> '$.published' AS published,
               coalesce(facts -> '$.read', '{}') AS as_read
             FROM clip_content
             WHERE workspace = ?1 AND rid = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)`,
          )
          .bind(workspace, id),
        sectionCategories.find(workspace, place),
        findZone(db, workspace),
      ]);
      return {
        content: firstRow(Content, content),
        saidOfSection: sectionCategories.read(section),
        zone: readZone(library),
      };
    },

    /**
     * Corrects a clip, and what was said of a section, or only remembers that there was nothing to change; null
     * where the clip was changed or deleted or the library got another zone meanwhile, or the operation was done before.
     */
    correct: (
      operation: Operation,
      zone: string,
      clip: KeptClip,
      change: ClipChange | null,
      section: SectionCategory | null,
    ): Promise<KeepAnswer | null> => {
      const { workspace } = operation;
      return operations.run(operation, clip, change?.day ?? clip.day, [
        ...(change || section ? [clipWrites.takeSeqIn(workspace, zone, operation.since)] : []),
        ...(change ? clipWrites.change(workspace, clip, change, operation) : []),
        ...(section ? [sectionCategories.set(workspace, section)] : []),
      ]);
    },
  };
};
export type Edits = ReturnType<typeof makeEdits>;
