// Answers that are dear to compose, kept in the memory of this isolate: the last one of each address and reader, with the
// name of all that it follows from.

/** Some hundred days or some dozen full feeds: small beside the 128 MB of an isolate. */
const MAX_BYTES = 8_000_000;
/** What an entry needs beside its name and body, roughly. */
const ENTRY_BYTES = 500;

export interface Kept {
  name: string;
  etag: string;
  body: Uint8Array<ArrayBuffer>;
}

const sizeOf = (key: string, { name, body }: Kept): number =>
  body.byteLength + 2 * (key.length + name.length) + ENTRY_BYTES;

/** Keeps as many bodies as there is room for; what nobody asked for longest goes first. */
export const makeBodies = ({ maxBytes = MAX_BYTES } = {}) => {
  const bodies = new Map<string, Kept>();
  let bytes = 0;
  const drop = (key: string, kept: Kept): void => {
    bytes -= sizeOf(key, kept);
    bodies.delete(key);
  };
  const add = (key: string, kept: Kept): void => {
    bytes += sizeOf(key, kept);
    bodies.set(key, kept);
  };
  return {
    /** Whether anything is kept under a key, whatever it follows from. */
    has: (key: string): boolean => bodies.has(key),

    /** What is kept under a key, or undefined. */
    get: (key: string): Kept | undefined => {
      const kept = bodies.get(key);
      if (!kept) return undefined;
      // A map goes by the order in which its entries were set.
      drop(key, kept);
      add(key, kept);
      return kept;
    },

    /** Keeps a body in place of the one before, unless it alone is more than there is room for. */
    set: (key: string, kept: Kept): void => {
      const before = bodies.get(key);
      if (before) drop(key, before);
      if (sizeOf(key, kept) > maxBytes) return;
      add(key, kept);
      for (const [oldest, old] of bodies) {
        if (bytes <= maxBytes) break;
        drop(oldest, old);
      }
    },
  };
};
export type Bodies = ReturnType<typeof makeBodies>;
