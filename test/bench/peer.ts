// A peer in a process of its own, which answers a line of JSON with a line of JSON: it is too large to be installed with
// Dateline itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const FOLDER = fileURLToPath(new URL('peers/', import.meta.url));

// Node's readline ends lines at these too.
const toLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Starts `peers/<name>.js`, which needs a package, or says how to install it and answers null. */
export const openPeer = <Schema extends v.GenericSchema>(
  name: string,
  needs: string,
  Answer: Schema,
) => {
  if (!existsSync(`${FOLDER}node_modules/${needs}`)) {
    console.log(`${name} is left out: npm ci --prefix test/bench/peers installs it.`);
    return null;
  }
  const child = spawn(process.execPath, [`${FOLDER}${name}.js`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (question: unknown): Promise<v.InferOutput<Schema>> => {
      child.stdin.write(`${toLine(question)}\n`);
      const { value }: IteratorResult<string, undefined> = await lines.next();
      return v.parse(Answer, JSON.parse(value ?? 'null'));
    },
    close: () => child.kill(),
  };
};
