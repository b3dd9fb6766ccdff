// A device that makes passkeys and signs with them, as a browser hands its answers on (WebAuthn Level 3). Its attestation
// is the format 'none', all that we ask for.
import * as v from 'valibot';

const CreationOptions = v.object({
  challenge: v.string(),
  rp: v.object({ id: v.string() }),
  user: v.object({ id: v.string(), name: v.string() }),
  excludeCredentials: v.array(v.object({ id: v.string() })),
});
const RequestOptions = v.object({ challenge: v.string(), rpId: v.string() });

const base64Url = (bytes: Uint8Array): string =>
  bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap((part) => Array.from(part)));
const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
const be = (value: number, bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, at) => (value >>> (8 * (bytes - 1 - at))) & 0xff);

// CBOR (RFC 8949), as far as an attestation needs it.
const text = (value: string): Uint8Array => joined(be(0x60 + value.length, 1), utf8(value));
const bytes = (value: Uint8Array): Uint8Array =>
  value.length < 256
    ? joined(be(0x58, 1), be(value.length, 1), value)
    : joined(be(0x59, 1), be(value.length, 2), value);

/** The two numbers of an ECDSA signature as WebAuthn has them (ASN.1). */
const derOf = (raw: Uint8Array): Uint8Array => {
  const number = (part: Uint8Array): Uint8Array => {
    const first = part.findIndex((byte) => byte !== 0);
    const trimmed = part.slice(Math.max(0, first));
    const signed = (trimmed[0] ?? 0) > 127 ? joined(be(0, 1), trimmed) : trimmed;
    return joined(be(2, 1), be(signed.length, 1), signed);
  };
  const both = joined(number(raw.slice(0, 32)), number(raw.slice(32)));
  return joined(be(0x30, 1), be(both.length, 1), both);
};

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_KEY = 0x40;

/** A device with one passkey, at an origin; `flags` are those that it signs with. */
export const makeAuthenticator = async (origin: string) => {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  if (!('privateKey' in keys)) throw new Error('no pair of keys');
  const point = await crypto.subtle.exportKey('raw', keys.publicKey);
  if (!(point instanceof ArrayBuffer)) throw new Error('no raw key');
  const [x, y] = [new Uint8Array(point, 1, 32), new Uint8Array(point, 33, 32)];
  const credential = crypto.getRandomValues(new Uint8Array(16));
  const id = base64Url(credential);
  let counter = 0;

  const clientData = (type: string, challenge: string): Uint8Array<ArrayBuffer> =>
    joined(utf8(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
  const authData = async (rp: string, flags: number, more: Uint8Array = joined()) =>
    joined(await sha256(joined(utf8(rp))), be(flags, 1), be((counter += 1), 4), more);

  return {
    id,
    /** Sets what the device counts its signatures from, as a copy of it does. */
    countFrom: (count: number): void => {
      counter = count;
    },
    /** Makes its passkey. */
    make: async (options: unknown) => {
      const { challenge, rp } = v.parse(CreationOptions, options);
      // ES256 by its COSE numbers (RFC 9053).
      const key = joined(
        Uint8Array.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21),
        bytes(x),
        Uint8Array.of(0x22),
        bytes(y),
      );
      const attested = joined(new Uint8Array(16), be(credential.length, 2), credential, key);
      const flags = USER_PRESENT | USER_VERIFIED | HAS_KEY;
      const attestation = joined(
        be(0xa3, 1),
        joined(text('fmt'), text('none')),
        joined(text('attStmt'), be(0xa0, 1)),
        joined(text('authData'), bytes(await authData(rp.id, flags, attested))),
      );
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64Url(clientData('webauthn.create', challenge)),
          attestationObject: base64Url(attestation),
          transports: ['internal'],
        },
      };
    },
    /** Signs a challenge. */
    use: async (options: unknown, { isVerified = true } = {}) => {
      const { challenge, rpId } = v.parse(RequestOptions, options);
      const told = clientData('webauthn.get', challenge);
      const data = await authData(rpId, USER_PRESENT | (isVerified ? USER_VERIFIED : 0));
      const signature = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        keys.privateKey,
        joined(data, await sha256(told)),
      );
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64Url(told),
          authenticatorData: base64Url(data),
          signature: base64Url(derOf(new Uint8Array(signature))),
        },
      };
    },
  };
};
export type Authenticator = Awaited<ReturnType<typeof makeAuthenticator>>;
