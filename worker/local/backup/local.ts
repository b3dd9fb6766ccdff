// Backup and restore of the database on this machine.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
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
import { Advice } from '../process.ts';
import { openBackup, writeBackup } from './file.ts';
import { type Counts, damaged, type Entry, type Header, newHeader, Row } from './format.ts';
import { holdsData, quoteName, quoteNames, type ReadRows, type Table, tablesOf } from './tables.ts';

/** Reads the tables of an open database, row by row. */
export const rowsIn = (database: DatabaseSync): ReadRows =>
  function* rows({ name, columns, key }) {
    const sql = `SELECT ${quoteNames(columns)} FROM ${quoteName(name)} ORDER BY ${quoteNames(key)}`;
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    for (const row of statement.iterate()) yield v.parse(Row, row);
  };

/** Writes a backup of one moment of an open database, also while others write to it. */
export const backupDatabase = async (
  file: string,
  database: DatabaseSync,
  secret: string | null,
): Promise<Counts> => {
  database.exec('BEGIN');
  try {
    const migrations = appliedMigrations(database);
    refuseNewer(migrations);
    const header = newHeader(migrations, secret, new Date());
    return await writeBackup(file, header, tablesOf(migrations), rowsIn(database));
  } finally {
    database.exec('ROLLBACK');
  }
};

/** Backs up the installation in a data folder, whether its server runs or not. */
export const backupLocal = async (file: string, data: string): Promise<Counts> => {
  if (!existsSync(databaseFile(data)))
    throw new Advice(
      `There is no database in ${data} yet. Set DATELINE_DATA to the folder that npm start names as your data.`,
    );
  const release = useData(data);
  const database = openDatabase(data);
  try {
    return await backupDatabase(file, database, savedSecret(data));
  } finally {
    database.close();
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

const refuseUnlessEmpty = (data: string): void => {
  if (!existsSync(databaseFile(data))) return;
  const database = openDatabase(data);
  try {
    if (hasData(database))
      throw new Advice(
        `${data} holds a library already, and a restore never replaces one. ` +
          'Set DATELINE_DATA to a new folder, restore there, and start Dateline on it. Nothing was changed.',
      );
  } finally {
    // The last to close a database also takes its journal away, which must not meet the new file.
    database.close();
  }
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

/** Makes a new database of this code's newest form in a folder, and answers the secret of the backup. */
export const rebuild = async (file: string, folder: string): Promise<Header> => {
  const { header, entries } = await openBackup(file);
  const database = openDatabase(folder);
  try {
    applyMigrations(database, header.migrations);
    await insertRows(database, tablesOf(header.migrations), entries, file);
    migrate(database);
    // What a backup leaves out of clips, and what was frozen, the server makes anew; what was copied of the library before
    // holds no more. Where days move to another zone, they are frozen afterwards.
    database.exec(
      `INSERT OR IGNORE INTO unprofiled (workspace, clip) SELECT workspace, rid FROM clip;
       UPDATE library SET epoch = lower(hex(randomblob(8))), frozen_through = '', frozen_seq = 0, leaving = 0,
         freeze_due = iif(moved_to IS NULL, '2000-01-01T00:00:00.000Z', freeze_due)`,
    );
    return header;
  } finally {
    database.close();
  }
};

/**
 * Restores a backup into a data folder without a library. The database is built aside and takes its
 * place when it is complete: whatever happens before leaves the folder as it was.
 */
export const restoreLocal = async (file: string, data: string): Promise<Header> => {
  const release = useDataAlone(data);
  const aside = path.join(data, 'restoring');
  try {
    refuseUnlessEmpty(data);
    rmSync(aside, { recursive: true, force: true });
    const header = await rebuild(file, aside);
    if (header.secret) saveSecret(data, header.secret);
    mkdirSync(path.dirname(databaseFile(data)), { recursive: true });
    renameSync(databaseFile(aside), databaseFile(data));
    return header;
  } finally {
    rmSync(aside, { recursive: true, force: true });
    release();
  }
};
