// Keeping a clip: the outbox has it before anybody says so.
import { withoutTracking } from '../../../shared/article/address.ts';
import { type Correction, correctionBetween } from '../../../shared/schema/correction.ts';
import type { EditWrite } from '../../../shared/schema/edit.ts';
import { KEEP_VERSION, type KeepWrite } from '../../../shared/schema/keep.ts';
import { cardOf } from '../../lib/card.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { askToSend } from '../../lib/messages.ts';
import type { Destination, Operation } from '../../lib/operation.ts';
import {
  bindOutbox,
  discardOperation,
  findKept,
  readOutbox,
  saveOperation,
} from '../../lib/outbox.ts';
import type { Connection } from '../../lib/storage.ts';
import { uuidV7 } from '../../lib/uuid.ts';

/** What has become of a clip. */
export type Fate =
  | { kind: 'new' }
  | { kind: 'saving' }
  /** Nothing was saved: the disk is full, or the browser's storage is broken. */
  | { kind: 'failed' }
  /** In the outbox: the clip, or a correction of what the library has. */
  | { kind: 'waiting'; isLink: boolean; isEdit?: boolean }
  /** The server refused it for good, with this problem code. It is still in the outbox. */
  | { kind: 'parked'; reason: string; isEdit?: boolean }
  | { kind: 'kept'; day: string; isLink: boolean };

/** Where a paired extension's clips go. */
export const destinationOf = ({ server, account, workspace }: Connection): Destination => ({
  server,
  account,
  workspace,
});

const isFor = (operation: Operation, destination: Destination | null): boolean =>
  destination === null ||
  operation.destination === null ||
  (operation.destination.server === destination.server &&
    operation.destination.account === destination.account &&
    operation.destination.workspace === destination.workspace);

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
  const operations = await operationsOf(url, connection);
  // What became of the clip itself comes before what became of its corrections.
  const operation = operations.findLast(({ edits }) => edits === null) ?? operations.at(-1);
  if (operation) {
    const isEdit = operation.edits !== null;
    return operation.state === 'parked'
      ? { kind: 'parked', reason: operation.reason ?? 'bad-request', isEdit }
      : { kind: 'waiting', isLink: operation.isLink, isEdit };
  }
  const entry = await entryOf(url, connection);
  return entry ? { kind: 'kept', day: entry.day, isLink: entry.isLink } : { kind: 'new' };
};

/** The bytes of a write as they are stored, and sent however often. The reader has made the article fit. */
const freeze = (write: KeepWrite | EditWrite): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(write));

/** What an operation is like that was never sent. */
const UNSENT = { state: 'waiting', reason: null, attempts: 0, nextAt: 0, hindrance: null } as const;

/** Puts a correction of a keep into the outbox and has it sent. When this answers, it is on the disk. */
const saveCorrection = async (
  { article, summary }: ReadClip,
  correction: Correction,
  { keep, destination }: { keep: string; destination: Destination | null },
): Promise<void> => {
  const now = new Date();
  await saveOperation(
    {
      ...UNSENT,
      id: uuidV7(now.getTime(), crypto.getRandomValues(new Uint8Array(10))),
      edits: keep,
      capturedAt: now.toISOString(),
      title: article.title,
      url: article.canonicalUrl,
      card: cardOf(article, summary),
      isLink: false,
      destination,
    },
    freeze({ version: KEEP_VERSION, keep, correction }),
  );
  void askToSend({ now: false });
};

/** Puts a clip into the outbox and has it sent. When this answers, the clip is on the disk. */
const saveClip = async (clip: ReadClip, connection: Connection | null): Promise<void> => {
  const { id, capturedAt, article, summary } = clip;
  await saveOperation(
    {
      ...UNSENT,
      id,
      edits: null,
      capturedAt,
      title: article.title,
      url: article.canonicalUrl,
      card: cardOf(article, summary),
      isLink: article.blocks.length === 0,
      destination: connection && destinationOf(connection),
    },
    freeze({ version: KEEP_VERSION, capturedAt, article, summary }),
  );
  // Where the library has the article already, a keep changes nothing of it.
  const correction = clip.asRead ? correctionBetween(clip.asRead.article, article) : {};
  if (Object.keys(correction).length > 0)
    await saveCorrection(clip, correction, {
      keep: id,
      destination: connection && destinationOf(connection),
    });
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
      if (await isKeptAsLink(address, connection)) return saveClip(clip, connection);
  });

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
  for (const { id } of refused) await discardOperation(id);
};

/**
 * Corrects a clip that is kept, or waits to be: an operation of its own behind that of the clip. Of what is
 * not kept there is nothing to correct.
 */
export const saveEdit = (
  clip: ReadClip,
  correction: Correction,
  connection: Connection | null,
): Promise<void> =>
  navigator.locks.request('keep', async () => {
    const url = clip.article.canonicalUrl;
    const operation = (await operationsOf(url, connection)).at(-1);
    const entry = operation ? null : await entryOf(url, connection);
    const keep = operation ? (operation.edits ?? operation.id) : entry?.keep;
    const destination = operation ? operation.destination : connection && destinationOf(connection);
    if (keep) await saveCorrection(clip, correction, { keep, destination });
  });

/** Sends what was saved before pairing to the paired workspace. There is no way back. */
export const adoptWaiting = async (connection: Connection): Promise<void> => {
  await bindOutbox(destinationOf(connection));
  await askToSend({ now: true });
};
