// How an installation gets its owner, and how somebody gets in again who has lost every way.
import type { Claims, Founding } from '../db/claims.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { type Clock, hashSecret, publicId, type Random, uuidV7 } from './ids.ts';
import { type Begun, newSession } from './sessions.ts';

/** For how long a link is good that signs somebody in again. */
const AGAIN_MS = 86_400_000;

/** For how many days an account is told that such a link was used. */
const TOLD_MS = 30 * AGAIN_MS;

const againSince = (now: Clock): string => new Date(now().getTime() - AGAIN_MS).toISOString();

export interface ClaimTools {
  claims: Claims;
  now: Clock;
  random: Random;
}

/**
 * Uses a claim token: its bearer becomes the owner of a new workspace. Answers the account and the secret of its
 * session, or null where the claim is unknown or used.
 */
export const useClaim = async (
  { claims, now, random }: ClaimTools,
  token: string,
  wishes: { name: string; zone: string; language: InterfaceLanguage },
  device: string,
): Promise<Begun | null> => {
  const at = now();
  const { session, secret } = await newSession({ now, random }, device);
  const founding: Founding = {
    ...wishes,
    account: uuidV7(at, random),
    workspace: publicId(random),
    number: await claims.nextNumber(),
    session,
    at: at.toISOString(),
  };
  const isOurs = await claims.use(await hashSecret(token), founding);
  return isOurs ? { account: founding.account, secret } : null;
};

/** A claim that can still be used, with the account that it signs in again; null where there is none. */
export const findClaim = async ({ claims, now }: ClaimTools, token: string) =>
  claims.find(await hashSecret(token), againSince(now));

/**
 * Signs somebody in again by a claim that is made for that, and ends all that let them in before; null where it is unknown,
 * used or older than a day.
 */
export const signInByClaim = async (
  tools: ClaimTools,
  token: string,
  device: string,
): Promise<Begun | null> => {
  const { session, secret } = await newSession(tools, device);
  const account = await tools.claims.signIn(
    await hashSecret(token),
    session,
    againSince(tools.now),
  );
  return account === null ? null : { account, secret };
};

/** What an account is told of a link that signs it in anew: since when there is one and until when, or when it was used. */
export type LinkTold = { kind: 'open'; at: string; until: Date } | { kind: 'used'; at: string };

/** The last of them; null for none that is worth telling. */
export const linkOf = async (
  { claims, now }: Pick<ClaimTools, 'claims' | 'now'>,
  account: string,
): Promise<LinkTold | null> => {
  const since = new Date(now().getTime() - TOLD_MS).toISOString();
  const found = await claims.newestOf(account, since, againSince(now));
  if (!found) return null;
  const { used_at: used, created_at: made } = found;
  return used === null
    ? { kind: 'open', at: made, until: new Date(Date.parse(made) + AGAIN_MS) }
    : { kind: 'used', at: used };
};
