// `npm run bench -- search`: what a page of results costs the server, in libraries of 1,000, 10,000 and 100,000 clips.
// Rows read do not tell what the full-text index does, so the documents that have the words are counted beside them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { openDatabase } from '../../worker/local/database.ts';
import { bundle, startRuntime } from './runtime.ts';
import { seed } from './seed.ts';
import { COOKIE } from './cookie.ts';
import { WORKSPACE } from './seeded.ts';
import { indexClips } from './seed-words.ts';
import { printTable } from './table.ts';

const SIZES = [1_000, 10_000, 100_000];
const ASKED = 30;
/** What is asked, and what of it the index steps over; null where the index is not asked. */
const QUERIES: Readonly<Record<string, readonly [query: string, words: string | null]>> = {
  'the commonest word': ['những', 'nhung'],
  'the commonest without its marks': ['nhung', 'nhung'],
  'a beginning of two letters': ['nh', 'pnh OR nh'],
  'a beginning of three letters': ['tru', 'ptru OR tru'],
  'two common words': ['những trung', 'nhung AND trung'],
  'a phrase of common words': ['"những trung"', 'nhung AND trung'],
  'a phrase that few have': ['"những những những những"', 'nhung'],
  'a rare word': ['x40000', 'x40000'],
  'a word in a site and two years': ['những site:tỉnh after:2023-09 before:2026', 'nhung'],
  'filters alone': ['site:tỉnh section:"thể thao"', 'cthe'],
  'all but a site': ['-site:nowhere', 'z'],
  'a tag': ['tag:bão', null],
  'a word with a tag': ['những tag:bão', 'nhung'],
};

const Cost = v.object({ rowsRead: v.number() });
const Answer = v.object({ matches: v.nullable(v.number()), hits: v.array(v.unknown()) });

/** How many documents have the words of each query. */
const countMatched = (data: string): Record<string, number> => {
  const db = openDatabase(data);
  const count = db.prepare('SELECT count(*) AS n FROM clip_search WHERE clip_search MATCH ?');
  const matched = Object.entries(QUERIES).map(([name, [, words]]): [string, number] => [
    name,
    words === null ? 0 : Number(count.get(words)?.['n'] ?? 0),
  ]);
  db.close();
  return Object.fromEntries(matched);
};

/** Prints CPU in workerd, rows read and documents that match, for each kind of query. */
export const benchSearch = async (sizes = SIZES): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bench-'));
  const script = await bundle('counted.ts');
  const figures = new Map<string, string[][]>();
  try {
    for (const clips of sizes) {
      const data = path.join(folder, String(clips));
      seed(data, clips);
      indexClips(data, clips);
      const matched = countMatched(data);
      const runtime = await startRuntime(script, data);
      for (const [name, [text]] of Object.entries(QUERIES)) {
        const address = `${runtime.origin}/api/w/${WORKSPACE}/search?${new URLSearchParams({ q: text })}`;
        const ask = () => fetch(address, { headers: { cookie: COOKIE } });
        const first = await ask();
        if (first.status !== 200) throw new Error(`search answers ${first.status}: ${name}`);
        const { rowsRead } = v.parse(Cost, JSON.parse(first.headers.get('x-cost') ?? ''));
        const { hits } = v.parse(Answer, await first.json());
        for (let nth = 0; nth < 5; nth += 1) await (await ask()).arrayBuffer();
        const before = runtime.cpu();
        for (let nth = 0; nth < ASKED; nth += 1) await (await ask()).arrayBuffer();
        const cpu = ((runtime.cpu() - before) / ASKED).toFixed(1);
        const row = [cpu, String(rowsRead), String(matched[name] ?? 0), String(hits.length)];
        const known = figures.get(name);
        if (known) known.push(row);
        else figures.set(name, [row]);
      }
      await runtime.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    `\nA page of results, asked of the server at ${sizes.map((clips) => clips.toLocaleString('en')).join(' / ')} clips`,
  );
  printTable(
    ['query', 'CPU ms in workerd', 'rows read', 'documents matched', 'shown'],
    [...figures].map(([name, rows]) =>
      [name].concat([0, 1, 2, 3].map((column) => rows.map((row) => row[column]).join(' / '))),
    ),
  );
};
