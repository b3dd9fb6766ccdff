// `npm run bench -- noisy`: how long a workspace waits for its answers while a token of another one asks without pause,
// beside how long it waits alone; once with that token limited, as it is, and once without a limit.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { openDatabase } from '../../worker/local/database.ts';
import { bundle, startRuntime } from './runtime.ts';
import { seed } from './seed.ts';
import { DAY, WORKSPACE } from './seeded.ts';
import { printTable } from './table.ts';

const CLIPS = 1_000;
const CONNECTIONS = 20;
const ASKED = 400;
const QUIET = 'quiet';

const tokenOf = (whose: string): string => whose.padEnd(43, 'x');

/** A token of the seeded library's owner, and another workspace with a token of its own. */
const furnish = (data: string): void => {
  const db = openDatabase(data);
  const at = '2026-03-11T00:00:00.000Z';
  db.exec(`
    INSERT INTO account (id, created_at) VALUES ('${QUIET}', '${at}');
    INSERT INTO workspace (id, number, name, created_at) VALUES ('${QUIET}', 99, 'Quiet', '${at}');
    INSERT INTO member (account, workspace, role, joined_at) VALUES ('${QUIET}', '${QUIET}', 'owner', '${at}');
    INSERT INTO library (workspace, number, zone, language) VALUES ('${QUIET}', 99, 'UTC', 'en')`);
  const add = db.prepare(
    `INSERT INTO token (id, hash, account, name, scopes, created_at) VALUES (?1, ?2, ?1, 'Browser', 'clip:read', ?3)`,
  );
  for (const account of ['owner', QUIET])
    add.run(account, createHash('sha256').update(tokenOf(account)).digest('hex'), at);
  db.close();
};

const bearer = (account: string) => ({ authorization: `Bearer ${tokenOf(account)}` });

/** How long the quiet workspace waits for each of its answers, in milliseconds, the shortest first. */
const waits = async (origin: string): Promise<number[]> => {
  const found: number[] = [];
  for (let nth = 0; nth < ASKED; nth += 1) {
    const before = performance.now();
    const answer = await fetch(`${origin}/api/w/${QUIET}/digests/${DAY}`, {
      headers: bearer(QUIET),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`the quiet workspace was answered ${answer.status}`);
    found.push(performance.now() - before);
  }
  return found.sort((a, b) => a - b);
};

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor(sorted.length * part)] ?? 0;

/** Does something while the seeded library's owner asks as often as they can, past their limit where they have one. */
const withNoise = async <T>(origin: string, act: () => Promise<T>): Promise<T> => {
  const headers = bearer('owner');
  const url = `${origin}/api/w/${WORKSPACE}/digests/${DAY}`;
  await autocannon({ url, headers, connections: CONNECTIONS, amount: 4_000 });
  const noise = Promise.withResolvers<void>();
  const asking = autocannon({ url, headers, connections: CONNECTIONS, duration: 3_600 }, () =>
    noise.resolve(),
  );
  const done = await act();
  asking.stop();
  await noise.promise;
  return done;
};

const row = async (name: string, perMinute?: number): Promise<string[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bench-'));
  try {
    seed(folder, CLIPS);
    furnish(folder);
    const script = await bundle('../../worker/index.ts');
    const { origin, stop } = await startRuntime(script, folder, perMinute);
    await waits(origin);
    const alone = await waits(origin);
    const beside = await withNoise(origin, () => waits(origin));
    await stop();
    const ratio = (part: number) => (quantile(beside, part) / quantile(alone, part)).toFixed(2);
    return [name, ratio(0.5), ratio(0.99)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Runs the benchmark of a noisy neighbour and prints it. */
export const benchNoisy = async (): Promise<void> => {
  const limited = await row('limited to 3,000 a minute', 3_000);
  const unlimited = await row('without a limit');
  console.log(
    `\nA workspace's waits while another's token asks over ${CONNECTIONS} connections, beside its waits alone`,
  );
  printTable(['the other one', 'median', 'p99'], [limited, unlimited]);
};
