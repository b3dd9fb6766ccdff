// Several days at once, each told in few words as it was frozen.
import * as v from 'valibot';
import { Story } from '../../shared/schema/digest.ts';
import { json, rows } from './database.ts';
import { type DaysOf, scopeOf } from './days-of.ts';
import { type Question, question } from './question.ts';
import { revisionOf, StoredHead } from './snapshots.ts';

const BriefRow = v.pipe(
  v.object({
    head: json(v.pick(StoredHead, ['day', 'clips', 'stories', 'outline'])),
    first: json(v.array(Story)),
  }),
  v.transform(({ head, first }) => ({ ...head, first })),
);
/** What is told of a day in few words: how much it has of what, and its first stories. */
export type BriefDay = v.InferOutput<typeof BriefRow>;

export const makeSpans = (db: D1Database) => ({
  /**
   * Those of some days that were frozen as their library stands and hold, each with its first `stories`: no more is read
   * out of the row of its first page. What was frozen in the library's zone was over there.
   */
  brief: (
    workspace: string,
    of: DaysOf,
    days: readonly string[],
    { stories, format }: { stories: number; format: number },
  ): Question<BriefDay[]> =>
    question(
      db,
      of === 'kept'
        ? []
        : [
            db
              .prepare(
                `SELECT head, (SELECT json_group_array(json(value)) FROM (
                   SELECT story.value FROM json_each(digest_page.groups) AS part
                   CROSS JOIN json_each(part.value, '$.stories') AS story LIMIT ?5)) AS first
                 FROM json_each(?3) AS item
                 CROSS JOIN digest ON digest.workspace = ?1 AND digest.day = item.value
                   AND digest.scope = ?2 AND format = ?4
                 CROSS JOIN digest_page ON digest_page.workspace = ?1
                   AND digest_page.day = item.value AND digest_page.scope = ?2 AND page = 1
                 WHERE head ->> 'zone' = (SELECT zone FROM library WHERE workspace = ?1)
                   AND revision = ${revisionOf('?1', 'item.value', typeof of === 'string' ? null : '?2')}`,
              )
              .bind(workspace, scopeOf(of), JSON.stringify(days), format, stories),
          ],
      ([found]) => rows(BriefRow, found),
    ),
});
export type Spans = ReturnType<typeof makeSpans>;
