// The copy of a library read through, in steps between which a page answers to its reader.
import type { NamedId } from '../../shared/schema/mirror.ts';
import { openDatabase, type StoredCard } from './database.ts';
import { type MirrorState, STATE, stateFor } from './mirror.ts';
import type { Destination } from './operation.ts';

/** So many records are read at a time, of 256 cards each: some 30 ms on a slow machine. */
const STEP = 4;

/** A copy as it is read: how far it has come, and what its tags and collections are called. */
export interface MirrorHead {
  state: MirrorState;
  names: ReadonlyMap<string, NamedId>;
}

/**
 * Gives `take` the cards of a library's copy as of one moment, the last made first, some at a time; where there is no
 * copy it is not called, and null is answered.
 */
export const eachCard = async (
  destination: Destination,
  take: (cards: readonly StoredCard[], head: MirrorHead) => void,
): Promise<MirrorHead | null> => {
  const tx = (await openDatabase()).transaction(['cards', 'names', 'mirror']);
  const state = stateFor(await tx.objectStore('mirror').get(STATE), destination);
  if (!state) return null;
  const store = tx.objectStore('cards');
  const [named, keys] = await Promise.all([tx.objectStore('names').getAll(), store.getAllKeys()]);
  const head = { state, names: new Map(named.map((name) => [name.id, name])) };
  for (let end = keys.length; end > 0; end -= STEP) {
    const range = IDBKeyRange.bound(keys[Math.max(0, end - STEP)], keys[end - 1]);
    const packets = await store.getAll(range);
    take(packets.flatMap(({ cards }) => cards).toReversed(), head);
  }
  return head;
};
