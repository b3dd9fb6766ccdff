// Backup and restore of the databases on this machine.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import * as v from 'valibot';
import { savedSecret, saveSecret, useData, useDataAlone } from '../data.ts';
import {
  appliedMigrations,
  applyMigrations,
  databaseFile,
  migrate,
  openDatabase,
  refuseNewer,
} from '../database.ts';
import { bindingsAt, bindingsWanted, FIRST, withDatabases } from '../databases.ts';
import { Advice } from '../process.ts';
import { openBackup, writeBackup } from './file.ts';
import { type Counts, damaged, type Entry, type Header, newHeader, Row } from './format.ts';
import {
  allTables,
  areSame,
  holdsData,
  PROFILE_SQL,
  quoteName,
  quoteNames,
  type ReadRows,
  type Table,
  tablesOf,
} from './tables.ts';
import { type Directory, directorySql, partInto, rowsTogether } from './together.ts';

/** Reads the tables of an open database, row by row. */
export const rowsIn = (database: DatabaseSync): ReadRows =>
  function* rows({ name, columns, key }) {
    const sql = `SELECT ${quoteNames(columns)} FROM ${quoteName(name)} ORDER BY ${quoteNames(key)}`;
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    for (const row of statement.iterate()) yield v.parse(Row, row);
  };

/** How often it is tried to begin in all databases between two writes. */
const TRIES = 1_000;

/**
 * Begins to read each database, all as they are at one moment: that in which the last one was begun, since nobody had written
 * to any of them between. Throws advice where they are written to on and on.
 */
const beginTogether = (databases: readonly DatabaseSync[]): void => {
  const watchers = databases.map((database) => {
    const [main] = database.prepare('PRAGMA database_list').all();
    return new DatabaseSync(String(main?.['file']), { readOnly: true });
  });
  // Another number once somebody else has written.
  const versions = (): string =>
    watchers
      .map((watcher) => watcher.prepare('PRAGMA data_version').get()?.['data_version'])
      .join(' ');
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = versions();
      for (const database of databases) database.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
      if (versions() === before) return;
      for (const database of databases) database.exec('ROLLBACK');
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
  throw new Advice('The databases are written to without a pause. Try again at a quieter time.');
};

/** The migrations that all databases have, but for those that are new. Throws advice where they differ. */
const migrationsOf = (databases: ReadonlyMap<string, DatabaseSync>): string[] => {
  let all: string[] | null = null;
  for (const [binding, database] of databases) {
    const own = appliedMigrations(database);
    refuseNewer(own);
    all ??= own;
    if (own.length > 0 && !areSame(own, all))
      throw new Advice(
        `The tables of ${binding} are of another Dateline than those of ${FIRST}. Run npm start first, which brings both up to date.`,
      );
  }
  return all ?? [];
};

const directoryIn = (database: DatabaseSync, tables: readonly Table[]): Directory => {
  const sql = directorySql(tables);
  const found = sql === null ? [] : database.prepare(sql).all();
  return new Map(found.map((row) => [String(row['id']), String(row['library_in'])]));
};

/** Writes a backup of one moment of all databases of an installation, by their bindings, also while others write to them. */
export const backupDatabases = async (
  file: string,
  databases: ReadonlyMap<string, DatabaseSync>,
  secret: string | null,
): Promise<Counts> => {
  const first = databases.get(FIRST);
  if (!first) throw new Error('a backup is of the accounts, at the least');
  beginTogether([...databases.values()]);
  try {
    const migrations = migrationsOf(databases);
    const tables = tablesOf(migrations);
    const directory = directoryIn(first, tables);
    const parts = new Map(
      [...databases]
        .filter(([, database]) => appliedMigrations(database).length > 0)
        .map(([binding, database]) => [binding, rowsIn(database)] as const),
    );
    const missing = [...directory.values()].find((binding) => !parts.has(binding));
    if (missing !== undefined)
      throw new Advice(
        `Libraries lie in ${missing}, and its file is not in the data folder, or empty: a backup without it would lack them.`,
      );
    const header = newHeader(migrations, secret, new Date());
    return await writeBackup(file, header, tables, rowsTogether(parts, directory));
  } finally {
    for (const database of databases.values()) database.exec('ROLLBACK');
  }
};

/** Backs up the installation in a data folder, whether its server runs or not. */
export const backupLocal = async (file: string, data: string): Promise<Counts> => {
  if (!existsSync(databaseFile(data)))
    throw new Advice(
      `There is no database in ${data} yet. Set DATELINE_DATA to the folder that npm start names as your data.`,
    );
  const release = useData(data);
  try {
    return await withDatabases(data, bindingsAt(data), (databases) =>
      backupDatabases(file, databases, savedSecret(data)),
    );
  } finally {
    release();
  }
};

/** Whether a database holds anything that a person made. Throws advice when it is newer than the code. */
export const hasData = (database: DatabaseSync): boolean => {
  const applied = appliedMigrations(database);
  refuseNewer(applied);
  return tablesOf(applied)
    .filter(holdsData)
    .some(({ name }) => database.prepare(`SELECT 1 FROM ${quoteName(name)} LIMIT 1`).get());
};

const refuseUnlessEmpty = (data: string, bindings: readonly string[]): Promise<void> => {
  const there = bindings.filter((binding) => existsSync(databaseFile(data, binding)));
  return withDatabases(data, there, (databases) => {
    if ([...databases.values()].some(hasData))
      throw new Advice(
        `${data} holds a library already, and a restore never replaces one. ` +
          'Set DATELINE_DATA to a new folder, restore there, and start Dateline on it. Nothing was changed.',
      );
  });
};

const insertInto = (database: DatabaseSync, tables: readonly Table[], line: Entry) => {
  if (!('table' in line)) return undefined;
  const table = tables.find(({ name }) => name === line.table);
  if (!table || !line.columns.every((column) => table.columns.includes(column))) return undefined;
  const places = line.columns.map(() => '?').join(', ');
  return database.prepare(
    `INSERT INTO ${quoteName(line.table)} (${quoteNames(line.columns)}) VALUES (${places})`,
  );
};

const insertRows = async (
  database: DatabaseSync,
  tables: readonly Table[],
  entries: AsyncIterable<Entry>,
  file: string,
): Promise<void> => {
  let insert: StatementSync | undefined;
  database.exec('BEGIN; PRAGMA defer_foreign_keys = ON');
  for await (const entry of entries) {
    if ('row' in entry) insert?.run(...entry.row);
    else insert = insertInto(database, tables, entry);
    if (!insert) throw damaged(file);
  }
  database.exec('COMMIT');
};

/**
 * Makes new databases of this code's newest form in a folder, one for each binding, and answers the header of the backup.
 */
export const rebuild = async (
  file: string,
  folder: string,
  bindings: readonly string[],
): Promise<Header> => {
  const { header, entries } = await openBackup(file);
  const database = openDatabase(folder);
  try {
    applyMigrations(database, header.migrations);
    await insertRows(database, tablesOf(header.migrations), entries, file);
    migrate(database);
    // What was frozen the server makes anew; what was copied of the library before holds no more. Where days move to another
    // zone, they are frozen afterwards. Whatever moved is where the directory says.
    database.exec(
      `UPDATE library SET epoch = lower(hex(randomblob(8))), frozen_through = '', frozen_seq = 0, leaving = 0,
         here = workspace NOT IN (SELECT workspace FROM deletion),
         freeze_due = iif(moved_to IS NULL, '2000-01-01T00:00:00.000Z', freeze_due)`,
    );
    partInto(database, folder, bindings, allTables());
    // A migration may have filed clips that lie elsewhere by now.
    database.exec('DELETE FROM unprofiled');
    await withDatabases(folder, bindings, (databases) => {
      for (const one of databases.values()) one.exec(PROFILE_SQL);
    });
    return header;
  } finally {
    database.close();
  }
};

/**
 * Restores a backup into a data folder without a library. The databases are built aside and take their
 * place together when they are complete: whatever happens before leaves the folder as it was.
 */
export const restoreLocal = async (file: string, data: string): Promise<Header> => {
  const release = useDataAlone(data);
  const aside = path.join(data, 'restoring');
  try {
    const bindings = bindingsWanted(data);
    await refuseUnlessEmpty(data, bindings);
    rmSync(aside, { recursive: true, force: true });
    const header = await rebuild(file, aside, bindings);
    if (header.secret) saveSecret(data, header.secret);
    const place = path.dirname(databaseFile(data));
    mkdirSync(path.dirname(place), { recursive: true });
    // Empty, as was seen.
    rmSync(place, { recursive: true, force: true });
    renameSync(path.dirname(databaseFile(aside)), place);
    return header;
  } finally {
    rmSync(aside, { recursive: true, force: true });
    release();
  }
};
