// Searches that a person comes back to, and what a feed of one holds.
import type { StoredCard } from '../db/clips.ts';
import type { Feeds } from '../db/feeds.ts';
import type { Filings } from '../db/filings.ts';
import type { Library } from '../db/libraries.ts';
import type { FoundFeed, SavedSearchReads, StoredSearch } from '../db/saved-searches.ts';
import type { SearchReads } from '../db/search.ts';
import type { Workspaces } from '../db/workspaces.ts';
import { dayIn } from '../../shared/digest/days.ts';
import { MAX_SAVED, type SavedSearchWrite } from '../../shared/schema/saved-search.ts';
import { parseQuery, type Query } from '../../shared/search/query.ts';
import type { Clock, Random } from './ids.ts';
import { uuidV7 } from './ids.ts';
import { Refusal } from './refusal.ts';
import { newestMatches } from './search.ts';

/** How many clips a feed of a search holds. */
const FEED_CLIPS = 50;

interface Tools {
  savedSearches: SavedSearchReads;
  now: Clock;
}

type Where = Pick<Library, 'workspace'>;

/**
 * Writes a search under its id. Throws 'bad-request' where a person has as many as they can, or the id is another's, and
 * 'changed-meanwhile' where `before`, if that is told, is not what they have any more.
 */
export const putSearch = async (
  { savedSearches, now }: Tools,
  { workspace }: Where,
  account: string,
  id: string,
  write: SavedSearchWrite,
  before: StoredSearch | null = null,
): Promise<StoredSearch> => {
  const at = now().toISOString();
  const put = await savedSearches.put(workspace, account, id, write, at, before);
  if (before && !put.isWritten) throw new Refusal('changed-meanwhile');
  if (!put.search)
    throw new Refusal('bad-request', `at most ${MAX_SAVED}, each under an id of its own`);
  return put.search;
};

/** Saves a search as a form asks for it: one that is there already, word for word, is answered as it is. */
export const saveSearch = async (
  tools: Tools & { random: Random },
  library: Where,
  account: string,
  write: SavedSearchWrite,
): Promise<StoredSearch> => {
  const { savedSearches, now, random } = tools;
  const all = await savedSearches.ofAccount(library.workspace, account);
  const same = all.find(({ name, query }) => name === write.name && query === write.query);
  return same ?? putSearch(tools, library, account, uuidV7(now(), random), write);
};

/** Gives a search another name. Throws 'not-found'. */
export const renameSearch = async (
  { savedSearches }: Tools,
  { workspace }: Where,
  account: string,
  id: string,
  name: string,
): Promise<void> => {
  if (!(await savedSearches.rename(workspace, account, id, name))) throw new Refusal('not-found');
};

/** A person's search. Throws 'not-found'. */
export const findSearch = async (
  { savedSearches }: Pick<Tools, 'savedSearches'>,
  { workspace }: Where,
  account: string,
  id: string,
): Promise<StoredSearch> => {
  const found = await savedSearches.find(workspace, account, id);
  if (!found) throw new Refusal('not-found');
  return found;
};

/** Deletes a search; one that is gone is no matter. Throws 'changed-meanwhile' where it is not `before` any more, if told. */
export const deleteSearch = async (
  { savedSearches }: Tools,
  { workspace }: Where,
  account: string,
  id: string,
  before: StoredSearch | null = null,
): Promise<void> => {
  const isDone = await savedSearches.delete(workspace, account, id, before);
  if (before && !isDone) throw new Refusal('changed-meanwhile');
};

/**
 * Makes the address of a search's feed void; it gets another. Throws 'not-found', and 'changed-meanwhile' where it is not
 * `before` any more, if told.
 */
export const renewFeed = async (
  { savedSearches }: Tools,
  { workspace }: Where,
  account: string,
  id: string,
  before: StoredSearch | null = null,
): Promise<StoredSearch> => {
  const renewed = await savedSearches.rotate(workspace, account, id, before);
  if (!renewed) throw new Refusal(before ? 'changed-meanwhile' : 'not-found');
  return renewed;
};

/** The feed of a search: nothing that it says changes where none of this does. */
export interface SearchFeed {
  library: Library;
  /** The workspace's name. */
  workspace: string;
  search: { id: string; account: string; name: string; query: string };
  /** What it asks for today. */
  asked: Query;
  /** Its person's own number, where how they left the clips is asked for; else null. */
  reader: number | null;
}

/** The feed of a search that was found by its address; null where its person is no member any more. */
export const findSearchFeed = async (
  { workspaces, now }: Pick<Tools, 'now'> & { workspaces: Workspaces },
  found: FoundFeed,
): Promise<SearchFeed | null> => {
  const { library } = found;
  const { reader, ...search } = found.search;
  const memberships = await workspaces.ofAccount(search.account);
  const workspace = memberships.find(({ id }) => id === library.workspace)?.name;
  if (workspace === undefined) return null;
  const asked = parseQuery(search.query, dayIn(now(), library.zone));
  const goesByReader = asked.some(({ kind }) => kind === 'is');
  return { library, workspace, search, asked, reader: goesByReader ? reader : null };
};

/** The clips of a search's feed, the last kept first. */
export const readSearchFeed = async (
  tools: { search: SearchReads; filings: Filings; feeds: Feeds },
  { library, search, asked }: SearchFeed,
): Promise<StoredCard[]> =>
  tools.feeds.cardsAt(
    library,
    await newestMatches(tools, library, search.account, asked, FEED_CLIPS),
  );
