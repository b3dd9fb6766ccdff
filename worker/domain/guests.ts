// What a guest reads: one collection, and nothing else of the workspace.
import type { GuestAsks, Guests } from '../db/guests.ts';
import type { Question } from '../db/question.ts';
import { placeAt } from './cursor.ts';
import { Refusal } from './refusal.ts';

/** Clips of a page. */
const PAGE = 50;

/** Asks a question of those in the database in which the library lies. */
type AskThere = <T>(make: (guests: Guests) => Question<T | null>) => Promise<T | null>;

/** A page of a guest's collection, from the cursor `before` on. Throws 'not-found' for who is no guest of it. */
export const readAsGuest = async (askThere: AskThere, asks: GuestAsks, before: string | null) => {
  const from = placeAt(before);
  const found = await askThere((guests) => guests.clips(asks, from, PAGE + 1));
  if (!found) throw new Refusal('not-found');
  const { listed, clips: count } = found.told;
  const clips = listed.slice(0, PAGE);
  const last = listed.length > PAGE ? clips.at(-1) : undefined;
  return { ...found.place, clips, count, next: last ? String(last.here) : null };
};

/** A clip of a guest's collection. Throws 'not-found' for who is no guest of it, and where it has none of this id. */
export const readClipAsGuest = async (askThere: AskThere, asks: GuestAsks, id: string) => {
  const found = await askThere((guests) => guests.clip(asks, id));
  if (!found?.told) throw new Refusal('not-found');
  return { place: found.place, clip: found.told };
};

/** Ends what somebody is a guest of. Throws 'not-found' where they are none. */
export const removeGuest = async (
  { guests }: { guests: Guests },
  asks: GuestAsks,
): Promise<void> => {
  if (!(await guests.remove(asks))) throw new Refusal('not-found');
};
