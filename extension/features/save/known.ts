// Under which address a page is kept already: by whichever of its addresses it is open now, and whoever kept it. Both
// sources are asked here: what this browser kept, and the mirror of the library.
import { addressKey, pageKeys } from '../../../shared/article/same-page.ts';
import type { ReadClip } from '../../lib/clip.ts';
import type { StoredCard } from '../../lib/database.ts';
import { findCards } from '../../lib/mirror.ts';
import {
  type Destination,
  destinationOf,
  isSameDestination,
  kindOf,
  type Operation,
} from '../../lib/operation.ts';
import { findKept, readOutbox } from '../../lib/outbox.ts';
import type { Connection } from '../../lib/storage.ts';

/** The addresses of a page. */
export interface Addresses {
  url: string;
  canonicalUrl: string;
}

const isFor = (operation: Operation, destination: Destination | null): boolean =>
  destination === null ||
  operation.destination === null ||
  isSameDestination(operation.destination, destination);

/** What waits of articles to be sent to the workspace that the extension is paired with, or anywhere. */
export const operationsFor = async (connection: Connection | null): Promise<Operation[]> => {
  const destination = connection && destinationOf(connection);
  return (await readOutbox()).filter(
    (operation) => kindOf(operation) !== 'act' && isFor(operation, destination),
  );
};

/** What became of a canonical URL that this browser has sent; null where it has not. */
export const entryOf = async (canonicalUrl: string, connection: Connection | null) =>
  connection && findKept(destinationOf(connection), canonicalUrl);

/** The card of a page in the mirror, or null; of several that of the same canonical URL, or one with a text. */
export const findCard = async (
  page: Addresses,
  connection: Connection | null,
): Promise<StoredCard | null> => {
  const cards = connection ? await findCards(destinationOf(connection), page) : [];
  return (
    cards.find(({ canonicalUrl }) => canonicalUrl === page.canonicalUrl) ??
    cards.find(({ filled }) => filled) ??
    cards[0] ??
    null
  );
};

/** The canonical URL under which a page is kept, or its own. */
const keptUnder = async (page: Addresses, connection: Connection | null): Promise<string> => {
  const { canonicalUrl } = page;
  const operations = await operationsFor(connection);
  const isOwn = operations.some(({ url }) => url === canonicalUrl);
  if (isOwn || (await entryOf(canonicalUrl, connection))) return canonicalUrl;
  const keys = pageKeys(page);
  const waiting = operations.find(({ url }) => keys.includes(addressKey(url)));
  return waiting?.url ?? (await findCard(page, connection))?.canonicalUrl ?? canonicalUrl;
};

/** A clip as what is kept already, where it is: the library knows it by the canonical URL. */
export const asKnown = async (clip: ReadClip, connection: Connection | null): Promise<ReadClip> => {
  const canonicalUrl = await keptUnder(clip.article, connection);
  return canonicalUrl === clip.article.canonicalUrl
    ? clip
    : { ...clip, article: { ...clip.article, canonicalUrl } };
};
