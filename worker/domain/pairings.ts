// The device flow of RFC 8628: an extension asks, a person answers, the extension gets its own token.
import type { Answerer, Asking, Pairings } from '../db/pairings.ts';
import type { Rates } from '../db/rates.ts';
import type { Scopes } from '../../shared/schema/pairing.ts';
import { type Clock, hashSecret, type Random, secret, userCode, uuidV7 } from './ids.ts';
import { giveTryBack, LIMITS, takeTry } from './limits.ts';
import { Refusal } from './refusal.ts';
import { seal } from './seal.ts';

/** Seconds until a code is void, and between two polls. */
export const PAIRING_SECONDS = 600;
export const POLL_SECONDS = 2;

export interface PairingTools {
  pairings: Pairings;
  now: Clock;
  random: Random;
}

/** A code as it was typed, in the form in which it is shown; null where it cannot be one. */
const readUserCode = (typed: string): string | null => {
  const letters = typed.toUpperCase().replace(/[^A-Z]/g, '');
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
};

// All codes could be tried behind a mere hash within minutes.
const sealCode = (serverSecret: string, code: string): Promise<string> =>
  seal(serverSecret, `dateline pairing ${code}`, new Uint8Array());

/** Opens a pairing under a name and for scopes that the person will see. */
export const startPairing = async (
  { pairings, now, random }: PairingTools,
  serverSecret: string,
  { name, scopes }: Asking,
): Promise<{ deviceCode: string; userCode: string }> => {
  const at = now();
  const deviceCode = secret(random);
  const code = userCode(random);
  const isNew = await pairings.add({
    deviceHash: await hashSecret(deviceCode),
    userCode: await sealCode(serverSecret, code),
    name,
    scopes,
    at: at.toISOString(),
    expires: new Date(at.getTime() + PAIRING_SECONDS * 1_000).toISOString(),
  });
  // One chance in 25 billion for each pairing that is open: asking again is answer enough.
  if (!isNew) throw new Refusal('busy');
  return { deviceCode, userCode: code };
};

/**
 * Takes the pairing of a code that somebody has typed for their session; null where none is open to it. Throws 'too-many'
 * after too many codes that were wrong.
 */
export const enterCode = async (
  tools: PairingTools & { rates: Rates },
  serverSecret: string,
  typed: string,
  answerer: Answerer,
): Promise<(Asking & { code: string }) | null> => {
  await takeTry(tools, LIMITS.pairingCode, answerer.account);
  const code = readUserCode(typed);
  if (!code) return null;
  const sealed = await sealCode(serverSecret, code);
  const asking = await tools.pairings.take(sealed, answerer, tools.now().toISOString());
  if (!asking) return null;
  await giveTryBack(tools, LIMITS.pairingCode, answerer.account);
  return { ...asking, code };
};

/** Approves for some scopes, or with null refuses, what a session has taken; null where it has taken none of this code. */
export const answerPairing = async (
  { pairings, now }: Pick<PairingTools, 'pairings' | 'now'>,
  serverSecret: string,
  { typed, session, scopes }: { typed: string; session: string; scopes: Scopes | null },
): Promise<Asking | null> => {
  const code = readUserCode(typed);
  if (!code) return null;
  const [sealed, at] = [await sealCode(serverSecret, code), now().toISOString()];
  return scopes === null
    ? pairings.deny(sealed, session, at)
    : pairings.approve(sealed, session, scopes, at);
};

/**
 * Answers a poll with a token; before, instead and after it throws the refusal that RFC 8628, 3.5 names. The token follows from
 * the device's code: whose answer was lost asks again, until they have used it or the code is void.
 */
export const redeemPairing = async (
  { pairings, now, random }: PairingTools,
  serverSecret: string,
  deviceCode: string,
): Promise<{ token: string; account: string; scopes: Scopes }> => {
  const at = now();
  const deviceHash = await hashSecret(deviceCode);
  const pairing = await pairings.find(deviceHash);
  if (!pairing || pairing.expires_at <= at.toISOString()) throw new Refusal('expired-token');
  if (pairing.state === 'denied') throw new Refusal('access-denied');
  if (pairing.state === 'pending' || !pairing.account) throw new Refusal('authorization-pending');
  const token = await seal(serverSecret, `dateline paired ${deviceCode}`, new Uint8Array());
  const hash = await hashSecret(token);
  const made = { id: uuidV7(at, random), hash, at: at.toISOString() };
  const isNew = pairing.state === 'approved' && (await pairings.redeem(deviceHash, made));
  if (!isNew && !(await pairings.isUnused(hash))) throw new Refusal('expired-token');
  return { token, account: pairing.account, scopes: pairing.scopes };
};
