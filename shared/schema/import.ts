// Addresses that come from another tool: bookmarks, a reading list, a plain list. Each becomes a clip
// that has an address only, until a person reads it with Dateline.
import * as v from 'valibot';
import { HttpUrl, Instant, called, text, titled } from './text.ts';

/** The form of ImportPart that this side speaks. */
export const IMPORT_VERSION = 1;

/** How many addresses one part holds, and one question whether they are known. */
export const MAX_PART_ITEMS = 100;
/** Bytes of JSON that a part may have. */
export const MAX_PART_BYTES = 1_500_000;

/** An address with all that the other tool knew about it. */
export const ImportItem = v.strictObject({
  url: HttpUrl,
  /** Null where the tool kept none. */
  title: v.nullable(titled(1_000)),
  /** When it was added there; null where unknown. */
  addedAt: v.nullable(Instant),
  tags: v.pipe(v.array(called(100)), v.maxLength(50)),
  /** The names of the folders that it lay in, outermost first. */
  folder: v.pipe(v.array(called(200)), v.maxLength(16)),
});
export type ImportItem = v.InferOutput<typeof ImportItem>;

/** The body of `PUT /api/w/:workspace/imports/:id/parts/:number`: up to a hundred addresses of one import. */
export const ImportPart = v.strictObject({
  version: v.literal(IMPORT_VERSION),
  /** What a person knows the import by: the name of the file. */
  name: called(200),
  items: v.pipe(v.array(ImportItem), v.minLength(1), v.maxLength(MAX_PART_ITEMS)),
});
export type ImportPart = v.InferOutput<typeof ImportPart>;

/** The answer to a part. Both together are the part's addresses, each counted once. */
export const ImportPartAnswer = v.object({
  added: v.number(),
  /** In the library already; tags that were new were added. */
  known: v.number(),
});
export type ImportPartAnswer = v.InferOutput<typeof ImportPartAnswer>;

/** The body of `POST /api/w/:workspace/imports/dry-run`. */
export const ImportQuestion = v.strictObject({
  addresses: v.pipe(v.array(HttpUrl), v.minLength(1), v.maxLength(MAX_PART_ITEMS)),
});
export type ImportQuestion = v.InferOutput<typeof ImportQuestion>;

/** How many of the addresses the library has. */
export const ImportForecast = v.object({ known: v.number() });
export type ImportForecast = v.InferOutput<typeof ImportForecast>;

/** The answer to one step of an undo: how many addresses this import still holds. Zero is the end. */
export const ImportUndone = v.object({ left: v.number() });
export type ImportUndone = v.InferOutput<typeof ImportUndone>;

/** An import as its list shows it. */
export const Import = v.object({
  id: v.string(),
  name: text(200),
  at: Instant,
  /** Addresses that an undo would take away: those that nobody has read with Dateline since. */
  left: v.number(),
  undone: v.boolean(),
});
export type Import = v.InferOutput<typeof Import>;
