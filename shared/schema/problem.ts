// Every error of the API, RFC 9457. `docs/errors.md` tells each code to people.
import * as v from 'valibot';

export const PROBLEMS = {
  'bad-json': { status: 400, title: 'The body is not JSON in UTF-8.' },
  'bad-request': {
    status: 400,
    title: 'The request does not have the form that this route takes.',
  },
  'authorization-pending': { status: 400, title: 'Nobody has answered the pairing code yet.' },
  'access-denied': { status: 400, title: 'The pairing was refused.' },
  'expired-token': { status: 400, title: 'The pairing code has expired or was used.' },
  'sign-in': { status: 401, title: 'This needs a sign-in or a valid token.' },
  'wrong-origin': {
    status: 403,
    title: 'A write with a cookie must come from this site’s own pages.',
  },
  'sign-in-again': {
    status: 403,
    title: 'This needs a sign-in of just now: sign in again, then do it.',
  },
  'too-many-passkeys': {
    status: 409,
    title: 'This account has as many passkeys as there can be. Remove one first.',
  },
  'role-too-low': { status: 403, title: 'Your role in this workspace does not allow this.' },
  'insufficient-scope': {
    status: 403,
    title: 'This token may not do that: whoever made it has allowed it less.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address, or it is not yours to see.',
  },
  'wrong-method': { status: 405, title: 'This address does not take this method.' },
  'kept-anew': {
    status: 409,
    title: 'The page was kept anew since. It comes back once that clip is deleted.',
  },
  'name-taken': {
    status: 409,
    title: 'Another one is called so already.',
  },
  'last-owner': {
    status: 409,
    title: 'A workspace needs an owner: hand it over to somebody first.',
  },
  gone: { status: 410, title: 'This was deleted.' },
  'in-trash': { status: 410, title: 'This was deleted, and lies in the trash of the library.' },
  'changed-meanwhile': {
    status: 412,
    title: 'Somebody else changed this since it was read. Nothing was overwritten.',
  },
  'too-large': { status: 413, title: 'The body is larger than a clip may be.' },
  'wrong-type': { status: 415, title: 'The body must be application/json.' },
  'other-bytes': { status: 422, title: 'This id was used before for other bytes.' },
  'not-grounded': { status: 422, title: 'The summary is not made of sentences of the body.' },
  'not-verified': {
    status: 422,
    title: 'The passkey could not be verified, or the answer came too late. Nothing was changed.',
  },
  'newer-client': {
    status: 422,
    title:
      'This extension is newer than the server; update the server. The clip is kept in the extension.',
  },
  'older-client': {
    status: 422,
    title:
      'This extension is older than the server; update the extension. The clip is kept in the extension.',
  },
  'too-many': { status: 429, title: 'This was tried too often. Wait, then try again.' },
  internal: {
    status: 500,
    title: 'The server failed. Nothing was changed, or its answer was lost.',
  },
  busy: { status: 503, title: 'The database is busy. Try again.' },
  'library-moving': {
    status: 503,
    title: 'The library moves to another database and takes no changes for a moment. Try again.',
  },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of every error answer, `application/problem+json`. */
export const Problem = v.object({
  type: v.string(),
  /** One of `PROBLEMS`, or of a newer server's. */
  code: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/)),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
});
export type Problem = v.InferOutput<typeof Problem>;
