// Which databases an installation binds: that of the accounts as DB, and further ones for libraries as DB_2, DB_3, …
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { databaseFile, openDatabase } from './database.ts';
import { Advice, ROOT } from './process.ts';

/** The binding of the database in which the accounts lie. */
export const FIRST = 'DB';

/** More databases on one machine are a slip of the finger. */
const MOST = 50;

/** A database that a deployment binds, and its name at Cloudflare. */
export interface Bound {
  binding: string;
  name: string;
}

/** The databases that a wrangler.toml binds, without what is a comment. */
export const boundIn = (config: string): Bound[] =>
  config
    .split(/^\[\[d1_databases\]\]$/m)
    .slice(1)
    .flatMap((section) => {
      const own = section.split(/^\[/m)[0] ?? '';
      const binding = /^binding = "(DB(?:_\d+)?)"/m.exec(own)?.[1];
      const name = /^database_name = "([^"]+)"/m.exec(own)?.[1];
      return binding && name ? [{ binding, name }] : [];
    });

/** The databases that wrangler.toml binds. */
export const boundDeployed = (): Bound[] =>
  boundIn(readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8'));

const nameOf = (number: number): string => (number === 1 ? FIRST : `${FIRST}_${number}`);

const wanted = (): number => {
  const told = process.env['DATABASES'] || '1';
  const count = Number(told);
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new Advice(`DATABASES must be a number from 1 to ${MOST}, not '${told}'.`);
  return count;
};

const firstOf = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => nameOf(index + 1));

/** The bindings of the databases that are in a data folder, DB first: libraries may lie in each of them. */
export const bindingsAt = (data: string): string[] => {
  const last = firstOf(MOST).findLastIndex((name) => existsSync(databaseFile(data, name)));
  return firstOf(Math.max(last + 1, 1));
};

/** The same, and as many as DATABASES says. Throws advice where that is no number. */
export const bindingsWanted = (data: string): string[] =>
  firstOf(Math.max(bindingsAt(data).length, wanted()));

/** Opens the databases of some bindings, making those that are missing, for as long as `use` takes. */
export const withDatabases = async <T>(
  data: string,
  bindings: readonly string[],
  use: (databases: ReadonlyMap<string, DatabaseSync>) => T | Promise<T>,
): Promise<T> => {
  const databases = new Map<string, DatabaseSync>();
  try {
    for (const binding of bindings) databases.set(binding, openDatabase(data, binding));
    return await use(databases);
  } finally {
    // The last to close a database also takes its journal away.
    for (const database of databases.values()) database.close();
  }
};
