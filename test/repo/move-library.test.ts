// Asking for the move of a library, on a real database of all migrations.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { applyMigrations, knownMigrations } from '../../worker/local/database.ts';
import {
  askSql,
  bindingsIn,
  FIND_ALL_SQL,
  findSql,
  Moving,
  toldOf,
} from '../../worker/local/relocation.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const command = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(ROOT, 'worker/local/move-library.ts'), ...args], {
    encoding: 'utf8',
  });

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  applyMigrations(database, knownMigrations());
  database.exec(
    `INSERT INTO workspace (id, number, name, created_at) VALUES ('it''s', 7, 'News', '2026')`,
  );
});
afterEach(() => database.close());

const told = () =>
  v.parse(v.array(Moving), database.prepare(FIND_ALL_SQL).all()).map((one) => toldOf(one));

test('a move is filed once, and again only where the last one came to nothing', () => {
  expect(database.prepare(findSql("it's")).all()).toEqual([{ name: 'News', library_in: 'DB' }]);
  expect(database.prepare(findSql('other')).all()).toEqual([]);
  expect(database.prepare(askSql("it's", 'DB_2')).all()).toHaveLength(1);
  expect(database.prepare(askSql("it's", 'DB_3')).all()).toEqual([]);
  expect(told()).toEqual(["it's, DB to DB_2: waits for the next scheduled run."]);
  database.exec(`UPDATE relocation SET phase = 'failed', problem = 'of this', step = 3`);
  expect(told()).toEqual([
    "it's, DB to DB_2: did not move, and is used as ever where it is, since of this.",
  ]);
  const before = Number(database.prepare('SELECT move FROM relocation').get()?.['move']);
  expect(database.prepare(askSql("it's", 'DB_3')).all()).toHaveLength(1);
  const { move, ...row } = database.prepare('SELECT * FROM relocation').get() ?? {};
  expect(Number(move)).toBeGreaterThan(before);
  expect(row).toMatchObject({
    number: 7,
    source: 'DB',
    target: 'DB_3',
    phase: 'asked',
    step: 0,
    problem: null,
  });
});

test('a workspace that is deleted is none', () => {
  database.exec(`INSERT INTO deletion (workspace, number, account) VALUES ('it''s', 7, 'a')`);
  expect(database.prepare(findSql("it's")).all()).toEqual([]);
});

test('the bindings are those of wrangler.toml, without what is a comment', () => {
  const config = readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8');
  expect(bindingsIn(config)).toEqual(['DB']);
  const further = `${config}\n[[d1_databases]]\nbinding = "DB_2"\ndatabase_name = "two"\n\n[other]\nbinding = "DB_3"\n`;
  expect(bindingsIn(further)).toEqual(['DB', 'DB_2']);
});

test('the command refuses what it does not understand, before it asks anybody', () => {
  expect(command('abc').stderr).toContain('Usage: npm run move-library');
  const unknown = command('abc', 'DB_9');
  expect(unknown.stderr).toContain('wrangler.toml binds no database as DB_9; it binds DB.');
  expect(unknown.status).toBe(1);
});
