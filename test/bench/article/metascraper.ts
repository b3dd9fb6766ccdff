// metascraper in a process of its own: it is too large to be installed with Dateline itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { Gold } from './gold.ts';

const FOLDER = fileURLToPath(new URL('../peers/', import.meta.url));

const Answer = v.object({
  author: v.nullable(v.string()),
  date: v.nullable(v.string()),
  title: v.nullable(v.string()),
  ms: v.number(),
});
export type Scraped = v.InferOutput<typeof Answer>;

/** Starts metascraper, or says how to install it and answers null. */
export const openMetascraper = () => {
  if (!existsSync(`${FOLDER}node_modules/metascraper`)) {
    console.log('metascraper is left out: npm ci --prefix test/bench/peers installs it.');
    return null;
  }
  const child = spawn(process.execPath, [`${FOLDER}metascraper.js`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    read: async ({ html, url }: Gold): Promise<Scraped> => {
      child.stdin.write(`${JSON.stringify({ html, url })}\n`);
      const { value }: IteratorResult<string, undefined> = await lines.next();
      return v.parse(Answer, JSON.parse(value ?? 'null'));
    },
    close: () => child.kill(),
  };
};
