// How often something may be tried, by whom it is tried.
import type { Rates } from '../db/rates.ts';
import { type Clock, hashSecret } from './ids.ts';
import { Refusal } from './refusal.ts';

export interface Limit {
  name:
    | 'sign-in'
    | 'recovery'
    | 'claim'
    | 'pairing'
    | 'pairing code'
    | 'pairing poll'
    | 'token'
    | 'invite'
    | 'invite link'
    | 'workspace'
    | 'share'
    | 'share link'
    | 'API'
    | 'wrong token';
  tries: number;
  seconds: number;
}

/** What each may be tried; `docs/sign-in.md` tells it. */
export const LIMITS = {
  signIn: { name: 'sign-in', tries: 30, seconds: 600 },
  recovery: { name: 'recovery', tries: 10, seconds: 3_600 },
  claim: { name: 'claim', tries: 20, seconds: 600 },
  pairing: { name: 'pairing', tries: 20, seconds: 600 },
  pairingCode: { name: 'pairing code', tries: 10, seconds: 600 },
  invite: { name: 'invite', tries: 30, seconds: 3_600 },
  inviteLink: { name: 'invite link', tries: 30, seconds: 600 },
  workspace: { name: 'workspace', tries: 10, seconds: 86_400 },
  share: { name: 'share', tries: 100, seconds: 3_600 },
  shareLink: { name: 'share link', tries: 60, seconds: 600 },
  token: { name: 'token', tries: 20, seconds: 3_600 },
  // Four pairings that are asked after every two seconds from their start to their end.
  pairingPoll: { name: 'pairing poll', tries: 1_200, seconds: 600 },
  api: { name: 'API', tries: 3_000, seconds: 60 },
  wrongToken: { name: 'wrong token', tries: 100, seconds: 600 },
} as const satisfies Record<string, Limit>;

export interface LimitTools {
  rates: Rates;
  now: Clock;
}

/** Under what a limit's count of somebody stands. */
export const keyOf = async ({ name }: Limit, whose: string): Promise<string> =>
  hashSecret(`${name} ${whose}`);

/** Throws 'too-many', with the seconds until a count is over. */
export const refuse = (endsAt: string, at: Date): never => {
  const seconds = Math.max(1, Math.ceil((Date.parse(endsAt) - at.getTime()) / 1_000));
  throw new Refusal('too-many', { retryAfter: seconds });
};

/** Counts a try of somebody, an account or a network; throws 'too-many' where it was one too many. */
export const takeTry = async (
  { rates, now }: LimitTools,
  limit: Limit,
  whose: string,
): Promise<void> => {
  const at = now();
  const ends = new Date(at.getTime() + limit.seconds * 1_000).toISOString();
  const key = await keyOf(limit, whose);
  const over = await rates.count(key, limit.tries, at.toISOString(), ends);
  if (over) refuse(over.ends_at, at);
};

/**
 * Takes back a try that went well, where only those count that did not: it was counted before it was known, so that tries
 * that are made together do not pass the limit together.
 */
export const giveTryBack = async (
  { rates, now }: LimitTools,
  limit: Limit,
  whose: string,
): Promise<void> => rates.uncount(await keyOf(limit, whose), now().toISOString());

/** Throws 'too-many' where somebody has no try left; counts none. For what is counted only where it goes wrong. */
export const requireTry = async (
  { rates, now }: LimitTools,
  limit: Limit,
  whose: string,
): Promise<void> => {
  const at = now();
  const found = await rates.find(await keyOf(limit, whose), at.toISOString());
  if (found && found.count >= limit.tries) refuse(found.ends_at, at);
};
