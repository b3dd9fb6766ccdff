// Backup and restore of a deployed database: the same code through wrangler, over D1 on this machine.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupLocal, restoreLocal } from '../../worker/local/backup/local.ts';
import { backupRemote, restoreRemote, type Wrangler } from '../../worker/local/backup/remote.ts';
import { insertStatements } from '../../worker/local/backup/sql.ts';
import { openDatabase } from '../../worker/local/database.ts';
import { runTool } from '../../worker/local/process.ts';
import { dump, fill } from './backup-sample.ts';

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
  { timeout: 240_000 },
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

test('what lies in another database is not left out in silence', { timeout: 120_000 }, async () => {
  fill(at('several'), { rows: 2, only: ['workspace', 'library'] });
  const database = openDatabase(at('several'));
  database.exec(`UPDATE workspace SET library_in = 'DB_2' WHERE rowid = 1`);
  database.close();
  await expect(backupRemote(at('several.gz'), wranglerIn(at('several')))).rejects.toThrow(
    /other databases than the accounts \(1\)/,
  );
  expect(existsSync(at('several.gz'))).toBe(false);
});

test('a copy during which the library changed is thrown away', { timeout: 120_000 }, async () => {
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
