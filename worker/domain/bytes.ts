// Bytes as the database holds them: it gives a BLOB back as a list of numbers, which costs more than text.

/** In base64. */
export const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** From base64. Unit by unit: `Uint8Array.from` takes twenty times as long, and a ranking reads 500 of them. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const units = atob(base64);
  const bytes = new Uint8Array(units.length);
  for (let at = 0; at < units.length; at += 1) bytes[at] = units.charCodeAt(at);
  return bytes;
};
