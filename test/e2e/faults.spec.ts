// A real server that dies while it writes, and answers that are lost on the way: after the retries that
// every outbox makes, each clip is there once.
import { execFileSync } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import { databaseFile } from '../../worker/local/database.ts';
import {
  type Installation,
  install,
  temporaryFolder,
} from '../../worker/local/demo/installation.ts';
import { whole, WHOLE_SQL } from '../whole-library.ts';
import { CUTS, startCuttingProxy } from './cutting-proxy.ts';
import {
  claimAndPair,
  type Frozen,
  freshKeep,
  type Heard,
  type PairedClient,
  send,
} from './paired-client.ts';

/** How often the server is killed; `npm run test:faults` does it more often. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 3);
const WRITERS = 8;
const CUT_SAVES = 200;
/** One more gives other moments. */
const SEED = Number(process.env['FAULT_SEED'] ?? 1);

let data: ReturnType<typeof temporaryFolder>;
test.beforeEach(() => {
  data = temporaryFolder();
});
test.afterEach(() => data.remove());

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
const seeded = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const answers = (origin: string): Promise<boolean> =>
  fetch(origin).then(
    () => true,
    () => false,
  );

/** The process of workerd that a start command has started. */
const runtimeOf = (parent: number | undefined): number => {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  for (const line of processes.split('\n')) {
    const [pid, ppid, ...words] = line.trim().split(/\s+/);
    if (Number(ppid) === parent && words.join(' ').includes('workerd')) return Number(pid);
  }
  throw new Error('the start command has no runtime');
};

/** Fails unless the library in a data folder is whole and holds so many clips. */
const expectWhole = (folder: string, workspace: string, clips: number): void => {
  const database = new DatabaseSync(databaseFile(folder), { readOnly: true });
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect({ ...database.prepare(WHOLE_SQL).get(workspace) }).toEqual(whole(clips));
  database.close();
};

/** Saves from all writers until the server is killed; answers what was heard of each save. */
const writeUntilKilled = async (
  origin: string,
  client: PairedClient,
  moment: { answers: number; milliseconds: number },
  kill: () => void,
): Promise<Map<Frozen, Heard>> => {
  const heard = new Map<Frozen, Heard>();
  let answered = 0;
  const write = async (): Promise<void> => {
    const keep = freshKeep();
    const answer = await send(origin, client, keep);
    heard.set(keep, answer);
    if (!answer) return;
    answered += 1;
    if (answered === moment.answers) setTimeout(kill, moment.milliseconds);
    await write();
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return heard;
};

test(`a server killed ${ROUNDS} times under ${WRITERS} writers loses and doubles nothing`, async () => {
  test.setTimeout(60_000 + ROUNDS * 30_000);
  const random = seeded(SEED);
  let server: Installation = await install(data.folder);
  const client = await claimAndPair(server);
  let clips = 0;
  let unheard = 0;
  let written = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { child } = server.started;
    // By turns the runtime alone, which comes back, and the whole command, which a person starts again.
    const isRuntime = round % 2 === 0;
    const victim = isRuntime ? runtimeOf(child.pid) : child.pid;
    const moment = { answers: 1 + Math.floor(random() * 200), milliseconds: random() * 20 };
    const heard = await writeUntilKilled(server.origin, client, moment, () => {
      if (victim !== undefined) process.kill(victim, 'SIGKILL');
    });
    await expect.poll(() => answers(server.origin), { timeout: 15_000 }).toBe(isRuntime);
    if (!isRuntime) server = await install(data.folder);
    for (const [keep, first] of heard) {
      const again = await send(server.origin, client, keep);
      if (first) expect(again).toEqual({ status: 200, answer: first.answer });
      else expect(again).not.toBeNull();
      unheard += first ? 0 : 1;
      written += !first && again?.status === 200 ? 1 : 0;
    }
    clips += heard.size;
    expectWhole(data.folder, client.workspace, clips);
  }
  await server.stop();
  console.log(
    `faults: killed ${ROUNDS} times under ${WRITERS} writers; ${clips} saves, ${unheard} unheard, ${written} of them written (seed ${SEED})`,
  );
});

test(`of ${CUT_SAVES} saves whose answers are cut, each is there once`, async () => {
  test.setTimeout(120_000);
  const random = seeded(SEED);
  const server = await install(data.folder);
  const client = await claimAndPair(server);
  const proxy = await startCuttingProxy(server.origin);
  let cuts = 0;
  for (let save = 0; save < CUT_SAVES; save += 1) {
    const keep = freshKeep();
    const times = 1 + Math.floor(random() * 3);
    const chosen = Array.from({ length: times }, () => CUTS[Math.floor(random() * CUTS.length)]);
    for (const cut of chosen) {
      proxy.setCut(cut ?? null);
      expect(await send(proxy.origin, client, keep)).toBeNull();
      cuts += 1;
    }
    proxy.setCut(null);
    const first = await send(proxy.origin, client, keep);
    if (chosen.some((cut) => cut !== 'request sent')) expect(first?.status).toBe(200);
    expect(await send(proxy.origin, client, keep)).toEqual({ status: 200, answer: first?.answer });
  }
  proxy.stop();
  await server.stop();
  expectWhole(data.folder, client.workspace, CUT_SAVES);
  console.log(`faults: ${CUT_SAVES} saves through a proxy that cut ${cuts} answers (seed ${SEED})`);
});
