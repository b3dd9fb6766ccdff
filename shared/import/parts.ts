// An import goes to the server in parts, each as large as one request may be.
import { type ImportItem, MAX_PART_BYTES, MAX_PART_ITEMS } from '../schema/import.ts';

/** For the rest of a part: its version and its name. */
const RESERVED = 2_000;

const encoder = new TextEncoder();

/** Cuts items into parts by number and by bytes, in their order. */
export const toParts = (items: readonly ImportItem[]): ImportItem[][] => {
  const parts: ImportItem[][] = [];
  let part: ImportItem[] = [];
  let room = 0;
  for (const item of items) {
    const bytes = encoder.encode(JSON.stringify(item)).length + 1;
    if (part.length === MAX_PART_ITEMS || bytes > room) {
      part = [];
      parts.push(part);
      room = MAX_PART_BYTES - RESERVED;
    }
    part.push(item);
    room -= bytes;
  }
  return parts;
};
