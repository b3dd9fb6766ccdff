// `npm run bench -- worker [rounds]`: what a request costs at 1,000, 10,000 and 100,000 clips, and each route beside
// a bare Hono route of one statement, in the same run. Only ratios mean anything on another machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { compare } from './ratios.ts';
import { bundle, type Runtime, startRuntime } from './runtime.ts';
import { seed } from './seed.ts';
import { printTable } from './table.ts';
import { ask, composed, findTargets, type Target, unchanged } from './targets.ts';

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 5;
const CPU_REQUESTS = 100;

const Cost = v.object({
  trips: v.number(),
  statements: v.number(),
  rowsRead: v.number(),
  rowsWritten: v.number(),
});
type Cost = v.InferOutput<typeof Cost> & { cpu: number };

/** The server of a bundle over a library of its own: two runtimes lock each other out of one. */
const startSeeded = (script: string, data: string, clips: number): Promise<Runtime> => {
  seed(data, clips);
  return startRuntime(script, data);
};

const costOf = async (runtime: Runtime, target: Target): Promise<Cost> => {
  await ask(runtime.origin, target);
  const { headers } = await ask(runtime.origin, target);
  const before = runtime.cpu();
  for (let sent = 0; sent < CPU_REQUESTS; sent += 1) await ask(runtime.origin, target);
  const cpu = (runtime.cpu() - before) / CPU_REQUESTS;
  return { ...v.parse(Cost, JSON.parse(headers.get('x-cost') ?? '')), cpu };
};

const everyTarget = async (origin: string): Promise<Target[]> => {
  const targets = await findTargets(origin);
  return [...targets, ...(await unchanged(origin, targets)), ...composed(targets)];
};

/** Prints what one request of each route costs in libraries of each size. */
const printCosts = async (counted: string, folder: string): Promise<void> => {
  const costs = new Map<string, Cost[]>();
  for (const clips of SIZES) {
    const runtime = await startSeeded(counted, path.join(folder, String(clips)), clips);
    for (const target of await everyTarget(runtime.origin)) {
      const known = costs.get(target.name) ?? [];
      costs.set(target.name, [...known, await costOf(runtime, target)]);
    }
    await runtime.stop();
  }
  console.log(`A request at ${SIZES.map((clips) => clips.toLocaleString('en')).join(' / ')} clips`);
  const at = (all: readonly Cost[], say: (cost: Cost) => string | number): string =>
    all.map(say).join(' / ');
  printTable(
    ['route', 'trips', 'statements', 'rows read', 'rows written', 'CPU ms'],
    [...costs].map(([name, all]) => [
      name,
      at(all, ({ trips }) => trips),
      at(all, ({ statements }) => statements),
      at(all, ({ rowsRead }) => rowsRead),
      at(all, ({ rowsWritten }) => rowsWritten),
      at(all, ({ cpu }) => cpu.toFixed(1)),
    ]),
  );
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
    await printCosts(counted, folder);
    await printRatios(counted, folder, rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
