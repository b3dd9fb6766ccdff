// Which clips are one story. Each change is one batch that takes the library's next sequence number, and is made only
// where nobody changed the library since what it was made of was read.
import * as v from 'valibot';
import type { ClipCard } from '../../shared/schema/digest.ts';
import { CARD_COLUMNS, END, ridBase, StoredCard } from './clips.ts';
import { makeCollectionDays } from './collection-days.ts';
import { attempt, batch, firstRow, rows, run, wholeNumber } from './database.ts';
import { SEQ } from './sequence.ts';

/** What shared/story tells clips apart by, as bytes in base64. */
const FiledRow = v.object({
  id: v.string(),
  day: v.string(),
  story: v.string(),
  vector: v.string(),
  fingerprint: v.string(),
});
export type StoredFiled = v.InferOutput<typeof FiledRow>;

const SeqRow = v.object({ seq: v.number() });
const PartedRow = v.object({ one: v.string(), other: v.string() });
const UnplacedRow = v.object({ ...FiledRow.entries, workspace: v.string(), number: v.number() });
export type Unplaced = v.InferOutput<typeof UnplacedRow>;
const StoryRow = v.object({ story: v.string(), alone: v.number() });
const SizeRow = v.object({ clips: v.number() });

/** A library, by the number that its row ids begin with. */
interface Where {
  workspace: string;
  number: number;
}

/** Stories that become one. A clip that was never with another is a story by its own id. */
export interface Joined {
  /** The one that they all are from now on. */
  story: string;
  /** The others. */
  joined: readonly string[];
}

/** What stands on every page of a site has hooks too: so many must not take the place of the clips of those days. */
const MOST_HOOKED = 100;

const FILED = `clip.id, clip.day, coalesce(story, clip.id) AS story, vector, fingerprint`;

export const makeStories = (db: D1Database) => {
  const collectionDays = makeCollectionDays(db);

  // What was read no longer holds once somebody has changed the library: then this number is NULL, which it must not be.
  const takeSeqAt = (workspace: string, seq: number) =>
    db
      .prepare(
        `UPDATE library SET seq = CASE seq WHEN ?2 THEN seq + 1 END WHERE workspace = ?1 AND here = 1`,
      )
      .bind(workspace, seq);

  const put = (workspace: string, { story, joined }: Joined, at: string) =>
    ['story IS NULL AND id', 'story'].map((column) =>
      db
        .prepare(
          `UPDATE clip SET story = ?2, seq = ${SEQ}, card_seq = ${SEQ}, changed_at = ?3
           WHERE workspace = ?1 AND ${column} IN (SELECT value FROM json_each(?4))`,
        )
        .bind(
          workspace,
          story,
          at,
          JSON.stringify(column === 'story' ? joined : [story, ...joined]),
        ),
    );

  // What lies in the trash comes back to the story that its own is by then.
  const putInTrash = (workspace: string, { story, joined }: Joined) =>
    db
      .prepare(
        `UPDATE trash INDEXED BY trash_story SET story = ?2
         WHERE workspace = ?1 AND story IN (SELECT value FROM json_each(?3)) AND story IS NOT NULL`,
      )
      .bind(workspace, story, JSON.stringify(joined));

  // What was parted from a story is parted from the one that it is in now.
  const renameParted = (workspace: string, { story, joined }: Joined) =>
    ['one', 'other'].map((side) =>
      db
        .prepare(
          `UPDATE OR REPLACE parted SET ${side} = ?2
           WHERE workspace = ?1 AND ${side} IN (SELECT value FROM json_each(?3)) AND ${side} <> ?2`,
        )
        .bind(workspace, story, JSON.stringify(joined)),
    );

  const placed = (workspace: string, id: string) =>
    db
      .prepare(
        `DELETE FROM unplaced WHERE workspace = ?1
           AND clip = (SELECT rid FROM clip WHERE workspace = ?1 AND id = ?2)`,
      )
      .bind(workspace, id);

  return {
    /**
     * What the story of a clip is found by: those that have one of the words `hooks`, the newest of them, those
     * of the days from `from` to `to`, the newest `count`, which stories were parted, and the library's last change.
     */
    candidates: async (
      { workspace, number }: Where,
      id: string,
      { hooks, from, to }: { hooks: readonly string[]; from: string; to: string },
      count: number,
    ) => {
      const base = ridBase(number);
      const [seq, copies, near, parted] = await batch(db, [
        db.prepare('SELECT seq FROM library WHERE workspace = ?').bind(workspace),
        db
          .prepare(
            `SELECT ${FILED}
             FROM (SELECT rowid AS rid FROM clip_search
               WHERE clip_search MATCH ?4 AND rowid > ${wholeNumber('?2')} AND rowid < ${wholeNumber('?3')}
               ORDER BY rowid DESC LIMIT ${MOST_HOOKED}) AS found
             CROSS JOIN clip ON clip.rid = found.rid AND clip.workspace = ?1
             CROSS JOIN clip_profile ON clip_profile.rid = found.rid WHERE clip.id <> ?5`,
          )
          .bind(
            workspace,
            base,
            base + END,
            hooks.length === 0
              ? '""'
              : `hooks : (${hooks.map((hook) => `"${hook}"`).join(' OR ')})`,
            id,
          ),
        db
          .prepare(
            `SELECT ${FILED} FROM clip INDEXED BY clip_day
             CROSS JOIN clip_profile ON clip_profile.rid = clip.rid
             WHERE clip.workspace = ?1 AND day >= ?2 AND day <= ?3 AND clip.id <> ?4
             ORDER BY day DESC, seq DESC LIMIT ?5`,
          )
          .bind(workspace, from, to, id, count),
        db.prepare('SELECT one, other FROM parted WHERE workspace = ?').bind(workspace),
      ]);
      return {
        seq: firstRow(SeqRow, seq)?.seq ?? 0,
        clips: [...rows(FiledRow, copies), ...rows(FiledRow, near)],
        parted: rows(PartedRow, parted).map(({ one, other }): [string, string] => [one, other]),
      };
    },

    /** The clips of the story that a clip is of, as many as `count`; none where it was never with another. */
    clips: async (workspace: string, clip: string, count: number): Promise<readonly ClipCard[]> =>
      rows(
        StoredCard,
        await run(
          db,
          db
            .prepare(
              `SELECT ${CARD_COLUMNS} FROM clip INDEXED BY clip_story
               WHERE workspace = ?1 AND story =
                 (SELECT story FROM clip WHERE workspace = ?1 AND id = ?2) LIMIT ?3`,
            )
            .bind(workspace, clip, count),
        ),
      ).map(({ card }) => card),

    /** How many clips some stories have, counted as far as `most`. */
    size: async (workspace: string, stories: readonly string[], most: number): Promise<number> =>
      firstRow(
        SizeRow,
        await run(
          db,
          db
            .prepare(
              `SELECT count(*) AS clips FROM (SELECT 1 FROM clip INDEXED BY clip_story
                 WHERE workspace = ?1 AND story IN (SELECT value FROM json_each(?2)) LIMIT ?3)`,
            )
            .bind(workspace, JSON.stringify(stories), most),
        ),
      )?.clips ?? 0,

    /** The story of a clip with content, null for no such clip, whether it is alone there, and the library's last change. */
    of: async (workspace: string, id: string) => {
      const [seq, found] = await batch(db, [
        db.prepare('SELECT seq FROM library WHERE workspace = ?').bind(workspace),
        db
          .prepare(
            `SELECT coalesce(story, id) AS story, NOT EXISTS (SELECT 1 FROM clip AS other INDEXED BY clip_story
               WHERE other.workspace = ?1 AND other.story = clip.story AND other.id <> ?2) AS alone
             FROM clip WHERE workspace = ?1 AND id = ?2 AND filled_seq IS NOT NULL`,
          )
          .bind(workspace, id),
      ]);
      const row = firstRow(StoryRow, found);
      return {
        seq: firstRow(SeqRow, seq)?.seq ?? 0,
        story: row?.story ?? null,
        isAlone: row?.alone === 1,
      };
    },

    /** Makes stories one; false where the library was changed after `seq`. */
    join: async (workspace: string, stories: Joined, seq: number, at: string): Promise<boolean> => {
      const all = JSON.stringify([stories.story, ...stories.joined]);
      const results = await attempt(db, [
        takeSeqAt(workspace, seq),
        ...put(workspace, stories, at),
        collectionDays.touch(workspace, at),
        putInTrash(workspace, stories),
        // Who says that stories are one takes back that they are not.
        db
          .prepare(
            `DELETE FROM parted WHERE workspace = ?1 AND one IN (SELECT value FROM json_each(?2))
               AND other IN (SELECT value FROM json_each(?2))`,
          )
          .bind(workspace, all),
        ...renameParted(workspace, stories),
        ...[stories.story, ...stories.joined].map((id) => placed(workspace, id)),
      ]);
      return results !== null;
    },

    /** Takes a clip out of its story into one of its own for good; false where the library was changed after `seq`. */
    part: async (
      workspace: string,
      { clip, from, story }: { clip: string; from: string; story: string },
      seq: number,
      at: string,
    ): Promise<boolean> => {
      const results = await attempt(db, [
        takeSeqAt(workspace, seq),
        db
          .prepare(
            `UPDATE clip SET story = ?3, seq = ${SEQ}, card_seq = ${SEQ}, changed_at = ?4
             WHERE workspace = ?1 AND id = ?2`,
          )
          .bind(workspace, clip, story, at),
        collectionDays.touch(workspace, at),
        db
          .prepare('INSERT INTO parted (workspace, one, other) VALUES (?, ?, ?)')
          .bind(workspace, from, story),
        placed(workspace, clip),
      ]);
      return results !== null;
    },

    /** A clip stays alone. */
    leaveAlone: async (workspace: string, id: string): Promise<void> => {
      await run(db, placed(workspace, id));
    },

    /** As many clips as `count` whose story is yet to be found, the oldest of each library first. */
    unplaced: async (count: number): Promise<readonly Unplaced[]> =>
      rows(
        UnplacedRow,
        await run(
          db,
          db
            .prepare(
              `SELECT ${FILED}, clip.workspace, library.number FROM unplaced
               CROSS JOIN clip ON clip.rid = unplaced.clip AND clip.workspace = unplaced.workspace
               CROSS JOIN library ON library.workspace = unplaced.workspace AND here = 1 AND leaving = 0
               CROSS JOIN clip_profile ON clip_profile.rid = clip.rid LIMIT ?`,
            )
            .bind(count),
        ),
      ),
  };
};
export type Stories = ReturnType<typeof makeStories>;
