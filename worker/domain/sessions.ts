// Sessions: made by whatever signs a person in, listed, and ended.
import type { NewSession } from '../db/sessions.ts';
import { type Clock, hashSecret, type Random, secret, uuidV7 } from './ids.ts';

/** How long a browser stays signed in: as long as browsers keep a cookie. */
export const SESSION_DAYS = 400;

/** In how many browsers an account can be signed in: the session that began first ends where there would be more. */
export const MAX_SESSIONS = 50;

/** Somebody who has just signed in: whose session it is, and its secret, which stands in the cookie alone. */
export interface Begun {
  account: string;
  secret: string;
}

/** A session on a device that begins now, and its secret. */
export const newSession = async (
  { now, random }: { now: Clock; random: Random },
  device: string,
): Promise<{ session: NewSession; secret: string }> => {
  const at = now();
  const made = secret(random);
  const session = {
    id: uuidV7(at, random),
    hash: await hashSecret(made),
    device,
    at: at.toISOString(),
    expires: new Date(at.getTime() + SESSION_DAYS * 86_400_000).toISOString(),
  };
  return { session, secret: made };
};
