import { createApp } from './app.ts';
import { ask } from './db/database.ts';
import { makeDigests } from './db/digests.ts';
import { makeFreezing } from './db/freezing.ts';
import { makeMoving } from './db/moving.ts';
import { makePairings } from './db/pairings.ts';
import { makeRelated } from './db/related.ts';
import { makeSessions } from './db/sessions.ts';
import { makeSnapshots } from './db/snapshots.ts';
import { makeStories } from './db/stories.ts';
import { makeTrash } from './db/trash.ts';
import { makeUnprofiled } from './db/unprofiled.ts';
import { freezeDue, STATEMENTS } from './domain/freezing.ts';
import { moveDue } from './domain/moving.ts';
import { profileClips } from './domain/profiles.ts';
import { placeWaiting } from './domain/stories.ts';
import type { Env } from './env.ts';

const app = createApp();
const clock = () => new Date();

/** How many expired rows one run deletes of each kind; the next run takes the rest. */
const CLEAN_ROWS = 500;
/** The statements in which days move to another zone; of those of a run the others freeze days. */
const MOVING = 31;
/** How many clips one run deletes for good, makes a profile for, and finds the story of. */
const CLIPS = 100;

/** Does one thing of a run: where it fails, the others are done all the same. */
const attempt = async <T>(job: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await job();
  } catch (error) {
    // oxlint-disable-next-line no-console
    console.error(error);
    return undefined;
  }
};

export default {
  fetch: app.fetch,
  scheduled: async (_, { DB }) => {
    const now = new Date();
    await attempt(() => makePairings(DB).deleteExpired(now.toISOString(), CLEAN_ROWS));
    await attempt(() => makeSessions(DB).deleteExpired(now.toISOString(), CLEAN_ROWS));
    await attempt(() => makeTrash(DB).deleteExpired(now.toISOString(), CLIPS));
    await attempt(() => profileClips(makeUnprofiled(DB), now, CLIPS));
    await attempt(() => placeWaiting({ stories: makeStories(DB), now: clock }, CLIPS));
    const moved = await attempt(() => moveDue({ moving: makeMoving(DB), now: clock }, MOVING));
    await attempt(() =>
      freezeDue(
        {
          digests: makeDigests(DB),
          related: makeRelated(DB),
          snapshots: makeSnapshots(DB),
          freezing: makeFreezing(DB),
          ask: (question) => ask(DB, question),
          now: clock,
        },
        STATEMENTS - (moved ?? MOVING),
      ),
    );
  },
} satisfies ExportedHandler<Env>;
