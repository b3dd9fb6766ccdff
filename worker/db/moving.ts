// Moving the days of a library to another zone, step by step in the order of row ids. A step is one batch, and is made
// only where nobody changed the library since what it was made of was read: whatever comes between, a step of the same
// clips is made anew.
import * as v from 'valibot';
import { END } from './clips.ts';
import { makeCollectionDays } from './collection-days.ts';
import { attempt, batch, firstRow, json, rows, run } from './database.ts';
import { SEQ } from './sequence.ts';

/** The days of a clip in a zone, '' of an address alone, and of its keeps. */
export interface ClipDays {
  day: string;
  keptDay: string;
  keeps: readonly { id: string; keptDay: string }[];
}

const LibraryRow = v.object({
  zone: v.string(),
  seq: v.number(),
  moved_to: v.nullable(v.number()),
  moved: v.number(),
  to_move: v.number(),
});
const ClipRow = v.pipe(
  v.object({
    rid: v.number(),
    published: v.nullable(v.string()),
    category: v.nullable(v.string()),
    day: v.string(),
    kept_day: v.string(),
    kept_at: v.nullable(v.string()),
    dated_at: v.nullable(v.string()),
    keeps: json(v.array(v.object({ id: v.string(), keptAt: v.string(), keptDay: v.string() }))),
  }),
  v.transform(({ kept_day: keptDay, kept_at: keptAt, dated_at: datedAt, ...clip }) => ({
    ...clip,
    keptDay,
    keptAt,
    datedAt,
  })),
);
/** A clip as it stands before it is moved. */
export type StandingClip = v.InferOutput<typeof ClipRow>;
const WorkspaceRow = v.object({ workspace: v.string() });

/** How many clips have been gone through, of how many. */
export interface Moved {
  moved: number;
  clips: number;
}

/** A clip that moves: how it stood, and how it stands from now on. */
export interface Move {
  clip: StandingClip;
  days: ClipDays;
}

/** What a step does. */
export interface Step {
  /** The library's last change when it was made up. */
  seq: number;
  /** The last row id that it has gone through; null where it was the last step. */
  to: number | null;
  /** How many clips with days it has gone through. */
  clips: number;
  moves: readonly Move[];
}

/** Due when a step says so: nobody freezes days that move. */
const NEVER = '9999-12-31T00:00:00.000Z';

/** What days of each axis have more clips, by category, once some have moved. */
const changesOf = (moves: readonly Move[]) => {
  const changes = new Map<
    string,
    { key: string; axis: string; day: string; category: string; by: number }
  >();
  const count = (axis: string, day: string, category: string, by: number): void => {
    const key = `${axis} ${day} ${category}`;
    const before = changes.get(key)?.by ?? 0;
    changes.set(key, { key, axis, day, category, by: before + by });
  };
  for (const { clip, days } of moves) {
    const category = clip.category ?? '';
    // An address alone stands on no day and is counted on none.
    if (clip.keptAt === null) continue;
    count('published', clip.day, category, -1);
    count('published', days.day, category, 1);
    count('kept', clip.keptDay, category, -1);
    count('kept', days.keptDay, category, 1);
  }
  return [...changes.values()].filter(({ by }) => by !== 0);
};

// Not by a join: SQLite would go through all days of the workspace. Nor by a look through the list for each: a value is
// found by its key.
const AMONG = `(axis, day, category) IN
  (SELECT value ->> 'axis', value ->> 'day', value ->> 'category' FROM json_each(?2))`;

export const makeMoving = (db: D1Database) => {
  const collectionDays = makeCollectionDays(db);

  const recount = (workspace: string, moves: readonly Move[]) => {
    const changes = changesOf(moves);
    const more = JSON.stringify(changes.filter(({ by }) => by > 0));
    const fewer = JSON.stringify(changes.filter(({ by }) => by < 0));
    const by = Object.fromEntries(changes.map((each) => [each.key, each.by]));
    return [
      db
        .prepare(
          `INSERT INTO day_count (workspace, axis, day, category, clips)
           SELECT ?1, value ->> 'axis', value ->> 'day', value ->> 'category', value ->> 'by'
           FROM json_each(?2) WHERE true ON CONFLICT DO UPDATE SET clips = clips + excluded.clips`,
        )
        .bind(workspace, more),
      db
        .prepare(
          `UPDATE day_count SET clips = clips + (?3 ->> (axis || ' ' || day || ' ' || category))
           WHERE workspace = ?1 AND ${AMONG}`,
        )
        .bind(workspace, fewer, JSON.stringify(by)),
      db
        .prepare(`DELETE FROM day_count WHERE workspace = ?1 AND ${AMONG} AND clips = 0`)
        .bind(workspace, fewer),
    ];
  };

  // A day that clips left tells so by its tombstone, one for each day however often, and its snapshot is of use to nobody.
  const leaveDays = (workspace: string, moves: readonly Move[], at: string) => {
    const left = new Set(
      moves.filter(({ clip, days }) => clip.day !== days.day).map(({ clip }) => clip.day),
    );
    const days = JSON.stringify([...left]);
    return [
      db
        .prepare(
          `INSERT INTO tombstone (workspace, kind, id, day, seq, at)
           SELECT ?1, 'move', value, value, ${SEQ}, ?3 FROM json_each(?2) WHERE true
           ON CONFLICT DO UPDATE SET seq = excluded.seq, at = excluded.at`,
        )
        .bind(workspace, days, at),
      ...['digest', 'digest_page'].map((table) =>
        db
          .prepare(
            `DELETE FROM ${table} WHERE workspace = ?1 AND day IN (SELECT value FROM json_each(?2))`,
          )
          .bind(workspace, days),
      ),
    ];
  };

  const moveClips = (workspace: string, moves: readonly Move[], at: string) => {
    const clips = JSON.stringify(
      moves.map(({ clip: { rid, day, keptDay }, days }) => ({
        rid,
        day: days.day,
        keptDay: days.keptDay,
        // What a day shows of it is another; else its card alone tells of a keep's other day.
        isShown: day !== days.day || keptDay !== days.keptDay ? 1 : 0,
      })),
    );
    // The words by which they are found tell the day on which they stand, of an address alone that of its first keep.
    const worded = JSON.stringify(
      moves
        .filter(({ clip, days }) => clip.keptAt === null || clip.day !== days.day)
        .map(({ clip }) => clip.rid),
    );
    const keeps = JSON.stringify(
      Object.fromEntries(
        moves.flatMap(({ days }) => days.keeps.map(({ id, keptDay }) => [id, keptDay])),
      ),
    );
    return [
      db
        .prepare(
          `UPDATE clip NOT INDEXED SET day = item.value ->> 'day', kept_day = item.value ->> 'keptDay',
             card_seq = ${SEQ}, seq = iif(item.value ->> 'isShown', ${SEQ}, seq),
             changed_at = iif(item.value ->> 'isShown', ?3, changed_at)
           FROM json_each(?2) AS item WHERE clip.rid = item.value ->> 'rid' AND clip.workspace = ?1`,
        )
        .bind(workspace, clips, at),
      db
        .prepare(
          `UPDATE keep SET kept_day = ?2 ->> id
           WHERE workspace = ?1 AND id IN (SELECT key FROM json_each(?2))`,
        )
        .bind(workspace, keeps),
      db
        .prepare(
          `INSERT OR IGNORE INTO unprofiled (workspace, clip) SELECT ?1, value FROM json_each(?2)`,
        )
        .bind(workspace, worded),
    ];
  };

  return {
    /**
     * Gives a library another zone, from which on all that comes goes by it, and lets what is here begin to move. One
     * that has the zone already, or another than `from` where that is told, stays as it is.
     */
    change: async (
      workspace: string,
      zone: string,
      at: string,
      from: string | null = null,
    ): Promise<boolean> => {
      const [, changed] = await batch(db, [
        // No clip may change its day, yet their order on a day may be another: whoever asks what changed since hears of it.
        db
          .prepare(
            `INSERT INTO tombstone (workspace, kind, id, seq, at)
             SELECT ?1, 'move', 'zone', seq + 1, ?3 FROM library
             WHERE workspace = ?1 AND here = 1 AND zone <> ?2 AND zone = coalesce(?4, zone)
             ON CONFLICT DO UPDATE SET seq = excluded.seq, at = excluded.at`,
          )
          .bind(workspace, zone, at, from),
        db
          .prepare(
            `UPDATE library SET zone = ?2, seq = seq + 1, moved_to = number * 4294967296, moved = 0,
               to_move = (SELECT coalesce(sum(clips), 0) FROM day_count
                 WHERE day_count.workspace = ?1 AND axis = 'published'),
               freeze_due = '${NEVER}'
             WHERE workspace = ?1 AND here = 1 AND zone <> ?2 AND zone = coalesce(?3, zone)`,
          )
          .bind(workspace, zone, from),
      ]);
      return (changed?.meta.changes ?? 0) > 0;
    },

    /** `count` libraries whose days move, those first that have come the least far. */
    next: async (count: number): Promise<string[]> =>
      rows(
        WorkspaceRow,
        await run(
          db,
          db
            .prepare(
              `SELECT workspace FROM library INDEXED BY library_moving
               WHERE moved_to IS NOT NULL AND here = 1 ORDER BY moved_to & 4294967295 LIMIT ?`,
            )
            .bind(count),
        ),
      ).map(({ workspace }) => workspace),

    /** How a library stands, and the next `count` clips that are to be gone through; none where nothing moves. */
    look: async (workspace: string, count: number) => {
      const [library, clips] = await batch(db, [
        db
          .prepare('SELECT zone, seq, moved_to, moved, to_move FROM library WHERE workspace = ?')
          .bind(workspace),
        db
          .prepare(
            `SELECT rid, published, category, day, clip.kept_day, clip.kept_at, dated_at,
               (SELECT json_group_array(json_object('id', keep.id, 'keptAt', keep.kept_at, 'keptDay', keep.kept_day))
                FROM keep INDEXED BY keep_once WHERE keep.workspace = ?1 AND keep.clip = clip.rid) AS keeps
             FROM library CROSS JOIN clip NOT INDEXED
               ON rid > library.moved_to AND rid < library.number * 4294967296 + ${END}
             WHERE library.workspace = ?1 AND clip.workspace = ?1 ORDER BY rid LIMIT ?2`,
          )
          .bind(workspace, count),
      ]);
      return { library: firstRow(LibraryRow, library), clips: rows(ClipRow, clips) };
    },

    /** Makes a step; false where the library was changed meanwhile. */
    step: async (workspace: string, step: Step, at: string): Promise<boolean> => {
      const { seq, to, clips, moves } = step;
      const results = await attempt(db, [
        db
          .prepare(
            // The number is NULL where somebody was faster, which it must not be.
            `UPDATE library SET seq = CASE seq WHEN ?2 THEN seq + 1 END, moved_to = ?3, moved = moved + ?4
             WHERE workspace = ?1 AND here = 1`,
          )
          .bind(workspace, seq, to, clips),
        ...(moves.length === 0
          ? []
          : [
              ...leaveDays(workspace, moves, at),
              ...moveClips(workspace, moves, at),
              ...collectionDays.move(workspace, at),
              ...recount(workspace, moves),
            ]),
        // All days are others in another zone, by the order of their clips if nothing else.
        ...(to === null
          ? [
              db
                .prepare(
                  `UPDATE library SET frozen_through = '', frozen_seq = seq, freeze_due = ?2 WHERE workspace = ?1`,
                )
                .bind(workspace, at),
            ]
          : []),
      ]);
      return results !== null;
    },
  };
};
export type Moving = ReturnType<typeof makeMoving>;
