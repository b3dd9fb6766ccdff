// What a page of days has of one person's own: how they want it, how far they have seen it, what they did with its clips.
import * as v from 'valibot';
import { firstRow, json, rows, run, strings } from './database.ts';
import { type DaysOf, keyOf, sourceOf } from './days-of.ts';
import { type Question, question } from './question.ts';

const LayerRow = v.pipe(
  v.object({
    look_back: v.number(),
    category_order: strings,
    reader: v.number(),
    visit: v.nullable(json(v.object({ seq: v.number(), since: v.number(), at: v.string() }))),
  }),
  v.transform(({ look_back: lookBack, category_order: order, ...row }) => ({
    ...row,
    isOn: lookBack !== 0,
    order,
  })),
);

export type Layer = v.InferOutput<typeof LayerRow>;

const asBoolean = v.pipe(
  v.number(),
  v.transform((value) => value === 1),
);

/** A clip as one person has it. */
const OwnRow = v.pipe(
  v.object({
    id: v.string(),
    filled_seq: v.nullable(v.number()),
    is_done: asBoolean,
    is_starred: asBoolean,
    highlights: v.number(),
    has_notes: asBoolean,
    keepers: strings,
  }),
  v.transform((row) => ({
    id: row.id,
    /** The number of the change by which it came. */
    came: row.filled_seq ?? 0,
    isDone: row.is_done,
    isStarred: row.is_starred,
    highlights: row.highlights,
    hasNotes: row.has_notes,
    /** The accounts of who keeps it, in the order of their index: by that of keeping each would be a row more. */
    keepers: row.keepers,
  })),
);
export type OwnClip = v.InferOutput<typeof OwnRow>;

// One row each: of a day's clips few have highlights or more than one keep.
const MARKS = `FROM highlight INDEXED BY highlight_clip
  WHERE highlight.workspace = ?1 AND highlight.clip = clip.rid AND highlight.account = ?3
    AND mark IS NOT NULL`;
const KEEPS = `FROM keep INDEXED BY keep_once WHERE keep.workspace = ?1 AND keep.clip = clip.rid`;

export const makePersonal = (db: D1Database) => ({
  /** What a person's pages of days follow from beside the library itself; one row of each of four tables. */
  layer: (workspace: string, account: string): Question<Layer> =>
    question(
      db,
      [
        db
          .prepare(
            `SELECT coalesce(preference.look_back, 1) AS look_back,
             coalesce(preference.category_order, '[]') AS category_order,
             coalesce((SELECT seq FROM reader WHERE workspace = ?1 AND account = ?2), 0) AS reader,
             (SELECT json_object('seq', seq, 'since', since, 'at', at) FROM visit
              WHERE workspace = ?1 AND account = ?2) AS visit
           FROM (SELECT 1) LEFT JOIN preference ON workspace = ?1 AND account = ?2`,
          )
          .bind(workspace, account),
      ],
      ([found]) => firstRow(LayerRow, found) ?? { isOn: true, order: [], reader: 0, visit: null },
    ),

  /** The clips of a day as one person has them. */
  ofDay: (workspace: string, account: string, of: DaysOf, day: string): Question<OwnClip[]> => {
    const { clips, on } = sourceOf(of);
    return question(
      db,
      [
        db
          .prepare(
            `SELECT clip.id, clip.filled_seq, coalesce(reading.state = 'done', 0) AS is_done,
               coalesce(reading.starred, 0) AS is_starred,
               (SELECT count(*) ${MARKS}) AS highlights,
               EXISTS (SELECT 1 ${MARKS} AND mark ->> '$.note' <> '') AS has_notes,
               (SELECT json_group_array(account) ${KEEPS}) AS keepers
             FROM ${clips} LEFT JOIN reading ON reading.workspace = ?1
               AND reading.account = ?3 AND reading.clip = clip.rid
             WHERE ${on('= ?4')}`,
          )
          .bind(workspace, keyOf(of), account, day),
      ],
      ([found]) => rows(OwnRow, found),
    );
  },

  /** Remembers which categories go first. */
  setOrder: async (workspace: string, account: string, order: readonly string[]): Promise<void> => {
    await run(
      db,
      db
        .prepare(
          `INSERT INTO preference (workspace, account, category_order) VALUES (?, ?, ?)
           ON CONFLICT DO UPDATE SET category_order = excluded.category_order`,
        )
        .bind(workspace, account, JSON.stringify(order)),
    );
  },

  /**
   * A page was seen on which the library stood at `seq`. What came since the visit before stays new until the visit ends;
   * where all is said to be seen, until now.
   */
  visit: async (
    workspace: string,
    account: string,
    seq: number,
    at: string,
    /** One that was last seen before that is over. */
    isOverBefore: string,
    isAllSeen: boolean,
  ): Promise<void> => {
    await run(
      db,
      db
        .prepare(
          // Nobody has seen what is not there yet.
          `INSERT INTO visit (workspace, account, seq, since, at)
           SELECT workspace, ?2, min(?3, seq), min(?3, seq), ?4 FROM library WHERE workspace = ?1
           ON CONFLICT DO UPDATE SET
             since = CASE WHEN ?6 THEN max(seq, excluded.seq) WHEN at < ?5 THEN seq ELSE since END,
             seq = max(seq, excluded.seq), at = excluded.at`,
        )
        .bind(workspace, account, seq, at, isOverBefore, Number(isAllSeen)),
    );
  },
});
export type Personal = ReturnType<typeof makePersonal>;
