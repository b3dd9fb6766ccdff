import { createApp } from './app.ts';
import { counted } from './db/counted.ts';
import { ask } from './db/database.ts';
import { makeActivity } from './db/activity.ts';
import { type Databases, databasesOf } from './db/databases.ts';
import { makeArriving } from './db/arriving.ts';
import { makeCollectionDays } from './db/collection-days.ts';
import { makeDeletions } from './db/deletions.ts';
import { makeDeparting } from './db/departing.ts';
import { makeDigests } from './db/digests.ts';
import { makeFreezing } from './db/freezing.ts';
import { makeInvites } from './db/invites.ts';
import { endedBefore } from './domain/invites.ts';
import { makeMemberChanges } from './db/member-changes.ts';
import { makeMoving } from './db/moving.ts';
import { makePairings } from './db/pairings.ts';
import { makePasskeys } from './db/passkeys.ts';
import { makeRates } from './db/rates.ts';
import { makeRelocations } from './db/relocations.ts';
import { makeRelated } from './db/related.ts';
import { makeSessions } from './db/sessions.ts';
import { makeSnapshots } from './db/snapshots.ts';
import { makeStories } from './db/stories.ts';
import { makeTrash } from './db/trash.ts';
import { makeUnprofiled } from './db/unprofiled.ts';
import { forgottenBefore } from './domain/activity.ts';
import { deleteDue, departDue } from './domain/deletions.ts';
import { freezeDue, LEAST_STATEMENTS } from './domain/freezing.ts';
import { moveDue } from './domain/moving.ts';
import { profileClips } from './domain/profiles.ts';
import { placeWaiting } from './domain/stories.ts';
import { relocateDue } from './domain/relocating.ts';
import { inTurn } from './domain/turns.ts';
import type { Env } from './env.ts';

const app = createApp();
const clock = () => new Date();

/** How many expired rows one run deletes of each kind; the next run takes the rest. */
const CLEAN_ROWS = 500;
/** How many clips one run deletes for good, makes a profile for, and finds the story of. */
const CLIPS = 100;

/** What deleting emptied days takes. */
const EMPTYING = 3;

/** For how long an emptied day of a collection tells those who have it of its last change. */
const EMPTIED_MS = 30 * 86_400_000;

/** How many statements a run has where `RUN_STATEMENTS` does not tell: Cloudflare's paid plan gives 1,000. */
const STATEMENTS = 1_000;
/** Those in which what nobody may see any more is deleted. */
const DELETING = 15;
/** Those in which days move to another zone, and those in which days are frozen. */
const MOVING = 31;
const FREEZING = 50;
/** The most that a profile takes, and a story of many. */
const A_PROFILE = 18;
const A_STORY = 20;

/** Those in which a library moves to another database, at the least: else half of all. */
const RELOCATING = 30;

/** In fewer no further database is begun with: what looking at everything in one takes, and freezing a day. */
const A_DATABASE = 7 + LEAST_STATEMENTS;

/** Does one thing of a run: where it fails, the others are done all the same. */
const attempt = async (job: () => Promise<unknown>): Promise<void> => {
  try {
    await job();
  } catch (error) {
    // oxlint-disable-next-line no-console
    console.error(error);
  }
};

/** Moves libraries to other databases; where there is no other there is nothing to ask for. */
const runRelocations = async (databases: Databases, left: () => number): Promise<void> => {
  if (databases.names.length === 1) return;
  const tools = {
    relocations: makeRelocations(databases.control),
    departing: (binding: string) => makeDeparting(databases.at(binding)),
    arriving: (binding: string) => makeArriving(databases.at(binding)),
    now: clock,
    left,
  };
  await attempt(() => relocateDue(tools, Math.max(RELOCATING, left() / 2)));
};

/** Whatever is due of the accounts, and the libraries that nobody may see any more. */
const runControl = async (databases: Databases, now: Date, left: () => number): Promise<void> => {
  const { control } = databases;
  const at = now.toISOString();
  await attempt(() => makePairings(control).deleteExpired(at, CLEAN_ROWS));
  await attempt(() => makeSessions(control).deleteExpired(at, CLEAN_ROWS));
  await attempt(() => makePasskeys(control).deleteExpired(at, CLEAN_ROWS));
  await attempt(() => makeInvites(control).deleteEnded(endedBefore(now), CLEAN_ROWS));
  await attempt(() => makeRates(control).deleteExpired(at, CLEAN_ROWS));
  const forgotten = forgottenBefore(now);
  await attempt(() => makeMemberChanges(control).deleteOlder(forgotten, CLEAN_ROWS));
  const deletions = makeDeletions(databases);
  await attempt(() => departDue({ deletions }, Math.floor(left() / 4)));
  await attempt(() => deleteDue({ deletions }, Math.min(left(), DELETING)));
};

/** Whatever is due of the libraries in a database. */
const runLibraries = async (db: D1Database, now: Date, left: () => number): Promise<void> => {
  const freeze = (most: number): Promise<void> =>
    attempt(() =>
      freezeDue(
        {
          digests: makeDigests(db),
          related: makeRelated(db),
          snapshots: makeSnapshots(db),
          freezing: makeFreezing(db),
          ask,
          now: clock,
        },
        Math.min(left(), most),
      ),
    );
  await attempt(() => makeActivity(db).deleteOlder(forgottenBefore(now), CLEAN_ROWS));
  await attempt(() => makeTrash(db).deleteExpired(now.toISOString(), CLIPS));
  await attempt(() => moveDue({ moving: makeMoving(db), now: clock }, Math.min(left(), MOVING)));
  // A library that waits for thousands of profiles keeps no other one's days waiting.
  await freeze(LEAST_STATEMENTS);
  await attempt(() =>
    profileClips(makeUnprofiled(db), now, Math.min(CLIPS, left()), () => left() >= A_PROFILE),
  );
  await attempt(() =>
    placeWaiting({ stories: makeStories(db), now: clock }, CLIPS, () => left() >= A_STORY),
  );
  await freeze(FREEZING);
  // It takes no room from what somebody waits for.
  if (left() >= EMPTYING)
    await attempt(() =>
      makeCollectionDays(db).deleteEmptied(
        new Date(now.getTime() - EMPTIED_MS).toISOString(),
        CLEAN_ROWS,
      ),
    );
};

/** One run: what is due of everything, in as many statements as there is room for. */
const runDue = async (bound: Databases, now: Date, room: number): Promise<void> => {
  const databases = counted(bound);
  const left = (): number => room - databases.statements();
  await runRelocations(databases, left);
  await runControl(databases, now, left);
  for (const [nth, name] of inTurn(databases.names, now).entries())
    if (nth === 0 || left() >= A_DATABASE) await runLibraries(databases.at(name), now, left);
};

export default {
  fetch: app.fetch,
  scheduled: (_, env) =>
    runDue(databasesOf(env), clock(), Number(env.RUN_STATEMENTS) || STATEMENTS),
} satisfies ExportedHandler<Env>;
