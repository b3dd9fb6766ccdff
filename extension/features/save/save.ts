// Keeping a clip: the outbox has it before anybody says so.
import { withoutTracking } from '../../../shared/article/address.ts';
import { correctionBetween } from '../../../shared/schema/correction.ts';
import type { Edit } from '../../../shared/schema/edit.ts';
import { countNames, type Filing, filingChange, NOWHERE } from '../../../shared/schema/filing.ts';
import { newUuid } from '../../../shared/schema/uuid.ts';
import { KEEP_VERSION } from '../../../shared/schema/keep.ts';
import type { Mark } from '../../../shared/schema/highlight.ts';
import type { ReadClip } from '../../lib/clip.ts';
import { forgetHighlight } from '../../lib/highlights.ts';
import { askToSend } from '../../lib/messages.ts';
import { destinationOf, isSameDestination } from '../../lib/operation.ts';
import { bindOutbox, discardOperation, readOutbox, saveOperation } from '../../lib/outbox.ts';
import { adoptSectionCategories, markTold, untoldOfSection } from '../../lib/section-categories.ts';
import type { Connection } from '../../lib/storage.ts';
import { fateOf, filedAs, isKept, isToKeep, operationsOf } from './fate.ts';
import { aboutKept, cardFor, freeze, type KeptAs, UNSENT } from './frozen.ts';
import { asKnown, entryOf } from './known.ts';
import { saveHighlight, saveHighlightsAgain } from './save-highlight.ts';

/** Puts a correction of a keep into the outbox and has it sent. When this answers, it is on the disk. */
const saveCorrection = async (clip: ReadClip, edit: Edit, kept: KeptAs): Promise<void> => {
  const write = { version: KEEP_VERSION, keep: kept.keep, ...edit } as const;
  await saveOperation(await aboutKept(clip, kept), freeze(write));
  const { category } = edit.correction;
  // Where that cannot be written down it is told once more, which changes nothing.
  if (category !== undefined)
    await markTold(clip.article, category, kept.destination).catch(() => undefined);
  void askToSend({ now: false });
};

/** The id of a keep of a read: another one than that by which it waits for another library, or was refused there. */
const keepIdOf = async ({ id }: ReadClip, connection: Connection | null): Promise<string> => {
  const isTaken = (await readOutbox()).some(
    (operation) =>
      operation.id === id &&
      operation.destination !== null &&
      connection !== null &&
      !isSameDestination(operation.destination, connection),
  );
  return isTaken ? newUuid() : id;
};

/** Puts a clip into the outbox and has it sent. When this answers, the clip is on the disk. Answers the keep's id. */
const saveClip = async (clip: ReadClip, connection: Connection | null): Promise<string> => {
  const { capturedAt, article, summary, filing } = clip;
  const id = await keepIdOf(clip, connection);
  // Also what was said of its section by an article that was not kept.
  const category =
    clip.chosen === undefined ? await untoldOfSection(article, connection) : clip.chosen;
  const said = category !== undefined && { category };
  const isFiled = filing !== undefined && countNames(filing) > 0;
  await saveOperation(
    {
      ...UNSENT,
      id,
      edits: null,
      capturedAt,
      title: article.title,
      url: article.canonicalUrl,
      card: await cardFor(clip, connection),
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
      ...said,
    }),
  );
  // Where the library has the article already, a keep changes nothing of it.
  const correction = {
    ...(clip.asRead && correctionBetween(clip.asRead.article, article)),
    ...said,
  };
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
  return id;
};

/**
 * Keeps a page, unless the reader keeps it already or it waits; answers whether it was new. One at a time over all windows,
 * so that a key pressed twice keeps once.
 */
export const saveClipOnce = (clip: ReadClip, connection: Connection | null): Promise<boolean> =>
  navigator.locks.request('keep', async () => {
    const known = await asKnown(clip, connection);
    if (!isToKeep(await fateOf(known.article, connection))) return false;
    await saveClip(known, connection);
    return true;
  });

const isKeptAsLink = async (url: string, connection: Connection | null): Promise<boolean> => {
  const fate = await fateOf({ url, canonicalUrl: url }, connection);
  return isKept(fate) && 'isLink' in fate && fate.isLink;
};

/** Gives a link that was kept its article, now that it has been read. Of what was not kept so, nothing comes. */
export const fillLink = (clip: ReadClip, connection: Connection | null): Promise<void> =>
  navigator.locks.request('keep', async () => {
    const { url, canonicalUrl, blocks } = clip.article;
    if (blocks.length === 0) return;
    if ((await fateOf(clip.article, connection)).kind === 'parked') return;
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
  const filing =
    filedAs(await fateOf({ url: address, canonicalUrl: address }, connection)) ?? NOWHERE;
  await saveClip(links.length > 0 ? { ...clip, filing } : clip, connection);
  for (const { id } of links) await discardOperation(id);
};

/**
 * Keeps a page once more, as it is now, under the new id of a new read. It takes the place of what this
 * library did not take of that page; what another one did not take stays.
 */
export const saveClipAgain = async (
  clip: ReadClip,
  connection: Connection | null,
): Promise<void> => {
  const keep = await saveClip(clip, connection);
  const refused = (await operationsOf(clip.article.canonicalUrl, connection)).filter(
    ({ state, id }) => state === 'parked' && id !== keep,
  );
  // What was marked in it was refused with it, or went with it.
  if (refused.length > 0)
    await saveHighlightsAgain(clip, {
      keep,
      destination: connection && destinationOf(connection),
    });
  for (const { id } of refused) await discardOperation(id);
};

/** The keep that stands for the clip of a canonical URL, sent or not; null where none is known here. */
const keptAs = async (url: string, connection: Connection | null): Promise<KeptAs | null> => {
  const operation = (await operationsOf(url, connection)).at(-1);
  if (operation)
    return { keep: operation.edits ?? operation.id, destination: operation.destination };
  const entry = await entryOf(url, connection);
  return entry && connection && { keep: entry.keep, destination: destinationOf(connection) };
};

/** Keeps a clip, and answers its keep. Where the reader keeps it already, the library puts both together. */
const keepAnew = async (clip: ReadClip, connection: Connection | null): Promise<KeptAs> => {
  const keep = await saveClip(clip, connection);
  return { keep, destination: connection && destinationOf(connection) };
};

/** The keep that stands for a clip; a new one where it was kept elsewhere, null where the reader does not keep it. */
const keepOf = async (clip: ReadClip, connection: Connection | null): Promise<KeptAs | null> => {
  const kept = await keptAs(clip.article.canonicalUrl, connection);
  if (kept) return kept;
  return isKept(await fateOf(clip.article, connection)) ? keepAnew(clip, connection) : null;
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
    const kept = await keepOf(clip, connection);
    if (kept) await saveCorrection(clip, edit, kept);
  });

/** Puts headline, text and summary of a clip that is kept in place of those that the library has. */
export const saveUpdate = async (clip: ReadClip, connection: Connection | null): Promise<void> => {
  const { title, blocks, truncated } = clip.article;
  // Nothing takes the place of a text.
  if (blocks.length === 0) return;
  const text = { blocks, truncated, summary: clip.summary };
  await saveEdit(clip, { correction: { title }, text }, connection);
};

/**
 * Puts a clip that is kept, or waits to be, elsewhere: an operation of its own behind that of the clip. What
 * others changed of it meanwhile stays.
 */
export const saveFiling = (
  clip: ReadClip,
  from: Filing,
  filing: Filing,
  connection: Connection | null,
): Promise<void> =>
  navigator.locks.request('keep', async () => {
    const change = filingChange(from, filing);
    if (countNames(change.add) + countNames(change.remove) === 0) return;
    const kept = await keepOf(clip, connection);
    if (!kept) return;
    const write = { version: KEEP_VERSION, keep: kept.keep, change } as const;
    await saveOperation({ ...(await aboutKept(clip, kept)), filing }, freeze(write));
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
    const known = await keptAs(clip.article.canonicalUrl, connection);
    const kept = known ?? (mark && (await keepAnew(clip, connection)));
    if (kept) await saveHighlight(clip, id, mark, kept);
    else await forgetHighlight(id);
  });

/** Sends what was saved before pairing to the paired workspace. There is no way back. */
export const adoptWaiting = async (connection: Connection): Promise<void> => {
  await bindOutbox(destinationOf(connection));
  await adoptSectionCategories(connection);
  await askToSend({ now: true });
};
