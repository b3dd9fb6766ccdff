// What clips are filed under, as its page shows it.

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
