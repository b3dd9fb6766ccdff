// `npm test`: everything, from types to the browser, and one line that adds it all up.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from '../worker/local/build.ts';
import { failedChecks } from './check.ts';
import { setUpChromium } from './chromium.ts';
import { findFirefox, FIREFOX_ADVICE, setUpFirefox } from './firefox.ts';
import { readReport, type Outcome } from './reports.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const RESULTS = path.join(ROOT, 'test-results');

/** What a suite's report says; a runner that died without one, or failed outside its tests, is a failure too. */
const outcomeOf = (name: string, report: string, status: number | null): Outcome => {
  try {
    const outcome = readReport(report);
    if (status === 0 || outcome.failures.length > 0) return outcome;
    return { ...outcome, failures: [`${name}: status ${status}, though no test had failed`] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { passed: 0, skipped: 0, failures: [`${name}: no readable report (${why})`] };
  }
};

const runSuite = async (
  name: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> => {
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
  return outcomeOf(name, report, status);
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

const vitest = (folder: string, ...more: string[]): Promise<Outcome> =>
  runSuite(folder, [...vitestWords(folder, folder), ...more]);

/** For a suite that has another one beside it. */
const ALONE = '--maxWorkers=1';

const workerTests = (...names: string[]): string[] =>
  names.map((name) => `test/worker/${name}.test.ts`);

/** What of the worker's tests runs once more with all libraries in another database; all of it does `npm run test:elsewhere`. */
const ELSEWHERE = workerTests('access', 'copies', 'digests', 'endings', 'keeps', 'shared');

/** What of the worker's tests runs by itself, beside Firefox, which has one worker only: the longest. */
const BESIDE = workerTests('access', 'faults');

const elsewhere = (): Promise<Outcome> =>
  runSuite('elsewhere', [...vitestWords('elsewhere', 'worker'), ALONE, ...ELSEWHERE], {
    DATELINE_LIBRARIES: 'elsewhere',
  });

const playwright = (folder: string): Promise<Outcome> =>
  runSuite(folder, ['playwright', 'test', '-c', `test/${folder}/playwright.config.ts`]);

const sum = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((total, { passed }) => total + passed, 0),
  skipped: outcomes.reduce((total, { skipped }) => total + skipped, 0),
  failures: outcomes.flatMap(({ failures }) => failures),
});

const runAll = async (): Promise<Outcome> => {
  const failures = failedChecks();
  if (failures.length > 0) return { passed: 0, skipped: 0, failures };
  process.env['CHROMIUM_PATH'] = setUpChromium();
  const firefox = setUpFirefox();
  if (firefox) process.env['FIREFOX_PATH'] = firefox;
  await buildAll();
  // Never more at a time than the smallest machine that we test on has cores: one suite of two workers, or two of one. Some
  // of the repository's tests build anew what is served: beside them stands what serves nothing. Firefox comes after
  // them, since there is one of it for all its tests.
  const served = async (): Promise<Outcome[]> => [
    await vitest('repo', ALONE),
    await playwright('firefox'),
  ];
  const inTurn = async (): Promise<Outcome[]> => [
    await vitest('unit', ALONE),
    await elsewhere(),
    await runSuite('beside', [...vitestWords('beside', 'worker'), ALONE, ...BESIDE]),
  ];
  const beside = await Promise.all([served(), inTurn()]);
  const worker = await vitest('worker', ...BESIDE.map((file) => `--exclude=${file}`));
  return sum([...beside.flat(), worker, await playwright('e2e')]);
};

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const { passed, skipped, failures } = await runAll().catch((error: unknown): Outcome => ({
  passed: 0,
  skipped: 0,
  failures: [error instanceof Error ? error.message : String(error)],
}));
for (const failure of failures) console.error(`Failed: ${failure}`);
const why = skipped === 0 || findFirefox() ? '' : ` (${FIREFOX_ADVICE})`;
console.log(`${passed} passed, ${failures.length} failed, ${skipped} skipped${why}`);
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
