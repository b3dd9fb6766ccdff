// `npm run bench -- worker [rounds]`: each route beside a bare Hono route of one statement, in the same run. Only ratios mean
// anything on another machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compare } from './ratios.ts';
import { bundle, type Runtime, startRuntime } from './runtime.ts';
import { seed } from './seed.ts';
import { asLong, composed, findTargets, unchanged } from './targets.ts';

const ROUNDS = 5;

/** The server of a bundle over a library of its own: two runtimes lock each other out of one. */
const startSeeded = (script: string, data: string, clips: number): Promise<Runtime> => {
  seed(data, clips);
  return startRuntime(script, data);
};

const printRatios = async (counted: string, folder: string, rounds: number): Promise<void> => {
  const of = (name: string): string => path.join(folder, name);
  const bare = await startRuntime(await bundle('bare.ts'), of('bare'));
  const ours = await startSeeded(await bundle('../../worker/index.ts'), of('ours'), 1_000);
  const forgetful = await startSeeded(counted, of('forgetful'), 1_000);
  const targets = await findTargets(ours.origin);
  const again = [...targets, ...(await unchanged(ours.origin, targets))];
  await compare(
    bare,
    [
      ...again.map((target) => ({ runtime: ours, target })),
      ...(await asLong(ours.origin, targets)).map((target) => ({ runtime: bare, target })),
      ...composed(targets).map((target) => ({ runtime: forgetful, target })),
    ],
    rounds,
  );
  for (const runtime of [bare, ours, forgetful]) await runtime.stop();
};

/** Runs the benchmark of the worker and prints it. */
export const benchWorker = async (rounds = ROUNDS): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bench-'));
  try {
    const counted = await bundle('counted.ts');
    await printRatios(counted, folder, rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
