// Deleting, and coming back: what is deleted lies in the trash for a while.
import type { Library } from '../db/libraries.ts';
import type { Removals } from '../db/removals.ts';
import type { Trash, Trashed } from '../db/trash.ts';
import type { Unprofiled } from '../db/unprofiled.ts';
import { TRASH_DAYS, type TrashItem, type TrashPage } from '../../shared/schema/trash.ts';
import { daysIn } from './clip-days.ts';
import { changeAt } from './cursor.ts';
import { type Clock, type Random, uuidV7 } from './ids.ts';
import { profileClip } from './profiles.ts';
import { Refusal } from './refusal.ts';
import { ROUNDS } from './rounds.ts';
import { type SinceRead, whatever } from './since-read.ts';

const DAY_MS = 86_400_000;
/** Clips of one page of the list. */
const PAGE = 50;

type Where = Pick<Library, 'workspace'>;

interface Deleting {
  removals: Removals;
  now: Clock;
}

interface Keeping {
  trash: Trash;
  now: Clock;
}

/** Until when what is deleted now lies in the trash. */
export const trashedUntil = (now: Date): string =>
  new Date(now.getTime() + TRASH_DAYS * DAY_MS).toISOString();

const deletion = (now: Date, by: string) => ({
  by,
  at: now.toISOString(),
  expiresAt: trashedUntil(now),
});

/**
 * Lets go of a keep; its clip goes into the trash with the last one. Deleting again is fine; throws 'not-found'
 * where the account has no such keep, 'busy' where others change the library all the time.
 */
export const deleteKeep = async (
  { removals, now }: Deleting,
  { workspace }: Where,
  account: string,
  id: string,
  sinceRead: SinceRead = whatever,
): Promise<void> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { keep, isGone } = await removals.lookAtKeep(workspace, id, account);
    if (isGone) return;
    if (!keep) throw new Refusal('not-found');
    const since = await sinceRead({ id: keep.clip });
    const told = deletion(now(), account);
    const isDone = keep.isLast
      ? await removals.deleteClip(workspace, { clip: keep.clip, onlyKeep: id, ...told }, since)
      : await removals.deleteKeep(workspace, id, told.at, since);
    if (isDone) return;
  }
  throw new Refusal('busy');
};

/**
 * Moves a clip into the trash for all who keep it. Deleting again is fine; throws 'not-found' where there never was
 * such a clip, or 'busy'.
 */
export const deleteClip = async (
  { removals, now }: Deleting,
  { workspace }: Where,
  account: string,
  id: string,
  sinceRead: SinceRead = whatever,
): Promise<void> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { isThere, isGone } = await removals.lookAtClip(workspace, id);
    if (isGone) return;
    if (!isThere) throw new Refusal('not-found');
    const since = await sinceRead({ id });
    const told = deletion(now(), account);
    if (await removals.deleteClip(workspace, { clip: id, onlyKeep: null, ...told }, since)) return;
  }
  throw new Refusal('busy');
};

// Where the zone is another one by now, a clip comes back to another day than it left.
const itemIn = ({ item, dated }: Trashed, zone: string): TrashItem => ({
  ...item,
  day: daysIn({ ...dated, keeps: [] }, zone).day || null,
});

/** A clip in the trash. Throws 'not-found'. */
export const findTrashed = async (
  { trash, now }: Keeping,
  { workspace, zone }: Pick<Library, 'workspace' | 'zone'>,
  id: string,
): Promise<TrashItem> => {
  const found = await trash.stored(workspace, id, now().toISOString());
  if (!found) throw new Refusal('not-found');
  return itemIn(found, zone);
};

/** A page of the trash, what was deleted last first, from the cursor `before` on. Throws 'bad-request'. */
export const readTrash = async (
  { trash, now }: Keeping,
  { workspace, zone }: Pick<Library, 'workspace' | 'zone'>,
  before: string | null,
): Promise<TrashPage> => {
  const at = now().toISOString();
  const from = before === null ? null : changeAt(before);
  const { found, clips: count, newest } = await trash.list(workspace, from, PAGE + 1, at);
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return {
    clips: shown.map((trashed) => itemIn(trashed, zone)),
    next: last ? String(last.seq) : null,
    count,
    until: String(newest),
  };
};

/**
 * Makes a clip in the trash what it was, with all that hung on it. One that is in the library already stays there.
 * Throws 'not-found' where it lies in no trash, 'kept-anew' where another clip has its address by now, or 'busy'.
 */
export const bringBack = async (
  { trash, unprofiled, now, random }: Keeping & { unprofiled: Unprofiled; random: Random },
  { workspace }: Where,
  account: string,
  id: string,
  sinceRead: SinceRead = whatever,
): Promise<void> => {
  const made = uuidV7(now(), random);
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = now().toISOString();
    const { trashed, isKept, zone } = await trash.look(workspace, id, at);
    if (isKept) return undefined;
    if (!trashed) throw new Refusal('not-found');
    if (trashed.keptAnew !== null) throw new Refusal('kept-anew', trashed.keptAnew);
    const since = await sinceRead({ id });
    const days = daysIn(trashed, zone);
    const by = { account, at };
    if (await trash.bringBack(workspace, id, zone, days, by, made, since))
      // It is back by now. Where this fails it waits for its profile, which the next scheduled run makes.
      return profileClip(unprofiled, now(), workspace, id).catch(() => undefined);
  }
  throw new Refusal('busy');
};

/**
 * Deletes a clip in the trash for good. Deleting again is fine; throws 'not-found' where there never was such a clip, and
 * 'changed-meanwhile' where it was deleted anew since `refuseOther`, if that is told, has looked at it.
 */
export const deleteForGood = async (
  { trash, removals, now }: Keeping & Deleting,
  { workspace, zone }: Pick<Library, 'workspace' | 'zone'>,
  id: string,
  refuseOther: ((item: TrashItem) => Promise<void>) | null = null,
): Promise<void> => {
  const at = now().toISOString();
  const found = refuseOther && (await trash.stored(workspace, id, at));
  if (refuseOther && found) await refuseOther(itemIn(found, zone));
  // What was not there when it was looked for was deleted at no instant.
  const deletedAt = refuseOther && (found?.item.deletedAt ?? '');
  if (await trash.expire(workspace, id, at, deletedAt)) return;
  if (deletedAt !== null && (await trash.find(workspace, id, at)))
    throw new Refusal('changed-meanwhile');
  const { isGone } = await removals.lookAtClip(workspace, id);
  if (!isGone) throw new Refusal('not-found');
};

/** Deletes for good what was deleted until the change `until`, and tells how many clips. Throws 'bad-request'. */
export const emptyTrash = (
  { trash, now }: Keeping,
  { workspace }: Where,
  until: string,
): Promise<number> => trash.expireAll(workspace, changeAt(until), now().toISOString());
