// What every route is given: the repositories, the clock and the random bytes of one request.
import type { Context } from 'hono';
import { makeAccountExports } from '../db/account-exports.ts';
import { makeAccounts } from '../db/accounts.ts';
import { makeActs } from '../db/acts.ts';
import { makeCalendar } from '../db/calendar.ts';
import { makeCards } from '../db/cards.ts';
import { makeClaims } from '../db/claims.ts';
import { makeClips } from '../db/clips.ts';
import { makeCopies } from '../db/copies.ts';
import { ask } from '../db/database.ts';
import type { Question } from '../db/question.ts';
import { makeDayFeeds } from '../db/day-feeds.ts';
import { makeDays } from '../db/days.ts';
import { makeDeletions } from '../db/deletions.ts';
import { makeDigests } from '../db/digests.ts';
import { makeEdits } from '../db/edits.ts';
import { makeExports } from '../db/exports.ts';
import { makeFeeds } from '../db/feeds.ts';
import { makeFilings } from '../db/filings.ts';
import { makeFreezing } from '../db/freezing.ts';
import { makeFullness } from '../db/fullness.ts';
import { makeGuests } from '../db/guests.ts';
import { makeHighlights } from '../db/highlights.ts';
import { makeHistory } from '../db/history.ts';
import { makeImports } from '../db/imports.ts';
import { makeInvites } from '../db/invites.ts';
import { makeKeeps } from '../db/keeps.ts';
import { makeLibraries } from '../db/libraries.ts';
import { makeLookBack } from '../db/look-back.ts';
import { makeMembers } from '../db/members.ts';
import { makeMoving } from '../db/moving.ts';
import { makeNames } from '../db/names.ts';
import { makeOperations } from '../db/operations.ts';
import { makePairings } from '../db/pairings.ts';
import { makePasskeys } from '../db/passkeys.ts';
import { makePersonal } from '../db/personal.ts';
import { makeRates } from '../db/rates.ts';
import { makeReadings } from '../db/reading.ts';
import { makeRecovery } from '../db/recovery.ts';
import { makeRelated } from '../db/related.ts';
import { makeRemovals } from '../db/removals.ts';
import { makeSavedSearches } from '../db/saved-searches.ts';
import { makeSearch } from '../db/search.ts';
import { makeSessions } from '../db/sessions.ts';
import { makeShared } from '../db/shared.ts';
import { makeShares } from '../db/shares.ts';
import { makeShelves } from '../db/shelves.ts';
import { makeSnapshots } from '../db/snapshots.ts';
import { makeSpans } from '../db/spans.ts';
import { makeStories } from '../db/stories.ts';
import { makeTokens } from '../db/tokens.ts';
import { makeTrash } from '../db/trash.ts';
import { makeUnprofiled } from '../db/unprofiled.ts';
import { makeWorkspaces } from '../db/workspaces.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import type { Clock, Random } from '../domain/ids.ts';
import type { Meter } from '../domain/meter.ts';
import type { Env } from '../env.ts';
import type { Bodies } from './bodies.ts';

/** What differs between a server and a test of it. */
export interface Surroundings {
  now: Clock;
  random: Random;
}

export const makeServices = (
  db: D1Database,
  { now, random }: Surroundings,
  /** Does something once the answer is on its way; what fails then is in the log alone. */
  later: (work: () => Promise<unknown>) => void,
) => ({
  accountExports: makeAccountExports(db),
  accounts: makeAccounts(db),
  acts: makeActs(db),
  calendar: makeCalendar(db),
  cards: makeCards(db),
  claims: makeClaims(db),
  clips: makeClips(db),
  copies: makeCopies(db),
  dayFeeds: makeDayFeeds(db),
  days: makeDays(db),
  deletions: makeDeletions(db),
  digests: makeDigests(db),
  edits: makeEdits(db),
  exports: makeExports(db),
  feeds: makeFeeds(db),
  filings: makeFilings(db),
  freezing: makeFreezing(db),
  fullness: makeFullness(db),
  guests: makeGuests(db),
  highlights: makeHighlights(db),
  history: makeHistory(db),
  imports: makeImports(db),
  invites: makeInvites(db),
  keeps: makeKeeps(db),
  libraries: makeLibraries(db),
  lookBack: makeLookBack(db),
  members: makeMembers(db),
  moving: makeMoving(db),
  names: makeNames(db),
  operations: makeOperations(db),
  pairings: makePairings(db),
  passkeys: makePasskeys(db),
  personal: makePersonal(db),
  rates: makeRates(db),
  readings: makeReadings(db),
  recovery: makeRecovery(db),
  related: makeRelated(db),
  removals: makeRemovals(db),
  savedSearches: makeSavedSearches(db),
  search: makeSearch(db),
  sessions: makeSessions(db),
  shared: makeShared(db),
  shares: makeShares(db),
  shelves: makeShelves(db),
  snapshots: makeSnapshots(db),
  spans: makeSpans(db),
  stories: makeStories(db),
  tokens: makeTokens(db),
  trash: makeTrash(db),
  unprofiled: makeUnprofiled(db),
  workspaces: makeWorkspaces(db),
  ask: <T>(question: Question<T>) => ask(db, question),
  now,
  random,
  later,
});
export type Services = ReturnType<typeof makeServices>;

export interface AppEnv {
  Bindings: Env;
  Variables: {
    services: Services;
    /** What this isolate has composed already. */
    bodies: Bodies;
    /** How often this isolate was asked by whom. */
    meter: Meter;
    /** The language of the workspace that the address names, once the caller was let in. */
    language?: InterfaceLanguage;
    /** The name of that workspace, where the caller belongs to others too. */
    whereabouts?: string;
    /** The account that a cookie signs in. */
    reader?: string;
  };
}
export type AppContext = Context<AppEnv>;

/** The address that people use, without a slash at the end. */
export const ownOrigin = (c: AppContext): string => new URL(c.env.ORIGIN || c.req.url).origin;
