// A backup on disk: gzip of its lines, written whole or not at all, read line by line.
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline as pipe } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Advice } from '../process.ts';
import {
  type Counts,
  damaged,
  type Entry,
  type Header,
  notABackup,
  parseEntries,
  parseHeader,
  writeLines,
} from './format.ts';
import type { ReadRows, Table } from './tables.ts';

/** UTF-16 units handed to the compressor at once: one call for each small row would cost more than the row. */
const CHUNK = 65_536;

async function* joinLines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** Parts text at line feeds alone: the separators that Node's readline also knows may stand in a text. */
async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let begun: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    begun.push(first);
    for (const next of others) {
      yield begun.join('');
      begun = [next];
    }
  }
  const last = begun.join('') + decoder.decode();
  if (last) yield last;
}

const refuseToOverwrite = (file: string): void => {
  if (existsSync(file))
    throw new Advice(`${file} is there already and stays as it is: name another file.`);
};

/**
 * Writes a backup for the eyes of its owner only (mode 0600) and answers the rows of each table.
 * The file has its name once it is complete and on disk. Throws advice when the name is taken.
 */
export const writeBackup = async (
  file: string,
  header: Header,
  tables: readonly Table[],
  rowsOf: ReadRows,
): Promise<Counts> => {
  refuseToOverwrite(file);
  const counts: Counts = {};
  const part = `${file}.part`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  rmSync(part, { force: true });
  try {
    await pipeline(
      joinLines(writeLines(header, tables, rowsOf, counts)),
      createGzip(),
      createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
    );
    refuseToOverwrite(file);
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
  return counts;
};

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

/** Lines of a gzip file. Whatever is wrong with it comes as the advice that `refusal` makes. */
async function* readLines(file: string, refusal: () => Advice): AsyncGenerator<string> {
  const gunzip = createGunzip();
  pipe(createReadStream(file), gunzip, () => {});
  try {
    yield* splitLines(gunzip);
  } catch (error) {
    if (isSystemError(error)) throw new Advice(`${file} cannot be read: ${error.message}`);
    throw refusal();
  } finally {
    gunzip.destroy();
  }
}

/**
 * Opens a backup: the header at once, the rest as it is asked for. Throws advice when the file
 * cannot be read, is no backup or is newer than this code; the entries throw it when the file is
 * cut off or damaged, so that nothing may be kept before they have come to their end.
 */
export const openBackup = async (
  file: string,
): Promise<{ header: Header; entries: AsyncGenerator<Entry> }> => {
  let refusal = notABackup;
  const lines = readLines(file, () => refusal(file));
  const first = await lines.next();
  if (first.done) throw notABackup(file);
  const header = parseHeader(first.value, file);
  refusal = damaged;
  return { header, entries: parseEntries(lines, file) };
};
