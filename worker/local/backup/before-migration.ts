// The copy that `npm start` makes of a database before it migrates it.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { savedSecret } from '../data.ts';
import { missingMigrations } from '../database.ts';
import { Advice } from '../process.ts';
import { backupDatabase, hasData } from './local.ts';

const KEPT = 5;

/** Where backups lie unless a person names a file. */
export const backupFolder = (data: string): string => path.join(data, 'backups');

/** An instant as file names can hold it; sorts by time. */
export const timeInName = (now: Date): string => now.toISOString().replaceAll(/[:.]/g, '-');

const time = (name: string): string => name.slice(-'2026-11-24T10-15-30-000Z.jsonl.gz'.length);

const keepNewest = (folder: string): void => {
  const copies = readdirSync(folder)
    .filter((name) => /^before-.*\.jsonl\.gz$/.test(name))
    .sort((one, other) => (time(one) < time(other) ? 1 : -1));
  for (const name of copies.slice(KEPT)) rmSync(path.join(folder, name));
};

/**
 * Backs up a database that has data and lacks migrations, keeps the newest five such copies, and
 * answers the file, or null where nothing will be migrated. Throws advice when it cannot be written.
 */
export const copyBeforeMigrating = async (
  data: string,
  database: DatabaseSync,
): Promise<string | null> => {
  const [next] = missingMigrations(database);
  if (!next || !hasData(database)) return null;
  const folder = backupFolder(data);
  const name = `before-${path.basename(next, '.sql')}-${timeInName(new Date())}.jsonl.gz`;
  const file = path.join(folder, name);
  try {
    await backupDatabase(file, database, savedSecret(data));
  } catch (error) {
    throw new Advice(
      `The copy before the migration could not be written (${error instanceof Error ? error.message : error}), ` +
        `so nothing was migrated. Make room or mend the permissions of ${folder}, then start again.`,
    );
  }
  keepNewest(folder);
  return file;
};
