// What clips are filed under: as its page shows it, and by the API.
import * as v from 'valibot';
import { CollectionDescription } from './collection.ts';
import { MAX_NAME } from './filing.ts';
import { filled, called } from './text.ts';

export const NOUNS = ['tag', 'collection'] as const;
export type Noun = (typeof NOUNS)[number];

/** Up to how many clips of a name are counted in a list of names, and on its own page. */
export const COUNTED_IN_LIST = 100;
export const COUNTED = 1_000;

export interface Named {
  /** As it was written. */
  name: string;
  /** Of a collection; empty where it has none. */
  description: string;
  /** How many clips it has; where that is as many as are counted, it may have more. */
  clips: number;
}

/** The answer of `GET /api/w/:workspace/tags/:name` and `…/collections/:name`. */
export const NameFound = v.object({
  id: filled(100),
  name: v.string(),
  description: v.string(),
  clips: v.number(),
});
export type NameFound = v.InferOutput<typeof NameFound>;

/** What a tag or a collection is called anew. */
export const NewName = called(MAX_NAME);

/** The body of `PUT /api/w/:workspace/tags/:name`. */
export const TagWrite = v.strictObject({ name: NewName });

/** The body of `PUT /api/w/:workspace/collections/:name`; what is left out stays. */
export const CollectionWrite = v.pipe(
  v.strictObject({
    name: v.exactOptional(NewName),
    description: v.exactOptional(CollectionDescription),
  }),
  v.check((write) => Object.keys(write).length > 0, 'at least one field'),
);

/** The body of `POST /api/w/:workspace/tags/:name/merge` and of the same of collections. */
export const MergeWrite = v.strictObject({ into: filled(MAX_NAME) });
