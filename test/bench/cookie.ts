import { createHmac } from 'node:crypto';
import { SECRET, SESSION } from './seeded.ts';

/** The cookie of a session of the owner's, which says whose it is as `worker/domain/seal.ts` seals it. */
export const cookieOf = (session: string): string => {
  const sealed = Buffer.concat([
    Buffer.from('owner'),
    createHmac('sha256', SECRET).update(`dateline session ${session}owner`).digest(),
  ]).toString('base64url');
  return `dateline=${session}.${sealed}`;
};

/** The cookie by which the owner of a library that was seeded is signed in. */
export const COOKIE = cookieOf(SESSION);
