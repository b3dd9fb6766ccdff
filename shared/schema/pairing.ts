// How an extension gets a token of its own: the device flow of RFC 8628.
import * as v from 'valibot';
import { filled, HttpUrl, InterfaceLanguage, called, Zone } from './text.ts';

/** A secret in transit: 32 random bytes or more in base64url. */
export const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43,128}$/));

/** The code that a person types: eight letters that cannot be mistaken for each other (RFC 8628, 6.1). */
export const UserCode = v.pipe(
  v.string(),
  v.regex(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/),
);

/**
 * What a token may do, parted by a space as in RFC 6749: `clip:read` reads, `clip:write` keeps, and both together change
 * and delete what is there too.
 */
export const SCOPES = ['clip:read clip:write', 'clip:read', 'clip:write'] as const;
export const Scopes = v.picklist(SCOPES);
export type Scopes = v.InferOutput<typeof Scopes>;

/** The body of `POST /api/pairings` (RFC 8628, 3.1). Name and scopes are shown to the person who approves. */
export const PairingStart = v.strictObject({
  name: called(100),
  scope: v.optional(Scopes, 'clip:read clip:write'),
});
export type PairingStart = v.InferInput<typeof PairingStart>;

/** RFC 8628, 3.2. */
export const PairingStarted = v.object({
  device_code: Secret,
  user_code: UserCode,
  verification_uri: HttpUrl,
  verification_uri_complete: HttpUrl,
  /** Seconds until the code is void. */
  expires_in: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(86_400)),
  /** Seconds to wait between two polls: no browser's timer takes more than 24 days, it would fire at once. */
  interval: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(3_600)),
});
export type PairingStarted = v.InferOutput<typeof PairingStarted>;

/** The body of `POST /api/pairings/token`. */
export const PairingPoll = v.strictObject({ device_code: Secret });
export type PairingPoll = v.InferOutput<typeof PairingPoll>;

export const WorkspaceSummary = v.object({
  /** As it stands in addresses. */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  name: filled(200),
  role: v.picklist(['owner', 'editor', 'viewer']),
  zone: Zone,
  language: InterfaceLanguage,
});
export type WorkspaceSummary = v.InferOutput<typeof WorkspaceSummary>;

/** What a token may do, and where. */
export const TokenSummary = v.object({
  /** What the person has allowed, which may be less than was asked for. */
  scope: Scopes,
  account: filled(100),
  workspaces: v.pipe(v.array(WorkspaceSummary), v.maxLength(1_000)),
});
export type TokenSummary = v.InferOutput<typeof TokenSummary>;

/** That the token which asked is void. In words, since whoever stands in between may answer with nothing. */
export const TokenRevoked = v.object({ revoked: v.literal(true) });
export type TokenRevoked = v.InferOutput<typeof TokenRevoked>;

export const Paired = v.object({
  access_token: Secret,
  token_type: v.literal('Bearer'),
  ...TokenSummary.entries,
});
export type Paired = v.InferOutput<typeof Paired>;
