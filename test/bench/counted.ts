// The server with a counter on its database: what a request cost stands in the answer's headers.
import * as v from 'valibot';
import { createApp } from '../../worker/app.ts';
import type { Env } from '../../worker/env.ts';
import { makeBodies } from '../../worker/routes/bodies.ts';
import { farDatabase, type Moved, moveOnly } from './far-database.ts';

const app = createApp();
/** Composes each answer anew. */
const forgetful = createApp(undefined, makeBodies({ maxBytes: 0 }));

interface Cost {
  trips: number;
  /** Round trips that had to wait for another to end. */
  inSequence: number;
  statements: number;
  rowsRead: number;
  rowsWritten: number;
  /** What each round trip moved, where the database is in another process. */
  moved: Moved[];
}

/** What is moved by a request that computes nothing: by its round trips, and by its answer. */
const Nothing = v.object({
  moved: v.array(v.tuple([v.number(), v.number()])),
  answered: v.number(),
});

const counting = (db: D1Database, cost: Cost): D1Database => ({
  prepare: (sql) => db.prepare(sql),
  exec: (sql) => db.exec(sql),
  dump: () => db.dump(),
  withSession: (constraint) => db.withSession(constraint),
  batch: async <T>(statements: D1PreparedStatement[]) => {
    const turn = cost.inSequence + 1;
    const results = await db.batch<T>(statements);
    cost.trips += 1;
    cost.inSequence = Math.max(cost.inSequence, turn);
    cost.statements += statements.length;
    for (const { meta } of results) {
      cost.rowsRead += meta.rows_read;
      cost.rowsWritten += meta.rows_written;
    }
    return results;
  },
});

export default {
  fetch: async (request, { FAR, ...env }, ctx) => {
    const nothing = request.headers.get('x-nothing');
    if (nothing !== null && FAR) {
      const { moved, answered } = v.parse(Nothing, JSON.parse(nothing));
      await request.arrayBuffer();
      for (const each of moved) await moveOnly(FAR, each);
      return new Response(new Uint8Array(answered));
    }
    const cost: Cost = {
      trips: 0,
      inSequence: 0,
      statements: 0,
      rowsRead: 0,
      rowsWritten: 0,
      moved: [],
    };
    const db = FAR ? farDatabase(FAR, (moved) => cost.moved.push(moved)) : env.DB;
    const asked = request.headers.has('x-forget') ? forgetful : app;
    const answer = await asked.fetch(request, { ...env, DB: counting(db, cost) }, ctx);
    const counted = new Response(answer.body, answer);
    counted.headers.set('x-cost', JSON.stringify(cost));
    return counted;
  },
} satisfies ExportedHandler<Env & { FAR?: Fetcher }>;
