// The tables that a backup holds, read off the migrations themselves, so that a new table is never forgotten.
import { DatabaseSync } from 'node:sqlite';
import { knownMigrations, migrationSql } from '../database.ts';
import type { Row } from './format.ts';

export interface Table {
  name: string;
  columns: readonly string[];
  /** The primary key, in its order. */
  key: readonly string[];
  /** The tables that its foreign keys name. */
  parents: readonly string[];
}

/** The rows of one table, ordered by its key. */
export type ReadRows = (table: Table) => Iterable<Row> | AsyncIterable<Row>;

/** A claim is a link to an installation that nobody owns yet: it alone does not make a database worth keeping. */
export const holdsData = (table: Table): boolean => table.name !== 'claim';

const names = (database: DatabaseSync, sql: string, table: string): string[] =>
  database
    .prepare(sql)
    .all(table)
    .map((row) => String(row['name']));

const describe = (database: DatabaseSync, name: string): Table => {
  const table = {
    name,
    columns: names(database, 'SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0', name),
    key: names(database, 'SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk', name),
    parents: names(
      database,
      'SELECT DISTINCT "table" AS name FROM pragma_foreign_key_list(?)',
      name,
    ),
  };
  if (table.key.length === 0)
    throw new Error(`${name} has no primary key: a backup pages by it, give it one`);
  return table;
};

/** Each table after those that it refers to. */
const parentsFirst = (tables: readonly Table[]): Table[] => {
  const sorted: Table[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const blocked = waiting.filter(({ name, parents }) =>
      waiting.some((other) => other.name !== name && parents.includes(other.name)),
    );
    if (blocked.length === waiting.length) throw new Error('foreign keys go in a circle');
    sorted.push(...waiting.filter((table) => !blocked.includes(table)));
    waiting = blocked;
  }
  return sorted;
};

/**
 * Made of the other tables, clip by clip, after a restore; the trash, since what was deleted is in no backup; what is over
 * in an hour: who tried what; and how far the move of a library was.
 */
const LEFT_OUT = new Set([
  'clip_profile',
  'unprofiled',
  'digest',
  'digest_page',
  'trash',
  'trash_content',
  'trash_row',
  'rate',
  'answered_challenge',
  'relocation',
  'changed_row',
  'arrival',
]);

/** Files the clips of a database that was filled by a restore: the server makes of them what no backup holds. */
export const PROFILE_SQL =
  'INSERT OR IGNORE INTO unprofiled (workspace, clip) SELECT workspace, rid FROM clip';

/**
 * The tables of a database with these migrations, each after those it refers to. Virtual tables
 * (the search index), generated columns, what else is made of the others and the trash are left out.
 */
export const tablesOf = (migrations: readonly string[]): Table[] => {
  const database = new DatabaseSync(':memory:');
  try {
    for (const name of migrations) database.exec(migrationSql(name));
    const tables = database
      .prepare(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
         ORDER BY name`,
      )
      .all();
    return parentsFirst(
      tables
        .map((row) => String(row['name']))
        .filter((name) => !LEFT_OUT.has(name))
        .map((name) => describe(database, name)),
    );
  } finally {
    database.close();
  }
};

/** Whether two databases have the same migrations, in whatever order: a later one may have been published before. */
export const areSame = (own: readonly string[], other: readonly string[]): boolean =>
  own.toSorted().join() === other.toSorted().join();

/** The tables of a database of this code. */
export const allTables = (): Table[] => tablesOf(knownMigrations());

/** A name as SQL has it; ours need no escaping, but `keep` and its like may be words of SQL one day. */
export const quoteName = (name: string): string => `"${name}"`;

/** Names as SQL has them, parted by commas. */
export const quoteNames = (list: readonly string[]): string => list.map(quoteName).join(', ');
