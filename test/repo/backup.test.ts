// Backup and restore as a person runs them: nothing is lost, nothing is overwritten, nothing is half done.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupDatabases, backupLocal, restoreLocal } from '../../worker/local/backup/local.ts';
import { databaseFile, openDatabase } from '../../worker/local/database.ts';
import { useData } from '../../worker/local/data.ts';
import { command, dump, epochs, fill, moveSecond, SHORT, tree, waiting } from './backup-sample.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SECRET = 'secret-of-the-test';
let folder = '';
let source = '';
let file = '';

const at = (name: string): string => path.join(folder, name);

const newFolder = (name: string): string => {
  mkdirSync(at(name));
  return at(name);
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dateline-backup-'));
  source = newFolder('source');
  file = at('library.jsonl.gz');
  fill(source, { rows: 60 });
  writeFileSync(path.join(source, 'secret'), SECRET);
  await backupLocal(file, source);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('a restored installation equals the one that was backed up, in every table, and keeps its secret', async () => {
  const before = dump(source);
  expect(Object.values(before).filter((rows) => rows.startsWith('0 '))).toEqual([]);
  const target = newFolder('equal');
  await restoreLocal(file, target);
  expect(dump(target)).toEqual(before);
  expect(readFileSync(path.join(target, 'secret'), 'utf8')).toBe(SECRET);
  expect(readdirSync(target).sort()).toEqual(['lock', 'secret', 'v3']);
});

test('a restored library tells those who copied it before that it is another one', async () => {
  const libraries = [source, newFolder('once'), newFolder('twice')];
  for (const target of libraries.slice(1)) await restoreLocal(file, target);
  const found = libraries.flatMap(epochs);
  expect(new Set(found).size).toBe(found.length);
});

test('a restored library has its past days frozen anew, while they move to another zone afterwards', async () => {
  const [data, target] = [newFolder('frozen'), newFolder('thawed')];
  fill(data, { rows: 2, texts: SHORT });
  const frozen = openDatabase(data);
  frozen.exec(
    `UPDATE library SET frozen_through = '2026-03-09', frozen_seq = 7, freeze_due = '9999-12-31', moved_to = 1;
     UPDATE library SET freeze_due = '2026-03-11', moved_to = NULL
     WHERE workspace = (SELECT min(workspace) FROM library)`,
  );
  frozen.close();
  await backupLocal(at('frozen.jsonl.gz'), data);
  await restoreLocal(at('frozen.jsonl.gz'), target);
  const restored = openDatabase(target);
  const libraries = restored
    .prepare('SELECT frozen_through, frozen_seq, freeze_due FROM library ORDER BY workspace')
    .all();
  restored.close();
  const due = ['2000-01-01T00:00:00.000Z', '9999-12-31'];
  expect(libraries).toEqual(
    due.map((freeze_due) => ({ frozen_through: '', frozen_seq: 0, freeze_due })),
  );
});

test('the file is for its owner alone, and its lines are as docs/backup.md tells them', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    format: 'dateline-backup',
    version: 1,
    migrations: expect.arrayContaining(['0001_first.sql']),
    secret: SECRET,
  });
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: true, counts: { clip: 60 } });
});

test('a backup is of one moment, whatever is written meanwhile', async () => {
  const data = newFolder('moment');
  await restoreLocal(file, data);
  const reader = openDatabase(data);
  const writer = openDatabase(data);
  const made = backupDatabases(at('moment.gz'), new Map([['DB', reader]]), null);
  writer.exec('DELETE FROM keep; DELETE FROM clip; UPDATE library SET seq = seq + 1');
  await made;
  reader.close();
  writer.close();
  const target = newFolder('of-that-moment');
  await restoreLocal(at('moment.gz'), target);
  expect(dump(target)).toEqual(dump(source));
  expect(dump(data)).not.toEqual(dump(source));
});

test('libraries of several databases are in one backup, each once, whatever a move has left in either', async () => {
  const data = newFolder('several');
  await restoreLocal(file, data);
  moveSecond(data, 'DB_2');
  await backupLocal(at('several.gz'), data);
  // On a machine with one database all of them lie in that.
  const one = newFolder('in-one');
  await restoreLocal(at('several.gz'), one);
  expect(dump(one)).toEqual(dump(source));
  expect(existsSync(databaseFile(one, 'DB_2'))).toBe(false);
  // With two each goes where it was.
  const two = newFolder('in-two');
  const made = command(ROOT, 'restore', [at('several.gz')], two, ROOT, { DATABASES: '2' });
  expect(made).toMatchObject({ status: 0 });
  const parts = [dump(two), dump(two, 'DB_2')];
  for (const part of parts) expect(part).toMatchObject({ clip: expect.stringMatching(/^30 rows/) });
  expect(parts[1]).toMatchObject({ account: '0 rows 4f53cda18c2baa0c', integrity: 'ok' });
  // Each finds its own clips again: they wait for their words where they lie.
  for (const binding of ['DB', 'DB_2'])
    expect(waiting(two, binding)).toEqual({ own: 30, others: 0 });
  await backupLocal(at('several-again.gz'), two);
  const again = newFolder('in-one-again');
  await restoreLocal(at('several-again.gz'), again);
  expect(dump(again)).toEqual(dump(source));
  await expect(restoreLocal(file, two)).rejects.toThrow(/holds a library already/);
});

test('a database made later has the same tables, although the first got them in another order', async () => {
  const [data, target] = [newFolder('other-order'), newFolder('same-tables')];
  fill(data, { rows: 2, texts: SHORT });
  const before = dump(data);
  const database = openDatabase(data);
  database.exec(`UPDATE d1_migrations SET id = 9999 WHERE name = '0035_activity.sql'`);
  database.close();
  moveSecond(data, 'DB_2');
  await backupLocal(at('other-order.gz'), data);
  await restoreLocal(at('other-order.gz'), target);
  expect(dump(target)).toEqual(before);
});

/** A database that somebody writes to as it is begun with. */
class Late extends DatabaseSync {
  write: (() => void) | null = null;
  override exec(sql: string): void {
    const { write } = this;
    this.write = null;
    if (sql.startsWith('BEGIN')) write?.();
    super.exec(sql);
  }
}

test('a backup of several databases is of one moment of them all', async () => {
  const [data, target] = [newFolder('all-of-one-moment'), newFolder('all-of-that-moment')];
  fill(data, { rows: 2, texts: SHORT });
  moveSecond(data, 'DB_2');
  const writers = [openDatabase(data), openDatabase(data, 'DB_2')];
  const first = openDatabase(data);
  const late = new Late(databaseFile(data, 'DB_2'));
  late.write = () => {
    writers[0]?.exec("UPDATE workspace SET name = 'Both'");
    writers[1]?.exec('UPDATE library SET seq = 99');
  };
  const databases = new Map([
    ['DB', first],
    ['DB_2', late],
  ]);
  await backupDatabases(at('all.gz'), databases, null);
  for (const database of [...writers, ...databases.values()]) database.close();
  await restoreLocal(at('all.gz'), target);
  const restored = openDatabase(target);
  const both = `SELECT name, seq FROM workspace JOIN library ON workspace = id WHERE seq = 99 OR name <> 'Both'`;
  expect(restored.prepare(both).all()).toEqual([{ name: 'Both', seq: 99 }]);
  restored.close();
});

test('a library whose database is missing is not left out in silence', async () => {
  const data = newFolder('missing-one');
  await restoreLocal(file, data);
  const database = openDatabase(data);
  database.exec(`UPDATE workspace SET library_in = 'DB_2'`);
  database.close();
  await expect(backupLocal(at('missing-one.gz'), data)).rejects.toThrow(/lie in DB_2/);
  // Neither where one behind it is there.
  openDatabase(data, 'DB_3').close();
  await expect(backupLocal(at('missing-one.gz'), data)).rejects.toThrow(/lie in DB_2/);
  expect(existsSync(at('missing-one.gz'))).toBe(false);
});

test('the commands work beside a running server and say what they did, never the secret', () => {
  const release = useData(source);
  const made = command(ROOT, 'backup', [at('by-hand.gz')], source);
  release();
  expect(made).toMatchObject({ status: 0, printed: expect.stringMatching(/^60 clips .*by-hand/) });
  expect(made.printed).not.toContain(SECRET);
  const target = newFolder('by-command');
  const restored = command(ROOT, 'restore', [at('by-hand.gz')], target);
  expect(restored).toMatchObject({ status: 0, printed: expect.stringMatching(/^Restored as of/) });
  expect(restored.printed).not.toContain(SECRET);
  expect(dump(target)).toEqual(dump(source));
});

test(
  'a file that was cut off or altered anywhere is refused, and the target stays as it was',
  { timeout: 120_000 },
  async () => {
    const target = newFolder('untouched');
    fill(target, { rows: 0, only: [] });
    writeFileSync(path.join(target, 'secret'), 'its own');
    const before = tree(target);
    const whole = readFileSync(file);
    const lines = gunzipSync(whole).toString().trimEnd().split('\n');
    const broken = [
      ...Array.from({ length: 12 }, (_, part) => whole.subarray(0, (whole.length * part) / 12)),
      whole.subarray(0, -1),
      whole.subarray(0, 10),
      Buffer.from(whole).fill(0, whole.length >> 1, (whole.length >> 1) + 1),
      ...[1, 2, 3, 200, lines.length - 1].map((count) =>
        gzipSync(`${lines.slice(0, count).join('\n')}\n`),
      ),
      gzipSync(lines.toSpliced(5, 1).join('\n')),
      gzipSync([...lines, lines[2]].join('\n')),
    ];
    for (const [index, bytes] of broken.entries()) {
      const name = at(`broken-${index}`);
      writeFileSync(name, bytes);
      await expect(restoreLocal(name, target), name).rejects.toThrow(
        /is cut off or damaged|is not a backup/,
      );
    }
    expect(tree(target)).toEqual(before);
  },
);

test(
  'a restore that is killed anywhere leaves the target empty or complete',
  { timeout: 120_000 },
  async () => {
    const large = newFolder('large');
    fill(large, { rows: 3_000, texts: SHORT });
    await backupLocal(at('large.gz'), large);
    const complete = dump(large);
    const target = newFolder('killed');
    const aside = `${databaseFile(path.join(target, 'restoring'))}-wal`;
    const size = statSync(databaseFile(large)).size;
    const killed = [];
    for (const part of [0, 0.2, 0.5, 0.8, 0.95]) {
      const child = spawn(
        process.execPath,
        [path.join(ROOT, 'worker/local/restore.ts'), at('large.gz')],
        { env: { ...process.env, DATELINE_DATA: target }, stdio: 'ignore' },
      );
      const ended = once(child, 'exit');
      const written = () => statSync(aside, { throwIfNoEntry: false })?.size ?? -1;
      while (child.exitCode === null && written() < size * part) await setImmediate();
      child.kill('SIGKILL');
      killed.push((await ended)[1]);
      expect(existsSync(databaseFile(target)) ? dump(target) : complete).toEqual(complete);
      if (existsSync(databaseFile(target))) break;
    }
    expect(killed.slice(0, 3)).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL']);
    if (!existsSync(databaseFile(target))) await restoreLocal(at('large.gz'), target);
    expect(dump(target)).toEqual(complete);
  },
);

const HEADER = { format: 'dateline-backup', version: 1, migrations: [], secret: null, at: '' };

/** What a command says that must fail, and fail with advice. */
const said = (name: string, args: string[], data: string): string => {
  const { status, printed } = command(ROOT, name, args, data, folder);
  expect(status).toBe(1);
  expect(printed).not.toMatch(/^ +at /m);
  return printed;
};

test('what cannot be done is one sentence with the way out', { timeout: 120_000 }, async () => {
  const full = newFolder('full');
  fill(full, { rows: 1 });
  const before = tree(full);
  const empty = newFolder('empty');
  writeFileSync(
    at('newer.gz'),
    gzipSync(JSON.stringify({ ...HEADER, migrations: ['9999_future.sql'] })),
  );
  writeFileSync(at('version.gz'), gzipSync(JSON.stringify({ ...HEADER, version: 2 })));
  writeFileSync(at('text'), 'no backup');
  writeFileSync(at('other.gz'), gzipSync('{"format":"other"}\n'));
  expect(said('restore', ['newer.gz'], empty)).toMatch(/newer Dateline \(9999_future.*git pull/);
  expect(said('restore', ['version.gz'], empty)).toMatch(/newer Dateline \(format 2\)/);
  expect(said('restore', ['text'], empty)).toMatch(/text is not a backup/);
  expect(said('restore', ['other.gz'], empty)).toMatch(/other.gz is not a backup/);
  expect(said('restore', ['missing'], empty)).toMatch(/missing cannot be read/);
  expect(said('restore', [file], full)).toMatch(/holds a library already.*DATELINE_DATA/);
  expect(said('restore', [file, '--force'], full)).toMatch(/There is no --force/);
  expect(said('restore', [], empty)).toMatch(/Usage: npm run restore/);
  expect(said('backup', ['text'], full)).toMatch(/text is there already/);
  expect(said('backup', ['new.gz'], empty)).toMatch(/no database in .* yet/);
  const release = useData(empty);
  expect(said('restore', [file], empty)).toMatch(/is running on .* Stop it first/);
  release();
  expect(tree(full)).toEqual(before);
  expect(tree(empty)).toEqual([]);
});
