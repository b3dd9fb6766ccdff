// Answers that are dear to compose, kept in the memory of this isolate under the ETag that names their
// bytes exactly: who they are for, their address, language and build, and the revision of all they tell.

/** A few full feeds: small beside the 128 MB of an isolate. */
const MAX_BODIES = 32;
const MAX_BYTES = 8_000_000;

type Body = Uint8Array<ArrayBuffer>;

/** Keeps as many bodies as the limits allow; the oldest goes first. */
export const makeBodies = ({ maxBodies = MAX_BODIES, maxBytes = MAX_BYTES } = {}) => {
  const bodies = new Map<string, Body>();
  let bytes = 0;
  const drop = (etag: string): void => {
    bytes -= bodies.get(etag)?.byteLength ?? 0;
    bodies.delete(etag);
  };
  return {
    /** The body that an ETag names, or undefined where it is not kept. */
    get: (etag: string): Body | undefined => bodies.get(etag),

    /** Keeps a body, unless it alone is more than there is room for. */
    set: (etag: string, body: Body): void => {
      drop(etag);
      if (body.byteLength > maxBytes) return;
      bodies.set(etag, body);
      bytes += body.byteLength;
      for (const oldest of bodies.keys()) {
        if (bodies.size <= maxBodies && bytes <= maxBytes) break;
        drop(oldest);
      }
    },
  };
};
export type Bodies = ReturnType<typeof makeBodies>;
