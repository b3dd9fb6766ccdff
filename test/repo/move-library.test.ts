// Asking for the move of a library, on a real database of all migrations.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { applyMigrations, knownMigrations, migrate } from '../../worker/local/database.ts';
import {
  bindingsAt,
  bindingsWanted,
  boundIn,
  withDatabases,
} from '../../worker/local/databases.ts';
import { askSql, FIND_ALL_SQL, findSql, Moving, toldOf } from '../../worker/local/relocation.ts';
import { command } from './backup-sample.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

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
  expect(told()).toEqual(["it's, DB to DB_2: is prepared by the next scheduled runs."]);
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

test('the databases are those of wrangler.toml, without what is a comment', () => {
  const config = readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8');
  const first = { binding: 'DB', name: 'dateline' };
  expect(boundIn(config)).toEqual([first]);
  const further = `${config}\n[[d1_databases]]\nbinding = "DB_2"\ndatabase_name = "two"\n\n[other]\nbinding = "DB_3"\n`;
  expect(boundIn(further)).toEqual([first, { binding: 'DB_2', name: 'two' }]);
});

test('the databases of this machine are those that are there, and as many as are wanted', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'dateline-bound-'));
  try {
    expect(bindingsAt(data)).toEqual(['DB']);
    vi.stubEnv('DATABASES', '2');
    expect(bindingsWanted(data)).toEqual(['DB', 'DB_2']);
    await withDatabases(data, ['DB', 'DB_2', 'DB_3'], () => {});
    // What is there once is bound ever after: libraries may lie in it.
    expect(bindingsWanted(data)).toEqual(['DB', 'DB_2', 'DB_3']);
    for (const wrong of ['0', '1.5', 'two', '51']) {
      vi.stubEnv('DATABASES', wrong);
      expect(() => bindingsWanted(data)).toThrow(/DATABASES must be a number from 1 to 50/);
      expect(bindingsAt(data)).toEqual(['DB', 'DB_2', 'DB_3']);
    }
  } finally {
    vi.unstubAllEnvs();
    rmSync(data, { recursive: true });
  }
});

test('the command refuses what it does not understand, and files a move on this machine', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'dateline-moves-'));
  const said = (...args: string[]) => command(ROOT, 'move-library', args, data).printed;
  try {
    expect(said('abc')).toContain('Usage: npm run move-library');
    expect(said('abc', 'DB_9', '--remote')).toContain(
      'No database is bound as DB_9: wrangler.toml binds DB.',
    );
    expect(said('abc', 'DB_2')).toMatch(/bound as DB_2: .* has DB, and DATABASES=2 npm start/);
    expect(said()).toContain('Run npm start first');
    await withDatabases(data, ['DB', 'DB_2'], (databases) => {
      for (const each of databases.values()) migrate(each);
      databases
        .get('DB')
        ?.exec(
          `INSERT INTO workspace (id, number, name, created_at) VALUES ('abc', 7, 'N', '2026')`,
        );
    });
    expect(said()).toBe('No library moves.\n');
    expect(said('def', 'DB_2')).toContain('There is no workspace def.');
    expect(said('abc', 'DB')).toContain('is in DB already');
    expect(said('abc', 'DB_2')).toContain('The library of “N” will move from DB to DB_2');
    expect(said()).toBe('abc, DB to DB_2: is prepared by the next scheduled runs.\n');
  } finally {
    rmSync(data, { recursive: true });
  }
});
