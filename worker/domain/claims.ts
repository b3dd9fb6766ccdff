// How an installation gets its owner.
import type { Claims, Founding } from '../db/claims.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { type Clock, hashSecret, publicId, type Random, secret, uuidV7 } from './ids.ts';

/** How long a browser stays signed in: as long as browsers keep a cookie. */
export const SESSION_DAYS = 400;

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
): Promise<{ account: string; secret: string } | null> => {
  const at = now();
  const session = secret(random);
  const founding: Founding = {
    ...wishes,
    account: uuidV7(at, random),
    workspace: publicId(random),
    number: await claims.nextNumber(),
    sessionHash: await hashSecret(session),
    sessionExpires: new Date(at.getTime() + SESSION_DAYS * 86_400_000).toISOString(),
    at: at.toISOString(),
  };
  const isOurs = await claims.use(await hashSecret(token), founding);
  return isOurs ? { account: founding.account, secret: session } : null;
};
