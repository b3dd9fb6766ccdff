// Where a list goes on.
import { Refusal } from './refusal.ts';

/** The place in its own library that a cursor names, which tells nothing of others; null for the beginning. Throws 'bad-request'. */
export const placeAt = (cursor: string | null): number | null => {
  if (cursor === null) return null;
  if (!/^\d{1,10}$/.test(cursor)) throw new Refusal('bad-request', 'no such cursor');
  return Number(cursor);
};

/** The number of a change of the library. Throws 'bad-request'. */
export const changeAt = (cursor: string): number => {
  if (!/^\d{1,15}$/.test(cursor)) throw new Refusal('bad-request', 'no such change');
  return Number(cursor);
};
