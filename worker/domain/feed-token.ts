// The token in a feed's address: who has it may read.
import type { Library } from '../db/libraries.ts';

const HEAD_BYTES = 8;
const PURPOSE = 'dateline daily feed';

/** What a token names: a library, and how often its feeds' addresses were made void. */
export interface FeedToken {
  number: number;
  rotation: number;
}

let kept: { secret: string; key: CryptoKey } | null = null;

// Importing takes longer than signing, and a server has one secret: its key is kept.
const keyOf = async (secret: string): Promise<CryptoKey> => {
  if (kept?.secret === secret) return kept.key;
  const bytes = new TextEncoder().encode(secret);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify']);
  kept = { secret, key };
  return key;
};

const signed = (head: Uint8Array): Uint8Array<ArrayBuffer> => {
  const purpose = new TextEncoder().encode(PURPOSE);
  const bytes = new Uint8Array(purpose.length + head.length);
  bytes.set(purpose);
  bytes.set(head, purpose.length);
  return bytes;
};

/**
 * The token of a library's feeds: its number, its rotation and an HMAC of both under the server's
 * secret, so that it can be shown again and made void without being stored.
 */
export const feedToken = async (
  serverSecret: string,
  library: Pick<Library, 'number' | 'feed_rotation'>,
): Promise<string> => {
  const head = new Uint8Array(HEAD_BYTES);
  new DataView(head.buffer).setUint32(0, library.number);
  new DataView(head.buffer).setUint32(4, library.feed_rotation);
  const key = await keyOf(serverSecret);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed(head)));
  const token = new Uint8Array(HEAD_BYTES + mac.length);
  token.set(head);
  token.set(mac, HEAD_BYTES);
  return token.toBase64({ alphabet: 'base64url', omitPadding: true });
};

/** Library number and rotation of a token that we made, or null; the HMAC is compared in constant time. */
export const readFeedToken = async (
  serverSecret: string,
  token: string,
): Promise<FeedToken | null> => {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.fromBase64(token, { alphabet: 'base64url' });
  } catch {
    return null;
  }
  if (bytes.length <= HEAD_BYTES) return null;
  const head = bytes.slice(0, HEAD_BYTES);
  const key = await keyOf(serverSecret);
  const ours = await crypto.subtle.verify('HMAC', key, bytes.slice(HEAD_BYTES), signed(head));
  const view = new DataView(head.buffer);
  return ours ? { number: view.getUint32(0), rotation: view.getUint32(4) } : null;
};
