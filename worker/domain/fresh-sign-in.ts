// What a browser that was left open, or a cookie that was taken, could do so that ending its session undoes nothing asks for
// a sign-in of just now: letting somebody act in the person's name, taking what is theirs, deleting for good.
import type { Passkeys } from '../db/passkeys.ts';
import type { Recovery } from '../db/recovery.ts';
import type { Person } from './access.ts';
import type { Clock } from './ids.ts';
import { Refusal } from './refusal.ts';

/** For how many minutes a sign-in is one of just now. */
export const FRESH_MINUTES = 15;

/** Whether somebody who has these ways in has to sign in again first; who has none could not. */
export const mustSignInAgain = (
  now: Clock,
  { since }: Pick<Person, 'since'>,
  { passkeys, codes }: { passkeys: number; codes: number },
): boolean => {
  const isFresh = now().getTime() - since.getTime() < FRESH_MINUTES * 60_000;
  return !isFresh && passkeys + codes > 0;
};

/** Throws 'sign-in-again' for who has to, with the address that `back` leads them to afterwards. */
export const requireFreshSignIn = async (
  { passkeys, recovery, now }: { passkeys: Passkeys; recovery: Recovery; now: Clock },
  person: Pick<Person, 'account' | 'since'>,
  back?: () => Promise<string>,
): Promise<void> => {
  // Most have signed in just now: nobody is asked then.
  if (!mustSignInAgain(now, person, { passkeys: 1, codes: 1 })) return;
  const [made, codes] = await Promise.all([
    passkeys.ofAccount(person.account),
    recovery.left(person.account),
  ]);
  if (mustSignInAgain(now, person, { passkeys: made.length, codes }))
    throw new Refusal('sign-in-again', back && { back: await back() });
};
