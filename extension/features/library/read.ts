// Reads all that is listed: the outbox at once, the library's copy in steps, each of which is told.
import type { StoredCard } from '../../lib/database.ts';
import { eachCard, type MirrorHead } from '../../lib/mirror-read.ts';
import type { Destination, Operation } from '../../lib/operation.ts';
import { entriesOf } from './entries.ts';
import { listCard, type Listed, listEntry, type ListSetting } from './listed.ts';

/** What was read so far. */
export interface ReadList {
  listed: readonly Listed[];
  /** The copy of the library; null where there is none. */
  head: MirrorHead | null;
  isWhole: boolean;
}

/**
 * Reads a list, the last kept first. What waits of a clip that the library has stands in its place.
 * @param destination the library that is connected
 * @param today the reader's day
 */
export const readList = async (
  operations: readonly Operation[],
  destination: Destination | null,
  setting: ListSetting,
  today: string,
  tell: (read: ReadList) => void,
): Promise<void> => {
  const entries = entriesOf(operations, setting.zone, today).toSorted(
    (one, other) => other.operation.order - one.operation.order,
  );
  const waiting = new Set(entries.map(({ url }) => url));
  const known = new Map<string, Listed>();
  const cards: Listed[] = [];
  const all = (): Listed[] => [
    ...entries.map((entry) => listEntry(entry, known.get(entry.url), setting)),
    ...cards,
  ];
  const take = (step: readonly StoredCard[], head: MirrorHead): void => {
    for (const card of step) {
      const listed = listCard(card, head, setting);
      if (waiting.has(card.canonicalUrl)) known.set(card.canonicalUrl, listed);
      else cards.push(listed);
    }
    tell({ listed: all(), head, isWhole: false });
  };
  const head = destination && (await eachCard(destination, take));
  tell({ listed: all(), head, isWhole: true });
};
