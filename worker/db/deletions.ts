// What is deleted slice by slice: the library of a workspace that is gone, and what of one was a person's alone who left.
import * as v from 'valibot';
import { END, ridBase } from './clips.ts';
import { ask, attempt, attemptSteps, batch, firstRow, run } from './database.ts';
import { type Databases, FIRST } from './databases.ts';
import { question } from './question.ts';

/**
 * Tables of a library, beside those whose rows lie by row id, by what tells their rows apart within it, those first from which
 * runs take their work.
 */
export const ROWS: readonly (readonly [table: string, key: string])[] = [
  ['unplaced', 'clip'],
  ['unprofiled', 'clip'],
  ['trash_row', 'rowid'],
  ['trash_content', 'clip'],
  ['trash', 'id'],
  ['digest_page', 'day, scope, page'],
  ['digest', 'day, scope'],
  ['highlight', 'account, id'],
  ['reading', 'account, clip'],
  ['saved_search', 'id'],
  ['share_visit', 'share, day'],
  ['share', 'id'],
  ['preference', 'account'],
  ['reader', 'account'],
  ['visit', 'account'],
  ['correction', 'clip, seq'],
  ['clip_collection', 'clip, collection'],
  ['clip_tag', 'clip, tag'],
  ['collection_day', 'collection, day'],
  ['collection', 'id'],
  ['tag', 'id'],
  ['name_change', 'seq, noun, id'],
  ['section_category', 'site, section'],
  ['parted', 'one, other'],
  ['import_part', 'import, number'],
  ['import', 'id'],
  ['keep', 'id'],
  ['activity', 'seq'],
  ['operation', 'id'],
  ['day_count', 'axis, day, category'],
  ['tombstone', 'kind, id'],
];

/** Where a highlight is its maker's alone, by its mark as JSON, which may be none. */
const isPrivate = (mark: string): string =>
  `CASE WHEN json_valid(${mark}) THEN coalesce((${mark}) ->> '$.forTeam', 0) ELSE 0 END <> 1`;

/** Of these what was one person's alone goes with them. */
export const PERSONAL: readonly (readonly [table: string, key: string, and?: string])[] = [
  ['highlight', 'id', `AND ${isPrivate('mark')}`],
  ['reading', 'clip'],
  ['saved_search', 'id'],
  ['preference', 'account'],
  ['reader', 'account'],
  ['visit', 'account'],
];

const Deletion = v.object({
  workspace: v.string(),
  number: v.number(),
  step: v.number(),
  library_in: v.string(),
});
export type Deletion = v.InferOutput<typeof Deletion>;

const IN_OTHERS = 'WHERE library_in NOT IN (SELECT value FROM json_each(?))';

const Departure = v.object({ workspace: v.string(), account: v.string(), library_in: v.string() });
export type Departure = v.InferOutput<typeof Departure>;

const Belongings = v.object({ states: v.number(), highlights: v.number(), searches: v.number() });
export type Belongings = v.InferOutput<typeof Belongings>;

const Held = v.object({ held: v.number() });
const readHeld = ([found]: readonly (D1Result | undefined)[]): number =>
  firstRow(Held, found)?.held ?? 0;

export interface Holdings {
  clips: number;
  members: number;
}

/** Up to this many rows are counted, for people to be told. */
export const MOST_COUNTED = 1_000;

const countOwn = (table: string, and = ''): string =>
  `(SELECT count(*) FROM (SELECT 1 FROM ${table}
     WHERE workspace = ?1 AND account = ?2 ${and} LIMIT ${MOST_COUNTED + 1}))`;

/** The statements after which nobody belongs to a workspace. */
export const leaveNobody = (control: D1Database, workspace: string): D1PreparedStatement[] =>
  [
    'DELETE FROM invite WHERE workspace = ?',
    'DELETE FROM guest INDEXED BY guest_workspace WHERE workspace = ?',
    'DELETE FROM member INDEXED BY member_workspace WHERE workspace = ?',
    'DELETE FROM departure WHERE workspace = ?',
    'DELETE FROM member_change WHERE workspace = ?',
    // A name tells of people too.
    `UPDATE workspace SET name = '' WHERE id = ?`,
  ].map((sql) => control.prepare(sql).bind(workspace));

/**
 * The statement after which nothing of a library is found, by its feeds and public links either. It comes after `leaveNobody`:
 * a library that is closed and to which people belong would be lost to them, and one that nobody belongs to is closed by the
 * run that deletes it.
 */
export const closeLibrary = (db: D1Database, workspace: string): D1PreparedStatement =>
  db.prepare('UPDATE library SET here = 0, moved_to = NULL WHERE workspace = ?').bind(workspace);

/** A library of a workspace, and the binding of the database in which it lies. */
interface Lies {
  workspace: string;
  library_in: string;
}

/**
 * The statements that close those of some libraries that lie beside the accounts, in the transaction that gives them up; and
 * `others`, which closes the rest after it. A database that does not answer keeps none of the others open, and takes nothing
 * back: the run that deletes its library closes it.
 */
export const closing = ({ control, at }: Databases, libraries: readonly Lies[]) => ({
  beside: libraries
    .filter(({ library_in: binding }) => binding === FIRST)
    .map(({ workspace }) => closeLibrary(control, workspace)),
  others: async (): Promise<void> => {
    const elsewhere = libraries.filter(({ library_in: binding }) => binding !== FIRST);
    await Promise.allSettled(
      elsewhere.map(async ({ workspace, library_in: binding }) => {
        const db = at(binding);
        await run(db, closeLibrary(db, workspace));
      }),
    );
  },
});

interface Rows {
  workspace: string;
  number: number;
  /** How many kinds are gone. */
  step: number;
}

/**
 * Deletes up to `count` rows of the kind that is come to of a library; null where there are no kinds left.
 * @param and SQL on which it depends; ?1 is the workspace
 * @param also statements of the same transaction
 */
export const deleteRows = async (
  db: D1Database,
  { workspace, number, step }: Rows,
  count: number,
  { and = 'true', also = [] }: { and?: string; also?: readonly D1PreparedStatement[] },
): Promise<{ isKindGone: boolean } | null> => {
  const kind = ROWS[step];
  if (kind) {
    const [table, key] = kind;
    // Left to itself, SQLite reads all of the workspace for those few row ids.
    const found = key === 'rowid' ? `${table} NOT INDEXED` : table;
    const [deleted] = await batch(db, [
      db
        .prepare(
          `DELETE FROM ${found} WHERE workspace = ?1 AND (${key}) IN
           (SELECT ${key} FROM ${table} WHERE workspace = ?1 AND ${and} LIMIT ?2)`,
        )
        .bind(workspace, count),
      ...also,
    ]);
    return { isKindGone: (deleted?.meta.changes ?? 0) < count };
  }
  if (step > ROWS.length) return null;
  const base = ridBase(number);
  const some = `(SELECT rid FROM clip NOT INDEXED
    WHERE rid > ?2 AND rid < ?3 AND workspace = ?1 AND ${and} ORDER BY rid LIMIT ?4)`;
  const results = await batch(
    db,
    [
      `DELETE FROM clip_search WHERE rowid IN ${some}`,
      `DELETE FROM clip_content WHERE rid IN ${some}`,
      `DELETE FROM clip_profile WHERE rid IN ${some}`,
      `DELETE FROM clip WHERE rid IN ${some} RETURNING 1`,
    ].map((sql) => db.prepare(sql).bind(workspace, base, base + END, count)),
  );
  return { isKindGone: (results.at(-1)?.results.length ?? 0) < count };
};

export const makeDeletions = (databases: Databases, { control, at } = databases) => ({
  /** What of a library is one person's alone; each counted up to one more than `MOST_COUNTED`. */
  belongings: async (
    { workspace, library_in: binding }: Lies,
    account: string,
  ): Promise<Belongings> => {
    const db = at(binding);
    const sql = `SELECT ${countOwn('reading')} AS states, ${countOwn('highlight', `AND mark IS NOT NULL AND ${isPrivate('mark')}`)} AS highlights,
      ${countOwn('saved_search')} AS searches`;
    const found = firstRow(Belongings, await run(db, db.prepare(sql).bind(workspace, account)));
    return found ?? { states: 0, highlights: 0, searches: 0 };
  },

  /** How many clips lie in a library, and how many people belong to its workspace. */
  holdings: async ({ workspace, library_in: binding }: Lies): Promise<Holdings> => {
    const db = at(binding);
    const clips = db
      .prepare(
        `SELECT coalesce(sum(clips), 0) AS held FROM day_count
         WHERE workspace = ? AND axis = 'kept'`,
      )
      .bind(workspace);
    const members = control
      .prepare('SELECT count(*) AS held FROM member WHERE workspace = ?')
      .bind(workspace);
    const held = question(db, [clips], readHeld).and(question(control, [members], readHeld));
    return ask(held.map(([some, people]) => ({ clips: some, members: people })));
  },

  /**
   * Lets a workspace be deleted, as an owner says: nobody belongs to it from then on, and its addresses find nothing. False
   * where they are no owner.
   */
  begin: async (
    { workspace, number, library_in: binding }: Lies & { number: number },
    owner: string,
  ): Promise<boolean> => {
    const library = closing(databases, [{ workspace, library_in: binding }]);
    const results = await attempt(control, [
      // Nobody's act is none: who is no owner stops all of it.
      control
        .prepare(
          `INSERT INTO deletion (workspace, number, account) VALUES (?1, ?2,
             (SELECT account FROM member WHERE account = ?3 AND workspace = ?1 AND role = 'owner'))`,
        )
        .bind(workspace, number, owner),
      ...leaveNobody(control, workspace),
      ...library.beside,
    ]);
    if (results) await library.others();
    return results !== null;
  },

  /** A workspace whose library waits to be deleted, in none of the databases `failing`; or null. */
  nextDeletion: async (failing: readonly string[]): Promise<Deletion | null> => {
    const sql = `SELECT deletion.workspace, deletion.number, step, library_in
      FROM deletion JOIN workspace ON workspace.id = deletion.workspace ${IN_OTHERS} LIMIT 1`;
    const statement = control.prepare(sql).bind(JSON.stringify(failing));
    return firstRow(Deletion, await run(control, statement));
  },

  /** Deletes up to `count` rows of the kind that a deletion has come to; null where there are no kinds left. */
  deleteSlice: ({ library_in: binding, ...rows }: Deletion, count: number) => {
    const db = at(binding);
    // Where its deletion was cut short before that.
    const also = rows.step === 0 ? [closeLibrary(db, rows.workspace)] : [];
    return deleteRows(db, rows, count, { also });
  },

  /** Notes how far a deletion is. */
  noteStep: async ({ workspace, step }: Deletion): Promise<void> => {
    const sql = 'UPDATE deletion SET step = ? WHERE workspace = ?';
    await run(control, control.prepare(sql).bind(step, workspace));
  },

  /** Ends a deletion whose rows are all gone. Until the last step it goes on to wait: nothing of it is forgotten. */
  close: async ({ workspace, library_in: binding }: Deletion): Promise<void> => {
    const steps = [
      { db: at(binding), sql: 'DELETE FROM library WHERE workspace = ?' },
      { db: control, sql: 'DELETE FROM deletion WHERE workspace = ?' },
    ];
    await attemptSteps(
      steps.map(({ db, sql }) => ({ db, statements: [db.prepare(sql).bind(workspace)] })),
    );
  },

  /** Somebody who left a workspace in which there may be something of theirs, in none of the databases `failing`; or null. */
  nextDeparture: async (failing: readonly string[]): Promise<Departure | null> => {
    const sql = `SELECT departure.workspace, departure.account, library_in
      FROM departure JOIN workspace ON workspace.id = departure.workspace ${IN_OTHERS} LIMIT 1`;
    const statement = control.prepare(sql).bind(JSON.stringify(failing));
    return firstRow(Departure, await run(control, statement));
  },

  /** Deletes up to `count` rows of each kind that were theirs alone; true where none is left. */
  deleteOwn: async (
    { workspace, account, library_in: binding }: Departure,
    count: number,
  ): Promise<boolean> => {
    const db = at(binding);
    const results = await batch(db, [
      ...PERSONAL.map(([table, key, and = '']) =>
        db
          .prepare(
            `DELETE FROM ${table} WHERE workspace = ?1 AND account = ?2 AND ${key} IN
             (SELECT ${key} FROM ${table} WHERE workspace = ?1 AND account = ?2 ${and} LIMIT ?3)`,
          )
          .bind(workspace, account, count),
      ),
      // What of theirs lies in the trash would come back with its clip.
      db
        .prepare(
          `DELETE FROM trash_row WHERE rowid IN
           (SELECT rowid FROM trash_row WHERE workspace = ?1 AND kind IN ('highlight', 'reading')
              AND saved ->> 'account' = ?2 AND ${isPrivate("saved ->> 'mark'")} LIMIT ?3)`,
        )
        .bind(workspace, account, count),
    ]);
    return results.every(({ meta }) => meta.changes < count);
  },

  /** Notes that nothing of theirs is left. */
  closeDeparture: async ({ workspace, account }: Departure): Promise<void> => {
    const sql = 'DELETE FROM departure WHERE workspace = ? AND account = ?';
    await run(control, control.prepare(sql).bind(workspace, account));
  },
});
export type Deletions = ReturnType<typeof makeDeletions>;
