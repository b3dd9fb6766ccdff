// Letting somebody into a workspace by a link that works once.
import type { InviteWrite } from '../../shared/schema/team.ts';
import type { Guests } from '../db/guests.ts';
import type { Invites, ShownInvite } from '../db/invites.ts';
import type { Members } from '../db/members.ts';
import type { Person } from './access.ts';
import { type Clock, hashSecret, type Random, uuidV7 } from './ids.ts';
import { LIMITS, type LimitTools, takeTry } from './limits.ts';
import { Refusal } from './refusal.ts';
import { seal } from './seal.ts';
import { type Begun, newSession } from './sessions.ts';

const DAY_MS = 86_400_000;

const REMEMBERED_DAYS = 7;

/** Until when an invite was over that is remembered no more; until then its id makes no second one. */
export const endedBefore = (now: Date): string => expiring(now, -REMEMBERED_DAYS);

const expiring = (from: Date, days: number): string =>
  new Date(from.getTime() + days * DAY_MS).toISOString();

export interface InviteTools extends LimitTools {
  invites: Invites;
  guests: Guests;
  now: Clock;
  random: Random;
}

const collectionName = async (
  { guests }: Pick<InviteTools, 'guests'>,
  at: { workspace: string; library_in: string },
  collection: string,
): Promise<string> => {
  const { workspace } = at;
  const name = (await guests.namesOf([{ ...at, collection }])).get(`${workspace} ${collection}`);
  if (name === undefined) throw new Refusal('not-found');
  return name;
};

// Made by the secret and the id, so that whoever asks twice hears of one link; stored is its hash alone.
const inviteToken = (serverSecret: string, workspace: string, id: string): Promise<string> =>
  seal(serverSecret, `dateline invite ${workspace} ${id}`, new Uint8Array());

/**
 * Invites into a workspace under an id, and answers the token of the link: the same one to who asks for the same again.
 * Throws 'too-many', 'not-found' for a collection that is not there, 'gone' where the id's invite was used, revoked or is over,
 * and 'other-bytes' where the id stands for another one.
 */
export const invite = async (
  tools: InviteTools & { binding: string },
  serverSecret: string,
  { workspace, by, id }: { workspace: string; by: string; id: string },
  {
    role,
    days,
    collection = null,
  }: Omit<InviteWrite, 'collection'> & { collection?: string | null },
): Promise<{ token: string; expires: string; isNew: boolean }> => {
  await takeTry(tools, LIMITS.invite, by);
  if (collection !== null)
    await collectionName(tools, { workspace, library_in: tools.binding }, collection);
  const now = tools.now();
  const [at, expires] = [now.toISOString(), expiring(now, days)];
  const token = await inviteToken(serverSecret, workspace, id);
  const hash = await hashSecret(token);
  if (await tools.invites.add({ id, hash, workspace, role, collection, by, at, expires }))
    return { token, expires, isNew: true };
  const before = await tools.invites.one(workspace, id);
  if (before && before.expires_at <= at) throw new Refusal('gone');
  const isSame =
    before?.hash === hash &&
    before.role === role &&
    before.collection === collection &&
    before.made_by === by &&
    before.expires_at === expiring(new Date(before.created_at), days);
  if (!isSame) throw new Refusal('other-bytes');
  return { token, expires: before.expires_at, isNew: false };
};

/**
 * What the bearer of a token is invited to, and what its collection is called, null for the whole workspace. Throws
 * 'not-found' where the invite is void, or never was one.
 */
export const findInvite = async (
  tools: Pick<InviteTools, 'invites' | 'guests' | 'now'>,
  token: string,
): Promise<ShownInvite & { collectionName: string | null }> => {
  const found = await tools.invites.find(await hashSecret(token), tools.now().toISOString());
  if (!found) throw new Refusal('not-found');
  const { collection } = found;
  const name = collection === null ? null : await collectionName(tools, found, collection);
  return { ...found, collectionName: name };
};

/** Whether an account reads already what an invite is to: a member wholly, a guest their collection. */
export const isInAlready = async (
  { members, guests }: { members: Members; guests: Guests },
  account: string,
  { workspace, collection }: Pick<ShownInvite, 'workspace' | 'collection'>,
): Promise<boolean> => {
  if (await members.find(workspace, account)) return true;
  return collection !== null && isGuestOf({ guests }, account, { workspace, collection });
};

const isGuestOf = async (
  { guests }: { guests: Guests },
  account: string,
  { workspace, collection }: { workspace: string; collection: string },
): Promise<boolean> =>
  (await guests.ofAccount(account)).some(
    (guest) => guest.workspace === workspace && guest.collection === collection,
  );

/** Where somebody got in, and the session of who came new. */
export interface Entered {
  workspace: string;
  /** The binding of the database in which its library lies. */
  library_in: string;
  /** The collection whose guest they are; null for the whole workspace. */
  collection: string | null;
  begun: Begun | null;
}

/**
 * Lets the bearer of a token in: with the account that they are signed in to, else with a new one. Whoever belongs to the
 * workspace already leaves the invite to others. Throws 'not-found' as `findInvite`.
 */
export const acceptInvite = async (
  tools: InviteTools,
  token: string,
  { person, name, device }: { person: Person | null; name: string; device: string },
): Promise<Entered> => {
  const at = tools.now();
  const hash = await hashSecret(token);
  // Nobody is let into a collection that is gone.
  const { workspace, library_in, collection } = await findInvite(tools, token);
  const account = person?.account ?? uuidV7(at, tools.random);
  const begin = person ? null : await newSession(tools, device);
  const newcomer = { account, name, session: begin?.session ?? null };
  const entered = await tools.invites.accept(hash, newcomer, at.toISOString());
  if (!entered) {
    // Somebody else may have used it up meanwhile.
    await findInvite(tools, token);
    // The invite is good, so it is they who are in already: a member wholly, whatever it is to.
    const isGuest =
      collection !== null && (await isGuestOf(tools, account, { workspace, collection }));
    return { workspace, library_in, collection: isGuest ? collection : null, begun: null };
  }
  return { ...entered, library_in, begun: begin && { account, secret: begin.secret } };
};
