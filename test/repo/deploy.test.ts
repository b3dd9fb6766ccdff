// What a deployment would do, seen by its dry run: the real bundle, and each step as for an empty account.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** The limit of the free plan, in bytes of gzip. */
const FREE_PLAN = 3_000_000;

test('the dry run makes the database, migrates, deploys with a secret and prints a claim link', () => {
  const config = readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8');
  const printed = execFileSync(
    process.execPath,
    [path.join(ROOT, 'worker/local/deploy.ts'), '--dry-run'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const steps = printed.split('\n').filter((line) => line.startsWith('would '));
  expect(steps.map((step) => step.replace(/^would (run: wrangler )?/, ''))).toEqual([
    'd1 list --json',
    'd1 create dateline',
    'd1 list --json',
    'write: database_id = "id-of-the-database" into wrangler.toml',
    'd1 migrations apply dateline --remote',
    'secret list --format json',
    expect.stringMatching(/^deploy --define BUILD_ID:'[0-9a-f]{12}' --secrets-file \S+$/),
    expect.stringContaining('SELECT 1 AS owned FROM member'),
    expect.stringContaining('INSERT INTO claim'),
  ]);
  expect(printed).toMatch(/https:\/\/dateline\.example\.workers\.dev\/claim\/[\w-]{43} /);
  expect(readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8')).toBe(config);
  const bundle = readFileSync(path.join(ROOT, 'dist/worker/index.js'));
  expect(gzipSync(bundle).length).toBeLessThan(FREE_PLAN);
});
