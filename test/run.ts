// `npm test`: everything, from types to the browser, and one line that adds it all up.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { buildAll } from '../worker/local/build.ts';
import { failedChecks } from './check.ts';
import { setUpChromium } from './chromium.ts';
import { findFirefox, FIREFOX_ADVICE, setUpFirefox } from './firefox.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const RESULTS = path.join(ROOT, 'test-results');

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const VitestReport = v.pipe(
  v.object({
    numPassedTests: v.number(),
    numFailedTests: v.number(),
    numPendingTests: v.number(),
    numTodoTests: v.number(),
  }),
  v.transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  })),
);

const PlaywrightReport = v.pipe(
  v.object({
    stats: v.object({
      expected: v.number(),
      unexpected: v.number(),
      flaky: v.number(),
      skipped: v.number(),
    }),
  }),
  v.transform(({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  })),
);

type Report = typeof VitestReport | typeof PlaywrightReport;

/** Runs one suite; a runner that dies without a report, or fails outside its tests, counts as one failure. */
const runSuite = async (
  name: string,
  words: readonly string[],
  Schema: Report,
  env: NodeJS.ProcessEnv = {},
): Promise<Count> => {
  const report = path.join(RESULTS, `${name}.json`);
  const [tool = '', ...args] = words;
  const child = spawn(path.join(ROOT, 'node_modules/.bin', tool), args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  let count: Count = { passed: 0, failed: 0, skipped: 0 };
  try {
    count = v.parse(Schema, JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.error(
      `${name}: no readable report (${error instanceof Error ? error.message : error})`,
    );
  }
  if (status !== 0 && count.failed === 0) count.failed = 1;
  return count;
};

const vitestWords = (name: string, folder: string): string[] => [
  'vitest',
  'run',
  '-c',
  `test/${folder}/vitest.config.ts`,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${path.join(RESULTS, `${name}.json`)}`,
];

const vitest = (folder: string, ...more: string[]): Promise<Count> =>
  runSuite(folder, [...vitestWords(folder, folder), ...more], VitestReport);

/** For a suite that has another one beside it. */
const ALONE = '--maxWorkers=1';

/** What of the worker's tests runs once more with all libraries in another database; all of it does `npm run test:elsewhere`. */
const ELSEWHERE = ['access', 'copies', 'digests', 'endings', 'keeps', 'shared'].map(
  (name) => `test/worker/${name}.test.ts`,
);

const elsewhere = (): Promise<Count> =>
  runSuite(
    'elsewhere',
    [...vitestWords('elsewhere', 'worker'), ALONE, ...ELSEWHERE],
    VitestReport,
    { DATELINE_LIBRARIES: 'elsewhere' },
  );

const playwright = (folder: string): Promise<Count> =>
  runSuite(
    folder,
    ['playwright', 'test', '-c', `test/${folder}/playwright.config.ts`],
    PlaywrightReport,
  );

const sum = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.reduce((total, { skipped }) => total + skipped, 0),
});

const runAll = async (): Promise<Count> => {
  const failed = failedChecks();
  if (failed.length > 0) {
    console.error(`Failed: ${failed.join('; ')}`);
    return { passed: 0, failed: failed.length, skipped: 0 };
  }
  process.env['CHROMIUM_PATH'] = setUpChromium();
  const firefox = setUpFirefox();
  if (firefox) process.env['FIREFOX_PATH'] = firefox;
  await buildAll();
  // Never more at a time than the smallest machine that we test on has cores: one suite of two workers, or two of one. Some
  // of the repository's tests build anew what is served: beside them stands what serves nothing.
  const inTurn = async (): Promise<Count[]> => [await vitest('unit', ALONE), await elsewhere()];
  const [repo, turns] = await Promise.all([vitest('repo', ALONE), inTurn()]);
  const worker = await vitest('worker');
  return sum([repo, ...turns, worker, await playwright('firefox'), await playwright('e2e')]);
};

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const count = await runAll().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1, skipped: 0 };
});
const why = count.skipped === 0 || findFirefox() ? '' : ` (${FIREFOX_ADVICE})`;
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped${why}`);
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
