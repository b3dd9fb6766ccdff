// A database whose every table and every text column holds what breaks careless code, and how to compare two.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { sample, string } from 'fast-check';
import { tablesOf, type Table } from '../../worker/local/backup/tables.ts';
import { CONTROL_TABLES } from '../../worker/db/control-tables.ts';
import {
  databaseFile,
  knownMigrations,
  migrate,
  openDatabase,
} from '../../worker/local/database.ts';

/** Over 100 kB, the most that a statement of D1 may have. */
const LONG = `Đoạn 'dài' \u2028 "và" 🗞️ 漢字\n`.repeat(9_000);

/** Short texts: quotes, line ends, NUL, separators, pairs, controls. */
export const SHORT = [
  '',
  "it''s; DROP TABLE clip; --",
  'BEGIN TRANSACTION; COMMIT; /* ',
  'line\nfeed\r\nand\rreturn\u2028\u2029\u0085',
  'nul\0inside',
  ']]> <b>&amp;</b> \\ \\u0000 [x] `y` "z"',
  '🗞️👩‍👩‍👧 \u202e đ Đ',
  '\ufeff\uffff\u0001\u007f',
  ...sample(string({ unit: 'binary', maxLength: 60 }), { seed: 7, numRuns: 40 }),
].map((text) => text.toWellFormed());

export const HOSTILE = [...SHORT, LONG];

/** What other tables refer to: their ids are told by their names. */
const PARENTS = new Set(['account', 'workspace']);
/** Tables of two rows, whatever the others have. */
const TWO = new Set([...PARENTS, 'member', 'library', 'deletion']);

/** The first value that a CHECK allows, by column: `CHECK (role IN ('owner', …))`. */
const choices = (database: DatabaseSync, table: string): Map<string, string | number> => {
  const made = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(table);
  const checked = Array.from(
    String(made?.['sql']).matchAll(/(\w+) IN \(('[^']*'|\d+)/g),
    ([, column = '', value = '']): [string, string | number] => [
      column,
      value.startsWith("'") ? value.slice(1, -1) : Number(value),
    ],
  );
  return new Map([...checked, ['library_in', 'DB']]);
};

type Cell = string | number | null;

const list = (database: DatabaseSync, sql: string, table: string) =>
  database.prepare(sql).all(table);

/** Makes the cells of a table's nth row; `turn` walks through the texts. */
const cellsOf = (database: DatabaseSync, table: string, texts: readonly string[]) => {
  const allowed = choices(database, table);
  const columns = list(database, 'SELECT * FROM pragma_table_xinfo(?)', table);
  const unique = list(
    database,
    'SELECT i.name AS name FROM pragma_index_list(?) l, pragma_index_xinfo(l.name) i WHERE l."unique"',
    table,
  );
  const indexed = new Set(unique.map((row) => row['name']));
  const parents = new Map<unknown, unknown>([
    ['workspace', 'workspace'],
    ...list(database, 'SELECT * FROM pragma_foreign_key_list(?)', table).map(
      (row) => [row['from'], row['table']] as const,
    ),
  ]);
  if (PARENTS.has(table)) parents.set('id', table);
  let turn = 0;
  return (index: number): Cell[] =>
    columns.map(({ name, type, notnull }) => {
      turn++;
      const choice = allowed.get(String(name));
      if (choice !== undefined) return choice;
      if (parents.has(name)) return `'${parents.get(name)}' ${index % 2}`;
      if (type === 'INTEGER') return index + 1 + ((index % 2) + 1) * 2 ** 32;
      if (notnull === 0 && turn % 5 === 0) return null;
      const text = texts[turn % texts.length] ?? '';
      return indexed.has(name) ? `${text.slice(0, 40).toWellFormed()}${index}` : text;
    });
};

const fillTable = (
  database: DatabaseSync,
  table: string,
  rows: number,
  cells: (index: number) => Cell[],
): void => {
  const count = TWO.has(table) ? 2 : rows;
  for (let index = 0; index < count; index++) {
    const row = cells(index);
    const places = row.map(() => '?').join(', ');
    database.prepare(`INSERT INTO ${table} VALUES (${places})`).run(...row);
  }
};

/**
 * Fills a data folder: in each table (or in those named) so many rows, of two workspaces and two
 * accounts. Columns of keys and indexes get short texts made unique.
 */
export const fill = (
  data: string,
  {
    rows,
    texts = HOSTILE,
    only,
  }: { rows: number; texts?: readonly string[]; only?: readonly string[] },
): void => {
  const database = openDatabase(data);
  try {
    migrate(database);
    database.exec('BEGIN');
    for (const { name } of tablesOf(knownMigrations()))
      if (!only || only.includes(name))
        fillTable(database, name, rows, cellsOf(database, name, texts));
    database.exec('COMMIT');
  } finally {
    database.close();
  }
};

const digest = (rows: unknown): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);

/** What a restore makes anew. */
const REMADE = {
  epoch: null,
  frozen_through: null,
  frozen_seq: null,
  freeze_due: null,
  leaving: null,
  here: null,
};

const dumpTable = (database: DatabaseSync, { name, key }: Table): string => {
  const rows = database
    .prepare(`SELECT * FROM ${name} ORDER BY ${key.join(', ')}`)
    .all()
    .map((row) => Object.assign(row, REMADE));
  return `${rows.length} rows ${digest(rows)}`;
};

/**
 * What each table holds, as a number of rows and a hash of them all, without the epoch, which a restore begins anew;
 * nothing where there is no database.
 */
export const dump = (data: string, binding = 'DB'): Record<string, string> => {
  const database = openDatabase(data, binding);
  try {
    const check = database.prepare('PRAGMA integrity_check').get();
    const migrated = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'clip'`).get();
    const tables = migrated ? tablesOf(knownMigrations()) : [];
    return Object.fromEntries([
      ['integrity', String(check?.['integrity_check'])],
      ...tables.map((table) => [table.name, dumpTable(database, table)]),
    ]);
  } finally {
    database.close();
  }
};

/** The two workspaces. */
const [FIRST, SECOND] = ["'workspace' 0", "'workspace' 1"];

/**
 * Puts the library of the second workspace into another database, and into each what a move leaves there: of the second some
 * of what it was before it moved, of the first a part that has come.
 */
export const moveSecond = (data: string, binding: string): void => {
  const database = openDatabase(data);
  const further = openDatabase(data, binding);
  migrate(further);
  further.close();
  database.prepare('ATTACH ? AS further').run(databaseFile(data, binding));
  const tables = tablesOf(knownMigrations()).filter(({ name }) => !CONTROL_TABLES.includes(name));
  for (const { name } of tables) {
    const copy = `INSERT INTO further.${name} SELECT * FROM main.${name} WHERE workspace = ?`;
    database.prepare(copy).run(SECOND);
    if (name !== 'library') database.prepare(`${copy} LIMIT 1`).run(FIRST);
  }
  database.exec('UPDATE library SET here = 0, leaving = 7; UPDATE further.library SET here = 1');
  database.prepare('DELETE FROM keep WHERE workspace = ?').run(SECOND);
  database.prepare('UPDATE workspace SET library_in = ? WHERE id = ?').run(binding, SECOND);
  database.close();
};

/** The epochs of the libraries, by their workspaces. */
export const epochs = (data: string): unknown[] => {
  const database = openDatabase(data);
  try {
    const rows = database.prepare('SELECT epoch FROM library ORDER BY workspace').all();
    return rows.map(({ epoch }) => epoch);
  } finally {
    database.close();
  }
};

/** How many clips of its own, and of others, a database has that wait for what a restore makes anew. */
export const waiting = (data: string, binding = 'DB'): unknown => {
  const database = openDatabase(data, binding);
  try {
    return {
      ...database
        .prepare(
          `SELECT (SELECT count(*) FROM clip JOIN unprofiled USING (workspace) WHERE clip.rid = unprofiled.clip) AS own,
             (SELECT count(*) FROM unprofiled WHERE clip NOT IN (SELECT rid FROM clip)) AS others`,
        )
        .get(),
    };
  } finally {
    database.close();
  }
};

/** Runs a command of a checkout to its end, from a folder, for the installation in `data`. */
export const command = (
  root: string,
  name: string,
  args: readonly string[],
  data: string,
  from = root,
  more: Readonly<Record<string, string>> = {},
): { status: number | null; printed: string } => {
  const run = spawnSync(process.execPath, [path.join(root, `worker/local/${name}.ts`), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATELINE_DATA: data, INIT_CWD: from, ...more },
  });
  return { status: run.status, printed: run.stdout + run.stderr };
};

/** Everything under a folder, with contents: equal before and after when nothing was changed. */
export const tree = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(root, name)).isFile() && name !== 'lock')
    .map((name) => `${name} ${readFileSync(path.join(root, name)).toString('base64')}`)
    .sort();
