// The cards of the mirror as they lie in the database: 256 to a record, since a record costs the browser more to read
// than what is in it. Which one a card is in follows from its place, so that a change rewrites that one alone.
import type { IDBPObjectStore } from 'idb';
import type { NameChange, OwnReading } from '../../shared/schema/mirror.ts';
import type { Packet, StoredCard, Stores } from './database.ts';
import { renamed } from './mirror-names.ts';
import { signOf } from './mirror-signs.ts';

const SIZE = 256;

const packetOf = (number: number, cards: StoredCard[]): Packet => {
  const signs = new Set(cards.flatMap((card) => card.signs));
  return { number, cards, signs: [...signs] };
};

type Store = IDBPObjectStore<
  Stores,
  ('cards' | 'mirror' | 'names' | 'kept')[],
  'cards',
  'readwrite'
>;

interface PacketChange {
  cards: readonly StoredCard[];
  readings: readonly OwnReading[];
  /** Ids. */
  deleted: readonly string[];
}

/** Puts cards in, says what their reader does with some, and takes others out; answers how many more there are now. */
export const changeCards = async (
  store: Store,
  { cards: put, readings, deleted }: PacketChange,
): Promise<number> => {
  const coming = Map.groupBy(put, ({ place }) => Math.floor(place / SIZE));
  const index = store.index('signs');
  const sought = [...deleted, ...readings.map(({ id }) => id)];
  const holding = await Promise.all(sought.map((id) => index.getAllKeys(signOf(id))));
  const grown = await Promise.all(
    Array.from(new Set([...coming.keys(), ...holding.flat()]), async (number) => {
      const before = (await store.get(number))?.cards ?? [];
      const cards = new Map(before.map((card) => [card.id, card]));
      for (const card of coming.get(number) ?? []) cards.set(card.id, card);
      for (const { id, state, starred } of readings) {
        const card = cards.get(id);
        if (card) cards.set(id, { ...card, state, starred });
      }
      for (const id of deleted) cards.delete(id);
      const after = [...cards.values()].sort((a, b) => a.place - b.place);
      void (after.length > 0 ? store.put(packetOf(number, after)) : store.delete(number));
      return after.length - before.length;
    }),
  );
  return grown.reduce((sum, more) => sum + more, 0);
};

/** Files all cards as they are after some names changed. */
export const renameCards = async (store: Store, changes: readonly NameChange[]): Promise<void> => {
  // Another spelling changes no card.
  const gone = changes.filter(({ name }) => name === null);
  if (gone.length === 0) return;
  for await (const cursor of store) {
    const { cards } = cursor.value;
    const after = cards.map((card) => renamed(card, gone));
    if (after.some((card, at) => card !== cards[at]))
      await cursor.update({ ...cursor.value, cards: after });
  }
};

/** Takes so many of the oldest cards out; answers the place of the oldest that stays, or null where none does. */
export const dropOldest = async (store: Store, surplus: number): Promise<number | null> => {
  let left = surplus;
  for await (const cursor of store) {
    const { number, cards } = cursor.value;
    const kept = cards.slice(left);
    left -= cards.length - kept.length;
    const [oldest] = kept;
    if (!oldest) await cursor.delete();
    else {
      if (kept.length < cards.length) await cursor.update(packetOf(number, kept));
      return oldest.place;
    }
  }
  return null;
};
