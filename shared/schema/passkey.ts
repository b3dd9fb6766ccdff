// What a browser answers when a passkey is made or used (WebAuthn Level 3, 5.1.8).
import * as v from 'valibot';

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
