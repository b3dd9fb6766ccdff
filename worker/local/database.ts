// The local D1 file: where the local runtime keeps it, and the migrations on it before the runtime starts.
import { createHash, createHmac } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Advice, ROOT } from './process.ts';

/** The name under which the local runtime files the database; `preview_database_id` in wrangler.toml. */
export const LOCAL_DATABASE = 'local-db';

const MIGRATIONS = path.join(ROOT, 'worker/db/migrations');

/** Where the local runtime keeps a D1 database: its object id is derived from the name (as in its source). */
const databaseFile = (data: string): string => {
  const objectKey = 'miniflare-D1DatabaseObject';
  const key = createHash('sha256').update(objectKey).digest();
  const name = createHmac('sha256', key).update(LOCAL_DATABASE).digest().subarray(0, 16);
  const check = createHmac('sha256', key).update(name).digest().subarray(0, 16);
  const id = Buffer.concat([name, check]).toString('hex');
  return path.join(data, 'v3/d1', objectKey, `${id}.sqlite`);
};

/** Opens the local database under a data folder, making it where it is missing. */
export const openDatabase = (data: string): DatabaseSync => {
  const file = databaseFile(data);
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL');
  return database;
};

/**
 * Applies the migrations that are missing, each in a transaction of its own, and keeps wrangler's
 * own record of them, so that both agree. Throws advice when the database is newer than the code.
 */
export const migrate = (database: DatabaseSync): void => {
  database.exec(
    `CREATE TABLE IF NOT EXISTS d1_migrations(
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       name TEXT UNIQUE,
       applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
  );
  const known = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const applied = new Set(
    database
      .prepare('SELECT name FROM d1_migrations')
      .all()
      .map((row) => String(row['name'])),
  );
  const unknown = [...applied].filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Advice(
      `The database was made by a newer Dateline (it has ${unknown.join(', ')}). ` +
        'Update this checkout (git pull), or set DATELINE_DATA to another folder.',
    );
  for (const name of known.filter((file) => !applied.has(file))) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(readFileSync(path.join(MIGRATIONS, name), 'utf8'));
      database.prepare('INSERT INTO d1_migrations(name) VALUES (?)').run(name);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
};
