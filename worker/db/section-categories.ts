// What was said of the sections of sites. The statements stand in batches of others.
import * as v from 'valibot';
import {
  ChosenCategory,
  type SectionCategory,
  type SectionPlace,
} from '../../shared/schema/section-category.ts';
import { firstRow } from './database.ts';
import { SEQ } from './sequence.ts';

const Row = v.object({ category: ChosenCategory });

export const makeSectionCategories = (db: D1Database) => ({
  /** Finds what was said of a section; nothing of none. */
  find: (workspace: string, place: SectionPlace | null) =>
    db
      .prepare(
        `SELECT category FROM section_category WHERE workspace = ? AND site = ? AND section = ?`,
      )
      .bind(workspace, place?.site ?? null, place?.section ?? null),

  /** What `find` found: 'auto' where nobody has said anything. */
  read: (found: D1Result | undefined): ChosenCategory => {
    const row = firstRow(Row, found);
    return row ? row.category : 'auto';
  },

  /** Says it, behind `takeSeq`. */
  set: (workspace: string, { site, section, category }: SectionCategory) =>
    db
      .prepare(
        `INSERT INTO section_category (workspace, site, section, category, seq)
         VALUES (?1, ?2, ?3, ?4, ${SEQ})
         ON CONFLICT DO UPDATE SET category = excluded.category, seq = excluded.seq`,
      )
      .bind(workspace, site, section, category),
});
