// `npm run bench -- moving [statements …]`: the CPU time of a run that copies a library, by how many statements it has. It is
// copied onto itself: what is read and written is the same, and one database is enough.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { openDatabase } from '../../worker/local/database.ts';
import { bundle, startApart } from './runtime.ts';
import { seed } from './seed.ts';
import { WORKSPACE } from './seeded.ts';

const CLIPS = 3_000;
const ROOMS = [30];
/** Runs before the measured ones, and how many are measured. */
const WARM = 6;
const TURNS = 12;
const MOVE = 1;

const Moved = v.array(v.tuple([v.number(), v.number()]));
const Arrival = v.object({ kind: v.string(), after: v.nullable(v.string()) });

const arrivalIn = (data: string) => {
  const db = openDatabase(data);
  try {
    return v.parse(Arrival, db.prepare('SELECT kind, after FROM arrival').get());
  } finally {
    db.close();
  }
};

/** The number of the clip that a copy has come to. */
const clipsAt = ({ after }: v.InferOutput<typeof Arrival>): number =>
  after === null ? 0 : v.parse(v.tuple([v.number()]), JSON.parse(after))[0] % 2 ** 32;

const benchRoom = async (room: number): Promise<void> => {
  const data = mkdtempSync(path.join(tmpdir(), 'dateline-bench-'));
  try {
    seed(data, CLIPS);
    const db = openDatabase(data);
    db.prepare(
      `INSERT INTO relocation (workspace, move, number, source, target, asked_at, phase)
       SELECT id, ?, number, 'DB', 'DB', '2026-03-10', 'copying' FROM workspace WHERE id = ?`,
    ).run(MOVE, WORKSPACE);
    const number = Number(
      db.prepare('SELECT number FROM workspace WHERE id = ?').get(WORKSPACE)?.['number'],
    );
    db.close();
    const runtime = await startApart(await bundle('moving-worker.ts'), data);
    const ask = async (way: string, body?: string): Promise<string> => {
      const answer = await fetch(runtime.origin + way, { method: 'POST', ...(body && { body }) });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.text();
    };
    await ask(`/watch/${WORKSPACE}/${number}/${MOVE}`);
    const runs: number[] = [];
    let clips = 0;
    for (let turn = 0; turn < WARM + TURNS; turn += 1) {
      const from = arrivalIn(data);
      const before = runtime.cpu();
      const moved = v.parse(Moved, JSON.parse(await ask(`/run?room=${room}`)));
      const after = runtime.cpu();
      await ask('/nothing', JSON.stringify(moved));
      const to = arrivalIn(data);
      if (to.kind !== 'clip') break;
      if (turn < WARM) continue;
      runs.push(after - before - (runtime.cpu() - after));
      clips += clipsAt(to) - clipsAt(from);
    }
    await runtime.stop();
    const sorted = runs.toSorted((one, other) => one - other);
    const told = (at: number): string => (sorted.at(at) ?? 0).toFixed(1);
    console.log(
      `| ${room} | ${(clips / runs.length).toFixed(0)} | ${told(Math.floor(runs.length / 2))} | ${told(-1)} |`,
    );
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};

/** Prints the table. */
export const benchMoving = async (rooms = ROOMS): Promise<void> => {
  console.log('| statements | clips a run | CPU ms, the middle | the most |');
  console.log('| --- | --- | --- | --- |');
  for (const room of rooms) await benchRoom(room);
};
