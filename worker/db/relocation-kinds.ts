// What of a library is brought to another database together, and how its rows are named there and here.
import * as v from 'valibot';
import { END, ridBase } from './clips.ts';
import { rows, run, wholeNumber } from './database.ts';
import { ROWS } from './deletions.ts';

/** A table, and the columns by which its rows belong to a key. */
interface Part {
  table: string;
  by: readonly string[];
}

/** Rows that are nothing without each other; the first table tells which keys there are. */
export interface Kind {
  name: string;
  parts: readonly [Part, ...Part[]];
  /** Whether its rows lie by row id: a range of those is a library. */
  isByRow?: true;
}

/**
 * A clip with all that is made of it. Its words in the full-text index have no trigger and can be read by nobody: they change
 * with one of these, and are made anew.
 */
export const CLIP: Kind = {
  name: 'clip',
  parts: [
    { table: 'clip', by: ['rid'] },
    { table: 'clip_content', by: ['rid'] },
    { table: 'clip_profile', by: ['rid'] },
    { table: 'unprofiled', by: ['clip'] },
  ],
  isByRow: true,
};

/** A clip in the trash: of what hung on it no row has a key of its own. */
const TRASH: Kind = {
  name: 'trash',
  parts: [
    { table: 'trash', by: ['id'] },
    { table: 'trash_content', by: ['clip'] },
    { table: 'trash_row', by: ['clip'] },
  ],
};

const TOGETHER = [CLIP, TRASH];
const IN_THESE = new Set(TOGETHER.flatMap(({ parts }) => parts.map(({ table }) => table)));

/** Every kind of rows that a library has, in the order in which they are copied. */
export const KINDS: readonly Kind[] = [
  ...TOGETHER,
  ...ROWS.filter(([table]) => !IN_THESE.has(table)).map(([table, key]): Kind => ({
    name: table,
    parts: [{ table, by: key.split(', ') }],
  })),
];

/** The tables of all kinds. */
export const TABLES: readonly string[] = KINDS.flatMap(({ parts }) =>
  parts.map(({ table }) => table),
);

/** The columns of each table, with their types. */
export type Columns = Readonly<Record<string, readonly Column[]>>;
const Column = v.object({ table: v.string(), name: v.string(), type: v.string() });
type Column = v.InferOutput<typeof Column>;

/** What columns the tables of a database have; two that are alike answer the same. */
export const columnsIn = async (db: D1Database): Promise<Columns> => {
  const sql = `SELECT m.name AS "table", c.name, c.type
    FROM json_each(?) AS item CROSS JOIN sqlite_master AS m ON m.type = 'table' AND m.name = item.value
    CROSS JOIN pragma_table_info(m.name) AS c ORDER BY item.key, c.cid`;
  const found = rows(
    Column,
    await run(db, db.prepare(sql).bind(JSON.stringify([...TABLES, 'library']))),
  );
  return Object.fromEntries(Map.groupBy(found, ({ table }) => table));
};

export const columnsOf = (columns: Columns, table: string): readonly Column[] =>
  columns[table] ?? [];

/** The bytes of a row's texts. */
export const bytesOf = (columns: Columns, table: string, of = table): string =>
  columnsOf(columns, table)
    .filter(({ type }) => type === 'TEXT')
    .map(({ name }) => `coalesce(octet_length("${of}"."${name}"), 0)`)
    .join(' + ') || '0';

/** Whether the rows of a table of a kind lie by row id. Left to itself, SQLite finds few of them through all of a workspace. */
export const liesByRow = ({ isByRow }: Kind, table: string): boolean =>
  isByRow === true && table !== 'unprofiled';

/** Where the rows of a library lie in a table of a kind: ?1 is its workspace, its row ids lie between ?2 and ?3. */
export const ofLibrary = (kind: Kind, table: string): string => {
  if (liesByRow(kind, table))
    return `"${table}" NOT INDEXED WHERE workspace = ?1
      AND rid > ${wholeNumber('?2')} AND rid < ${wholeNumber('?3')}`;
  // All are bound, whatever the kind.
  return `"${table}" WHERE workspace = ?1 AND ?2 < ?3`;
};

/** Between which row ids the rows of a library lie. */
export const rangeOf = (number: number): [number, number] => [
  ridBase(number),
  ridBase(number) + END,
];
