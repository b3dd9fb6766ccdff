// The side of a library that it leaves: what is written there is noted, or refused in its last moments, by triggers that are
// there while it moves and name its workspace. Whatever writes, by whatever statement, is known by them; nothing else of
// Dateline has to know that libraries move, and where none moves there are no triggers.
import * as v from 'valibot';
import { Block } from '../../shared/schema/block.ts';
import { Summary } from '../../shared/schema/summary.ts';
import { batch, firstRow, json, MOVING, rows, run, strings } from './database.ts';
import { deleteRows } from './deletions.ts';
import {
  bytesOf,
  type Columns,
  columnsIn,
  columnsOf,
  type Kind,
  KINDS,
  ofLibrary,
  rangeOf,
} from './relocation-kinds.ts';

/** A library that moves, and which of its moves this is. */
export interface Where {
  workspace: string;
  number: number;
  move: number;
}

/** A row as it lies in its table, by its columns. */
export const StoredRow = v.record(v.string(), v.nullable(v.union([v.string(), v.number()])));
export type StoredRow = v.InferOutput<typeof StoredRow>;

/** How much of a library is read at once, at the most. */
export interface Size {
  count: number;
  bytes: number;
}

/** Rows of a table. */
export interface TableRows {
  table: string;
  rows: readonly StoredRow[];
}

const Named = v.object({ name: v.string() });
const KeyRow = v.object({ key: v.string(), fits: v.number() });
const RowKey = v.tuple([v.number()]);
const ChangedRow = v.object({ number: v.number(), kind: v.string(), key: v.string() });
/** A key of which something was written. */
export type Changed = v.InferOutput<typeof ChangedRow>;
const Card = v.object({
  rid: v.number(),
  title: v.string(),
  canonical_url: v.string(),
  site: v.nullable(v.string()),
  section: strings,
  authors: strings,
  category: v.nullable(v.string()),
  language: v.nullable(v.string()),
  day: v.string(),
});
const Content = v.object({ blocks: json(v.array(Block)), terms: json(Summary.entries.terms) });
/** What the words of a clip are made of; null for the content of an address alone. */
export interface WordedClip extends v.InferOutput<typeof Card> {
  content: v.InferOutput<typeof Content> | null;
}
const FirstKept = v.object({ clip: v.number(), day: v.string() });
const Tally = v.record(v.string(), v.string());
const Found = v.object({ found: v.number() });

const IS_GONE = `NOT EXISTS (SELECT 1 FROM library WHERE workspace = ?1 AND here = 1)
  AND NOT EXISTS (SELECT 1 FROM arrival WHERE workspace = ?1)`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const prefixOf = ({ workspace, move }: Where): string => `departing ${workspace} ${move} `;

const keyOf = (row: string, by: readonly string[]): string =>
  `json_array(${by.map((column) => `${row}."${column}"`).join(', ')})`;

/** The triggers of a library that leaves, by their names. */
const triggersOf = (where: Where): ReadonlyMap<string, string> => {
  const { move } = where;
  const own = literal(where.workspace);
  const refuse = `SELECT RAISE(ABORT, ${literal(MOVING)})`;
  const library = `FROM library WHERE workspace = ${own}`;
  const note = (kind: string, key: string, and = ''): string =>
    `INSERT INTO changed_row (workspace, move, kind, key)
       SELECT ${own}, ${move}, ${literal(kind)}, ${key} ${library} AND leaving <> ${move} ${and};`;
  const triggers = new Map<string, string>();
  const add = (table: string, event: string, when: string, body: string): void => {
    const name = `${prefixOf(where)}${table} ${event}`;
    triggers.set(
      name,
      `CREATE TRIGGER IF NOT EXISTS "${name}" AFTER ${event} ON "${table}" WHEN ${when} BEGIN ${body} END`,
    );
  };
  for (const { name: kind, parts } of KINDS)
    for (const { table, by } of parts) {
      const [before, after] = [keyOf('old', by), keyOf('new', by)];
      const refused = `${refuse} ${library} AND leaving = ${move};`;
      add(table, 'INSERT', `new.workspace = ${own}`, refused + note(kind, after));
      add(
        table,
        'UPDATE',
        `new.workspace = ${own}`,
        refused + note(kind, after) + note(kind, before, `AND ${before} <> ${after}`),
      );
      add(table, 'DELETE', `old.workspace = ${own}`, refused + note(kind, before));
    }
  // The library's own row is brought over last. To close it, to open it again and to leave it must go through.
  add(
    'library',
    'UPDATE',
    `new.workspace = ${own} AND old.leaving = ${move} AND new.leaving = ${move} AND new.here = old.here`,
    `${refuse};`,
  );
  return triggers;
};

/** How many bytes all that belongs to a key has, the row of its first table among it. */
const weightOf = ({ parts: [first, ...others] }: Kind, columns: Columns): string =>
  [
    bytesOf(columns, first.table),
    ...others.map(({ table, by }) => {
      const at = by.map((column, index) => `"${column}" = "${first.table}"."${first.by[index]}"`);
      return `coalesce((SELECT sum(${bytesOf(columns, table)}) FROM "${table}"
        WHERE workspace = ?1 AND ${at.join(' AND ')}), 0)`;
    }),
  ].join(' + ');

const rowsOf = (tables: readonly TableRows[], table: string): readonly StoredRow[] =>
  tables.find((one) => one.table === table)?.rows ?? [];

/** The clips among some rows; of one that is no clip by now none. */
const clipsIn = (tables: readonly TableRows[]): WordedClip[] => {
  const contents = new Map(rowsOf(tables, 'clip_content').map((row) => [row['rid'], row]));
  return rowsOf(tables, 'clip').flatMap((row) => {
    const card = v.safeParse(Card, row);
    const content = v.safeParse(v.optional(Content), contents.get(row['rid'] ?? null));
    return card.success && content.success
      ? [{ ...card.output, content: content.output ?? null }]
      : [];
  });
};

export const makeDeparting = (db: D1Database) => ({
  /** Every kind of rows, in the order in which they are copied. */
  kinds: KINDS,

  /**
   * Makes what triggers a library lacks, and takes away those of a move that was forgotten in its midst with what they noted, as
   * many as there is room for; true once all is so.
   */
  watch: async (where: Where, room: number): Promise<boolean> => {
    const { workspace, move } = where;
    const named = await namedFrom(db, `departing ${workspace} `);
    const there = new Set(named);
    const own = prefixOf(where);
    const missing = [
      ...named.filter((name) => !name.startsWith(own)).map(dropTrigger),
      ...[...triggersOf(where)].filter(([name]) => !there.has(name)).map(([, sql]) => sql),
    ];
    const made = missing.slice(0, Math.max(0, room - 2)).map((sql) => db.prepare(sql));
    const noted = 'DELETE FROM changed_row WHERE workspace = ? AND move < ?';
    if (made.length > 0) await batch(db, [...made, db.prepare(noted).bind(workspace, move)]);
    return made.length === missing.length;
  },

  /** Whether all of them are there: a migration that makes a table anew takes its triggers with it. */
  isWatched: async (where: Where): Promise<boolean> => {
    const there = new Set(await watchedBy(db, where));
    return triggersOf(where)
      .keys()
      .every((name) => there.has(name));
  },

  /** Takes the triggers away, as many as there is room for; true once none is left. */
  unwatch: async (where: Where, room: number): Promise<boolean> => {
    const there = await watchedBy(db, where);
    const gone = there.slice(0, Math.max(0, room - 1));
    if (gone.length > 0)
      await batch(
        db,
        gone.map((name) => db.prepare(dropTrigger(name))),
      );
    return gone.length === there.length;
  },

  /**
   * The keys of a kind after one of them, in their order: as many as `count`, or as so many bytes of texts allow, but one at
   * least where there is one; and whether these are the last.
   */
  keys: async (
    { workspace, number }: Where,
    kind: Kind,
    columns: Columns,
    after: string | null,
    { count, bytes }: Size,
  ): Promise<{ keys: string[]; isEnd: boolean }> => {
    const [{ table, by }] = kind.parts;
    const order = by.map((column) => `"${column}"`).join(', ');
    const last = by.map((_, index) => `?4 ->> ${index}`).join(', ');
    // Of two lower bounds SQLite begins at the first: all that was copied would be gone through again.
    const [first, end] = rangeOf(number);
    const begin = kind.isByRow && after !== null ? v.parse(RowKey, JSON.parse(after))[0] : first;
    const isAfter = kind.isByRow || after === null ? '?4 IS ?4' : `(${order}) > (${last})`;
    const sql = `SELECT key,
        sum(bytes) OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) - bytes < ?6 AS fits
      FROM (SELECT ${order}, json_array(${order}) AS key, ${weightOf(kind, columns)} AS bytes
          FROM ${ofLibrary(kind, table)} AND ${isAfter}
          ORDER BY ${order} LIMIT ?5)
      ORDER BY ${order}`;
    const statement = db.prepare(sql).bind(workspace, begin, end, after, count, bytes);
    const found = rows(KeyRow, await run(db, statement));
    const keys = found.filter(({ fits }) => fits === 1).map(({ key }) => key);
    return { keys, isEnd: found.length < count && keys.length === found.length };
  },

  /** All rows of some keys of a kind, as they are at one moment. */
  read: async (
    { workspace }: Where,
    { parts }: Kind,
    columns: Columns,
    keys: readonly string[],
  ): Promise<TableRows[]> => {
    const results = await batch(
      db,
      parts.map(({ table, by }) => {
        const names = columnsOf(columns, table).map(({ name }) => `"${table}"."${name}"`);
        const at = by.map((column, index) => `"${table}"."${column}" = item.value ->> ${index}`);
        return db
          .prepare(
            `SELECT ${names.join(', ')} FROM json_each(?2) AS item
             CROSS JOIN "${table}" ON "${table}".workspace = ?1 AND ${at.join(' AND ')}`,
          )
          .bind(workspace, `[${keys.join(',')}]`);
      }),
    );
    return parts.map(({ table }, index) => ({ table, rows: rows(StoredRow, results[index]) }));
  },

  clipsIn,

  /** The first day on which anybody kept some clips, by their row ids. */
  firstKept: async (
    { workspace }: Where,
    clips: readonly number[],
  ): Promise<ReadonlyMap<number, string>> => {
    const sql = `SELECT clip, min(kept_day) AS day FROM keep INDEXED BY keep_once
      WHERE workspace = ?1 AND clip IN (SELECT value FROM json_each(?2)) GROUP BY clip`;
    const found = await run(db, db.prepare(sql).bind(workspace, JSON.stringify(clips)));
    return new Map(rows(FirstKept, found).map(({ clip, day }) => [clip, day]));
  },

  /** The first `count` changes that are yet to be brought over. */
  changed: async ({ workspace, move }: Where, count: number): Promise<Changed[]> => {
    const sql = `SELECT number, kind, key FROM changed_row INDEXED BY changed_row_move
      WHERE workspace = ? AND move = ? ORDER BY number LIMIT ?`;
    return rows(ChangedRow, await run(db, db.prepare(sql).bind(workspace, move, count)));
  },

  /** Forgets changes of some kinds, of each up to one of them, which are brought over. */
  forget: async (
    { workspace, move }: Where,
    upTo: Readonly<Record<string, number>>,
  ): Promise<void> => {
    const sql = `DELETE FROM changed_row INDEXED BY changed_row_move
      WHERE workspace = ?1 AND move = ?2 AND number <= ?3 AND number <= coalesce(?4 ->> kind, 0)`;
    const last = Math.max(0, ...Object.values(upTo));
    await run(db, db.prepare(sql).bind(workspace, move, last, JSON.stringify(upTo)));
  },

  /** Forgets all changes. */
  forgetAll: async ({ workspace, move }: Where): Promise<void> => {
    const sql = 'DELETE FROM changed_row WHERE workspace = ? AND move = ?';
    await run(db, db.prepare(sql).bind(workspace, move));
  },

  /** Whether the library is here. */
  isHere: async ({ workspace }: Where): Promise<boolean> => {
    const sql = 'SELECT 1 AS found FROM library WHERE workspace = ? AND here = 1';
    return firstRow(Found, await run(db, db.prepare(sql).bind(workspace))) !== null;
  },

  /** Refuses all writes from now on, whatever is under way. */
  close: async ({ workspace, move }: Where): Promise<void> => {
    const sql = 'UPDATE library SET leaving = ?2 WHERE workspace = ?1 AND leaving < ?2';
    await run(db, db.prepare(sql).bind(workspace, move));
  },

  /** Takes writes again. */
  open: async ({ workspace, move }: Where): Promise<void> => {
    const sql = 'UPDATE library SET leaving = 0 WHERE workspace = ? AND leaving = ?';
    await run(db, db.prepare(sql).bind(workspace, move));
  },

  /** What columns its tables have. */
  columns: (): Promise<Columns> => columnsIn(db),

  /** The library's own row; null where there is none. */
  library: async ({ workspace }: Where): Promise<StoredRow | null> => {
    const sql = 'SELECT * FROM library WHERE workspace = ?';
    return firstRow(StoredRow, await run(db, db.prepare(sql).bind(workspace)));
  },

  /** Nobody finds a closed library here any more. */
  leave: async ({ workspace, move }: Where): Promise<void> => {
    const sql = 'UPDATE library SET here = 0 WHERE workspace = ? AND leaving = ? AND here = 1';
    await run(db, db.prepare(sql).bind(workspace, move));
  },

  /**
   * Deletes up to `count` rows of the kind that is come to of a library that has left, or has come here in part: of one that is
   * here, or arrives, who is late deletes nothing. As `deleteRows` answers.
   */
  deleteSlice: (where: Where, step: number, count: number) =>
    deleteRows(db, { ...where, step }, count, { and: IS_GONE }),

  /** Deletes what is left of a library that has moved, its rows apart. */
  remove: async ({ workspace, move }: Where): Promise<void> => {
    const sql = 'DELETE FROM library WHERE workspace = ? AND here = 0 AND leaving = ?';
    await run(db, db.prepare(sql).bind(workspace, move));
  },

  /** How many rows each table has, how long their texts are and what their numbers come to: alike in two that are alike. */
  tally: (where: Where, columns: Columns): Promise<Record<string, string>> =>
    tallyIn(db, where, columns),
});
export type Departing = ReturnType<typeof makeDeparting>;

const dropTrigger = (name: string): string => `DROP TRIGGER IF EXISTS "${name}"`;

/** The triggers whose names begin so. */
const namedFrom = async (db: D1Database, prefix: string): Promise<string[]> => {
  const sql = `SELECT name FROM sqlite_master WHERE type = 'trigger' AND instr(name, ?) = 1`;
  return rows(Named, await run(db, db.prepare(sql).bind(prefix))).map(({ name }) => name);
};

const watchedBy = (db: D1Database, where: Where): Promise<string[]> =>
  namedFrom(db, prefixOf(where));

/** See `tally` of a library that departs. */
export const tallyIn = async (
  db: D1Database,
  { workspace, number }: Where,
  columns: Columns,
): Promise<Record<string, string>> => {
  const counts = KINDS.flatMap((kind) =>
    kind.parts.map(({ table }) => {
      // As remainders, whose sum no library is large enough to make too large.
      const numbers = columnsOf(columns, table)
        .filter(({ type }) => type === 'INTEGER')
        .map(({ name }) => `coalesce("${name}", -1) % 1000003`);
      return `(SELECT json_array(count(*), sum(${bytesOf(columns, table)}), sum(${numbers.join(' + ') || '0'}))
        FROM ${ofLibrary(kind, table)}) AS "${table}"`;
    }),
  );
  const statement = db.prepare(`SELECT ${counts.join(', ')}`).bind(workspace, ...rangeOf(number));
  return firstRow(Tally, await run(db, statement)) ?? {};
};
