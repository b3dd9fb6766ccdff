// The data folder of a local installation: where it is, the server's secret in it, and who uses it just now.
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Advice, ROOT } from './process.ts';

/** The folder that DATELINE_DATA names; made where it is missing. Throws advice when it cannot be written. */
export const openDataFolder = (): string => {
  const data = path.resolve(ROOT, process.env['DATELINE_DATA'] ?? '.dateline');
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    accessSync(data, constants.W_OK | constants.X_OK);
    return data;
  } catch (error) {
    throw new Advice(
      `The data folder ${data} cannot be written (${error instanceof Error ? error.message : error}). ` +
        'Mend its permissions, or set DATELINE_DATA to a folder of yours.',
    );
  }
};

const secretFile = (data: string): string => path.join(data, 'secret');

/** The server's secret, or null before the first start has made it. */
export const savedSecret = (data: string): string | null =>
  existsSync(secretFile(data)) ? readFileSync(secretFile(data), 'utf8').trim() : null;

/** Keeps a secret beside the database; the one that stood there is whole until this one is. */
export const saveSecret = (data: string, secret: string): void => {
  const part = `${secretFile(data)}.part`;
  writeFileSync(part, secret, { mode: 0o600, flush: true });
  renameSync(part, secretFile(data));
};

/** The server's secret: made at the first start, kept beside the database. */
export const readSecret = (data: string): string => {
  const saved = savedSecret(data);
  if (saved) return saved;
  const secret = randomBytes(32).toString('base64url');
  saveSecret(data, secret);
  return secret;
};

/** Takes a lock that the system itself lets go when this process ends, however it ends. */
const lock = (data: string, sql: string, refusal: string): (() => void) => {
  const held = new DatabaseSync(path.join(data, 'lock'));
  try {
    held.exec(sql);
    return () => held.close();
  } catch (error) {
    held.close();
    if (error instanceof Error && error.message.includes('locked')) throw new Advice(refusal);
    throw error;
  }
};

/** Says that the folder is in use, until the answer is called; any number of processes may say so. */
export const useData = (data: string): (() => void) =>
  lock(
    data,
    'BEGIN; SELECT count(*) FROM sqlite_schema',
    `A restore is writing to ${data}. Wait until it has ended, then try again.`,
  );

/** As `useData`, but alone: throws advice while anybody uses the folder. */
export const useDataAlone = (data: string): (() => void) =>
  lock(
    data,
    'BEGIN EXCLUSIVE',
    `Dateline is running on ${data}. Stop it first (Ctrl-C where npm start runs), then restore.`,
  );
