// What a browser is asked, and answers, when a passkey is made or used (WebAuthn Level 3, 5.1.8 to 5.1.10).
import * as v from 'valibot';

/** How many an account can have. */
export const MAX_PASSKEYS = 20;

const Base64Url = v.pipe(v.string(), v.maxLength(8_000), v.regex(/^[A-Za-z0-9_-]+$/));

const credential = {
  id: Base64Url,
  rawId: Base64Url,
  type: v.literal('public-key'),
  // Nothing is asked for, so nothing that is told is taken.
  clientExtensionResults: v.object({}),
};

export const PasskeyMade = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: v.optional(
      v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(10)),
      [],
    ),
  }),
});
export type PasskeyMade = v.InferOutput<typeof PasskeyMade>;

export const PasskeyUsed = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
  }),
});
export type PasskeyUsed = v.InferOutput<typeof PasskeyUsed>;

const Known = v.object({ id: Base64Url, type: v.literal('public-key') });

/** What our server asks a browser to make: the rest of what there could be is not asked for, and not taken. */
export const MakingOptions = v.object({
  rp: v.object({ id: v.string(), name: v.string() }),
  user: v.object({ id: Base64Url, name: v.string(), displayName: v.string() }),
  challenge: Base64Url,
  pubKeyCredParams: v.array(v.object({ alg: v.number(), type: v.literal('public-key') })),
  timeout: v.number(),
  excludeCredentials: v.array(Known),
  authenticatorSelection: v.object({
    residentKey: v.literal('required'),
    requireResidentKey: v.literal(true),
    userVerification: v.literal('required'),
  }),
  attestation: v.literal('none'),
});

/** What it asks a browser to sign in with: whichever passkey that has for this server. */
export const UsingOptions = v.object({
  rpId: v.string(),
  challenge: Base64Url,
  timeout: v.number(),
  userVerification: v.literal('required'),
});
