// Passkeys (WebAuthn Level 3): made by who is signed in, and used to sign in.
import type { Answered, Passkeys } from '../db/passkeys.ts';
import { MAX_PASSKEYS, type PasskeyMade, type PasskeyUsed } from '../../shared/schema/passkey.ts';
import { type Clock, type Random, sha256 } from './ids.ts';
import { Refusal } from './refusal.ts';
import { open, type Purpose, seal } from './seal.ts';
import { type Begun, newSession } from './sessions.ts';

/** For how long a challenge can be answered. */
const CHALLENGE_SECONDS = 600;
const RANDOM_BYTES = 16;

/** What every browser with passkeys can make: Ed25519, ECDSA and RSA, by their COSE numbers. */
const ALGORITHMS = [-8, -7, -257];

export interface PasskeyTools {
  passkeys: Passkeys;
  now: Clock;
  random: Random;
}

/** The server that passkeys are made for: its secret, and its origin as browsers have it. */
export interface Site {
  secret: string;
  origin: string;
}

const hostOf = ({ origin }: Site): string => new URL(origin).hostname;

// What the library needs to be read takes longer than a request: who signs in waits for it, nobody else.
const webAuthn = () => import('@simplewebauthn/server');

const SIGN_IN = 'dateline passkey';
const making = (account: string): Purpose => `dateline passkey of ${account}`;

/** A challenge that is not stored: random bytes, when it is over, and our seal. */
const challengeOf = async (
  { now, random }: PasskeyTools,
  { secret }: Site,
  purpose: Purpose,
): Promise<Uint8Array<ArrayBuffer>> => {
  const head = new Uint8Array(RANDOM_BYTES + 8);
  head.set(random(RANDOM_BYTES));
  const ends = now().getTime() + CHALLENGE_SECONDS * 1_000;
  new DataView(head.buffer).setBigUint64(RANDOM_BYTES, BigInt(ends));
  return Uint8Array.fromBase64(await seal(secret, purpose, head), { alphabet: 'base64url' });
};

/** A challenge that came back, as it is filed; null where it is none of ours for this purpose, or over. */
const answeredOf = async (
  { now }: PasskeyTools,
  { secret }: Site,
  purpose: Purpose,
  challenge: string,
): Promise<Answered | null> => {
  const head = await open(secret, purpose, challenge);
  if (head?.length !== RANDOM_BYTES + 8) return null;
  const ends = Number(new DataView(head.buffer, head.byteOffset).getBigUint64(RANDOM_BYTES));
  if (ends <= now().getTime()) return null;
  return { hash: await sha256(head.slice()), expires: new Date(ends).toISOString() };
};

/** What a browser needs to make a passkey for an account, which it shows under `name`. Throws 'too-many-passkeys'. */
export const askToMake = async (
  tools: PasskeyTools,
  site: Site,
  { account, name }: { account: string; name: string },
) => {
  const { generateRegistrationOptions } = await webAuthn();
  const known = await tools.passkeys.ofAccount(account);
  if (known.length >= MAX_PASSKEYS) throw new Refusal('too-many-passkeys');
  return generateRegistrationOptions({
    rpName: 'Dateline',
    rpID: hostOf(site),
    userID: new TextEncoder().encode(account),
    userName: name,
    userDisplayName: name,
    challenge: await challengeOf(tools, site, making(account)),
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
};

/** What a browser needs to sign in by any passkey that it has for this server. */
export const askToUse = async (tools: PasskeyTools, site: Site) => {
  const { generateAuthenticationOptions } = await webAuthn();
  return generateAuthenticationOptions({
    rpID: hostOf(site),
    challenge: await challengeOf(tools, site, SIGN_IN),
    userVerification: 'required',
  });
};

/** What a check of the library gives; whatever it does not like of what came from outside is a refusal. */
const checked = async <T extends { verified: boolean }>(check: Promise<T>): Promise<T> => {
  const result = await check.catch((cause: unknown) => {
    throw new Refusal('not-verified', cause instanceof Error ? cause.message : undefined);
  });
  if (!result.verified) throw new Refusal('not-verified');
  return result;
};

/** Files a passkey that a browser has made for an account; throws 'not-verified'. */
export const addPasskey = async (
  tools: PasskeyTools,
  site: Site,
  account: string,
  { response, device }: { response: PasskeyMade; device: string },
): Promise<void> => {
  const { verifyRegistrationResponse } = await webAuthn();
  const answered: Answered[] = [];
  const { registrationInfo } = await checked(
    verifyRegistrationResponse({
      response,
      expectedChallenge: async (challenge) => {
        const ours = await answeredOf(tools, site, making(account), challenge);
        if (ours) answered.push(ours);
        return ours !== null;
      },
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  const [challenge] = answered;
  if (!registrationInfo || !challenge) throw new Refusal('not-verified');
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  const isNew = await tools.passkeys.add(
    challenge,
    {
      id,
      account,
      public_key: publicKey.toBase64({ alphabet: 'base64url', omitPadding: true }),
      counter,
      transports,
    },
    { device, at: tools.now().toISOString() },
  );
  if (!isNew) throw new Refusal('not-verified');
};

/** Signs in by a passkey; throws 'not-verified', whatever is wrong with it. */
export const signInByPasskey = async (
  tools: PasskeyTools,
  site: Site,
  { response, device }: { response: PasskeyUsed; device: string },
): Promise<Begun> => {
  const { verifyAuthenticationResponse } = await webAuthn();
  const passkey = await tools.passkeys.find(response.id);
  if (!passkey) throw new Refusal('not-verified');
  const { id, account, public_key, counter, transports } = passkey;
  const answered: Answered[] = [];
  const { authenticationInfo } = await checked(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: async (challenge) => {
        const ours = await answeredOf(tools, site, SIGN_IN, challenge);
        if (ours) answered.push(ours);
        return ours !== null;
      },
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      credential: {
        id,
        publicKey: Uint8Array.fromBase64(public_key, { alphabet: 'base64url' }),
        counter,
        transports,
      },
    }),
  );
  const [challenge] = answered;
  if (!challenge) throw new Refusal('not-verified');
  const { session, secret } = await newSession(tools, device);
  const used = { id, counter: authenticationInfo.newCounter };
  if (!(await tools.passkeys.use(challenge, used, session))) throw new Refusal('not-verified');
  return { account, secret };
};
