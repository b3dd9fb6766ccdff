// What was saved and not yet sent, and what was kept, in IndexedDB. Each function is one
// transaction that is on the disk before it answers: it may be killed at any moment.
import * as v from 'valibot';
import type { Card } from './card.ts';
import { type LocalHighlight, openDatabase as open, STRICT } from './database.ts';
import { type Destination, KeptEntry, kindOf, Operation } from './operation.ts';

const channel = new BroadcastChannel('outbox');
const listeners = new Set<() => void>();

/** Tells every page and worker that the outbox may have changed. */
export const announceChange = (): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
  channel.postMessage(null);
  for (const listener of listeners) listener();
};

/** Calls `listener` after every change, made by whichever page or worker, as long as this one lives. */
export const onOutboxChange = (listener: () => void): void => {
  channel.addEventListener('message', listener);
  listeners.add(listener);
};

/**
 * Saves a highlight as it is shown from now on, null where it was taken away, and the operation that says
 * so, both or neither.
 */
export const saveHighlightOperation = async (
  operation: Omit<Operation, 'order'> & { highlight: string },
  bytes: Uint8Array<ArrayBuffer>,
  local: LocalHighlight | null,
): Promise<void> => {
  const stores = ['operations', 'bytes', 'highlights'] as const;
  const tx = (await open()).transaction(stores, 'readwrite', STRICT);
  const highlights = tx.objectStore('highlights');
  await Promise.all([
    tx.objectStore('operations').add(operation),
    tx.objectStore('bytes').add(bytes, operation.id),
    local ? highlights.put(local) : highlights.delete(operation.highlight),
    tx.done,
  ]);
  announceChange();
};

/** Saves one operation with its frozen bytes. Saving the same id again changes nothing. */
export const saveOperation = async (
  operation: Omit<Operation, 'order'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> => {
  const tx = (await open()).transaction(['operations', 'bytes'], 'readwrite', STRICT);
  const operations = tx.objectStore('operations');
  const isNew = (await operations.index('id').getKey(operation.id)) === undefined;
  await Promise.all([
    ...(isNew ? [operations.add(operation), tx.objectStore('bytes').add(bytes, operation.id)] : []),
    tx.done,
  ]);
  announceChange();
};

/** So many operations are read at a time: between two portions a page answers to its reader. */
const PORTION = 250;

/**
 * Every operation that is not yet kept, in the order of saving. One that this version cannot read
 * stays where it is and holds up nobody.
 */
export const readOutbox = async (): Promise<Operation[]> => {
  const { store } = (await open()).transaction('operations');
  const operations: Operation[] = [];
  let last: number | undefined;
  do {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const [keys, portion] = await Promise.all([
      store.getAllKeys(range, PORTION),
      store.getAll(range, PORTION),
    ]);
    for (const stored of portion) {
      const operation = v.safeParse(Operation, stored);
      if (operation.success) operations.push(operation.output);
    }
    last = keys.length === PORTION ? keys.at(-1) : undefined;
  } while (last !== undefined);
  return operations;
};

/** The frozen bytes of an operation. */
export const readBytes = async (id: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array((await (await open()).get('bytes', id)) ?? []);

/**
 * What `take` makes of each operation and its frozen bytes, in the order of saving and as of one moment:
 * of those too that this version cannot read.
 */
export const mapOutbox = async <T>(
  take: (stored: Omit<Operation, 'order'>, bytes: Uint8Array<ArrayBuffer> | undefined) => T,
): Promise<T[]> => {
  const tx = (await open()).transaction(['operations', 'bytes']);
  const taken: T[] = [];
  for await (const { value } of tx.objectStore('operations'))
    taken.push(take(value, await tx.objectStore('bytes').get(value.id)));
  return taken;
};

const change = async (
  concerns: (operation: Operation) => boolean,
  to: (operation: Operation) => Partial<Omit<Operation, 'id' | 'order'>>,
): Promise<void> => {
  const tx = (await open()).transaction('operations', 'readwrite', STRICT);
  for await (const cursor of tx.store) {
    const operation = v.safeParse(Operation, cursor.value);
    if (operation.success && concerns(operation.output))
      await cursor.update({ ...operation.output, ...to(operation.output) });
  }
  await tx.done;
  announceChange();
};

/** The server refused it for good: it stays here with the reason. */
export const parkOperation = (id: string, reason: string): Promise<void> =>
  change(
    (operation) => operation.id === id,
    () => ({ state: 'parked', reason }),
  );

/** It could not be sent now, for this reason: it waits until `nextAt`, in milliseconds since 1970. */
export const delayOperation = (
  id: string,
  delay: Pick<Operation, 'attempts' | 'nextAt' | 'hindrance'>,
): Promise<void> =>
  change(
    (operation) => operation.id === id,
    () => delay,
  );

/** What is not tried yet, or is to be tried as if it never was. */
export const UNTRIED = {
  state: 'waiting',
  reason: null,
  attempts: 0,
  nextAt: 0,
  hindrance: null,
} as const;

/** The person wants a parked operation to be tried again. */
export const retryOperation = (id: string): Promise<void> =>
  change(
    (operation) => operation.id === id,
    () => UNTRIED,
  );

/** What a library was too new for is tried again, now that the extension was updated. */
export const retryAfterUpdate = (): Promise<void> =>
  change(
    ({ state, reason }) => state === 'parked' && reason === 'older-client',
    () => UNTRIED,
  );

/** Gives operations, by their ids, cards in place of those that an earlier version made, or did not. */
export const giveCards = (cards: ReadonlyMap<string, Card>): Promise<void> =>
  change(
    ({ id }) => cards.has(id),
    ({ id, card }) => ({ card: cards.get(id) ?? card }),
  );

/** Lets everything that waits be sent now. */
export const hurryOutbox = (): Promise<void> =>
  change(
    ({ nextAt }) => nextAt > 0,
    () => ({ nextAt: 0 }),
  );

/** Gives everything that has no destination this one, for good. */
export const bindOutbox = async (destination: Destination): Promise<void> => {
  const tx = (await open()).transaction(['operations', 'highlights'], 'readwrite', STRICT);
  for await (const cursor of tx.objectStore('operations')) {
    const operation = v.safeParse(Operation, cursor.value);
    if (operation.success && operation.output.destination === null)
      await cursor.update({ ...operation.output, destination });
  }
  for await (const cursor of tx.objectStore('highlights'))
    if (cursor.value.destination === null) await cursor.update({ ...cursor.value, destination });
  await tx.done;
  announceChange();
};

/**
 * Puts operations in the place of others, each of the order of the other one, all or none; a highlight goes where its
 * operation does. Changes nothing where one of the others is gone by now.
 */
export const replaceOperations = async (
  pairs: readonly { before: Operation; after: Operation; bytes: Uint8Array<ArrayBuffer> }[],
): Promise<void> => {
  const stores = ['operations', 'bytes', 'highlights'] as const;
  const tx = (await open()).transaction(stores, 'readwrite', STRICT);
  const operations = tx.objectStore('operations');
  const highlights = tx.objectStore('highlights');
  const stored = await Promise.all(pairs.map(({ before }) => operations.get(before.order)));
  const areThere = pairs.every(({ before }, index) => stored[index]?.id === before.id);
  for (const { before, after, bytes } of areThere ? pairs : []) {
    const { destination, highlight } = after;
    await operations.put(after);
    await tx.objectStore('bytes').delete(before.id);
    await tx.objectStore('bytes').add(bytes, after.id);
    const local = highlight ? await highlights.get(highlight) : undefined;
    if (local) await highlights.put({ ...local, destination });
  }
  await tx.done;
  announceChange();
};

/** Forgets an operation that the person gave up, and what corrects it. */
export const discardOperation = async (id: string): Promise<void> => {
  const tx = (await open()).transaction(['operations', 'bytes'], 'readwrite', STRICT);
  for await (const cursor of tx.objectStore('operations'))
    if (cursor.value.id === id || cursor.value.edits === id) {
      await tx.objectStore('bytes').delete(cursor.value.id);
      await cursor.delete();
    }
  await tx.done;
  announceChange();
};

/** Forgets everything that was saved, what was kept, and what was marked. */
export const emptyOutbox = async (): Promise<void> => {
  const stores = ['operations', 'bytes', 'kept', 'highlights'] as const;
  const tx = (await open()).transaction(stores, 'readwrite', STRICT);
  await Promise.all([...stores.map((name) => tx.objectStore(name).clear()), tx.done]);
  announceChange();
};

/** The server has it: takes the operation out and remembers what it became, both or neither. */
export const settleOperation = async (
  operation: Operation,
  entry: Omit<KeptEntry, 'url' | 'isLink' | 'filing'>,
): Promise<void> => {
  const tx = (await open()).transaction(['operations', 'bytes', 'kept'], 'readwrite', STRICT);
  const kept = tx.objectStore('kept');
  const { server, account, workspace } = entry;
  const stored = await kept.get([server, account, workspace, operation.url]);
  const isKeep = kindOf(operation) === 'keep';
  await Promise.all([
    tx.objectStore('operations').delete(operation.order),
    tx.objectStore('bytes').delete(operation.id),
    kept.put({
      ...entry,
      url: operation.url,
      at: stored?.at ?? entry.at,
      // What belongs to a keep makes no article of a link.
      isLink: isKeep ? operation.isLink : (stored?.isLink ?? false),
      filing: operation.filing ?? stored?.filing ?? null,
    }),
    tx.done,
  ]);
  announceChange();
};

/** What a canonical URL was kept as in a workspace, or null. */
export const findKept = async (
  { server, account, workspace }: Destination,
  url: string,
): Promise<KeptEntry | null> => {
  const stored = await (await open()).get('kept', [server, account, workspace, url]);
  const entry = v.safeParse(KeptEntry, stored);
  return entry.success ? entry.output : null;
};
