// Rows as SQL text, for a database that takes nothing else: D1 by wrangler. No statement is over D1's 100 kB.
import type { Row } from './format.ts';
import { quoteName, quoteNames, type Table } from './tables.ts';

/** UTF-16 units of text a statement holds: 90 kB at the most that a unit takes (3 bytes, twice that in hexadecimal). */
const ROOM = 15_000;
/** What a cell counts beside its text: number, comma, quotes. */
const CELL = 24;

/**
 * A value as SQL. Texts with NUL, which ends a statement, or with the words at which wrangler
 * refuses a file, go as hexadecimal.
 */
export const literal = (cell: Row[number]): string => {
  if (cell === null) return 'NULL';
  if (typeof cell === 'number') return String(cell);
  if (cell.includes('\0') || cell.includes('BEGIN TRANSACTION'))
    return `CAST(X'${Buffer.from(cell).toString('hex')}' AS TEXT)`;
  return `'${cell.replaceAll("'", "''")}'`;
};

/** The first part of a text, of so many units or one less: never half of a surrogate pair. */
const head = (text: string, units: number): string => {
  if (text.length <= units) return text;
  const last = text.charCodeAt(units - 1);
  return text.slice(0, last >= 0xd8_00 && last <= 0xdb_ff ? units - 1 : units);
};

interface Cut {
  values: string;
  cost: number;
  /** What did not fit, by column. */
  rest: { column: string; text: string }[];
}

const cutRow = ({ columns, key }: Table, row: Row): Cut => {
  const rest: Cut['rest'] = [];
  let cost = 0;
  const values = row.map((cell, index) => {
    cost += CELL;
    if (typeof cell !== 'string') return literal(cell);
    const column = columns[index] ?? '';
    // A key is short, and must be whole for what follows to find its row.
    const text = key.includes(column) ? cell : head(cell, Math.max(0, ROOM - cost));
    cost += text.length;
    if (text.length < cell.length) rest.push({ column, text: cell.slice(text.length) });
    return literal(text);
  });
  return { values: `(${values.join(', ')})`, cost, rest };
};

function* appendRest(table: Table, row: Row, rest: Cut['rest']): Generator<string> {
  const where = table.key
    .map((name) => `${quoteName(name)} = ${literal(row[table.columns.indexOf(name)] ?? null)}`)
    .join(' AND ');
  for (const { column, text } of rest) {
    for (let left = text; left;) {
      const piece = head(left, ROOM);
      left = left.slice(piece.length);
      const name = quoteName(column);
      yield `UPDATE ${quoteName(table.name)} SET ${name} = ${name} || ${literal(piece)} WHERE ${where}`;
    }
  }
}

/** Statements that insert the rows of a table; long texts in pieces that are joined to their row. */
export async function* insertStatements(
  table: Table,
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<string> {
  const insert = `INSERT INTO ${quoteName(table.name)} (${quoteNames(table.columns)}) VALUES`;
  let values: string[] = [];
  let cost = 0;
  for await (const row of rows) {
    const cut = cutRow(table, row);
    if (values.length > 0 && cost + cut.cost > ROOM) {
      yield `${insert} ${values.join(', ')}`;
      values = [];
      cost = 0;
    }
    values.push(cut.values);
    cost += cut.cost;
    if (cut.rest.length === 0) continue;
    yield `${insert} ${values.join(', ')}`;
    yield* appendRest(table, row, cut.rest);
    values = [];
    cost = 0;
  }
  if (values.length > 0) yield `${insert} ${values.join(', ')}`;
}
