// What a guest reads: one collection, and nothing else of the workspace.
import type { GuestAsks, Guests } from '../db/guests.ts';
import { placeAt } from './cursor.ts';
import { Refusal } from './refusal.ts';

/** Clips of a page. */
const PAGE = 50;

interface GuestTools {
  guests: Guests;
}

/** A page of a guest's collection, from the cursor `before` on. Throws 'not-found' for who is no guest of it. */
export const readAsGuest = async (
  { guests }: GuestTools,
  asks: GuestAsks,
  before: string | null,
) => {
  const found = await guests.clips(asks, placeAt(before), PAGE + 1);
  if (!found) throw new Refusal('not-found');
  const clips = found.listed.slice(0, PAGE);
  const last = found.listed.length > PAGE ? clips.at(-1) : undefined;
  return { ...found.place, clips, count: found.clips, next: last ? String(last.here) : null };
};

/** A clip of a guest's collection. Throws 'not-found' for who is no guest of it, and where it has none of this id. */
export const readClipAsGuest = async ({ guests }: GuestTools, asks: GuestAsks, id: string) => {
  const found = await guests.clip(asks, id);
  if (!found) throw new Refusal('not-found');
  return found;
};

/** Ends what somebody is a guest of. Throws 'not-found' where they are none. */
export const removeGuest = async ({ guests }: GuestTools, asks: GuestAsks): Promise<void> => {
  if (!(await guests.remove(asks))) throw new Refusal('not-found');
};
