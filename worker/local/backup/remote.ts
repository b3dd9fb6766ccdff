// Backup and restore of the deployed database, through wrangler.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { openDatabase, knownMigrations, refuseNewer } from '../database.ts';
import { DATABASE } from '../deployed.ts';
import { Advice, runTool } from '../process.ts';
import { writeBackup } from './file.ts';
import { type Counts, type Header, newHeader, type Row } from './format.ts';
import { rebuild, rowsIn } from './local.ts';
import { insertStatements, literal } from './sql.ts';
import { holdsData, quoteName, quoteNames, type ReadRows, type Table, tablesOf } from './tables.ts';

/** Rows and characters of one answer; the last row may exceed the characters. */
const PAGE = { rows: 500, characters: 1_000_000 };
/** UTF-16 units of one file of SQL: each is applied as a whole or not at all. */
const FILE = 32_000_000;

/** How to reach the database: the tool, and `--remote` or where else it lies. */
export interface Wrangler {
  run: (args: readonly string[], input?: string) => Promise<string>;
  where: readonly string[];
}

/** The database of the Cloudflare account that wrangler is signed in to. */
export const DEPLOYED: Wrangler = {
  run: (args, input) => runTool('wrangler', args, input),
  where: ['--remote'],
};

const Answer = v.array(
  v.object({
    results: v.array(v.record(v.string(), v.nullable(v.union([v.string(), v.number()])))),
  }),
);
type Answer = v.InferOutput<typeof Answer>;

const call = async (
  { run }: Wrangler,
  args: readonly string[],
  input?: string,
): Promise<string> => {
  try {
    return await run(args, input);
  } catch (error) {
    throw new Advice(
      'The deployed server did not answer. Sign in (npx wrangler login), deploy (npm run deploy), then try again. ' +
        `Nothing was changed. ${error instanceof Error ? error.message : error}`,
    );
  }
};

const ask = async (wrangler: Wrangler, sql: string): Promise<Answer> => {
  const place = ['d1', 'execute', DATABASE, ...wrangler.where, '--yes'];
  return v.parse(Answer, JSON.parse(await call(wrangler, [...place, '--json', '--command', sql])));
};

const pageSql = ({ name, columns, key }: Table, after: Row | undefined): string => {
  const order = quoteNames(key);
  const where = after ? `WHERE (${order}) > (${after.map(literal).join(', ')})` : '';
  const size = columns.map((column) => `coalesce(length(${quoteName(column)}), 0)`).join(' + ');
  return `SELECT * FROM (
    SELECT *, ${size} AS size_, sum(${size}) OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) AS sum_
    FROM (SELECT ${quoteNames(columns)} FROM ${quoteName(name)} ${where} ORDER BY ${order} LIMIT ${PAGE.rows})
  ) WHERE sum_ - size_ < ${PAGE.characters} ORDER BY ${order}`;
};

/** Pages by the key, so that a page costs the same wherever it lies. */
const rowsAt = (wrangler: Wrangler): ReadRows =>
  async function* rows(table) {
    let after: Row | undefined;
    for (;;) {
      const [page] = await ask(wrangler, pageSql(table, after));
      const results = page?.results ?? [];
      for (const row of results) yield table.columns.map((column) => row[column] ?? null);
      const last = results.at(-1);
      if (!last) return;
      if (results.length < PAGE.rows && Number(last['sum_']) < PAGE.characters) return;
      after = table.key.map((column) => last[column] ?? null);
    }
  };

interface State {
  filled: Table[];
  /** Differs once a library, or a row that others refer to, has changed. */
  mark: string;
}

const stateOf = async (wrangler: Wrangler, tables: readonly Table[]): Promise<State> => {
  const parents = new Set(tables.flatMap((table) => table.parents));
  const columns = tables.map(({ name }) => {
    const table = quoteName(name);
    const state = parents.has(name) ? 'SELECT count(*)' : 'SELECT EXISTS (SELECT 1';
    return `(${state} FROM ${table}${parents.has(name) ? '' : ')'}) AS ${table}`;
  });
  const seqs = 'SELECT workspace, seq FROM library ORDER BY workspace';
  const [counts, libraries] = await ask(wrangler, `SELECT ${columns.join(', ')}; ${seqs}`);
  const filled = tables.filter(({ name }) => counts?.results[0]?.[name]);
  return { filled, mark: JSON.stringify([counts?.results, libraries?.results]) };
};

/** From this migration on a library may lie in another database than the accounts. */
const DIRECTORY = '0036_directory.sql';

/** Throws advice where libraries lie in other databases: a backup without them would look like one of all. */
const refuseSeveral = async (wrangler: Wrangler): Promise<void> => {
  const [found] = await ask(
    wrangler,
    `SELECT count(*) AS elsewhere FROM workspace WHERE library_in <> 'DB'`,
  );
  const elsewhere = Number(found?.results[0]?.['elsewhere'] ?? 0);
  if (elsewhere > 0)
    throw new Advice(
      `Some libraries lie in other databases than the accounts (${elsewhere}), which a backup does not read. ` +
        'Take a copy of each database by itself: npx wrangler d1 export NAME --remote --output FILE',
    );
};

/**
 * Backs up the deployed database. Its secret cannot be read there, so the backup has none. Throws
 * advice when a library changed meanwhile: many answers of wrangler are not one moment.
 */
export const backupRemote = async (file: string, wrangler: Wrangler): Promise<Counts> => {
  const [names] = await ask(wrangler, 'SELECT name FROM d1_migrations ORDER BY id');
  const migrations = (names?.results ?? []).map(({ name }) => String(name));
  refuseNewer(migrations);
  if (migrations.includes(DIRECTORY)) await refuseSeveral(wrangler);
  const tables = tablesOf(migrations);
  const before = await stateOf(wrangler, tables);
  const pages = rowsAt(wrangler);
  const rows: ReadRows = (table) => (before.filled.includes(table) ? pages(table) : []);
  const header = newHeader(migrations, null, new Date());
  const counts = await writeBackup(file, header, tables, rows);
  if ((await stateOf(wrangler, tables)).mark === before.mark) return counts;
  rmSync(file);
  throw new Advice(
    'The library changed while it was copied, so the copy was thrown away. Run the backup again at a quieter time.',
  );
};

async function* allStatements(tables: readonly Table[], rowsOf: ReadRows): AsyncGenerator<string> {
  yield 'DELETE FROM "claim"';
  for (const table of tables) yield* insertStatements(table, rowsOf(table));
}

/** Takes statements up to the size of a file; the generator goes on where it stopped. */
async function* takeFile(statements: AsyncGenerator<string>): AsyncGenerator<string> {
  for (let units = 0; units < FILE;) {
    const next = await statements.next();
    if (next.done) return;
    units += next.value.length;
    yield `${next.value};\n`;
  }
}

const sendRows = async (wrangler: Wrangler, folder: string, tables: readonly Table[]) => {
  const database = openDatabase(folder);
  const file = path.join(folder, 'rows.sql');
  const statements = allStatements(tables, rowsIn(database));
  try {
    for (;;) {
      const out = createWriteStream(file, { mode: 0o600 });
      await pipeline(takeFile(statements), out);
      if (out.bytesWritten === 0) return;
      await wrangler.run(['d1', 'execute', DATABASE, ...wrangler.where, '--yes', '--file', file]);
    }
  } catch (error) {
    throw new Advice(
      'The restore stopped in the middle, and the deployed database may hold a part. Delete it ' +
        '(npx wrangler d1 delete dateline), make it anew (npm run deploy), and restore again. ' +
        `It stopped at: ${error instanceof Error ? error.message : error}`,
    );
  } finally {
    database.close();
  }
};

/** Restores a backup into the deployed database, which must hold nothing; it is checked to its end before. */
export const restoreRemote = async (file: string, wrangler: Wrangler): Promise<Header> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-restore-'));
  try {
    const header = await rebuild(file, folder);
    const tables = tablesOf(knownMigrations());
    await call(wrangler, ['d1', 'migrations', 'apply', DATABASE, ...wrangler.where]);
    if ((await stateOf(wrangler, tables)).filled.some(holdsData))
      throw new Advice(
        'The deployed database holds a library already, and a restore never replaces one. Nothing was changed.',
      );
    // First, since it can be done again: rows cannot.
    if (header.secret) await call(wrangler, ['secret', 'put', 'SECRET'], header.secret);
    await sendRows(wrangler, folder, tables);
    return header;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
