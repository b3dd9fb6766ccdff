// JSON Lines in and out: one at a time, so that memory does not grow with the number of records.
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** The lines of a stream that are not blank. Only LF ends one: node:readline also cuts at U+2028, which JSON allows. */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const [first = '', ...more] = String(chunk).split('\n');
    rest += first;
    for (const next of more) {
      if (rest.trim() !== '') yield rest;
      rest = next;
    }
  }
  if (rest.trim() !== '') yield rest;
}

/** Writes one value as one line, and waits where the reader at the other end is slower than we are. */
export const writeLine = async (output: Writable, value: unknown): Promise<void> => {
  if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain');
};
