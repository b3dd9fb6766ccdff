// The worker in workerd with its real D1; each file gets a database of its own.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import * as v from 'valibot';
import { defineConfig } from 'vitest/config';

const ROOT = path.resolve(import.meta.dirname, '../..');
const migrations = await readD1Migrations(path.join(ROOT, 'worker/db/migrations'));
// In one batch: each file makes the tables, and a round trip for each migration takes longer than the migrations.
const MIGRATIONS = [{ name: 'all', queries: migrations.flatMap(({ queries }) => queries) }];

/** Whether all libraries lie in another database than the accounts: whatever tests these run in that way too. */
const IS_SPLIT = process.env['DATELINE_LIBRARIES'] === 'elsewhere';

// wrangler.toml names the folder, and the tests need nothing in it.
mkdirSync(path.join(ROOT, 'dist/assets'), { recursive: true });

const Vectors = v.object({
  accept: v.array(v.object({ name: v.string(), base64: v.nullable(v.string()) })),
  reject: v.array(v.object({ name: v.string(), base64: v.nullable(v.string()) })),
  either: v.array(v.object({ name: v.string(), base64: v.nullable(v.string()) })),
});

const readVector = (name: string): unknown => {
  const corpus = process.env['DATELINE_CORPUS'];
  return corpus ? JSON.parse(readFileSync(path.join(corpus, 'vectors', name), 'utf8')) : null;
};

export default defineConfig({
  root: ROOT,
  plugins: [
    cloudflareTest({
      wrangler: { configPath: path.join(ROOT, 'wrangler.toml') },
      miniflare: {
        cf: false,
        bindings: {
          MIGRATIONS,
          SECRET: 'a secret of the tests alone',
          RUN_STATEMENTS: '',
          NEW_LIBRARIES_IN: IS_SPLIT ? 'DB_2' : '',
        },
        // Bound by a name that the server does not know, but where all libraries are to lie in it.
        d1Databases: { [IS_SPLIT ? 'DB_2' : 'SECOND']: 'the second of the tests' },
      },
    }),
  ],
  test: {
    include: ['test/worker/**/*.test.ts'],
    // One after the other: modules begin anew before the second is one of them.
    setupFiles: ['test/worker/fresh.ts', 'test/worker/secrets.ts'],
    sequence: { setupFiles: 'list' },
    isolate: false,
    // A time-out is for what hangs, not for what is slow: the longest take ten seconds on a quiet machine.
    testTimeout: 120_000,
    hookTimeout: 30_000,
    // As many as the smallest machine that we test on has cores; unless told, one core is left idle.
    maxWorkers: 2,
    provide: {
      jsonVectors: v.parse(v.nullable(Vectors), readVector('json-parsing.json')),
      naughtyStrings: v.parse(v.nullable(v.array(v.string())), readVector('naughty-strings.json')),
    },
  },
});
