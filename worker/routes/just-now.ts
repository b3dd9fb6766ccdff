// Asking for a sign-in of just now, and leading back to the form with what somebody had entered there.
import * as v from 'valibot';
import type { Person } from '../domain/access.ts';
import { requireFreshSignIn } from '../domain/fresh-sign-in.ts';
import { open, seal } from '../domain/seal.ts';
import type { AppContext } from './services.ts';

// Sealed for who has entered it and where: nobody else's link fills in a form.
const purposeOf = (account: string, path: string) => `dateline form ${account} ${path}` as const;

/** The address of a page of an account's with what was entered there, sealed. */
export const sealEntered = async (
  c: AppContext,
  account: string,
  path: string,
  entered: unknown,
): Promise<string> => {
  const said = new TextEncoder().encode(JSON.stringify(entered));
  return `${path}?entered=${await seal(c.env.SECRET, purposeOf(account, path), said)}`;
};

/**
 * Throws 'sign-in-again' for who has not signed in just now. It leads back to `page`, which `enteredAt` tells what was
 * entered there.
 */
export const requireJustNow = (
  c: AppContext,
  person: Person,
  page: string,
  entered: Readonly<Record<string, string>> = {},
): Promise<void> =>
  requireFreshSignIn(c.var.services, person, async () => {
    const [path = '', section] = page.split('#');
    const isEmpty = Object.keys(entered).length === 0;
    const back = isEmpty ? path : await sealEntered(c, person.account, path, entered);
    return back + (section === undefined ? '' : `#${section}`);
  });

/** What somebody had entered on this page before they had to sign in again; null where nothing was, or no such form. */
export const enteredHere = async <S extends v.GenericSchema>(
  c: AppContext,
  { account }: Person,
  form: S,
): Promise<v.InferOutput<S> | null> => {
  const sealed = c.req.query('entered');
  if (sealed === undefined) return null;
  const said = await open(c.env.SECRET, purposeOf(account, c.req.path), sealed);
  if (!said) return null;
  const entered = v.safeParse(form, JSON.parse(new TextDecoder().decode(said)));
  return entered.success ? entered.output : null;
};
