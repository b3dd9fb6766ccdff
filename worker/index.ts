import { createApp } from './app.ts';
import { ask } from './db/database.ts';
import { makeDigests } from './db/digests.ts';
import { makeFreezing } from './db/freezing.ts';
import { makePairings } from './db/pairings.ts';
import { makeRelated } from './db/related.ts';
import { makeSessions } from './db/sessions.ts';
import { makeSnapshots } from './db/snapshots.ts';
import { makeStories } from './db/stories.ts';
import { makeTrash } from './db/trash.ts';
import { makeUnprofiled } from './db/unprofiled.ts';
import { freezeDue } from './domain/freezing.ts';
import { profileClips } from './domain/profiles.ts';
import { placeWaiting } from './domain/stories.ts';
import type { Env } from './env.ts';

const app = createApp();

/** How many expired rows one run deletes of each kind; the next run takes the rest. */
const CLEAN_ROWS = 500;
/** How many clips one run deletes for good, makes a profile for, and finds the story of. */
const CLIPS = 100;

export default {
  fetch: app.fetch,
  scheduled: async (_, { DB }) => {
    await makePairings(DB).deleteExpired(new Date().toISOString(), CLEAN_ROWS);
    await makeSessions(DB).deleteExpired(new Date().toISOString(), CLEAN_ROWS);
    await makeTrash(DB).deleteExpired(new Date().toISOString(), CLIPS);
    await profileClips(makeUnprofiled(DB), new Date(), CLIPS);
    await placeWaiting({ stories: makeStories(DB), now: () => new Date() }, CLIPS);
    await freezeDue({
      digests: makeDigests(DB),
      related: makeRelated(DB),
      snapshots: makeSnapshots(DB),
      freezing: makeFreezing(DB),
      ask: (question) => ask(DB, question),
      now: () => new Date(),
    });
  },
} satisfies ExportedHandler<Env>;
