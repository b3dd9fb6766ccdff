// Backup and restore of deployed databases: the same code through wrangler, over D1 on this machine.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupLocal, restoreLocal } from '../../worker/local/backup/local.ts';
import { backupRemote, restoreRemote, type Wrangler } from '../../worker/local/backup/remote.ts';
import { insertStatements } from '../../worker/local/backup/sql.ts';
import { applyMigrations, knownMigrations, openDatabase } from '../../worker/local/database.ts';
import { runTool } from '../../worker/local/process.ts';
import { dump, fill, moveSecond, SHORT, waiting } from './backup-sample.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SECRET = 'secret-of-the-test';
const secrets: string[] = [];
let folder = '';

const at = (name: string): string => path.join(folder, name);

/** Wrangler with its own D1 in a folder; only the secret, which has no local form, is caught. */
const wranglerIn = (
  data: string,
  meanwhile: (args: readonly string[]) => void = () => {},
): Wrangler => ({
  where: ['--local', '--persist-to', data],
  databases: [{ binding: 'DB', name: 'dateline' }],
  run: async (args, input) => {
    if (args[0] === 'secret') {
      secrets.push(`${args.join(' ')} < ${input}`);
      return '';
    }
    const answer = await runTool('wrangler', args, input);
    meanwhile(args);
    return answer;
  },
});

/** With fewer tables there is less to wait for. */
const SOME = ['workspace', 'library', 'clip', 'tag'];
const TABLES = ['account', 'workspace', 'library', 'clip', 'clip_content'];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dateline-remote-'));
  mkdirSync(at('source'));
  // More rows than a page has, and by their long texts more characters.
  fill(at('source'), { rows: 30, only: TABLES });
  fill(at('source'), { rows: 520, only: ['day_count'] });
});

afterAll(() => rmSync(folder, { recursive: true }));

test(
  'a deployed database that was restored and backed up again equals the first, with its secret put',
  { timeout: 600_000 },
  async () => {
    writeFileSync(path.join(at('source'), 'secret'), SECRET);
    await backupLocal(at('local.gz'), at('source'));
    const before = dump(at('source'));
    const deployed = wranglerIn(at('deployed'));
    await restoreRemote(at('local.gz'), deployed);
    expect(secrets).toEqual([`secret put SECRET < ${SECRET}`]);
    expect(dump(at('deployed'))).toEqual(before);
    const counts = await backupRemote(at('remote.gz'), deployed);
    expect(counts).toMatchObject({ clip: 30, day_count: 520, keep: 0 });
    mkdirSync(at('again'));
    await restoreLocal(at('remote.gz'), at('again'));
    expect(dump(at('again'))).toEqual(before);
    await expect(restoreRemote(at('local.gz'), deployed)).rejects.toThrow(
      /holds a library already/,
    );
    expect(dump(at('deployed'))).toEqual(before);
  },
);

/** As the Dateline before this one left it: wrangler, which begins anew for each, applies the last one alone. */
const migrateBeforeLast = (data: string, binding: string): void => {
  const database = openDatabase(data, binding);
  applyMigrations(database, knownMigrations().slice(0, -1));
  database.close();
};

const bindingOf = (binding: string, name: string, local: string): string =>
  `[[d1_databases]]
   binding = "${binding}"
   database_name = "${name}"
   preview_database_id = "${local}"
   migrations_dir = ${JSON.stringify(path.join(ROOT, 'worker/db/migrations'))}\n`;

/** The same, with a second database. */
const severalIn = (
  data: string,
  meanwhile: (args: readonly string[]) => void = () => {},
): Wrangler => {
  writeFileSync(
    at('wrangler.toml'),
    `name = "dateline"\ncompatibility_date = "2026-10-01"\n
     ${bindingOf('DB', 'dateline', 'local-db')}${bindingOf('DB_2', 'dateline-2', 'local-db-2')}`,
  );
  const one = wranglerIn(data, meanwhile);
  return {
    ...one,
    where: [...one.where, '--config', at('wrangler.toml')],
    databases: [...one.databases, { binding: 'DB_2', name: 'dateline-2' }],
  };
};

test(
  'libraries of several deployed databases are in one backup, and go back to where they were',
  { timeout: 600_000 },
  async () => {
    fill(at('several'), { rows: 4, texts: SHORT, only: SOME });
    mkdirSync(at('in-one'));
    const before = dump(at('several'));
    moveSecond(at('several'), 'DB_2');
    await backupRemote(at('several.gz'), severalIn(at('several')));
    await restoreLocal(at('several.gz'), at('in-one'));
    expect(dump(at('in-one'))).toEqual(before);
    for (const binding of ['DB', 'DB_2']) migrateBeforeLast(at('deployed-several'), binding);
    const deployed = severalIn(at('deployed-several'));
    await restoreRemote(at('several.gz'), deployed);
    const clips = [dump(deployed.where[2] ?? ''), dump(deployed.where[2] ?? '', 'DB_2')];
    for (const part of clips)
      expect(part).toMatchObject({ clip: expect.stringMatching(/^2 rows/) });
    for (const binding of ['DB', 'DB_2'])
      expect(waiting(at('deployed-several'), binding)).toEqual({ own: 2, others: 0 });
    // One that lies in a database that is bound no more is not left out in silence.
    await expect(backupRemote(at('lacking.gz'), wranglerIn(at('several')))).rejects.toThrow(
      /lie in DB_2, which wrangler.toml does not bind/,
    );
    expect(existsSync(at('lacking.gz'))).toBe(false);
  },
);

test(
  'a copy during which a library moves away and back is thrown away',
  { timeout: 600_000 },
  async () => {
    fill(at('moving'), { rows: 4, texts: SHORT, only: SOME });
    moveSecond(at('moving'), 'DB_2');
    const set = (here: number): void => {
      const database = openDatabase(at('moving'), 'DB_2');
      database.exec(`UPDATE library SET here = ${here}`);
      database.close();
    };
    // Gone from there while this one table is read.
    const moving = severalIn(at('moving'), (args) => {
      const sql = args.at(-1) ?? '';
      if (!args.includes('dateline-2')) return;
      if (sql.includes('FROM "clip"  ORDER')) set(0);
      if (sql.includes('FROM "tag"  ORDER')) set(1);
    });
    await expect(backupRemote(at('moved.gz'), moving)).rejects.toThrow(/changed while it was/);
    expect(existsSync(at('moved.gz'))).toBe(false);
  },
);

test('a copy during which the library changed is thrown away', { timeout: 600_000 }, async () => {
  fill(at('changing'), { rows: 2, only: ['library', 'clip'] });
  const changing = wranglerIn(at('changing'), (args) => {
    if (!args.at(-1)?.includes('FROM "clip"  ORDER')) return;
    const database = openDatabase(at('changing'));
    database.exec('UPDATE library SET seq = seq + 1');
    database.close();
  });
  await expect(backupRemote(at('changed.gz'), changing)).rejects.toThrow(/changed while it was/);
  expect(existsSync(at('changed.gz'))).toBe(false);
});

test('every statement is under the 100 kB that D1 takes, and each text is whole when they have run', async () => {
  const table = {
    name: 'page',
    columns: ['id', 'one', 'two'],
    key: ['id'],
    parents: [],
  };
  const rows = [
    ['a', "'".repeat(70_000), '漢'.repeat(70_001)],
    ['b', '\0'.repeat(70_000), '🗞️'.repeat(40_000)],
    ...Array.from({ length: 900 }, (_, index) => [`c${index}`, null, `${"'\n;"}${index}`]),
  ];
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE page (id TEXT PRIMARY KEY, one TEXT, two TEXT) STRICT');
  for await (const statement of insertStatements(table, rows)) {
    expect(Buffer.byteLength(statement)).toBeLessThan(100_000);
    database.exec(statement);
  }
  const read = database.prepare('SELECT id, one, two FROM page ORDER BY rowid');
  read.setReturnArrays(true);
  expect(JSON.stringify(read.all()) === JSON.stringify(rows)).toBe(true);
});
