// The one database of the extension: what waits to be sent, what was kept, what the reader marked, and a copy of the
// library's cards.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import { Highlight } from '../../shared/schema/highlight.ts';
import type { MirrorCard, NamedId } from '../../shared/schema/mirror.ts';
import { Destination, type KeptEntry, type Operation } from './operation.ts';

/** A highlight as it is shown again when its page is read again. */
export const LocalHighlight = v.object({
  ...Highlight.entries,
  /** The canonical URL of its clip. */
  url: v.string(),
  /** Null until the person says where what was made unpaired goes. */
  destination: v.nullable(Destination),
});
export type LocalHighlight = v.InferOutput<typeof LocalHighlight>;

/** A card as it lies in the mirror: with its description in place of the key terms. */
export interface StoredCard extends Omit<MirrorCard, 'terms' | 'fingerprint'> {
  /** By which copies of its text are known; null where there is none. */
  fingerprint: Uint8Array | null;
  /** What it is compared by, as `termVector` describes it: made once, since of 20,000 that takes seconds. */
  vector: Uint8Array;
  /** What it is found by: numbers, which take a tenth of what ids and addresses would. */
  signs: number[];
}

/** Cards whose places stand together. */
export interface Packet {
  number: number;
  /** By their places. */
  cards: StoredCard[];
  /** The signs of all of them. */
  signs: number[];
}

// The bytes lie apart, so that counting and listing never load them.
export interface Stores extends DBSchema {
  operations: { key: number; value: Omit<Operation, 'order'>; indexes: { id: string } };
  bytes: { key: string; value: Uint8Array<ArrayBuffer> };
  kept: { key: [string, string, string, string]; value: KeptEntry };
  highlights: { key: string; value: LocalHighlight; indexes: { url: string } };
  cards: { key: number; value: Packet; indexes: { signs: number } };
  /** What the tags and collections of those cards are called, by their ids. */
  names: { key: string; value: NamedId };
  /** Whose cards those are, and how far the copy has come: under the name 'state'. */
  mirror: { key: string; value: unknown };
}

/** Its end is on the disk before the transaction ends. */
export const STRICT: IDBTransactionOptions = { durability: 'strict' };

let opened: Promise<IDBPDatabase<Stores>> | undefined;

const upgrade = (db: IDBPDatabase<Stores>, from: number): void => {
  if (from < 1) {
    const operations = db.createObjectStore('operations', {
      keyPath: 'order',
      autoIncrement: true,
    });
    operations.createIndex('id', 'id', { unique: true });
    db.createObjectStore('bytes');
    db.createObjectStore('kept', { keyPath: ['server', 'account', 'workspace', 'url'] });
  }
  if (from < 2) db.createObjectStore('highlights', { keyPath: 'id' }).createIndex('url', 'url');
  if (from < 3) db.createObjectStore('mirror');
  // Cards lay one to a record there. They are copied again, as their copy was made by another version.
  if (from === 3) db.deleteObjectStore('cards');
  if (from < 4) {
    const cards = db.createObjectStore('cards', { keyPath: 'number' });
    cards.createIndex('signs', 'signs', { multiEntry: true });
  }
  if (from < 5) db.createObjectStore('names', { keyPath: 'id' });
};

/** Opens the database, as often as it is asked for once. */
export const openDatabase = (): Promise<IDBPDatabase<Stores>> => {
  opened ??= openDB<Stores>('dateline', 5, {
    upgrade,
    // A newer version wants to upgrade: give way, and open again at the next call.
    blocking: (_current, _blocked, event) => {
      opened = undefined;
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: () => {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    // What fails once may work at the next call.
    opened = undefined;
    throw error;
  });
  return opened;
};
