import { createApp } from './app.ts';
import { makePairings } from './db/pairings.ts';
import { makeSessions } from './db/sessions.ts';
import type { Env } from './env.ts';

const app = createApp();

/** How many expired rows one run deletes of each kind; the next run takes the rest. */
const CLEAN_ROWS = 500;

export default {
  fetch: app.fetch,
  scheduled: async (_, { DB }) => {
    const now = new Date().toISOString();
    await makePairings(DB).deleteExpired(now, CLEAN_ROWS);
    await makeSessions(DB).deleteExpired(now, CLEAN_ROWS);
  },
} satisfies ExportedHandler<Env>;
