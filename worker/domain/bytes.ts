// Bytes as the database holds them: it gives a BLOB back as a list of numbers, which costs more than text.

// Node has these two from version 25 on; the commands that run there read few.
const isNative = 'fromBase64' in Uint8Array;

/** In base64. */
export const base64Of = (bytes: Uint8Array): string =>
  isNative ? bytes.toBase64() : btoa(String.fromCharCode(...bytes));

/** From base64. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  isNative
    ? Uint8Array.fromBase64(base64)
    : Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
