// Who may use a route, and what is known about the caller once that is settled.
import { enterWorkspace, type Person, type Place } from '../domain/access.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Role } from '../db/workspaces.ts';
import type { AppContext } from './services.ts';

/** Finds out who is asking, for which workspace if any, or null. */
export type Identify = (c: AppContext, workspace: string | null) => Promise<Person | null>;

export interface Policy<T> {
  readonly kind: 'public' | 'feed' | 'signed-in' | 'workspace';
  /** The least role in the workspace of the address; null for the other kinds. */
  readonly role: Role | null;
  /** Lets the caller pass, or throws 'sign-in', 'not-found' or 'role-too-low'. */
  readonly establish: (c: AppContext, identify: Identify) => Promise<T>;
}

const requirePerson = async (
  c: AppContext,
  identify: Identify,
  workspace: string | null,
): Promise<Person> => {
  const person = await identify(c, workspace);
  if (!person) throw new Refusal('sign-in');
  return person;
};

/** Anybody. */
export const anybody: Policy<null> = {
  kind: 'public',
  role: null,
  establish: () => Promise.resolve(null),
};

/** Whoever has the address: its token is checked by the statement that reads the data. */
export const feedReader: Policy<null> = { ...anybody, kind: 'feed' };

/** Anybody who is signed in. */
export const signedIn: Policy<{ person: Person }> = {
  kind: 'signed-in',
  role: null,
  establish: async (c, identify) => ({ person: await requirePerson(c, identify, null) }),
};

/** A member of at least this role of the workspace in the address. */
export const member = (role: Role): Policy<{ person: Person; place: Place }> => ({
  kind: 'workspace',
  role,
  establish: async (c, identify) => {
    const person = await requirePerson(c, identify, c.req.param('workspace') ?? '');
    const place = enterWorkspace(person, role);
    c.set('language', place.library.language);
    return { person, place };
  },
});
