// What the server hands out and knows again without storing it: bytes and an HMAC of them under its secret.
import type { Noun } from '../../shared/schema/named.ts';

/** What a token is for; the one of another purpose is none. */
export type Purpose =
  | 'dateline daily feed'
  | 'dateline saved search feed'
  | `dateline ${'category' | Noun} feed`
  | 'dateline share'
  | 'dateline network'
  | 'dateline passkey'
  | `dateline passkey of ${string}`
  | `dateline session ${string}`
  | `dateline form ${string}`
  | `dateline made token ${string}`
  | `dateline pairing ${string}`
  | `dateline paired ${string}`
  | `dateline invite ${string}`;

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

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
};

const signed = (purpose: Purpose, head: Uint8Array): Uint8Array<ArrayBuffer> =>
  joined(new TextEncoder().encode(purpose), head);

/** What a token says, with an HMAC of it under the server's secret: it can be shown again without being stored. */
export const seal = async (secret: string, purpose: Purpose, head: Uint8Array): Promise<string> => {
  const mac = await crypto.subtle.sign('HMAC', await keyOf(secret), signed(purpose, head));
  return joined(head, new Uint8Array(mac)).toBase64({ alphabet: 'base64url', omitPadding: true });
};

const MAC_BYTES = 32;

/** What a token of ours says, or null; the HMAC is compared in constant time. */
export const open = async (
  secret: string,
  purpose: Purpose,
  token: string,
): Promise<Uint8Array | null> => {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.fromBase64(token, { alphabet: 'base64url' });
  } catch {
    return null;
  }
  if (bytes.length < MAC_BYTES) return null;
  const head = bytes.slice(0, -MAC_BYTES);
  const key = await keyOf(secret);
  const isOurs = await crypto.subtle.verify(
    'HMAC',
    key,
    bytes.slice(-MAC_BYTES),
    signed(purpose, head),
  );
  return isOurs ? head : null;
};
