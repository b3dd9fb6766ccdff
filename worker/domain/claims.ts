// How an installation gets its owner.
import type { Claims, Founding } from '../db/claims.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { type Clock, hashSecret, publicId, type Random, uuidV7 } from './ids.ts';
import { type Begun, newSession } from './sessions.ts';

/** For how long a link is good that signs an owner in again. */
const AGAIN_MS = 86_400_000;

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

/** A claim that can still be used, with the owner whom it signs in again; null where there is none. */
export const findClaim = async ({ claims, now }: ClaimTools, token: string) =>
  claims.find(await hashSecret(token), againSince(now));

/** Signs an owner in again by a claim that is made for that; null where it is unknown, used or older than a day. */
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
