// The write that puts a clip that is kept elsewhere, as the outbox holds it, and the names to choose from.
import * as v from 'valibot';
import { countNames, FilingChange } from './filing.ts';
import { KEEP_VERSION } from './keep.ts';
import { UuidV7 } from './text.ts';

/** The most that a change of a filing can take in bytes of UTF-8 JSON, and some room. */
export const MAX_FILING_BYTES = 100_000;

/** The body of `PUT /api/w/:workspace/filings/:id`; that id is the operation's. It names no destination. */
export const FilingWrite = v.strictObject({
  version: v.literal(KEEP_VERSION),
  /** A keep of the clip that is meant, or the operation that kept it. */
  keep: UuidV7,
  change: v.pipe(
    FilingChange,
    v.check(({ add, remove }) => countNames(add) + countNames(remove) > 0, 'at least one name'),
  ),
});
export type FilingWrite = v.InferOutput<typeof FilingWrite>;

/** The answer of `GET /api/w/:workspace/names`: what there is to choose from, the last made first. */
export const FilingNames = v.object({
  tags: v.array(v.string()),
  collections: v.array(v.string()),
});
export type FilingNames = v.InferOutput<typeof FilingNames>;
