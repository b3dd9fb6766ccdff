// The write that corrects what is kept, as the outbox holds it. Its answer is that of a keep.
import * as v from 'valibot';
import { Correction } from './correction.ts';
import { KEEP_VERSION } from './keep.ts';
import { UuidV7 } from './text.ts';

/** The most that the fields of a correction can take in bytes of UTF-8 JSON, and some room. */
export const MAX_EDIT_BYTES = 300_000;

/** The body of `PUT /api/w/:workspace/edits/:id`. It names no destination: it goes where its keep went. */
export const EditWrite = v.strictObject({
  version: v.literal(KEEP_VERSION),
  /** The keep of the clip that is meant, or the operation that kept it. */
  keep: UuidV7,
  /** Only what changes. Of two corrections of a field the one that comes later holds. */
  correction: v.pipe(
    Correction,
    v.check((correction) => Object.keys(correction).length > 0, 'at least one field'),
  ),
});
export type EditWrite = v.InferOutput<typeof EditWrite>;
