// The local D1 file: where the local runtime keeps it, and the migrations on it before the runtime starts.
import { createHash, createHmac } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Advice, ROOT } from './process.ts';

/** The name under which the local runtime files the database; `preview_database_id` in wrangler.toml. */
export const LOCAL_DATABASE = 'local-db';

/** As LOCAL_DATABASE, of any binding: `local-db-2` of DB_2. */
export const localName = (binding: string): string =>
  binding.replace('DB', LOCAL_DATABASE).replace('_', '-');

const MIGRATIONS = path.join(ROOT, 'worker/db/migrations');

/** Where the local runtime keeps a D1 database: its object id is derived from the name (as in its source). */
export const databaseFile = (data: string, binding = 'DB'): string => {
  const objectKey = 'miniflare-D1DatabaseObject';
  const key = createHash('sha256').update(objectKey).digest();
  const name = createHmac('sha256', key).update(localName(binding)).digest().subarray(0, 16);
  const check = createHmac('sha256', key).update(name).digest().subarray(0, 16);
  const id = Buffer.concat([name, check]).toString('hex');
  return path.join(data, 'v3/d1', objectKey, `${id}.sqlite`);
};

/** Opens a local database under a data folder, making it where it is missing. */
export const openDatabase = (data: string, binding = 'DB'): DatabaseSync => {
  const file = databaseFile(data, binding);
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL');
  return database;
};

/** The migrations of this code, in their order. */
export const knownMigrations = (): string[] =>
  readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort();

/** The SQL of one migration. */
export const migrationSql = (name: string): string =>
  readFileSync(path.join(MIGRATIONS, name), 'utf8');

/** Those among the names that this code does not know: a newer Dateline made them. */
export const unknownMigrations = (names: readonly string[]): string[] => {
  const known = new Set(knownMigrations());
  return names.filter((name) => !known.has(name));
};

/** Throws advice when a database with these migrations is newer than the code. */
export const refuseNewer = (applied: readonly string[]): void => {
  const unknown = unknownMigrations(applied);
  if (unknown.length > 0)
    throw new Advice(
      `The database was made by a newer Dateline (it has ${unknown.join(', ')}). ` +
        'Update this checkout (git pull), or set DATELINE_DATA to another folder.',
    );
};

/** The migrations that a database has, in the order of their application; none where it is empty. */
export const appliedMigrations = (database: DatabaseSync): string[] => {
  const table = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'd1_migrations'`).get();
  if (!table) return [];
  return database
    .prepare('SELECT name FROM d1_migrations ORDER BY id')
    .all()
    .map((row) => String(row['name']));
};

/** Applies each in a transaction of its own, and keeps wrangler's own record of them, so that both agree. */
export const applyMigrations = (database: DatabaseSync, names: readonly string[]): void => {
  database.exec(
    `CREATE TABLE IF NOT EXISTS d1_migrations(
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       name TEXT UNIQUE,
       applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
  );
  for (const name of names) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(migrationSql(name));
      database.prepare('INSERT INTO d1_migrations(name) VALUES (?)').run(name);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
};

/** The migrations that a database lacks. Throws advice when it is newer than the code. */
export const missingMigrations = (database: DatabaseSync): string[] => {
  const applied = appliedMigrations(database);
  refuseNewer(applied);
  return knownMigrations().filter((name) => !applied.includes(name));
};

/** Applies what is missing. Throws advice when the database is newer than the code. */
export const migrate = (database: DatabaseSync): void =>
  applyMigrations(database, missingMigrations(database));
