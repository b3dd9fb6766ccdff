// The copy that `npm start` makes of the databases before it migrates them.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { savedSecret } from '../data.ts';
import { appliedMigrations, missingMigrations } from '../database.ts';
import { Advice } from '../process.ts';
import { backupDatabases, hasData } from './local.ts';

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

/** The first of the migrations that some databases lack; undefined where they lack none, or none holds anything. */
const nextMigration = (databases: readonly DatabaseSync[]): string | undefined => {
  if (!databases.some(hasData)) return undefined;
  const missing = databases
    .filter((database) => appliedMigrations(database).length > 0)
    .map(missingMigrations);
  // A start that was cut off between two databases has made the copy before it migrated the first.
  if (new Set(missing.map(String)).size > 1) return undefined;
  return missing[0]?.[0];
};

/**
 * Backs up the databases of an installation where they have data and lack migrations, keeps the newest five such copies, and
 * answers the file, or null where nothing will be migrated. Throws advice when it cannot be written.
 */
export const copyBeforeMigrating = async (
  data: string,
  databases: ReadonlyMap<string, DatabaseSync>,
): Promise<string | null> => {
  const next = nextMigration([...databases.values()]);
  if (next === undefined) return null;
  const folder = backupFolder(data);
  const name = `before-${path.basename(next, '.sql')}-${timeInName(new Date())}.jsonl.gz`;
  const file = path.join(folder, name);
  try {
    await backupDatabases(file, databases, savedSecret(data));
  } catch (error) {
    throw new Advice(
      `The copy before the migration could not be written (${error instanceof Error ? error.message : error}), ` +
        `so nothing was migrated. Make room or mend the permissions of ${folder}, then start again.`,
    );
  }
  keepNewest(folder);
  return file;
};
