import * as v from 'valibot';
import { type SavedSearch, SavedSearchWrite } from '../../shared/schema/saved-search.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import type { Library } from '../db/libraries.ts';
import type { StoredSearch } from '../db/saved-searches.ts';
import { deleteSearch, findSearch, putSearch, renewFeed } from '../domain/saved-searches.ts';
import { Refusal } from '../domain/refusal.ts';
import { json, withEtag } from './answers.ts';
import { parse, readJson } from './body.ts';
import { hasRead, refuseUnread } from './if-match.ts';
import { member, ownMember } from './policy.ts';
import { apiRoute } from './route.ts';
import { searchFeedAddresses } from './saved-search-feeds.ts';
import type { AppContext } from './services.ts';

const Address = v.object({ id: UuidV7 });

/** What a query of the greatest length takes, escaped as a form or as JSON does it. */
export const MAX_SAVED_BODY = 131_072;

/** A stored search with the addresses of its feed. */
export const withFeed = async (
  c: AppContext,
  library: Library,
  search: StoredSearch,
): Promise<SavedSearch> => {
  const { id, name, query, createdAt } = search;
  const { clips: feed } = await searchFeedAddresses(c, library, search);
  return { id, name, query, createdAt, feed };
};

/**
 * A search that is to be changed, as the caller has read it or as they want it; null where they do not say what they have
 * read, or it is not there.
 */
const searchRead = async (
  c: AppContext,
  library: Library,
  account: string,
  id: string,
  wanted: SavedSearchWrite | null = null,
): Promise<StoredSearch | null> => {
  if (!hasRead(c)) return null;
  const found = await c.var.services.savedSearches.find(library.workspace, account, id);
  const isDone = found && found.name === wanted?.name && found.query === wanted.query;
  if (!isDone) await refuseUnread(c, found && (await withFeed(c, library, found)));
  return found;
};

export const savedSearchRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/searches',
    policy: member('viewer'),
    operation: {
      id: 'listSavedSearches',
      summary:
        'The caller’s saved searches, the first made first, with the addresses of their feeds.',
      answers: { 200: 'SavedSearches', 304: null },
    },
    handler: async (c, { person, place: { library } }) => {
      const { savedSearches } = c.var.services;
      const all = await savedSearches.ofAccount(library.workspace, person.account);
      const searches = await Promise.all(all.map((search) => withFeed(c, library, search)));
      return withEtag(c, json(c, { searches }));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/searches/:id',
    policy: member('viewer'),
    operation: {
      id: 'getSavedSearch',
      summary: 'A saved search of the caller’s own.',
      answers: { 200: 'SavedSearch', 304: null },
    },
    handler: async (c, { person, place: { library } }) => {
      const id = c.req.param('id') ?? '';
      const found = await findSearch(c.var.services, library, person.account, id);
      return withEtag(c, json(c, await withFeed(c, library, found)));
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/searches/:id',
    policy: ownMember,
    operation: {
      id: 'writeSavedSearch',
      summary:
        'Saves a search of the caller’s own under a UUID version 7, or changes its name and query. Any text is a query; days told from today, like after:7d, move on with it. 100 at most.',
      body: 'SavedSearchWrite',
      answers: { 200: 'SavedSearch' },
      ifMatch: 'the search',
    },
    handler: async (c, { person, place: { library } }) => {
      const { id } = parse(Address, { id: c.req.param('id') });
      const { value } = await readJson(c, MAX_SAVED_BODY);
      const write = parse(SavedSearchWrite, value);
      const { services } = c.var;
      const { account } = person;
      const before = await searchRead(c, library, account, id, write);
      // What the caller has read, and deleted meanwhile, does not come back.
      if (hasRead(c) && !before) throw new Refusal('changed-meanwhile');
      const saved = await putSearch(services, library, account, id, write, before);
      return json(c, await withFeed(c, library, saved));
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace/searches/:id',
    policy: ownMember,
    operation: {
      id: 'deleteSavedSearch',
      summary: 'Deletes a saved search of the caller’s own, and with it its feed.',
      answers: { 204: null },
      ifMatch: 'the search',
    },
    handler: async (c, { person, place: { library } }) => {
      const id = c.req.param('id') ?? '';
      const before = await searchRead(c, library, person.account, id);
      await deleteSearch(c.var.services, library, person.account, id, before);
      return c.body(null, 204);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/w/:workspace/searches/:id/feed',
    policy: ownMember,
    operation: {
      id: 'renewSavedSearchFeed',
      summary: 'Makes the address of a saved search’s feed void, and gives it another.',
      answers: { 200: 'SavedSearch' },
      ifMatch: 'the search',
    },
    handler: async (c, { person, place: { library } }) => {
      const id = c.req.param('id') ?? '';
      const before = await searchRead(c, library, person.account, id);
      const renewed = await renewFeed(c.var.services, library, person.account, id, before);
      return json(c, await withFeed(c, library, renewed));
    },
  }),
];
