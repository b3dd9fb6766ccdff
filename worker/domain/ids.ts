// Ids and secrets, made from random bytes and a clock that the caller gives.

/** Answers as many random bytes as asked for. */
export type Random = (bytes: number) => Uint8Array;
/** Answers the present instant. */
export type Clock = () => Date;

/** Waits so many milliseconds. */
export type Pause = (ms: number) => Promise<unknown>;

// Without vowels, so that a code spells no word, and without letters that are mistaken for another (RFC 8628, 6.1).
const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const PUBLIC_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

const hex = (bytes: Uint8Array): string => bytes.toHex();

/** A UUID version 7 (RFC 9562, 5.7). */
export const uuidV7 = (now: Date, random: Random): string => {
  const bytes = random(16);
  new DataView(bytes.buffer, bytes.byteOffset).setBigUint64(
    0,
    (BigInt(now.getTime()) << 16n) | BigInt(((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)),
  );
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** A secret of 256 bits in base64url. */
export const secret = (random: Random): string =>
  random(32).toBase64({ alphabet: 'base64url', omitPadding: true });

/** The form in which a secret is stored: SHA-256 in lower-case hex. */
export const hashSecret = async (value: string): Promise<string> =>
  sha256(new TextEncoder().encode(value));

/** SHA-256 of bytes in lower-case hex. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

const letters = (alphabet: string, count: number, random: Random): string => {
  // Bytes past the last whole round of the alphabet are left out: each letter is as likely as the next.
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < count)
    for (const byte of random(count))
      if (byte < limit && text.length < count) text += alphabet[byte % alphabet.length];
  return text;
};

/** The code that a person compares or types, like `BDWP-HQRT`. */
export const userCode = (random: Random): string =>
  letters(CODE_LETTERS, 8, random).replace(/^(.{4})/, '$1-');

/** A code to be kept on paper, like `BDWP-HQRT-KLMN-VWXZ`: 69 bits. */
export const recoveryCode = (random: Random): string =>
  letters(CODE_LETTERS, 16, random).replace(/(.{4})(?=.)/g, '$1-');

/** A short id for addresses: 12 letters and digits, 60 bits. */
export const publicId = (random: Random): string => letters(PUBLIC_LETTERS, 12, random);
