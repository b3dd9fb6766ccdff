// The side of a library that it comes to. Its rows come in slices; until the last one it has no row of its own, so that nobody
// finds it, and no work that waits in it is begun.
import * as v from 'valibot';
import { attempt, batch, firstRow, run } from './database.ts';
import { type StoredRow, type TableRows, tallyIn, type Where } from './departing.ts';
import { type Columns, columnsIn, type Kind, KINDS, liesByRow } from './relocation-kinds.ts';

const Found = v.object({ found: v.number() });
const Arrival = v.object({ turn: v.number(), kind: v.string(), after: v.nullable(v.string()) });
/** How far a copy is. */
export type Arrival = v.InferOutput<typeof Arrival>;

/** What was read of some keys of a kind: all that is there is all that there is to be here. */
export interface Slice {
  kind: Kind;
  keys: readonly string[];
  tables: readonly TableRows[];
  /** The words of the clips among them, for the full-text index. */
  words: readonly StoredRow[];
}

/** D1 takes parameters of 2 MB. */
const MOST_BYTES = 1_900_000;

/** Rows as JSON, in as few texts as their size allows; and those that are too large for that. */
const bundled = (rows: readonly StoredRow[]): { bundles: string[]; large: StoredRow[] } => {
  const bundles: string[][] = [];
  const large: StoredRow[] = [];
  let bytes = MOST_BYTES;
  for (const row of rows) {
    const text = JSON.stringify(Object.values(row));
    const length = new TextEncoder().encode(text).length + 1;
    if (length > MOST_BYTES) large.push(row);
    else {
      bytes += length;
      if (bytes >= MOST_BYTES) {
        bundles.push([]);
        bytes = length;
      }
      bundles.at(-1)?.push(text);
    }
  }
  return { bundles: bundles.map((texts) => `[${texts.join(',')}]`), large };
};

export const makeArriving = (db: D1Database) => {
  // What is in the way of a row that comes was gone where it comes from, and is yet to be heard of here.
  const insert = (table: string, rows: readonly StoredRow[]): D1PreparedStatement[] => {
    const [first] = rows;
    if (!first) return [];
    const names = Object.keys(first);
    const into = `INSERT OR REPLACE INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})`;
    const values = names.map((_, index) => `value ->> ${index}`).join(', ');
    const { bundles, large } = bundled(rows);
    return [
      ...bundles.map((bundle) =>
        db.prepare(`${into} SELECT ${values} FROM json_each(?)`).bind(bundle),
      ),
      ...large.map((row) => {
        const cells = Object.values(row);
        const places = cells.map((cell) => (typeof cell === 'number' ? 'CAST(? AS INTEGER)' : '?'));
        return db.prepare(`${into} VALUES (${places.join(', ')})`).bind(...cells);
      }),
    ];
  };

  // Nobody else has written since the turn was read, or all of the batch fails: the turn must not be NULL.
  const takeTurn = ({ workspace, move }: Where, { turn, kind, after }: Arrival) =>
    db
      .prepare(
        `INSERT INTO arrival (workspace, move, turn, kind, after)
         VALUES (?1, ?5, (SELECT turn + 1 FROM arrival WHERE workspace = ?1 AND move = ?5 AND turn = ?2), ?3, ?4)
         ON CONFLICT DO UPDATE SET turn = excluded.turn, kind = excluded.kind, after = excluded.after`,
      )
      .bind(workspace, turn, kind, after, move);

  const replace = (
    { workspace }: Where,
    { kind, keys, tables, words }: Slice,
  ): D1PreparedStatement[] => {
    const named = `[${keys.join(',')}]`;
    return [
      ...kind.parts.map(({ table, by }) => {
        const key = by.map((_, index) => `value ->> ${index}`).join(', ');
        return db
          .prepare(
            `DELETE FROM "${table}" ${liesByRow(kind, table) ? 'NOT INDEXED' : ''} WHERE workspace = ?1
               AND (${by.map((column) => `"${column}"`).join(', ')}) IN (SELECT ${key} FROM json_each(?2))`,
          )
          .bind(workspace, named);
      }),
      ...(kind.isByRow
        ? [
            db
              .prepare(
                'DELETE FROM clip_search WHERE rowid IN (SELECT value ->> 0 FROM json_each(?))',
              )
              .bind(named),
          ]
        : []),
      ...tables.flatMap(({ table, rows }) => insert(table, rows)),
      ...insert('clip_search', words),
    ];
  };

  return {
    /** How far the copy of a library is; null where none is expected. */
    find: async ({ workspace, move }: Where): Promise<Arrival | null> => {
      const sql = 'SELECT turn, kind, after FROM arrival WHERE workspace = ? AND move = ?';
      return firstRow(Arrival, await run(db, db.prepare(sql).bind(workspace, move)));
    },

    /** Whether a library of the workspace is found here. */
    isTaken: async ({ workspace }: Where): Promise<boolean> => {
      const sql = 'SELECT 1 AS found FROM library WHERE workspace = ? AND here = 1';
      return firstRow(Found, await run(db, db.prepare(sql).bind(workspace))) !== null;
    },

    /** Expects no library of an earlier move, which was forgotten in its midst; whether none of its rows are here. */
    forgetOlder: async (where: Where, columns: Columns): Promise<boolean> => {
      const { workspace, move } = where;
      await batch(db, [
        db.prepare('DELETE FROM arrival WHERE workspace = ? AND move < ?').bind(workspace, move),
        db.prepare('DELETE FROM library WHERE workspace = ? AND here = 0').bind(workspace),
      ]);
      const tally = await tallyIn(db, where, columns);
      return Object.values(tally).every((told) => told.startsWith('[0,'));
    },

    /** Expects a library. */
    begin: async ({ workspace, move }: Where): Promise<void> => {
      const sql = `INSERT INTO arrival (workspace, move, turn, kind) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING`;
      await run(db, db.prepare(sql).bind(workspace, move, KINDS[0]?.name ?? ''));
    },

    /**
     * Takes slices in one transaction and notes how far the copy is then, of which `turn` is that of before; the turn after
     * it, or null where somebody else was faster.
     */
    take: async (
      where: Where,
      arrival: Arrival,
      slices: readonly Slice[],
    ): Promise<Arrival | null> => {
      const statements = slices.flatMap((slice) => replace(where, slice));
      const results = await attempt(db, [takeTurn(where, arrival), ...statements]);
      return results && { ...arrival, turn: arrival.turn + 1 };
    },

    /** Expects a library no more: who is late brings nothing of it. */
    abandon: async ({ workspace, move }: Where): Promise<void> => {
      const sql = 'DELETE FROM arrival WHERE workspace = ? AND move = ?';
      await run(db, db.prepare(sql).bind(workspace, move));
    },

    /** Lets a library that is whole be found here, once. */
    open: async ({ workspace, move }: Where, library: StoredRow): Promise<void> => {
      const row: StoredRow = { ...library, here: 1, leaving: 0 };
      const names = Object.keys(row);
      await batch(db, [
        db
          .prepare(
            `INSERT INTO library (${names.join(', ')})
             SELECT ${names.map((_, index) => `?2 ->> ${index}`).join(', ')}
             WHERE EXISTS (SELECT 1 FROM arrival WHERE workspace = ?1 AND move = ?3)`,
          )
          .bind(workspace, JSON.stringify(Object.values(row)), move),
        db.prepare('DELETE FROM arrival WHERE workspace = ? AND move = ?').bind(workspace, move),
      ]);
    },

    /** Nobody finds it here either, since its workspace was deleted as it came. */
    hide: async ({ workspace }: Where): Promise<void> => {
      await run(db, db.prepare('UPDATE library SET here = 0 WHERE workspace = ?').bind(workspace));
    },

    /** As of a library that departs. */
    columns: (): Promise<Columns> => columnsIn(db),

    /** As of a library that departs. */
    tally: (where: Where, columns: Columns): Promise<Record<string, string>> =>
      tallyIn(db, where, columns),
  };
};
export type Arriving = ReturnType<typeof makeArriving>;
