// The highlights that this browser knows of: what was made here, and what the library told of them.
import * as v from 'valibot';
import type { Highlight } from '../../shared/schema/highlight.ts';
import { LocalHighlight, openDatabase, STRICT } from './database.ts';
import { type Destination, isSameDestination } from './operation.ts';
import { announceChange, readOutbox } from './outbox.ts';

const isFor = (highlight: LocalHighlight, destination: Destination | null): boolean =>
  highlight.destination === null ||
  (destination !== null && isSameDestination(highlight.destination, destination));

/** The highlights of a canonical URL in a workspace, the first made first; unpaired, those that go nowhere yet. */
export const readHighlights = async (
  url: string,
  destination: Destination | null,
): Promise<LocalHighlight[]> =>
  (await (await openDatabase()).getAllFromIndex('highlights', 'url', url)).flatMap((stored) => {
    const highlight = v.safeParse(LocalHighlight, stored);
    return highlight.success && isFor(highlight.output, destination) ? [highlight.output] : [];
  });

/** The canonical URLs of all that has highlights which this browser knows of. */
export const highlightedUrls = async (): Promise<ReadonlySet<string>> => {
  const { store } = (await openDatabase()).transaction('highlights');
  const urls = new Set<string>();
  for await (const cursor of store.index('url').iterate(null, 'nextunique')) urls.add(cursor.key);
  return urls;
};

/** The ids of the highlights of which something waits to be sent, or was refused. */
export const unsentHighlights = async (): Promise<ReadonlySet<string>> =>
  new Set((await readOutbox()).flatMap(({ highlight }) => (highlight ? [highlight] : [])));

/**
 * Takes what the library told of a canonical URL in place of what was known here. What waits to be sent, or
 * was refused, stays as the reader left it.
 *
 * @param unsent what waited when the library was asked; by now it may have been sent
 */
export const takeHighlights = async (
  url: string,
  destination: Destination,
  told: readonly Highlight[],
  unsent: ReadonlySet<string>,
): Promise<void> => {
  const stores = ['operations', 'highlights'] as const;
  const tx = (await openDatabase()).transaction(stores, 'readwrite', STRICT);
  const own = new Set(unsent);
  for await (const { value } of tx.objectStore('operations'))
    if (value.highlight) own.add(value.highlight);
  const highlights = tx.objectStore('highlights');
  for await (const cursor of highlights.index('url').iterate(url))
    if (isFor(cursor.value, destination) && !own.has(cursor.value.id)) await cursor.delete();
  for (const highlight of told)
    if (!own.has(highlight.id)) await highlights.put({ ...highlight, url, destination });
  await tx.done;
};

/** Forgets a highlight that no library has. */
export const forgetHighlight = async (id: string): Promise<void> => {
  await (await openDatabase()).delete('highlights', id);
  announceChange();
};
