// `npm run check`: types, lint and format, each to its end, so that one run shows everything that is wrong.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

// One a platform: what one may name (the DOM, the worker's bindings, Node) another must not.
const PROJECTS = [
  'shared',
  'extension',
  'worker',
  'worker/pages/client',
  'worker/pages/client/offline',
  'worker/local',
  'test',
  'test/worker',
  'test/bench',
];

const CHECKS: readonly (readonly [string, ...string[]])[] = [
  ...PROJECTS.map((project) => ['tsc', '-p', project] as const),
  ['oxlint', '--deny-warnings'],
  ['oxfmt', '--check'],
];

/** Runs every check and answers the command lines of those that failed. */
export const failedChecks = (): string[] =>
  CHECKS.filter(([tool, ...args]) => {
    const binary = path.join(ROOT, 'node_modules/.bin', tool);
    return spawnSync(binary, args, { cwd: ROOT, stdio: 'inherit' }).status !== 0;
  }).map((words) => words.join(' '));

if (import.meta.main) {
  const failed = failedChecks();
  if (failed.length > 0) console.error(`Failed: ${failed.join('; ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
