// Several databases as one: in a backup all libraries lie beside the accounts, each taken from where the directory says that
// it lies. What of a library that moves lies elsewhere, its copy or what it left behind, is in no backup.
import type { DatabaseSync } from 'node:sqlite';
import { CONTROL_TABLES } from '../../db/control-tables.ts';
import { migrate, openDatabase } from '../database.ts';
import { FIRST } from '../databases.ts';
import { quoteName, quoteNames, type ReadRows, type Table } from './tables.ts';

/** The binding of the database of each library that lies beside no accounts, by its workspace. */
export type Directory = ReadonlyMap<string, string>;

/** The SQL that asks for the directory: a binding for each workspace; null where the tables know of no other database yet. */
export const directorySql = (tables: readonly Table[]): string | null =>
  tables.find(({ name }) => name === 'workspace')?.columns.includes('library_in')
    ? `SELECT id, library_in FROM workspace WHERE library_in <> '${FIRST}' ORDER BY id`
    : null;

/** Whether a table is one of the accounts: it has rows in the first database alone. */
export const isOfAccounts = ({ name }: Table): boolean => CONTROL_TABLES.includes(name);

/** Where a library lies. */
export const bindingOf = (directory: Directory, workspace: unknown): string =>
  directory.get(String(workspace)) ?? FIRST;

/** The rows of several databases, by their bindings, as if they lay in one. */
export const rowsTogether = (
  parts: ReadonlyMap<string, ReadRows>,
  directory: Directory,
): ReadRows =>
  async function* rows(table) {
    const ofAccounts = isOfAccounts(table);
    const workspace = table.columns.indexOf('workspace');
    for (const [binding, read] of parts) {
      if (ofAccounts && binding !== FIRST) continue;
      for await (const row of read(table))
        if (ofAccounts || bindingOf(directory, row[workspace]) === binding) yield row;
    }
  };

/**
 * Parts a database that holds all libraries: those that lay in one of these bindings go there, into a database of their own
 * beside it; the others stay, and the directory says so.
 */
export const partInto = (
  database: DatabaseSync,
  folder: string,
  bindings: readonly string[],
  tables: readonly Table[],
): void => {
  database
    .prepare(
      `UPDATE workspace SET library_in = '${FIRST}'
       WHERE library_in NOT IN (SELECT value FROM json_each(?))`,
    )
    .run(JSON.stringify(bindings));
  for (const binding of bindings.filter((name) => name !== FIRST)) {
    const further = openDatabase(folder, binding);
    const file = further.prepare('PRAGMA database_list').get()?.['file'];
    migrate(further);
    further.close();
    database.prepare('ATTACH ? AS further').run(String(file));
    database.exec('BEGIN');
    for (const table of tables.filter((one) => !isOfAccounts(one))) {
      const [name, columns] = [quoteName(table.name), quoteNames(table.columns)];
      const here = `FROM main.${name} WHERE workspace IN (SELECT id FROM main.workspace WHERE library_in = '${binding}')`;
      database.exec(
        `INSERT INTO further.${name} (${columns}) SELECT ${columns} ${here}; DELETE ${here};`,
      );
    }
    database.exec('COMMIT; DETACH further');
  }
};
