// JSON Lines in and out: one at a time, so that memory does not grow with the number of records.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** The lines of a stream that are not blank. */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  for await (const line of createInterface({ input, crlfDelay: Infinity }))
    if (line.trim() !== '') yield line;
}

/** Writes one value as one line, and waits where the reader at the other end is slower than we are. */
export const writeLine = async (output: Writable, value: unknown): Promise<void> => {
  if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain');
};
