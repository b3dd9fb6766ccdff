// How every repository talks to D1: one batch is one transaction and one round trip.
import * as v from 'valibot';
import type { Question } from './question.ts';

/**
 * The database cannot answer just now. The same again may work, and must be safe: where only the
 * answer was lost, what was asked for is done.
 */
export class Unavailable extends Error {}

/** What the triggers of a library say that is on its way to another database: worker/db/departing.ts. */
export const MOVING = 'library-moving';

/** A library takes no writes for a moment, since it moves. Nothing was written; the same again will work. */
export class LibraryMoving extends Unavailable {}

// The errors that D1 says will pass: developers.cloudflare.com/d1/observability/debug-d1
const PASSING =
  /network connection lost|is overloaded|caused object to be reset|(limit and was|db) reset|transient issue/i;

const isPassing = (error: unknown): boolean =>
  error instanceof Error && PASSING.test(error.message);

const isMoving = (error: unknown): boolean =>
  error instanceof Error && error.message.includes(MOVING);

const isConflict = (error: unknown): boolean =>
  error instanceof Error && /constraint failed/i.test(error.message);

/**
 * Runs statements as one transaction; null where a constraint stopped it: somebody else was first,
 * nothing was written. Throws Unavailable, or the database's own error where it would fail again.
 */
export const attempt = async (
  db: D1Database,
  statements: D1PreparedStatement[],
): Promise<D1Result[] | null> => {
  try {
    return await db.batch(statements);
  } catch (error) {
    if (isMoving(error)) throw new LibraryMoving('a library moves', { cause: error });
    if (isConflict(error)) return null;
    throw isPassing(error) ? new Unavailable('the database failed', { cause: error }) : error;
  }
};

/** Runs statements as one transaction; throws as `attempt` does. */
export const batch = async (
  db: D1Database,
  statements: D1PreparedStatement[],
): Promise<D1Result[]> => {
  const results = await attempt(db, statements);
  if (!results) throw new Unavailable('a constraint stopped a batch that expects none');
  return results;
};

/** Runs one statement; throws as `attempt` does. */
export const run = async (db: D1Database, statement: D1PreparedStatement): Promise<D1Result> => {
  const [result] = await batch(db, [statement]);
  if (!result) throw new Unavailable('a batch of one statement gave no result');
  return result;
};

/** Asks a question: one round trip, whatever databases it goes to; throws as `attempt` does. */
export const ask = async <T>({ asked, read }: Question<T>): Promise<T> => {
  const databases = [...new Set(asked.map(({ db }) => db))];
  const answers = new Map(
    await Promise.all(
      databases.map(async (db) => {
        const own = asked.filter((one) => one.db === db).map(({ statement }) => statement);
        return [db, (await batch(db, own)).values()] as const;
      }),
    ),
  );
  return read(asked.map(({ db }) => answers.get(db)?.next().value));
};

/**
 * Asks several questions at once, each by itself, so that a database that is down keeps no answer of another one; null for
 * what could not be asked, whose failure is noted.
 */
export const askEach = <T>(makes: readonly (() => Question<T>)[]): Promise<(T | null)[]> =>
  Promise.all(
    makes.map(async (make) => {
      try {
        return await ask(make());
      } catch (error) {
        // oxlint-disable-next-line no-console
        console.error(error);
        return null;
      }
    }),
  );

/** Statements for one database. */
export interface Step {
  db: D1Database;
  statements: readonly D1PreparedStatement[];
}

/**
 * Runs steps in their order, those that follow each other in one database as one transaction; null where a constraint
 * stopped one. It may be cut between two databases: what was done before must be right alone. Throws as `attempt` does.
 */
export const attemptSteps = async (steps: readonly Step[]): Promise<D1Result[] | null> => {
  const transactions: { db: D1Database; statements: D1PreparedStatement[] }[] = [];
  for (const { db, statements } of steps) {
    const last = transactions.at(-1);
    if (last?.db === db) last.statements.push(...statements);
    else transactions.push({ db, statements: [...statements] });
  }
  const results: D1Result[] = [];
  for (const { db, statements } of transactions) {
    const done = await attempt(db, statements);
    if (!done) return null;
    results.push(...done);
  }
  return results;
};

/** The rows of a result, each parsed by a schema. */
export const rows = <S extends v.GenericSchema>(
  schema: S,
  result: D1Result | undefined,
): v.InferOutput<S>[] => v.parse(v.array(schema), result?.results ?? []);

/** The first row of a result, or null. */
export const firstRow = <S extends v.GenericSchema>(
  schema: S,
  result: D1Result | undefined,
): v.InferOutput<S> | null => {
  const row = result?.results[0];
  return row === undefined ? null : v.parse(schema, row);
};

/** A column that holds JSON. */
export const json = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(v.string(), v.parseJson(), schema);

const areStrings = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** A column that holds a list of strings as JSON. Hundreds of rows have several: the list is looked at as one, not copied. */
export const strings = json(v.custom<string[]>(areStrings));

/**
 * A number in SQL as an integer. D1 binds every number as a real one, by which the full-text index narrows nothing down:
 * it would go through everybody's rows, and leave it to SQLite to drop them.
 */
export const wholeNumber = (sql: string): string => `CAST(${sql} AS INTEGER)`;
