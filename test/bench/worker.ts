// `npm run bench -- worker`: each route beside a bare Hono route of one statement, in the same run, as ratios; and
// what a request costs at 1,000, 10,000 and 100,000 clips. Only ratios mean anything on another machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import * as v from 'valibot';
import { bundle, type Runtime, startRuntime } from './runtime.ts';
import { DAY, seed, SESSION, WORKSPACE } from './seed.ts';
import { printTable } from './table.ts';

const SIZES = [1_000, 10_000, 100_000];
const CONNECTIONS = 20;
const SECONDS = 5;
const CPU_REQUESTS = 100;

const COOKIE = { cookie: `dateline=${SESSION}` };

interface Target {
  name: string;
  path: string;
  headers: Record<string, string>;
}

const Cost = v.object({
  trips: v.number(),
  statements: v.number(),
  rowsRead: v.number(),
  rowsWritten: v.number(),
});

const get = (origin: string, { path: address, headers }: Target): Promise<Response> =>
  fetch(origin + address, { headers });

const feedPath = async (origin: string): Promise<string> => {
  const settings = await get(origin, {
    name: 'settings',
    path: `/w/${WORKSPACE}/settings`,
    headers: COOKIE,
  });
  const found = /\/feed\/[\w-]+\/daily\.atom/.exec(await settings.text());
  if (!found) throw new Error(`the settings name no feed (${settings.status})`);
  return found[0];
};

const findTargets = async (origin: string): Promise<Target[]> => {
  const feed = await feedPath(origin);
  const day = { path: `/w/${WORKSPACE}/day/${DAY}`, headers: COOKIE };
  const etag = (await fetch(origin + feed)).headers.get('etag') ?? '';
  return [
    { name: 'day, page', ...day },
    { name: 'day, JSON', path: `/api/w/${WORKSPACE}/digests/${DAY}`, headers: COOKIE },
    { name: 'feed, Atom', path: feed, headers: {} },
    { name: 'feed, 304', path: feed, headers: { 'if-none-match': etag } },
  ];
};

const BARE: Target = { name: 'bare Hono + D1', path: '/', headers: {} };

const load = async (origin: string, { path: address, headers }: Target) => {
  const { requests, latency, errors } = await autocannon({
    url: origin + address,
    headers,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (errors > 0) throw new Error(`${errors} errors at ${address}`);
  return { perSecond: requests.average, p99: latency.p99 };
};

const cpuPerRequest = async (runtime: Runtime, target: Target): Promise<number> => {
  const before = runtime.cpu();
  for (let sent = 0; sent < CPU_REQUESTS; sent += 1)
    await (await get(runtime.origin, target)).arrayBuffer();
  return (runtime.cpu() - before) / CPU_REQUESTS;
};

/** Requests per second and p99 of each route, as ratios to the bare one measured right before it. */
const compare = async (ours: Runtime, bare: Runtime): Promise<void> => {
  const rows: string[][] = [];
  for (const target of await findTargets(ours.origin)) {
    const peer = await load(bare.origin, BARE);
    const own = await load(ours.origin, target);
    rows.push([
      target.name,
      own.perSecond.toFixed(0),
      peer.perSecond.toFixed(0),
      (own.perSecond / peer.perSecond).toFixed(2),
      (own.p99 / peer.p99).toFixed(2),
    ]);
  }
  console.log(`\n${CONNECTIONS} connections, a day of 100 clips`);
  printTable(['route', 'req/s', 'bare req/s', 'ratio', 'p99 ratio'], rows);
};

/** What one request costs, by the size of the library. */
const count = async (runtime: Runtime, clips: number): Promise<string[][]> => {
  const rows: string[][] = [];
  for (const target of await findTargets(runtime.origin)) {
    const answer = await get(runtime.origin, target);
    const cost = v.parse(Cost, JSON.parse(answer.headers.get('x-cost') ?? ''));
    rows.push([
      target.name,
      clips.toLocaleString('en'),
      `${cost.trips}`,
      `${cost.statements}`,
      `${cost.rowsRead}`,
      `${cost.rowsWritten}`,
      (await cpuPerRequest(runtime, target)).toFixed(1),
    ]);
  }
  return rows;
};

/** Runs the benchmark of the worker and prints it. */
export const benchWorker = async (): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bench-'));
  try {
    const counted = await bundle('counted.ts');
    const costs: string[][] = [];
    for (const clips of SIZES) {
      const data = path.join(folder, String(clips));
      seed(data, clips);
      const runtime = await startRuntime(counted, data);
      costs.push(...(await count(runtime, clips)));
      await runtime.stop();
    }
    costs.sort(([a = ''], [b = '']) => (a < b ? -1 : Number(a > b)));
    printTable(['route', 'clips', 'trips', 'statements', 'rows read', 'written', 'CPU ms'], costs);

    const ours = await startRuntime(
      await bundle('../../worker/index.ts'),
      path.join(folder, '1000'),
    );
    const bare = await startRuntime(await bundle('bare.ts'), path.join(folder, 'bare'));
    await compare(ours, bare);
    await ours.stop();
    await bare.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
