// What a collection says of itself.
import * as v from 'valibot';

/** In UTF-16 units. */
export const MAX_DESCRIPTION = 1_000;

export const CollectionDescription = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(MAX_DESCRIPTION),
  v.check((text) => text.isWellFormed(), 'not well-formed'),
);
