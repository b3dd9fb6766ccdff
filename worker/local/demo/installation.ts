// A real installation, as a person has it: the start command itself, on a port of its own, with a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const START = path.resolve(import.meta.dirname, '../start.ts');

// Below the ports that systems hand out for outgoing connections: one of those may be taken by any
// program in the moment between finding it free and listening on it.
const LOWEST_PORT = 20_000;
const PORTS = 12_000;
const TRIES = 50;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** A port that nobody listens on, and that stays so unless somebody asks for it by number. */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(LOWEST_PORT, LOWEST_PORT + PORTS);
    if (await isFree(port)) return port;
  }
  throw new Error(`None of ${TRIES} ports from ${LOWEST_PORT} up is free.`);
};

/** A folder that is deleted by `remove`. */
export const temporaryFolder = (): { folder: string; remove: () => void } => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

export interface Started {
  child: ChildProcess;
  /** What it has printed, standard output and error together. */
  printed: () => string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
}

/** Starts the command as a person would; answers at once. */
export const startCommand = (env: Record<string, string>): Started => {
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk));
  return {
    child,
    printed: () => printed,
    ended: new Promise((resolve) => child.on('close', resolve)),
  };
};

export interface Installation {
  origin: string;
  /** The one-time claim link, while nobody owns the installation. */
  claim: string | undefined;
  started: Started;
  /** Ends it as Ctrl-C does. */
  stop: () => Promise<void>;
}

/** Starts the command and waits until it has said that it serves. */
export const install = async (data: string, port?: number): Promise<Installation> => {
  const chosen = port ?? (await freePort());
  const started = startCommand({ PORT: String(chosen), DATELINE_DATA: data, ORIGIN: '' });
  await new Promise<void>((resolve, reject) => {
    started.child.stdout?.on('data', () => {
      if (started.printed().includes('Ctrl-C stops it.')) resolve();
    });
    void started.ended.then((code) =>
      reject(new Error(`ended with ${code}: ${started.printed()}`)),
    );
  });
  return {
    origin: `http://localhost:${chosen}`,
    claim: /http:\/\/localhost:\d+\/claim\/\S+/.exec(started.printed())?.[0],
    started,
    stop: async () => {
      started.child.kill('SIGINT');
      await started.ended;
    },
  };
};
