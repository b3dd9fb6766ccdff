// Where a clip is put: its tags and collections, by name.
import * as v from 'valibot';
import { foldName } from '../text/name.ts';
import { anyName, filled } from './text.ts';

/** What a name can be, in UTF-16 units. */
export const MAX_NAME = 100;
export const MAX_TAGS = 50;
export const MAX_COLLECTIONS = 20;

// A clip that waits in an outbox may be filed under something in which nobody sees anything: it is kept without.
const Name = v.pipe(filled(MAX_NAME), anyName(MAX_NAME));

const names = (count: number) =>
  v.pipe(
    v.array(Name),
    v.maxLength(count),
    v.transform((all) => all.filter((name) => name !== '')),
  );

/** Names that are new to the library are made there. */
export const Filing = v.strictObject({
  tags: names(MAX_TAGS),
  collections: names(MAX_COLLECTIONS),
});
export type Filing = v.InferOutput<typeof Filing>;

export const NOWHERE: Filing = { tags: [], collections: [] };

/** What has to be added to one filing, and taken from it, to make it another. */
export const FilingChange = v.strictObject({
  add: Filing,
  // As it was written: what was named before names were cleaned is taken off by that name.
  remove: v.strictObject({
    tags: v.pipe(v.array(filled(MAX_NAME)), v.maxLength(MAX_TAGS)),
    collections: v.pipe(v.array(filled(MAX_NAME)), v.maxLength(MAX_COLLECTIONS)),
  }),
});
export type FilingChange = v.InferOutput<typeof FilingChange>;

const without = (listed: readonly string[], others: readonly string[]): string[] => {
  const folded = new Set(others.map(foldName));
  return listed.filter((name) => !folded.has(foldName(name)));
};

const lacking = (filing: Filing, other: Filing): Filing => ({
  tags: without(filing.tags, other.tags),
  collections: without(filing.collections, other.collections),
});

export const filingChange = (before: Filing, after: Filing): FilingChange => ({
  add: lacking(after, before),
  remove: lacking(before, after),
});

/** How many names a filing has. */
export const countNames = ({ tags, collections }: Filing): number =>
  tags.length + collections.length;
