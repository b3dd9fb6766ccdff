// Two databases that a test asks as if they were one: each statement goes to the one in which its tables lie.
import { CONTROL_TABLES } from '../../worker/db/control-tables.ts';
import { tablesIn } from './named-tables.ts';

const RELATED = /^(clip_search_|sqlite_|_cf_|d1_)/;

const isControl = (table: string): boolean => CONTROL_TABLES.includes(table);

const namesOf = async (db: D1Database): Promise<string[]> => {
  const { results } = await db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .all<{ name: string }>();
  return results.map(({ name }) => name).filter((name) => !RELATED.test(name));
};

/** Drops of the libraries' database the tables of the accounts. */
export const dropControl = async (library: D1Database): Promise<void> => {
  const tables = (await namesOf(library)).filter(isControl);
  if (tables.length > 0)
    await library.batch([
      library.prepare('PRAGMA defer_foreign_keys = on'),
      ...tables.map((name) => library.prepare(`DROP TABLE "${name}"`)),
    ]);
};

/** The tables of libraries that have rows in the accounts' database: where all of them lie elsewhere there are none. */
export const strayTables = async (control: D1Database): Promise<string[]> => {
  const tables = (await namesOf(control)).filter((name) => !isControl(name));
  const found = await Promise.all(
    tables.map((name) => control.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).first()),
  );
  return tables.filter((_, nth) => found[nth] !== null);
};

/** Both as one, for what tests look at and lay out; the server has each by itself. */
export const splitDatabase = (control: D1Database, library: D1Database): D1Database => {
  const whose = new WeakMap<D1PreparedStatement, D1Database>();
  const noted = (statement: D1PreparedStatement, db: D1Database): D1PreparedStatement => {
    const bind = statement.bind.bind(statement);
    whose.set(statement, db);
    return Object.assign(statement, {
      bind: (...values: unknown[]) => noted(bind(...values), db),
    });
  };
  const batch = async <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
    const results: D1Result<T>[] = [];
    let from = 0;
    while (from < statements.length) {
      // What names no table is for the database of those around it.
      const db =
        statements
          .slice(from)
          .reduce<D1Database | undefined>((found, one) => found ?? whose.get(one), undefined) ??
        control;
      const end = statements.findIndex((one, at) => at >= from && (whose.get(one) ?? db) !== db);
      const own = statements.slice(from, end < 0 ? undefined : end);
      results.push(...(await db.batch<T>(own)));
      from += own.length;
    }
    return results;
  };
  return new Proxy(control, {
    get: (_, name) => {
      if (name === 'batch') return batch;
      if (name !== 'prepare') throw new Error(`a split database has no ${String(name)}`);
      return (sql: string) => {
        const tables = tablesIn(sql);
        const isOf = tables.some((table) => isControl(table) || table === 'sqlite_master');
        const db = isOf ? control : library;
        return tables.length > 0 ? noted(db.prepare(sql), db) : control.prepare(sql);
      };
    },
  });
};
