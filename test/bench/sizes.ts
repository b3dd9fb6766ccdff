// `npm run bench -- sizes`: what a request of each route of days and feeds costs in libraries of 1,000, 100,000 and
// 1,000,000 clips, and in one of 1,000 libraries that share a database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { bundle, type Runtime, startApart } from './runtime.ts';
import { seed } from './seed.ts';
import { printTable } from './table.ts';
import { ask, composed, findTargets, type Target, unchanged } from './targets.ts';

const DATABASES = [
  { name: '1,000', clips: 1_000, neighbours: 0 },
  { name: '100,000', clips: 100_000, neighbours: 0 },
  { name: '1,000,000 clips', clips: 1_000_000, neighbours: 0 },
  { name: '1,000 in each of 1,000 libraries', clips: 1_000, neighbours: 999 },
];
const CPU_REQUESTS = 100;

const Cost = v.object({
  trips: v.number(),
  statements: v.number(),
  rowsRead: v.number(),
  rowsWritten: v.number(),
});
type Cost = v.InferOutput<typeof Cost> & { cpu: number };

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

/** What one request of each route costs in a database. */
const costsOf = async (
  counted: string,
  data: string,
  { clips, neighbours }: { clips: number; neighbours: number },
): Promise<[name: string, cost: Cost][]> => {
  seed(data, clips, neighbours);
  const runtime = await startApart(counted, data);
  const costs: [string, Cost][] = [];
  for (const target of await everyTarget(runtime.origin))
    costs.push([target.name, await costOf(runtime, target)]);
  await runtime.stop();
  rmSync(data, { recursive: true, force: true });
  return costs;
};

/** Runs the benchmark and prints it. */
export const benchSizes = async (): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bench-'));
  const costs = new Map<string, Cost[]>();
  try {
    const counted = await bundle('counted.ts');
    for (const database of DATABASES)
      for (const [name, cost] of await costsOf(counted, path.join(folder, 'data'), database))
        costs.set(name, [...(costs.get(name) ?? []), cost]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`A request at ${DATABASES.map(({ name }) => name).join(' / ')}`);
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
