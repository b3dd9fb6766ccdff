// The form of a write, before anything else of it is looked at.
import * as v from 'valibot';
import { KEEP_VERSION, OtherVersion } from '../../shared/schema/keep.ts';
import { Refusal } from '../domain/refusal.ts';

/**
 * Throws 'newer-client' or 'older-client' where a write is in another form than ours, which is not a
 * faulty one: the side that is behind wants an update, and what was sent is kept where it came from.
 */
export const refuseOtherVersion = (value: unknown): void => {
  if (!v.is(OtherVersion, value)) return;
  throw new Refusal(value.version > KEEP_VERSION ? 'newer-client' : 'older-client');
};
