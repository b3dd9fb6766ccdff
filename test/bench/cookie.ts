import { createHmac } from 'node:crypto';
import { SECRET, SESSION } from './seeded.ts';

/** Whose session it is, as `worker/domain/seal.ts` says it. */
const sealedOwner = Buffer.concat([
  Buffer.from('owner'),
  createHmac('sha256', SECRET).update(`dateline session ${SESSION}owner`).digest(),
]).toString('base64url');

/** The cookie by which the owner of a library that was seeded is signed in. */
export const COOKIE = `dateline=${SESSION}.${sealedOwner}`;
