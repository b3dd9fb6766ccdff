// The days of a part of a library, by the clips of it that were kept last, and of a collection by its own counts.
import * as v from 'valibot';
import { CARD_COLUMNS, StoredCard } from './clips.ts';
import { batch, json, rows, run } from './database.ts';
import type { MediaTopicId } from '../../shared/schema/media-topic.ts';

const Change = v.object({ seq: v.number(), changedAt: v.string() });
const AroundRow = v.object({
  day: v.string(),
  clips: v.nullable(v.number()),
  tombstone: v.nullable(json(Change)),
});
const CollectionDay = v.pipe(
  v.object({ day: v.string(), clips: v.number(), seq: v.number(), changed_at: v.string() }),
  v.transform(({ seq, changed_at: changedAt, ...day }) => ({
    ...day,
    changed: { seq, changedAt },
  })),
);

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

  /**
   * The newest `days` days of a collection, each with its number of clips and its last change; and the newest `clips`
   * clips of them, day by day.
   */
  ofCollection: async (
    workspace: string,
    collection: string,
    { days, clips }: { days: number; clips: number },
  ) => {
    const [found, cards] = await batch(db, [
      db
        .prepare(
          `SELECT day, clips, seq, changed_at FROM collection_day
           WHERE workspace = ? AND collection = ? AND clips > 0 ORDER BY day DESC LIMIT ?`,
        )
        .bind(workspace, collection, days),
      db
        .prepare(
          `SELECT ${CARD_COLUMNS} FROM clip_collection AS link INDEXED BY clip_collection_day
           CROSS JOIN clip ON clip.rid = link.clip AND clip.workspace = ?1
           WHERE link.workspace = ?1 AND link.collection = ?2 AND link.day > ''
           ORDER BY link.day DESC, link.clip DESC LIMIT ?3`,
        )
        .bind(workspace, collection, clips),
    ]);
    return { days: rows(CollectionDay, found), cards: rows(StoredCard, cards) };
  },
});
export type PartDays = ReturnType<typeof makePartDays>;
