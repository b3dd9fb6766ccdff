// The worker in workerd on this machine: the bundle of a deployment, D1 databases on its disk, a timer for its scheduled handler.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { localName } from './database.ts';
import { Advice, ROOT } from './process.ts';

const NAME = 'dateline';
const SCHEDULE_MS = 60_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const compatibilityDate = (): string => {
  const config = readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8');
  const date = /^compatibility_date = "([\d-]+)"/m.exec(config)?.[1];
  if (!date) throw new Error('wrangler.toml names no compatibility_date');
  return date;
};

const workerdBinary = (): string => {
  const { default: binary }: { default: string } = createRequire(import.meta.resolve('miniflare'))(
    'workerd',
  );
  return binary;
};

export interface ServerOptions {
  port: number;
  /** The folder that holds database, secret and everything else that must outlive a restart. */
  data: string;
  /** Of the databases, that of the accounts first. */
  bindings: readonly string[];
  /** What wrangler.toml would set of a deployed worker; '' is as if it did not. */
  vars: Readonly<Record<string, string>>;
  secret: string;
  /** The address that people use. */
  origin: string;
}

export interface Server {
  /** Ends workerd and the timer; answers when both are gone. */
  stop: () => Promise<void>;
}

/** Serves dist/worker and dist/assets on localhost; throws advice when the port is taken. */
export const serve = async ({
  port,
  data,
  bindings,
  vars,
  secret,
  origin,
}: ServerOptions): Promise<Server> => {
  process.env['DATELINE_WORKERD'] = workerdBinary();
  process.env['MINIFLARE_WORKERD_PATH'] = path.join(import.meta.dirname, 'workerd.sh');
  const ours = SIGNALS.map((signal) => process.listeners(signal));
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      logRequests: false,
      resourcePersistencePath: path.join(data, 'v3'),
      resourceTmpPath: path.join(data, 'tmp'),
      workers: [
        {
          name: NAME,
          modules: true,
          scriptPath: path.join(ROOT, 'dist/worker/index.js'),
          compatibilityDate: compatibilityDate(),
          bindings: { ...vars, SECRET: secret, ORIGIN: origin },
          d1Databases: Object.fromEntries(bindings.map((name) => [name, localName(name)])),
          assets: {
            directory: path.join(ROOT, 'dist/assets'),
            binding: 'ASSETS',
            routerConfig: { has_user_worker: true },
          },
        },
      ],
    }),
  );
  // Its own handlers end the process before the database is closed in order.
  for (const [index, signal] of SIGNALS.entries())
    for (const listener of process.listeners(signal))
      if (!ours[index]?.includes(listener)) process.off(signal, listener);
  try {
    await miniflare.ready;
  } catch (error) {
    await miniflare.dispose().catch(() => {});
    if (String(error).includes('ADDRESS_IN_USE') || String(error).includes('EADDRINUSE'))
      throw new Advice(portTaken(port));
    throw error;
  }
  const runScheduled = async (): Promise<void> => {
    // Asked for each time: a runtime that crashed and came back is another one.
    const worker = await miniflare.getWorker(NAME);
    await worker.scheduled({ cron: '* * * * *', scheduledTime: new Date() });
  };
  const timer = setInterval(() => {
    runScheduled().catch((error: unknown) => console.error('The scheduled handler failed:', error));
  }, SCHEDULE_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await miniflare.dispose();
    },
  };
};

/** The sentence for a taken port. */
export const portTaken = (port: number): string =>
  `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`;
