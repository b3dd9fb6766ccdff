// Each file begins as if it were the first: only the runtime stays, which takes longer to start than most files to run, and
// nothing of what another file has stored, or of what a module remembers of it.
import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, vi } from 'vitest';

const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '_cf_%'`;
const TRIES = 20;

const isEmpty = async (): Promise<boolean> => {
  const found = [env.DB, env.DB_2, env.SECOND].map((db) => db?.prepare(TABLES).all());
  return (await Promise.all(found)).every((tables) => !tables?.results.length);
};

vi.resetModules();
beforeAll(async () => {
  // A database that is still busy with the end of another file stays at times, as it was; once more, and it goes.
  for (let tries = 0; tries < TRIES; tries += 1) {
    await reset();
    if (await isEmpty()) return;
  }
  throw new Error('What another file has stored is there still.');
});
