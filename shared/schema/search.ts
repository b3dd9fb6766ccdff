// What is found in a library.
import * as v from 'valibot';
import { MediaTopicId } from './media-topic.ts';
import { LibraryItem } from './library.ts';

/** In which order: the likeliest first, the last published first, the last kept first. */
export const SearchSort = v.picklist(['relevance', 'published', 'kept']);
export type SearchSort = v.InferOutput<typeof SearchSort>;

/** A stretch of a text, in UTF-16 units. */
const Mark = v.object({ start: v.number(), end: v.number() });

export const SearchHit = v.object({
  ...LibraryItem.entries,
  /** Where in the title words stand that were looked for. */
  titleMarks: v.array(Mark),
  /** The stretch of the text in which most of them stand; null where none does, or none was looked for. */
  extract: v.nullable(v.object({ text: v.string(), marks: v.array(Mark) })),
});
export type SearchHit = v.InferOutput<typeof SearchHit>;

const Facet = v.object({
  /** As the operator takes it. */
  value: v.string(),
  clips: v.number(),
});
export type Facet = v.InferOutput<typeof Facet>;

/** How many of the matches have what; the most frequent first, months the newest first. */
export const SearchFacets = v.object({
  site: v.array(Facet),
  section: v.array(Facet),
  category: v.array(v.object({ ...Facet.entries, value: MediaTopicId })),
  tag: v.array(Facet),
  in: v.array(Facet),
  lang: v.array(Facet),
  /** `YYYY-MM` of the published day. */
  on: v.array(Facet),
});
export type SearchFacets = v.InferOutput<typeof SearchFacets>;

/** The answer of `GET /api/w/:workspace/search`. */
export const SearchAnswer = v.object({
  /** The query as it was understood. */
  query: v.string(),
  sort: SearchSort,
  hits: v.array(SearchHit),
  /** How many matches were counted; null on a further page, and where nothing was asked. */
  matches: v.nullable(v.number()),
  /** Whether there are or may be more than were counted. */
  isAtLeast: v.boolean(),
  /** Over the matches that were counted; null on a further page, and where nothing was asked. */
  facets: v.nullable(SearchFacets),
  /** What `before` takes to go on, or null at the end. */
  next: v.nullable(v.string()),
});
export type SearchAnswer = v.InferOutput<typeof SearchAnswer>;
