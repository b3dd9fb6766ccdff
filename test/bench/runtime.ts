// workerd with one bundle and one database, for a benchmark: its address, and the CPU time it has used.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { LOCAL_DATABASE } from '../../worker/local/database.ts';
import { SECRET } from './seeded.ts';

/** A jiffy of /proc in milliseconds. */
const TICK_MS = 10;

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

/** User and system time of a process so far, in milliseconds. */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
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
  /** CPU time of workerd so far, in milliseconds. */
  cpu: () => number;
  stop: () => Promise<void>;
}

/** Starts workerd over a bundle and the database in a data folder. */
export const startRuntime = async (script: string, data: string): Promise<Runtime> => {
  const before = childProcesses();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      cf: false,
      logRequests: false,
      resourcePersistencePath: path.join(data, 'v3'),
      workers: [
        {
          name: 'bench',
          modules: true,
          script,
          compatibilityDate: '2026-10-01',
          bindings: { SECRET },
          d1Databases: { DB: LOCAL_DATABASE },
        },
      ],
    }),
  );
  const { origin } = await miniflare.ready;
  const pid = childProcesses().find((child) => !before.includes(child));
  if (pid === undefined) throw new Error('workerd did not start');
  return { origin, cpu: () => cpuOf(pid), stop: () => miniflare.dispose() };
};
