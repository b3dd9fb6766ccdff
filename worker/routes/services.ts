// What every route is given: the repositories, the clock and the random bytes of one request.
import type { Context } from 'hono';
import { makeAccountExports } from '../db/account-exports.ts';
import { makeAccounts } from '../db/accounts.ts';
import { makeActivity } from '../db/activity.ts';
import { makeActs } from '../db/acts.ts';
import { makeCalendar } from '../db/calendar.ts';
import { makeCards } from '../db/cards.ts';
import { makeClaims } from '../db/claims.ts';
import { makeClips } from '../db/clips.ts';
import { makeCopies } from '../db/copies.ts';
import { ask } from '../db/database.ts';
import type { Databases } from '../db/databases.ts';
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
import { makeMemberChanges } from '../db/member-changes.ts';
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
import type { Directory } from '../domain/directory.ts';
import type { Clock, Pause, Random } from '../domain/ids.ts';
import type { Meter } from '../domain/meter.ts';
import type { Env } from '../env.ts';
import type { Bodies } from './bodies.ts';

/** What differs between a server and a test of it. */
export interface Surroundings {
  now: Clock;
  random: Random;
  pause: Pause;
}

/** Does something once the answer is on its way; what fails then is in the log alone. */
type Later = (work: () => Promise<unknown>) => void;

const make = (
  databases: Databases,
  binding: string,
  { control, library }: { control: D1Database; library: D1Database },
  { now, random, pause }: Surroundings,
  later: Later,
) => ({
  accountExports: makeAccountExports(databases),
  accounts: makeAccounts(databases),
  activity: makeActivity(library),
  acts: makeActs(library),
  calendar: makeCalendar(library),
  cards: makeCards(library),
  claims: makeClaims(databases),
  clips: makeClips(library),
  copies: makeCopies(control, library),
  dayFeeds: makeDayFeeds(library),
  days: makeDays(library),
  deletions: makeDeletions(databases),
  digests: makeDigests(library),
  edits: makeEdits(library),
  exports: makeExports(library),
  feeds: makeFeeds(control, library),
  filings: makeFilings(library),
  freezing: makeFreezing(library),
  fullness: makeFullness(library),
  guests: makeGuests(control, library, databases),
  highlights: makeHighlights(library),
  history: makeHistory(library),
  imports: makeImports(library),
  invites: makeInvites(control),
  keeps: makeKeeps(library),
  libraries: makeLibraries(library, databases),
  lookBack: makeLookBack(library),
  memberChanges: makeMemberChanges(control),
  members: makeMembers(control),
  moving: makeMoving(library),
  names: makeNames(library),
  operations: makeOperations(library),
  pairings: makePairings(control),
  passkeys: makePasskeys(control),
  personal: makePersonal(library),
  rates: makeRates(control),
  readings: makeReadings(library),
  recovery: makeRecovery(control),
  related: makeRelated(library),
  removals: makeRemovals(library),
  savedSearches: makeSavedSearches(library),
  search: makeSearch(library),
  sessions: makeSessions(control),
  shared: makeShared(control, library),
  shares: makeShares(library),
  shelves: makeShelves(library),
  snapshots: makeSnapshots(library),
  spans: makeSpans(library),
  stories: makeStories(library),
  tokens: makeTokens(control),
  trash: makeTrash(library),
  unprofiled: makeUnprofiled(library),
  workspaces: makeWorkspaces(databases),
  ask,
  /** The binding of the library's database. */
  binding,
  databases,
  now,
  random,
  pause,
  later,
});
export type Services = ReturnType<typeof make>;

/** What a request is given whose library lies in the database of a binding. */
export const makeServices = (
  databases: Databases,
  binding: string,
  surroundings: Surroundings,
  later: Later,
): Services => {
  const { control, at } = databases;
  return make(databases, binding, { control, library: at(binding) }, surroundings, later);
};

/** The same request's for a library in another database. */
export const servicesAt = (services: Services, binding: string): Services =>
  makeServices(services.databases, binding, services, services.later);

export interface AppEnv {
  Bindings: Env;
  Variables: {
    services: Services;
    /** What this isolate has composed already. */
    bodies: Bodies;
    /** Where this isolate found libraries last. */
    directory: Directory;
    /** How often this isolate was asked by whom. */
    meter: Meter;
    /** The language of the workspace that the address names, once the caller was let in. */
    language?: InterfaceLanguage;
    /** The name of that workspace, where the caller belongs to others too. */
    whereabouts?: string;
    /** Whether others belong to that workspace too. */
    isTeam?: boolean;
    /** The account that a cookie signs in. */
    reader?: string;
    /** The form that was read. */
    sent?: URLSearchParams;
  };
}
export type AppContext = Context<AppEnv>;

/** The address that people use, without a slash at the end. */
export const ownOrigin = (c: AppContext): string => new URL(c.env.ORIGIN || c.req.url).origin;
