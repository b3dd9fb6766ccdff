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

// Node's readline ends lines at these too.
const toLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

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
      child.stdin.write(`${toLine({ html, url })}\n`);
      const { value }: IteratorResult<string, undefined> = await lines.next();
      return v.parse(Answer, JSON.parse(value ?? 'null'));
    },
    close: () => child.kill(),
  };
};
