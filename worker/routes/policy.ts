// Who may use a route, and what is known about the caller once that is settled.
import {
  enterWorkspace,
  type Person,
  type Place,
  type Scope,
  type SignedIn,
  summarise,
} from '../domain/access.ts';
import { Refusal } from '../domain/refusal.ts';
import { libraryNames } from '../pages/library-names.ts';
import type { Role } from '../db/workspaces.ts';
import type { Scopes } from '../../shared/schema/pairing.ts';
import type { AppContext } from './services.ts';
import type { AskBeside } from './sign-in.ts';

/** Finds out who is asking, for which workspace if any, or null; and asks something beside. */
export type Identify = <T>(
  c: AppContext,
  workspace: string | null,
  askBeside: AskBeside<T>,
) => Promise<SignedIn<T> | null>;

export interface Policy<T> {
  readonly kind: 'public' | 'feed' | 'share' | 'signed-in' | 'workspace';
  /** The least role in the workspace of the address; null for the other kinds. */
  readonly role: Role | null;
  /** Whether a token may pass where its scopes allow it; false for what is left to people who are signed in. */
  readonly takesTokens: boolean;
  /** Lets the caller pass, or throws 'sign-in', 'not-found' or 'role-too-low'. */
  readonly establish: (c: AppContext, identify: Identify) => Promise<T>;
}

const nothing = (): null => null;

const requirePerson = async <T>(
  c: AppContext,
  identify: Identify,
  workspace: string | null,
  askBeside: AskBeside<T>,
): Promise<SignedIn<T>> => {
  const found = await identify(c, workspace, askBeside);
  if (!found) throw new Refusal('sign-in');
  return found;
};

/** Anybody. */
export const anybody: Policy<null> = {
  kind: 'public',
  role: null,
  takesTokens: true,
  establish: () => Promise.resolve(null),
};

/** Whoever has the address: its token is checked by the statement that reads the data. */
export const feedReader: Policy<null> = { ...anybody, kind: 'feed' };

/** The same of a public link. */
export const linkReader: Policy<null> = { ...anybody, kind: 'share' };

/** Anybody who is signed in. */
export const signedIn: Policy<{ person: Person }> = {
  kind: 'signed-in',
  role: null,
  takesTokens: true,
  establish: async (c, identify) => {
    const { person } = await requirePerson(c, identify, null, nothing);
    return { person };
  },
};

/** Whoever bears a token; a session is none. */
export const tokenBearer: Policy<{ account: string; token: string; scope: Scopes }> = {
  kind: 'signed-in',
  role: null,
  takesTokens: true,
  establish: async (c, identify) => {
    const { person } = await requirePerson(c, identify, null, nothing);
    const { account, token, scopes } = person;
    if (token === null || scopes === null) throw new Refusal('sign-in');
    return { account, token, scope: scopes };
  },
};

/** The scopes that a token needs; null where none may do it. */
type Needed = readonly Scope[] | null;

// A write tells what it changed: whoever may not read may only keep, which the route of keeps says of itself.
const usual = (role: Role, method: string): Needed => {
  // What is an owner's is for people who are signed in.
  if (role === 'owner') return null;
  return method === 'GET' || method === 'HEAD' ? ['clip:read'] : ['clip:read', 'clip:write'];
};

/**
 * A member of at least this role of the workspace in the address, and what was asked beside their sign-in: it is told to
 * nobody else. Null where nothing was.
 * @param needed what a token needs: unless said, `clip:read` to read and both scopes to write; none does what is an owner's
 */
export const memberAsking = <T>(
  role: Role,
  askBeside: AskBeside<T>,
  needed?: Needed,
): Policy<{ person: Person; place: Place; beside: T | null }> => ({
  kind: 'workspace',
  role,
  takesTokens: needed !== null && role !== 'owner',
  establish: async (c, identify) => {
    const workspace = c.req.param('workspace') ?? '';
    const { person, beside } = await requirePerson(c, identify, workspace, askBeside);
    const scopes = needed === undefined ? usual(role, c.req.method) : needed;
    const place = enterWorkspace(person, role, scopes);
    c.set('language', place.library.language);
    if (person.others.length > 0) {
      const here = summarise(place);
      c.set('whereabouts', libraryNames(here.language, [here, ...person.others])(here.id));
    }
    c.set('isTeam', person.hasColleagues);
    return { person, place, beside };
  },
});

/** Who asks as a member, and of which workspace. */
export interface MemberAsking {
  person: Person;
  place: Place;
}

/** A member of at least this role of the workspace in the address; for `needed` see `memberAsking`. */
export const member = (role: Role, needed?: Needed): Policy<MemberAsking> =>
  memberAsking(role, nothing, needed);

/** A member of whatever role, for a write of what is their own: no token that only reads. */
export const ownMember = member('viewer', ['clip:read', 'clip:write']);

/** A member of at least this role who is signed in: no token. */
export const signedInMember = (role: Role): Policy<MemberAsking> => member(role, null);
