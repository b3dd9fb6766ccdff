// A search that a person keeps under a name, with a feed of its own.
import * as v from 'valibot';
import { MAX_QUERY } from '../search/query.ts';
import { Instant, called, UuidV7 } from './text.ts';

/** What a name can be, in UTF-16 units. */
export const MAX_SAVED_NAME = 200;
/** How many a person can have in a workspace: their list is shown whole. */
export const MAX_SAVED = 100;

/** Any text is a query. What a store cannot hold says nothing in one, and what a search does not read is not kept. */
const Query = v.pipe(
  v.string(),
  v.transform((query) => query.slice(0, MAX_QUERY).toWellFormed().replaceAll('\0', ' ').trim()),
);

export const SavedSearchWrite = v.strictObject({
  name: called(MAX_SAVED_NAME),
  query: Query,
});
export type SavedSearchWrite = v.InferOutput<typeof SavedSearchWrite>;

const FeedAddress = v.pipe(v.string(), v.metadata({ format: 'uri' }));

export const SavedSearch = v.object({
  id: UuidV7,
  name: v.string(),
  query: v.string(),
  createdAt: Instant,
  /** Who has one of these addresses reads what the search finds. */
  feed: v.object({ rss: FeedAddress, atom: FeedAddress, json: FeedAddress }),
});
export type SavedSearch = v.InferOutput<typeof SavedSearch>;

export const SavedSearches = v.object({ searches: v.array(SavedSearch) });
