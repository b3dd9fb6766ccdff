// Keeping a clip: the outbox has it before anybody says so.
import { withoutTracking } from '../../../shared/article/address.ts';
import { correctionBetween } from '../../../shared/schema/correction.ts';
import type { Edit } from '../../../shared/schema/edit.ts';
import { countNames, type Filing, filingChange, NOWHERE } from '../../../shared/schema/filing.ts';
import { KEEP_VERSION } from '../../../shared/schema/keep.ts';
import { cardOf } from '../../lib/card.ts';
import type { Mark } from '../../../shared/schema/highlight.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { forgetHighlight } from '../../lib/highlights.ts';
import { askToSend } from '../../lib/messages.ts';
import {
  type Destination,
  destinationOf,
  isSameDestination,
  kindOf,
  type Operation,
} from '../../lib/operation.ts';
import {
  bindOutbox,
  discardOperation,
  findKept,
  readOutbox,
  saveOperation,
} from '../../lib/outbox.ts';
import type { Connection } from '../../lib/storage.ts';
import { aboutKept, freeze, type KeptAs, UNSENT } from './frozen.ts';
import { saveHighlight, saveHighlightsAgain } from './save-highlight.ts';

/** What has become of a clip. */
export type Fate =
  | { kind: 'new' }
  | { kind: 'saving' }
  /** Nothing was saved: the disk is full, or the browser's storage is broken. */
  | { kind: 'failed' }
  /** In the outbox: the clip, or a correction of what the library has. */
  | { kind: 'waiting'; isLink: boolean; isEdit?: boolean; filing?: Filing | null }
  /** The server refused it for good, with this problem code. It is still in the outbox. */
  | { kind: 'parked'; reason: string; isEdit?: boolean }
  /**
   * `at`: when it was first kept here, by the clock of then, in milliseconds since 1970. `again`: when it was
   * last, where that was more than once.
   */
  | {
      kind: 'kept';
      day: string;
      at: number;
      again?: number | null;
      isLink: boolean;
      filing?: Filing | null;
    };

/** Where a clip is put that is kept or waits to be, as far as this extension knows; null of any other. */
export const filedAs = (fate: Fate | null): Filing | null => {
  if (fate?.kind !== 'kept' && fate?.kind !== 'waiting') return null;
  return fate.filing ?? NOWHERE;
};

const isFor = (operation: Operation, destination: Destination | null): boolean =>
  destination === null ||
  operation.destination === null ||
  isSameDestination(operation.destination, destination);

const operationsOf = async (url: string, connection: Connection | null): Promise<Operation[]> => {
  const destination = connection && destinationOf(connection);
  return (await readOutbox()).filter(
    (candidate) => candidate.url === url && isFor(candidate, destination),
  );
};

const entryOf = async (url: string, connection: Connection | null) =>
  connection && findKept(destinationOf(connection), url);

/** What has become of the clip of a canonical URL in the workspace that the extension is paired with. */
export const fateOf = async (url: string, connection: Connection | null): Promise<Fate> => {
  const all = await operationsOf(url, connection);
  const entry = await entryOf(url, connection);
  const filing = all.findLast((one) => one.filing !== null)?.filing ?? entry?.filing ?? null;
  // Highlights, tags and collections say nothing of what became of the clip.
  const operations = all.filter((one) => kindOf(one) === 'keep' || kindOf(one) === 'edit');
  // What became of the clip itself comes before what became of its corrections.
  const operation = operations.findLast(({ edits }) => edits === null) ?? operations.at(-1);
  if (operation) {
    const isEdit = operation.edits !== null;
    return operation.state === 'parked'
      ? { kind: 'parked', reason: operation.reason ?? 'bad-request', isEdit }
      : { kind: 'waiting', isLink: operation.isLink, isEdit, filing };
  }
  if (!entry) return { kind: 'new' };
  const { day, at, again, isLink } = entry;
  return { kind: 'kept', day, at, again, isLink, filing };
};

/** Puts a correction of a keep into the outbox and has it sent. When this answers, it is on the disk. */
const saveCorrection = async (clip: ReadClip, edit: Edit, kept: KeptAs): Promise<void> => {
  const write = { version: KEEP_VERSION, keep: kept.keep, ...edit } as const;
  await saveOperation(aboutKept(clip, kept), freeze(write));
  void askToSend({ now: false });
};

/** Puts a clip into the outbox and has it sent. When this answers, the clip is on the disk. */
const saveClip = async (clip: ReadClip, connection: Connection | null): Promise<void> => {
  const { id, capturedAt, article, summary, filing } = clip;
  const isFiled = filing !== undefined && countNames(filing) > 0;
  await saveOperation(
    {
      ...UNSENT,
      id,
      edits: null,
      capturedAt,
      title: article.title,
      url: article.canonicalUrl,
      card: cardOf(article, summary),
      filing: isFiled ? filing : null,
      isLink: article.blocks.length === 0,
      destination: connection && destinationOf(connection),
    },
    freeze({
      version: KEEP_VERSION,
      capturedAt,
      article,
      summary,
      ...(isFiled && { filing }),
    }),
  );
  // Where the library has the article already, a keep changes nothing of it.
  const correction = clip.asRead ? correctionBetween(clip.asRead.article, article) : {};
  if (Object.keys(correction).length > 0)
    await saveCorrection(
      clip,
      { correction },
      {
        keep: id,
        destination: connection && destinationOf(connection),
      },
    );
  void askToSend({ now: false });
};

/**
 * Keeps a page, unless it is kept or waits already; answers whether it was new. One at a time over all windows,
 * so that a key pressed twice keeps once.
 */
export const saveClipOnce = (clip: ReadClip, connection: Connection | null): Promise<boolean> =>
  navigator.locks.request('keep', async () => {
    const fate = await fateOf(clip.article.canonicalUrl, connection);
    if (fate.kind !== 'new') return false;
    await saveClip(clip, connection);
    return true;
  });

const isKeptAsLink = async (url: string, connection: Connection | null): Promise<boolean> => {
  const fate = await fateOf(url, connection);
  return (fate.kind === 'kept' || fate.kind === 'waiting') && fate.isLink;
};

/** Gives a link that was kept its article, now that it has been read. Of what was not kept so, nothing comes. */
export const fillLink = (clip: ReadClip, connection: Connection | null): Promise<void> =>
  navigator.locks.request('keep', async () => {
    const { url, canonicalUrl, blocks } = clip.article;
    if (blocks.length === 0 || (await fateOf(canonicalUrl, connection)).kind === 'parked') return;
    for (const address of new Set([canonicalUrl, withoutTracking(url)]))
      if (await isKeptAsLink(address, connection)) return fillAt(address, clip, connection);
  });

// A library puts both writes of a page together. Of what goes to none yet, the article takes the link's place.
const fillAt = async (
  address: string,
  clip: ReadClip,
  connection: Connection | null,
): Promise<void> => {
  const links = (await operationsOf(address, connection)).filter(
    ({ isLink, destination, edits }) => isLink && destination === null && edits === null,
  );
  const filing = filedAs(await fateOf(address, connection)) ?? NOWHERE;
  await saveClip(links.length > 0 ? { ...clip, filing } : clip, connection);
  for (const { id } of links) await discardOperation(id);
};

/**
 * Keeps a page once more, as it is now, under the new id of a new read. It takes the place of what the
 * library did not take of that page.
 */
export const saveClipAgain = async (
  clip: ReadClip,
  connection: Connection | null,
): Promise<void> => {
  await saveClip(clip, connection);
  const refused = (await readOutbox()).filter(
    ({ state, url, id }) =>
      state === 'parked' && url === clip.article.canonicalUrl && id !== clip.id,
  );
  // What was marked in it was refused with it, or went with it.
  if (refused.length > 0)
    await saveHighlightsAgain(clip, {
      keep: clip.id,
      destination: connection && destinationOf(connection),
    });
  for (const { id } of refused) await discardOperation(id);
};

/** The keep that stands for the clip of a canonical URL, sent or not; null where it is not kept. */
export const keptAs = async (
  url: string,
  connection: Connection | null,
): Promise<KeptAs | null> => {
  const operation = (await operationsOf(url, connection)).at(-1);
  if (operation)
    return { keep: operation.edits ?? operation.id, destination: operation.destination };
  const entry = await entryOf(url, connection);
  return entry && connection && { keep: entry.keep, destination: destinationOf(connection) };
};

/**
 * Corrects a clip that is kept, or waits to be: an operation of its own behind that of the clip. Of what is
 * not kept there is nothing to correct.
 */
export const saveEdit = (
  clip: ReadClip,
  edit: Edit,
  connection: Connection | null,
): Promise<void> =>
  navigator.locks.request('keep', async () => {
    const kept = await keptAs(clip.article.canonicalUrl, connection);
    if (kept) await saveCorrection(clip, edit, kept);
  });

/**
 * Puts a clip that is kept, or waits to be, elsewhere: an operation of its own behind that of the clip. What
 * others changed of it meanwhile stays.
 */
export const saveFiling = (
  clip: ReadClip,
  before: Filing,
  filing: Filing,
  connection: Connection | null,
): Promise<void> =>
  navigator.locks.request('keep', async () => {
    const change = filingChange(before, filing);
    const kept = await keptAs(clip.article.canonicalUrl, connection);
    if (!kept || countNames(change.add) + countNames(change.remove) === 0) return;
    const write = { version: KEEP_VERSION, keep: kept.keep, change } as const;
    await saveOperation({ ...aboutKept(clip, kept), filing }, freeze(write));
    void askToSend({ now: false });
  });

/**
 * Sets a highlight of a clip, which is kept with it where it is not yet; null takes the highlight away.
 * When this answers, both are on the disk.
 */
export const highlightClip = (
  clip: ReadClip,
  id: string,
  mark: Mark | null,
  connection: Connection | null,
): Promise<void> =>
  navigator.locks.request('keep', async () => {
    const url = clip.article.canonicalUrl;
    if (mark && (await fateOf(url, connection)).kind === 'new') await saveClip(clip, connection);
    const kept = await keptAs(url, connection);
    if (kept) await saveHighlight(clip, id, mark, kept);
    else await forgetHighlight(id);
  });

/** Sends what was saved before pairing to the paired workspace. There is no way back. */
export const adoptWaiting = async (connection: Connection): Promise<void> => {
  await bindOutbox(destinationOf(connection));
  await askToSend({ now: true });
};
