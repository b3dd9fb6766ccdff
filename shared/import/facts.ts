// What a person is told of an import before it is made.
import type { ImportItem } from '../schema/import.ts';

export interface ImportFacts {
  /** Addresses that bring tags. */
  tagged: number;
  /** Different folders. */
  folders: number;
  /** The first and the last instant; null where no address has one. */
  oldest: string | null;
  newest: string | null;
}

/** Counts what some addresses, oldest first, bring with them. */
export const factsOf = (items: readonly ImportItem[]): ImportFacts => ({
  tagged: items.filter(({ tags }) => tags.length > 0).length,
  folders: new Set(
    items.flatMap(({ folder }) => (folder.length > 0 ? [JSON.stringify(folder)] : [])),
  ).size,
  oldest: items.find(({ addedAt }) => addedAt !== null)?.addedAt ?? null,
  newest: items.at(-1)?.addedAt ?? null,
});
