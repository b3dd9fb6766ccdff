// An upgrade: a checkout with one migration more meets the data of this one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupLocal, restoreLocal } from '../../worker/local/backup/local.ts';
import { command, dump, fill } from './backup-sample.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let folder = '';
let source = '';
let file = '';

const at = (name: string): string => path.join(folder, name);

const newFolder = (name: string): string => {
  mkdirSync(at(name));
  return at(name);
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return address !== null && typeof address === 'object' ? address.port : 0;
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dateline-upgrade-'));
  source = newFolder('source');
  file = at('library.jsonl.gz');
  fill(source, { rows: 20 });
  await backupLocal(file, source);
});

afterAll(() => rmSync(folder, { recursive: true }));

test(
  'with a newer Dateline, start copies the database before it migrates, and an old backup is brought up to date',
  { timeout: 120_000 },
  async () => {
    const newer = newFolder('newer-checkout');
    for (const name of ['worker', 'shared', 'package.json', 'wrangler.toml'])
      cpSync(path.join(ROOT, name), path.join(newer, name), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(newer, 'node_modules'));
    writeFileSync(
      path.join(newer, 'worker/db/migrations/9999_title.sql'),
      `ALTER TABLE clip ADD COLUMN loud TEXT NOT NULL DEFAULT ''; UPDATE clip SET loud = upper(title)`,
    );
    const data = newFolder('upgraded');
    await restoreLocal(file, data);
    const backups = path.join(data, 'backups');
    mkdirSync(backups);
    for (const year of [2020, 2021, 2022, 2023, 2024, 2025])
      writeFileSync(path.join(backups, `before-0002_x-${year}-01-01T00-00-00-000Z.jsonl.gz`), '');
    const child = spawn(process.execPath, [path.join(newer, 'worker/local/start.ts')], {
      env: { ...process.env, DATELINE_DATA: data, PORT: String(await freePort()) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'exit');
    let printed = '';
    for await (const chunk of child.stdout) {
      printed += chunk;
      if (printed.includes('Building')) break;
    }
    child.kill('SIGKILL');
    await ended;
    const copy = /as it was before: (\S+)/.exec(printed)?.[1] ?? '';
    const kept = readdirSync(backups).sort();
    expect(kept).toHaveLength(5);
    expect(kept).toContain(path.basename(copy));
    expect(kept[0]).toContain('2022');
    const back = newFolder('back');
    await restoreLocal(copy, back);
    expect(dump(back)).toEqual(dump(source));
    const forward = newFolder('forward');
    expect(command(newer, 'restore', [copy], forward).status).toBe(0);
    expect(command(newer, 'backup', [at('forward.gz')], forward).status).toBe(0);
    expect(gunzipSync(readFileSync(at('forward.gz'))).toString()).toContain('"loud"');
    expect(command(ROOT, 'restore', [at('forward.gz')], newFolder('older')).printed).toMatch(
      /newer/,
    );
  },
);
