// The lines of a backup: JSON, one a line. First the header; then for each table its name and columns and
// its rows; last the number of rows, by which a file that was cut off is known. docs/backup.md tells the same.
import * as v from 'valibot';
import { unknownMigrations } from '../database.ts';
import { Advice } from '../process.ts';
import type { ReadRows, Table } from './tables.ts';

const VERSION = 1;

const Header = v.object({
  format: v.literal('dateline-backup'),
  version: v.number(),
  /** Those that the database had, in their order. */
  migrations: v.array(v.string()),
  /** The server's secret, on which feed addresses hang; null where it cannot be read, as on Cloudflare. */
  secret: v.nullable(v.string()),
  /** When it was made, ISO 8601 in UTC. */
  at: v.string(),
});
export type Header = v.InferOutput<typeof Header>;

export const Row = v.array(v.nullable(v.union([v.string(), v.number()])));
/** One row's cells in the order of the columns. No table of ours holds a BLOB. */
export type Row = v.InferOutput<typeof Row>;

const TableLine = v.object({ table: v.string(), columns: v.array(v.string()) });
const Counts = v.record(v.string(), v.number());
/** Rows by table. */
export type Counts = v.InferOutput<typeof Counts>;
const EndLine = v.object({ end: v.literal(true), counts: Counts });
const Line = v.union([Row, TableLine, EndLine]);

/** What follows the header, in the order of the file. */
export type Entry = { table: string; columns: string[] } | { row: Row };

/** The header of a backup that is made now. */
export const newHeader = (migrations: string[], secret: string | null, now: Date): Header => ({
  format: 'dateline-backup',
  version: VERSION,
  migrations,
  secret,
  at: now.toISOString(),
});

/** Yields the lines of a backup without their line ends; `counts` grows with the rows. */
export async function* writeLines(
  header: Header,
  tables: readonly Table[],
  rowsOf: ReadRows,
  counts: Counts,
): AsyncGenerator<string> {
  yield JSON.stringify(header);
  for (const table of tables) {
    let rows = 0;
    yield JSON.stringify({ table: table.name, columns: table.columns });
    for await (const row of rowsOf(table)) {
      rows++;
      yield JSON.stringify(row);
    }
    counts[table.name] = rows;
  }
  yield JSON.stringify({ end: true, counts });
}

/** Reads the first line. Throws advice when it is not that of a backup, or of one that is newer than this code. */
export const parseHeader = (line: string, file: string): Header => {
  let header: Header;
  try {
    header = v.parse(Header, JSON.parse(line));
  } catch {
    throw notABackup(file);
  }
  const unknown = unknownMigrations(header.migrations);
  if (header.version > VERSION || unknown.length > 0)
    throw new Advice(
      `${file} was made by a newer Dateline (${unknown.join(', ') || `format ${header.version}`}). ` +
        'Update this checkout (git pull) and restore again. Nothing was changed.',
    );
  return header;
};

/** Reads the other lines, one by one. Throws advice at a line that does not fit, and at an end that comes too soon. */
export async function* parseEntries(
  lines: AsyncIterable<string>,
  file: string,
): AsyncGenerator<Entry> {
  const counts: Counts = {};
  let current: { table: string; columns: string[] } | undefined;
  let ended = false;
  for await (const text of lines) {
    const line = parseLine(text);
    if (ended || line === undefined) throw damaged(file);
    if (Array.isArray(line)) {
      if (!current || line.length !== current.columns.length) throw damaged(file);
      counts[current.table] = (counts[current.table] ?? 0) + 1;
      yield { row: line };
    } else if ('table' in line) {
      current = line;
      counts[line.table] ??= 0;
      yield line;
    } else {
      ended = true;
      const told = Object.entries(line.counts);
      if (told.length !== Object.keys(counts).length) throw damaged(file);
      if (told.some(([table, rows]) => counts[table] !== rows)) throw damaged(file);
    }
  }
  if (!ended) throw damaged(file);
}

const parseLine = (text: string): v.InferOutput<typeof Line> | undefined => {
  try {
    return v.parse(Line, JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** The sentence for a file that is something else. */
export const notABackup = (file: string): Advice =>
  new Advice(`${file} is not a backup of Dateline: npm run backup makes one. Nothing was changed.`);

/** The sentence for a backup that was cut off or altered. */
export const damaged = (file: string): Advice =>
  new Advice(
    `${file} is cut off or damaged: it holds less than its maker wrote. ` +
      'Copy it again from where it came, or take another backup. Nothing was changed.',
  );
