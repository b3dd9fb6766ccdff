// Recovery codes: ten on paper, each for one sign-in when no passkey is at hand.
import type { Recovery } from '../db/recovery.ts';
import { type Clock, hashSecret, type Random, recoveryCode } from './ids.ts';
import { type Begun, newSession } from './sessions.ts';

export const CODES = 10;

export interface RecoveryTools {
  recovery: Recovery;
  now: Clock;
  random: Random;
}

/** Gives an account ten new codes in place of those that it had, and answers them: they are stored as hashes. */
export const newCodes = async (
  { recovery, random }: RecoveryTools,
  account: string,
): Promise<string[]> => {
  const codes = Array.from({ length: CODES }, () => recoveryCode(random));
  await recovery.replace(account, await Promise.all(codes.map(hashSecret)));
  return codes;
};

/** A code as it was typed, in the form in which it was given; null where it cannot be one. */
export const readRecoveryCode = (typed: string): string | null => {
  const letters = typed.toUpperCase().replace(/[^A-Z]/g, '');
  return letters.length === 16 ? letters.replace(/(.{4})(?=.)/g, '$1-') : null;
};

/** Signs in by a code, which is used up; null where there is no such code. */
export const recover = async (
  tools: RecoveryTools,
  typed: string,
  device: string,
): Promise<Begun | null> => {
  const code = readRecoveryCode(typed);
  if (code === null) return null;
  const { session, secret } = await newSession(tools, device);
  const account = await tools.recovery.use(await hashSecret(code), session);
  return account === null ? null : { account, secret };
};
