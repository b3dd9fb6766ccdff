// workerd with one bundle and one database, for a benchmark: its address, and the CPU time it has used.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { LOCAL_DATABASE } from '../../worker/local/database.ts';
import { SECRET } from './seeded.ts';

const NANOSECONDS = 1e6;

const childProcesses = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      if (!Number.isInteger(pid)) return false;
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return Number(fields[1]) === process.pid;
      } catch {
        return false;
      }
    });

/** How long the first thread of a process has run so far, in milliseconds; workerd answers in it. */
const cpuOf = (pid: number): number => {
  const [ran = ''] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
  return Number(ran) / NANOSECONDS;
};

/** Bundles an entry of this folder as the deployment bundles the worker. */
export const bundle = async (entry: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { BUILD_ID: "'bench'" },
  });
  return outputFiles[0]?.text ?? '';
};

export interface Runtime {
  origin: string;
  /**
   * CPU time so far of workerd's thread that answers, in milliseconds: what the runtime compiles and collects in threads
   * beside it is in no request's.
   */
  cpu: () => number;
  stop: () => Promise<void>;
}

interface Worker {
  script: string;
  d1Databases?: Record<string, string>;
  serviceBindings?: Record<string, { external: { address: string; http: object } }>;
}

/** How often an account may ask in a minute, where what is measured is not to be held up. */
const UNLIMITED = 1e9;

const start = async (worker: Worker, data?: string, perMinute = UNLIMITED): Promise<Runtime> => {
  const before = childProcesses();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      cf: false,
      logRequests: false,
      ...(data !== undefined && { resourcePersistencePath: path.join(data, 'v3') }),
      workers: [
        {
          name: 'bench',
          modules: true,
          compatibilityDate: '2026-10-01',
          bindings: { SECRET, API_PER_MINUTE: String(perMinute) },
          ...worker,
        },
      ],
    }),
  );
  const { origin } = await miniflare.ready;
  const pid = childProcesses().find((child) => !before.includes(child));
  if (pid === undefined) throw new Error('workerd did not start');
  return { origin, cpu: () => cpuOf(pid), stop: () => miniflare.dispose() };
};

/** Starts workerd over a bundle and the database in a data folder. */
export const startRuntime = (script: string, data: string, perMinute?: number): Promise<Runtime> =>
  start({ script, d1Databases: { DB: LOCAL_DATABASE } }, data, perMinute);

/** The same with the database in a workerd of its own, which has no part in the CPU time. */
export const startApart = async (script: string, data: string): Promise<Runtime> => {
  const database = await startRuntime(await bundle('database.ts'), data);
  const { host } = new URL(database.origin);
  const worker = await start({
    script,
    serviceBindings: { FAR: { external: { address: host, http: {} } } },
  });
  const stop = async (): Promise<void> => {
    await worker.stop();
    await database.stop();
  };
  return { ...worker, stop };
};
