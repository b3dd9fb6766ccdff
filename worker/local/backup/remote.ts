// Backup and restore of the deployed databases, through wrangler.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { openDatabase, refuseNewer } from '../database.ts';
import { type Bound, boundDeployed } from '../databases.ts';
import { DATABASE } from '../deployed.ts';
import { Advice, runTool } from '../process.ts';
import { writeBackup } from './file.ts';
import { type Counts, type Header, newHeader, type Row } from './format.ts';
import { rebuild, rowsIn } from './local.ts';
import { insertStatements, literal } from './sql.ts';
import {
  allTables,
  areSame,
  holdsData,
  PROFILE_SQL,
  quoteName,
  quoteNames,
  type ReadRows,
  type Table,
  tablesOf,
} from './tables.ts';
import { bindingOf, type Directory, directorySql, isOfAccounts, rowsTogether } from './together.ts';

/** Rows and characters of one answer; the last row may exceed the characters. */
const PAGE = { rows: 500, characters: 1_000_000 };
/** UTF-16 units of one file of SQL: each is applied as a whole or not at all. */
const FILE = 32_000_000;

/** How to reach the databases: the tool, and `--remote` or where else they lie. */
export interface Wrangler {
  run: (args: readonly string[], input?: string) => Promise<string>;
  where: readonly string[];
  /** That of the accounts first. */
  databases: readonly Bound[];
}

/** The databases of the Cloudflare account that wrangler is signed in to. */
export const deployed = (): Wrangler => ({
  run: (args, input) => runTool('wrangler', args, input),
  where: ['--remote'],
  databases: boundDeployed(),
});

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

/** Asks a database, that of the accounts unless another is named, all of it at one moment. */
const ask = async (wrangler: Wrangler, sql: string, name = DATABASE): Promise<Answer> => {
  const place = ['d1', 'execute', name, ...wrangler.where, '--yes'];
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

const LIBRARIES = 'SELECT workspace, seq, here FROM library ORDER BY workspace';

/** What a database is known by: it differs once one of the libraries that lie in it, or the directory, has changed. */
interface State {
  filled: ReadonlySet<string>;
  directory: Directory;
  libraries: string;
  mark: string;
}

const changed = (): Advice =>
  new Advice(
    'The library changed while it was copied, so the copy was thrown away. Run the backup again at a quieter time.',
  );

/** The libraries that lie in a database, without those of which something else is there. */
const lyingIn = (
  binding: string,
  libraries: Answer[number] | undefined,
  directory: Directory,
): string =>
  JSON.stringify(
    libraries?.results.filter(({ workspace }) => bindingOf(directory, workspace) === binding) ?? [],
  );

const filledSql = (tables: readonly Table[]): string => {
  const parents = new Set(tables.flatMap((table) => table.parents));
  const columns = tables.map(({ name }) => {
    const table = quoteName(name);
    const state = parents.has(name) ? 'SELECT count(*)' : 'SELECT EXISTS (SELECT 1';
    return `(${state} FROM ${table}${parents.has(name) ? '' : ')'}) AS ${table}`;
  });
  return `SELECT ${columns.join(', ')}`;
};

const stateOf = async (
  wrangler: Wrangler,
  { binding, name }: Bound,
  tables: readonly Table[],
  known?: Directory,
): Promise<State> => {
  // Elsewhere than beside the accounts they are known.
  const find = known ? null : directorySql(tables);
  const sql = [filledSql(tables), LIBRARIES, ...(find === null ? [] : [find])].join('; ');
  const [counts, libraries, found] = await ask(wrangler, sql, name);
  const directory =
    known ??
    new Map(found?.results.map(({ id, library_in }) => [String(id), String(library_in)]) ?? []);
  const lying = lyingIn(binding, libraries, directory);
  const count = (table: Table): unknown => counts?.results[0]?.[table.name];
  return {
    filled: new Set(tables.filter(count).map((table) => table.name)),
    directory,
    libraries: lying,
    mark: JSON.stringify([
      known ? [] : tables.filter(isOfAccounts).map(count),
      lying,
      [...directory],
    ]),
  };
};

/** Pages by the key, so that a page costs the same wherever it lies. Throws advice once a library has changed. */
const rowsAt = (
  wrangler: Wrangler,
  { binding, name }: Bound,
  { filled, directory, libraries: before }: State,
): ReadRows =>
  async function* rows(table) {
    if (!filled.has(table.name)) return;
    let after: Row | undefined;
    for (;;) {
      // A library may leave and come back, and be gone from here in between.
      const [page, libraries] = await ask(wrangler, `${pageSql(table, after)}; ${LIBRARIES}`, name);
      if (lyingIn(binding, libraries, directory) !== before) throw changed();
      const results = page?.results ?? [];
      for (const row of results) yield table.columns.map((column) => row[column] ?? null);
      const last = results.at(-1);
      if (!last) return;
      if (results.length < PAGE.rows && Number(last['sum_']) < PAGE.characters) return;
      after = table.key.map((column) => last[column] ?? null);
    }
  };

/** How all databases are. Throws advice where a library lies in one that is not bound. */
const statesOf = async (
  wrangler: Wrangler,
  tables: readonly Table[],
): Promise<ReadonlyMap<Bound, State>> => {
  const states = new Map<Bound, State>();
  let directory: Directory | undefined;
  for (const bound of wrangler.databases) {
    const state = await stateOf(wrangler, bound, tables, directory);
    ({ directory } = state);
    states.set(bound, state);
  }
  const isBound = (binding: string): boolean =>
    wrangler.databases.some((bound) => bound.binding === binding);
  const missing = directory?.values().find((binding) => !isBound(binding));
  if (missing !== undefined)
    throw new Advice(
      `Libraries lie in ${missing}, which wrangler.toml does not bind: a backup without it would lack them.`,
    );
  return states;
};

const migrationsOf = async (wrangler: Wrangler): Promise<string[]> => {
  const all: string[][] = [];
  // One after the other: two wranglers at once would be in each other's way, over the sign-in that they renew or a database
  // of this machine that they open.
  for (const { name } of wrangler.databases) {
    const [names] = await ask(wrangler, 'SELECT name FROM d1_migrations ORDER BY id', name);
    all.push((names?.results ?? []).map((row) => String(row['name'])));
  }
  const [migrations = []] = all;
  refuseNewer(migrations);
  if (!all.every((own) => areSame(own, migrations)))
    throw new Advice(
      'The tables of the databases are of different Datelines. Deploy first (npm run deploy), which brings all up to date.',
    );
  return migrations;
};

const marksOf = (states: ReadonlyMap<Bound, State>): string =>
  JSON.stringify([...states.values()].map(({ mark }) => mark));

/**
 * Backs up the deployed databases. Their secret cannot be read there, so the backup has none. Throws
 * advice when a library changed meanwhile, or moved: many answers of wrangler are not one moment.
 */
export const backupRemote = async (file: string, wrangler: Wrangler): Promise<Counts> => {
  const migrations = await migrationsOf(wrangler);
  const tables = tablesOf(migrations);
  // The accounts first: whoever is known to them has their library by then.
  const before = await statesOf(wrangler, tables);
  const [accounts] = before.values();
  const parts = [...before].map(
    ([bound, state]) => [bound.binding, rowsAt(wrangler, bound, state)] as const,
  );
  const rows = rowsTogether(new Map(parts), accounts?.directory ?? new Map());
  const counts = await writeBackup(file, newHeader(migrations, null, new Date()), tables, rows);
  if (marksOf(await statesOf(wrangler, tables)) === marksOf(before)) return counts;
  rmSync(file);
  throw changed();
};

async function* allStatements(tables: readonly Table[], rowsOf: ReadRows): AsyncGenerator<string> {
  yield 'DELETE FROM "claim"';
  for (const table of tables) yield* insertStatements(table, rowsOf(table));
  yield PROFILE_SQL;
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

const sendRows = async (
  wrangler: Wrangler,
  { binding, name }: Bound,
  folder: string,
  tables: readonly Table[],
) => {
  const database = openDatabase(folder, binding);
  const file = path.join(folder, 'rows.sql');
  const statements = allStatements(tables, rowsIn(database));
  try {
    for (;;) {
      const out = createWriteStream(file, { mode: 0o600 });
      await pipeline(takeFile(statements), out);
      if (out.bytesWritten === 0) return;
      await wrangler.run(['d1', 'execute', name, ...wrangler.where, '--yes', '--file', file]);
    }
  } finally {
    database.close();
  }
};

const sendAll = async (wrangler: Wrangler, folder: string, tables: readonly Table[]) => {
  try {
    // The accounts last: nobody meets a library that is not there yet.
    for (const bound of wrangler.databases.toReversed())
      await sendRows(wrangler, bound, folder, tables);
  } catch (error) {
    const names = wrangler.databases.map(({ name }) => `npx wrangler d1 delete ${name}`);
    throw new Advice(
      'The restore stopped in the middle, and the deployed database may hold a part. Delete it ' +
        `(${names.join('; ')}), make it anew (npm run deploy), and restore again. ` +
        `It stopped at: ${error instanceof Error ? error.message : error}`,
    );
  }
};

/**
 * Restores a backup into the deployed databases, which must hold nothing; it is checked to its end before. A library goes
 * where it lay, or beside the accounts where no database is bound by that name.
 */
export const restoreRemote = async (file: string, wrangler: Wrangler): Promise<Header> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-restore-'));
  try {
    const { databases } = wrangler;
    const bindings = databases.map(({ binding }) => binding);
    const header = await rebuild(file, folder, bindings);
    const tables = allTables();
    for (const { name } of databases)
      await call(wrangler, ['d1', 'migrations', 'apply', name, ...wrangler.where]);
    const states = await statesOf(wrangler, tables);
    const isEmpty = tables
      .filter(holdsData)
      .every(({ name }) => states.values().every(({ filled }) => !filled.has(name)));
    if (!isEmpty)
      throw new Advice(
        'The deployed database holds a library already, and a restore never replaces one. Nothing was changed.',
      );
    // First, since it can be done again: rows cannot.
    if (header.secret) await call(wrangler, ['secret', 'put', 'SECRET'], header.secret);
    await sendAll(wrangler, folder, tables);
    return header;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
