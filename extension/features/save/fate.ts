// What has become of a page: as the outbox tells it, the library's answers, and the mirror.
import { type Filing, NOWHERE } from '../../../shared/schema/filing.ts';
import type { StoredCard } from '../../lib/database.ts';
import { dayOf } from '../../lib/days.ts';
import { kindOf, type Operation } from '../../lib/operation.ts';
import type { Connection } from '../../lib/storage.ts';
import { type Addresses, entryOf, findCard, operationsFor } from './known.ts';

/** What has become of a clip. */
export type Fate =
  | { kind: 'new' }
  | { kind: 'saving' }
  /** Nothing was saved: the disk is full, or the browser's storage is broken. */
  | { kind: 'failed' }
  /** In the outbox: the clip, or a correction of what the library has; `isClosed`: since that takes nothing while it moves. */
  | {
      kind: 'waiting';
      isLink: boolean;
      isEdit?: boolean;
      isClosed?: boolean;
      filing?: Filing | null;
    }
  /** The server refused it for good, with this problem code. It is still in the outbox. */
  | { kind: 'parked'; reason: string; isEdit?: boolean }
  /**
   * `at`: when it was first kept here, by the clock of then, in milliseconds since 1970. `since`: the day on which it
   * was kept elsewhere before that.
   */
  | {
      kind: 'kept';
      day: string;
      at: number;
      since?: string | null;
      isLink: boolean;
      filing?: Filing | null;
    }
  /**
   * The library has it, and not from this browser. `own`: the day on which this account kept it; null where only others
   * did, the first of them on the first of those days.
   */
  | { kind: 'known'; day: string; isLink: boolean; own: string | null; others: string[] };

/** What the library has. */
export type InLibrary = Extract<Fate, { kind: 'kept' | 'known' }>;

/** Whether the reader keeps it, or has just kept it. */
export const isKept = (fate: Fate | null): boolean =>
  fate?.kind === 'kept' ||
  fate?.kind === 'waiting' ||
  (fate?.kind === 'known' && fate.own !== null);

/** Whether the library has it, as far as is known here. */
export const isInLibrary = (fate: Fate | null): fate is InLibrary =>
  fate?.kind === 'kept' || fate?.kind === 'known';

/** Whether it can be kept. */
export const isToKeep = (fate: Fate | null): boolean =>
  fate?.kind === 'new' || (fate?.kind === 'known' && fate.own === null);

/** Where a clip is put that is kept or waits to be, as far as this extension knows; null of any other. */
export const filedAs = (fate: Fate | null): Filing | null => {
  if (fate?.kind !== 'kept' && fate?.kind !== 'waiting') return null;
  return fate.filing ?? NOWHERE;
};

export const operationsOf = async (
  url: string,
  connection: Connection | null,
): Promise<Operation[]> =>
  (await operationsFor(connection)).filter((operation) => operation.url === url);

const ownDay = (card: StoredCard | null, connection: Connection | null): string | null =>
  card?.keepers.find(({ account }) => account === connection?.account)?.day ?? null;

const knownFate = (card: StoredCard, connection: Connection | null): Fate => ({
  kind: 'known',
  day: card.day,
  isLink: !card.filled,
  own: ownDay(card, connection),
  others: card.keepers
    .filter(({ account }) => account !== connection?.account)
    .map(({ day }) => day)
    .sort(),
});

/** The day on which it was kept elsewhere, where that was before this browser did. */
const beforeHere = (
  day: string | null,
  at: number,
  connection: Connection | null,
): string | null => {
  const zone = connection?.workspaces.find(({ id }) => id === connection.workspace)?.zone;
  return day !== null && day < dayOf(new Date(at), zone ?? 'UTC') ? day : null;
};

/** What has become of the clip of a page in the workspace that the extension is paired with. */
export const fateOf = async (page: Addresses, connection: Connection | null): Promise<Fate> => {
  const url = page.canonicalUrl;
  const all = await operationsOf(url, connection);
  const entry = await entryOf(url, connection);
  const filing = all.findLast((one) => one.filing !== null)?.filing ?? entry?.filing ?? null;
  // Highlights, tags and collections say nothing of what became of the clip.
  const operations = all.filter((one) => kindOf(one) === 'keep' || kindOf(one) === 'edit');
  // What became of the clip itself comes before what became of its corrections.
  const operation = operations.findLast(({ edits }) => edits === null) ?? operations.at(-1);
  if (operation) {
    const isEdit = operation.edits !== null;
    const isClosed = operation.hindrance === 'moving';
    return operation.state === 'parked'
      ? { kind: 'parked', reason: operation.reason ?? 'bad-request', isEdit }
      : { kind: 'waiting', isLink: operation.isLink, isEdit, isClosed, filing };
  }
  const card = await findCard(page, connection);
  if (!entry) return card ? knownFate(card, connection) : { kind: 'new' };
  const { day, at, isLink } = entry;
  const since = beforeHere(ownDay(card, connection), at, connection);
  return { kind: 'kept', day, at, since, isLink, filing };
};
