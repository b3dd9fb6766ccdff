// Answers that are dear to compose, kept in the memory of this isolate under the name of all that they follow from.

/** Some hundred days or some dozen full feeds: small beside the 128 MB of an isolate. */
const MAX_BYTES = 8_000_000;
/** What an entry needs beside its name and body, roughly. */
const ENTRY_BYTES = 500;

export interface Kept {
  etag: string;
  body: Uint8Array<ArrayBuffer>;
}

const sizeOf = (name: string, { body }: Kept): number =>
  body.byteLength + 2 * name.length + ENTRY_BYTES;

/** Keeps as many bodies as there is room for; what nobody asked for longest goes first. */
export const makeBodies = ({ maxBytes = MAX_BYTES } = {}) => {
  const bodies = new Map<string, Kept>();
  let bytes = 0;
  const drop = (name: string, kept: Kept): void => {
    bytes -= sizeOf(name, kept);
    bodies.delete(name);
  };
  const add = (name: string, kept: Kept): void => {
    bytes += sizeOf(name, kept);
    bodies.set(name, kept);
  };
  return {
    /** What is kept under a name, or undefined. */
    get: (name: string): Kept | undefined => {
      const kept = bodies.get(name);
      if (!kept) return undefined;
      // A map goes by the order in which its entries were set.
      drop(name, kept);
      add(name, kept);
      return kept;
    },

    /** Keeps a body, unless it alone is more than there is room for. */
    set: (name: string, kept: Kept): void => {
      const before = bodies.get(name);
      if (before) drop(name, before);
      if (sizeOf(name, kept) > maxBytes) return;
      add(name, kept);
      for (const [oldest, old] of bodies) {
        if (bytes <= maxBytes) break;
        drop(oldest, old);
      }
    },
  };
};
export type Bodies = ReturnType<typeof makeBodies>;
