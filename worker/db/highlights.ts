// What accounts marked in clips. Each write is one batch that takes the library's next sequence number.
import * as v from 'valibot';
import {
  type Highlight,
  type HighlightList,
  Mark,
  type TeamHighlight,
} from '../../shared/schema/highlight.ts';
import type { KeepAnswer } from '../../shared/schema/keep.ts';
import { IS_FOR_TEAM, makeActivityWrites } from './activity-writes.ts';
import { makeClipWrites } from './clip-writes.ts';
import { batch, firstRow, json, rows } from './database.ts';
import type { Operation } from './keeps.ts';
import { type KeptClip, makeOperations } from './operations.ts';
import { SEQ } from './sequence.ts';

const KeepRow = v.object({ id: v.string() });
/** A stored highlight, with columns of its own beside. */
export const StoredHighlight = v.pipe(
  v.object({ id: v.string(), mark: json(Mark) }),
  v.transform(({ id, mark }): Highlight => ({ id, ...mark })),
);

const TeamRow = v.pipe(
  v.object({ id: v.string(), mark: json(Mark), account: v.string(), at: v.string() }),
  v.transform(({ mark, ...row }): TeamHighlight => ({ ...row, ...mark })),
);

/** How much of what others show to the team is told. */
const MAX_TEAM = 200;

const CLIP = '(SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)';

export const makeHighlights = (db: D1Database) => {
  const activity = makeActivityWrites(db);
  const clipWrites = makeClipWrites(db);
  const operations = makeOperations(db);
  return {
    /** Sets a highlight of an account, or takes it away; null where the clip is gone or the operation was done before. */
    write: (
      operation: Operation,
      clip: KeptClip,
      id: string,
      mark: Mark | null,
    ): Promise<KeepAnswer | null> => {
      const { workspace, account, at, since } = operation;
      return operations.run(operation, clip, clip.day, [
        clipWrites.takeSeq(workspace, since),
        ...(mark?.forTeam ? [activity.showing(workspace, operation, clip.id, id)] : []),
        // A clip that is gone has no row id, and stops the batch.
        db
          .prepare(
            `INSERT INTO highlight (workspace, account, id, clip, mark, seq, changed_at)
             VALUES (?1, ?3, ?4, ${CLIP}, ?5, ${SEQ}, ?6)
             ON CONFLICT DO UPDATE SET clip = excluded.clip, mark = excluded.mark,
               seq = excluded.seq, changed_at = excluded.changed_at`,
          )
          .bind(workspace, clip.id, account, id, mark && JSON.stringify(mark), at),
      ]);
    },

    /**
     * What an account marked in a clip, what others of it show to the team, and a keep of it, the account's own where it
     * has one; null where there is no such clip.
     */
    ofClip: async (
      workspace: string,
      account: string,
      clip: string,
    ): Promise<HighlightList | null> => {
      // The indexes are named: left to itself, SQLite reads all keeps of the workspace.
      const [keep, highlights, team] = await batch(db, [
        db
          .prepare(
            `SELECT id FROM keep INDEXED BY keep_once WHERE workspace = ?1 AND clip = ${CLIP}
             ORDER BY account = ?3 DESC, id LIMIT 1`,
          )
          .bind(workspace, clip, account),
        db
          .prepare(
            `SELECT id, mark FROM highlight INDEXED BY highlight_clip
             WHERE workspace = ?1 AND clip = ${CLIP} AND account = ?3 AND mark IS NOT NULL
             ORDER BY id`,
          )
          .bind(workspace, clip, account),
        db
          .prepare(
            `SELECT id, mark, account, changed_at AS at FROM highlight INDEXED BY highlight_team
             WHERE workspace = ?1 AND clip = ${CLIP} AND ${IS_FOR_TEAM}
               AND account <> ?3
             ORDER BY changed_at, account, id LIMIT ${MAX_TEAM}`,
          )
          .bind(workspace, clip, account),
      ]);
      const found = firstRow(KeepRow, keep);
      return (
        found && {
          keep: found.id,
          highlights: rows(StoredHighlight, highlights),
          team: rows(TeamRow, team),
        }
      );
    },
  };
};
export type Highlights = ReturnType<typeof makeHighlights>;
