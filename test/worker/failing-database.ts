// The real database behind a connection that fails at a chosen place, as D1 says it
// (developers.cloudflare.com/d1/observability/debug-d1).
import { db } from './server.ts';

/** D1 may do the same again a moment later. */
export const PASSING = [
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
  'D1_ERROR: D1 DB reset because its code was updated.',
  'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1_ERROR: Internal error in D1 DB storage caused object to be reset.',
  'D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.',
  'D1_ERROR: D1 DB exceeded its CPU time limit and was reset.',
  'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
] as const;

/** D1 would say so again. */
export const FINAL = [
  'D1_ERROR: no such table: clip_content: SQLITE_ERROR',
  'D1_ERROR: Exceeded maximum DB size',
  'D1_ERROR: database disk image is malformed: SQLITE_CORRUPT',
] as const;

/** Where a round trip fails: on the way there, at one of its statements, or on the way back. */
export type Place = { trip: number; at: 'request' | 'answer' | number };

const broken = () => db.prepare("SELECT json('{')");

const overBatches = (
  batch: (statements: D1PreparedStatement[], trip: number) => Promise<D1Result[]>,
): D1Database => {
  let trips = 0;
  return new Proxy(db, {
    get: (target, name) =>
      name === 'batch'
        ? (statements: D1PreparedStatement[]) => {
            trips += 1;
            return batch(statements, trips - 1);
          }
        : (sql: string) => target.prepare(sql),
  });
};

/** The database failing once, at this place, with these words. */
export const failingAt = (place: Place, words: string): D1Database =>
  overBatches(async (statements, trip) => {
    if (trip !== place.trip) return db.batch(statements);
    if (place.at === 'answer') await db.batch(statements);
    if (typeof place.at === 'number') {
      const stopped = db.batch(statements.with(place.at, broken())).then(
        () => false,
        () => true,
      );
      if (!(await stopped)) throw new Error('the broken statement did not stop its batch');
    }
    throw new Error(words);
  });

/** Every place at which what a request asks of the database can fail. */
export const placesIn = async (
  request: (database: D1Database) => Promise<unknown>,
): Promise<Place[]> => {
  const sizes: number[] = [];
  await request(
    overBatches((statements, trip) => {
      sizes[trip] = statements.length;
      return db.batch(statements);
    }),
  );
  return sizes.flatMap((size, trip) => {
    const steps: Place['at'][] = ['request', ...Array(size).keys(), 'answer'];
    return steps.map((at) => ({ trip, at }));
  });
};
