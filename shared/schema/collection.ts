// What a collection says of itself.
import * as v from 'valibot';
import { prose } from './text.ts';

/** In UTF-16 units. */
export const MAX_DESCRIPTION = 1_000;

export const CollectionDescription = v.pipe(v.string(), v.trim(), prose(MAX_DESCRIPTION));
