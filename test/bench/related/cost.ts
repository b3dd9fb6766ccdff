// What it costs the server to answer what is related, in libraries of 1,000, 10,000 and 100,000 clips: for a clip whose
// features few others have, for one in between, and for one that has the commonest of all. Rows read do not tell what the
// full-text index does, so the documents that it steps over are counted beside them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { numberOf } from '../../../shared/related/vector.ts';
import { openDatabase } from '../../../worker/local/database.ts';
import { seededRandom } from '../random.ts';
import { bundle, startRuntime } from '../runtime.ts';
import { seed } from '../seed.ts';
import { COOKIE } from '../cookie.ts';
import { WORKSPACE } from '../seeded.ts';
import { printTable } from '../table.ts';

const SIZES = [1_000, 10_000, 100_000];
const ASKED = 50;
const FEATURES = 160;
const INDEXED = 64;
const SEARCHED = 32;
/** How many different features there are, the first of them the commonest. */
const VOCABULARY = 200_000;
const LAST_ROW = 2 ** 32;

const KINDS = ['rare', 'middling', 'commonest'] as const;
type Kind = (typeof KINDS)[number];

const Cost = v.object({ rowsRead: v.number() });

const NUMBERS = Array.from({ length: VOCABULARY }, (_, at) =>
  numberOf({ key: `feature ${at}`, isPair: true }),
);

/** A description as `termVector` writes it, of features by their places in the vocabulary. */
const describe = (features: readonly number[]): string => {
  const bytes = [1, 2, 88];
  for (const at of features) {
    const value = (NUMBERS[at] ?? 0) << 4;
    bytes.push((value >>> 16) & 255, (value >>> 8) & 255, value & 255);
  }
  return Buffer.from(bytes).toString('base64');
};

const wordOf = (at: number): string => `f${(NUMBERS[at] ?? 0).toString(36)}`;

/** Features as texts have them: the nth by Zipf's law, from a place in the vocabulary on. */
const draw = (random: () => number, from: number): readonly number[] => {
  const drawn = new Set<number>();
  while (drawn.size < FEATURES) {
    const place = Math.floor(from + (VOCABULARY - from) ** random()) - 1;
    drawn.add(Math.min(VOCABULARY - 1, Math.max(0, place)));
  }
  return [...drawn];
};

const askingOf = (kind: Kind, random: () => number): readonly number[] => {
  if (kind === 'commonest') return Array.from({ length: FEATURES }, (_, at) => at);
  if (kind === 'middling') return Array.from({ length: FEATURES }, (_, at) => 500 + 40 * at);
  return draw(random, 5_000);
};

/** Describes the clips of a library that was seeded, and answers the documents matched by the newest three, by kind. */
const describeClips = (data: string, clips: number): Record<Kind, number> => {
  const db = openDatabase(data);
  const random = seededRandom(clips);
  const profile = db.prepare(
    `INSERT OR REPLACE INTO clip_profile (rid, workspace, terms, asks, vector, fingerprint) VALUES (?, ?, '[]', ?, ?, '')`,
  );
  const search = db.prepare('INSERT INTO clip_search (rowid, features) VALUES (?, ?)');
  const asking: number[][] = [];
  db.exec('BEGIN');
  for (let nth = 1; nth <= clips; nth += 1) {
    const kind = KINDS[clips - nth];
    const features = kind ? askingOf(kind, random) : draw(random, 1);
    if (kind) asking.push([...features]);
    const asks = features.slice(0, SEARCHED).map(wordOf);
    profile.run(LAST_ROW + nth, WORKSPACE, JSON.stringify(asks), describe(features));
    search.run(LAST_ROW + nth, features.slice(0, INDEXED).map(wordOf).join(' '));
  }
  db.exec('COMMIT');
  const count = db.prepare(
    `SELECT count(*) AS n FROM (SELECT 1 FROM clip_search WHERE clip_search MATCH ? LIMIT 200)`,
  );
  const matched = asking.map((features) => {
    const counts = features
      .slice(0, SEARCHED)
      .map((at) => Number(count.get(`features : ${wordOf(at)}`)?.['n'] ?? 0));
    // Each is counted, and at most 500 more are found.
    return counts.reduce((sum, found) => sum + found, 500);
  });
  db.close();
  const [commonest = 0, middling = 0, rare = 0] = matched;
  return { rare, middling, commonest };
};

/** Prints CPU, rows read and documents matched. */
export const printCosts = async (): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bench-'));
  const script = await bundle('counted.ts');
  const rows = new Map<Kind, { cpu: string; read: number; matched: number }[]>();
  try {
    for (const clips of SIZES) {
      const data = path.join(folder, String(clips));
      seed(data, clips);
      const matched = describeClips(data, clips);
      const runtime = await startRuntime(script, data);
      for (const [back, kind] of KINDS.entries()) {
        const id = `01950000-0000-7000-8000-${(clips - 1 - back).toString(16).padStart(12, '0')}`;
        const ask = () =>
          fetch(`${runtime.origin}/api/w/${WORKSPACE}/clips/${id}/related`, {
            headers: { cookie: COOKIE },
          });
        const first = await ask();
        if (first.status !== 200) throw new Error(`related answers ${first.status}`);
        const { rowsRead } = v.parse(Cost, JSON.parse(first.headers.get('x-cost') ?? ''));
        for (let nth = 0; nth < 5; nth += 1) await (await ask()).arrayBuffer();
        const before = runtime.cpu();
        for (let nth = 0; nth < ASKED; nth += 1) await (await ask()).arrayBuffer();
        const cpu = ((runtime.cpu() - before) / ASKED).toFixed(1);
        const known = rows.get(kind) ?? [];
        rows.set(kind, [...known, { cpu, read: rowsRead, matched: matched[kind] }]);
      }
      await runtime.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    `\nWhat is related to a clip, asked of the server at ${SIZES.map((clips) => clips.toLocaleString('en')).join(' / ')} clips`,
  );
  printTable(
    ['features', 'CPU ms in workerd', 'rows read', 'documents matched'],
    [...rows].map(([kind, costs]) => [
      kind,
      costs.map(({ cpu }) => cpu).join(' / '),
      costs.map(({ read }) => read).join(' / '),
      costs.map(({ matched }) => matched).join(' / '),
    ]),
  );
};
