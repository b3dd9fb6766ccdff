// What is known of the days of a part of a library beside its clips.
import * as v from 'valibot';
import { json, rows, run } from './database.ts';
import type { MediaTopicId } from '../../shared/schema/media-topic.ts';

const Change = v.object({ seq: v.number(), changedAt: v.string() });
const AroundRow = v.object({
  day: v.string(),
  clips: v.nullable(v.number()),
  tombstone: v.nullable(json(Change)),
});
export const makePartDays = (db: D1Database) => ({
  /** Of each day the last that it lost, and how many clips of a category it has; null where none is asked for. */
  around: async (workspace: string, days: readonly string[], category: MediaTopicId | null) =>
    rows(
      AroundRow,
      await run(
        db,
        db
          .prepare(
            `SELECT item.value AS day,
               (SELECT json_object('seq', seq, 'changedAt', at) FROM tombstone INDEXED BY tombstone_day
                WHERE workspace = ?1 AND tombstone.day = item.value ORDER BY seq DESC LIMIT 1) AS tombstone,
               (SELECT clips FROM day_count WHERE workspace = ?1 AND axis = 'published'
                AND day_count.day = item.value AND category = ?3) AS clips
             FROM json_each(?2) AS item`,
          )
          .bind(workspace, JSON.stringify(days), category),
      ),
    ),
});
export type PartDays = ReturnType<typeof makePartDays>;
