// Who is asking, and what they may do in a workspace.
import type { Library, Libraries } from '../db/libraries.ts';
import type { Question } from '../db/question.ts';
import type { Sessions } from '../db/sessions.ts';
import type { Tokens } from '../db/tokens.ts';
import type { Membership, Role, Workspaces } from '../db/workspaces.ts';
import type { Scopes, WorkspaceSummary } from '../../shared/schema/pairing.ts';
import { type Clock, hashSecret } from './ids.ts';
import { Refusal } from './refusal.ts';

/** One thing that a token may do; a session may do all that its account may. */
export type Scope = 'clip:read' | 'clip:write';

/** A workspace as one of its members sees it. */
export interface Place {
  name: string;
  role: Role;
  library: Library;
}

/** Somebody who is signed in: by a session, or by a token with its scopes. */
export interface Person {
  account: string;
  /** The id of the session; null for a token. */
  session: string | null;
  /** Since when this session or pairing lasts: what a client's clock says before it is not believed. */
  since: Date;
  /** The id of the token; null for a session. */
  token: string | null;
  /** Null for a session, which may do all that the account may. */
  scopes: Scopes | null;
  /** The workspace that this browser opened last; null for none, and for a token. */
  lastWorkspace: string | null;
  /** The other workspaces that they belong to than the one that was asked for; of a token nobody asks. */
  others: readonly Pick<Membership, 'id' | 'name' | 'role'>[];
  /** Whether others belong to the one that was asked for; of a token nobody asks. */
  hasColleagues: boolean;
  /** The workspace that was asked for; null for none, and for one that is missing or foreign. */
  place: Place | null;
}

export interface AccessTools {
  sessions: Sessions;
  tokens: Tokens;
  workspaces: Workspaces;
  libraries: Libraries;
  now: Clock;
  later: (work: () => Promise<unknown>) => void;
}

type SignInTools<T extends 'sessions' | 'tokens'> = Pick<AccessTools, T | 'now' | 'later'>;

/** What the accounts tell of the workspace that was asked for. */
interface Asked {
  workspace_name: string | null;
  role: Role | null;
}

/** What is found together with a sign-in: the library of the workspace that it is for, and what was asked beside. */
export interface Found<S, T> {
  signedIn: S;
  library: Library | null;
  readBeside: () => T | null;
}

/** Asks for a sign-in together with what it is for; null for a stranger, whatever becomes of the library. */
export type AskSignIn<T> = <S extends Asked>(
  signIn: Question<S | null>,
) => Promise<Found<S, T> | null>;

/** Somebody who is signed in, and what was asked beside the sign-in; null where nothing was, or no member asks. */
export interface SignedIn<T> {
  person: Person;
  beside: T | null;
}

/** What a member sees of the workspace that was asked for. */
const placeOf = ({ signedIn, library }: Found<Asked, unknown>): Place | null => {
  const { workspace_name: name, role } = signedIn;
  return name !== null && role !== null && library !== null ? { name, role, library } : null;
};

/** The person behind a session's secret, or null. `later` is given the note of its use, which nobody waits for. */
export const personBySession = async <T>(
  { sessions, now, later }: SignInTools<'sessions'>,
  secret: string,
  workspace: string | null,
  ask: AskSignIn<T>,
): Promise<SignedIn<T> | null> => {
  const at = now().toISOString();
  const hash = await hashSecret(secret);
  const found = await ask(sessions.find(hash, at, workspace));
  if (!found) return null;
  const { id, account, created_at: since, last_used_day: lastUsed } = found.signedIn;
  const { last_workspace: last } = found.signedIn;
  const others = found.signedIn.others.map(([other, name, role]) => ({ id: other, name, role }));
  const { has_colleagues: hasColleagues } = found.signedIn;
  const today = at.slice(0, 10);
  const place = placeOf(found);
  const opened = place && others.length > 0 ? workspace : last;
  if (lastUsed !== today || opened !== last) later(() => sessions.noteUse(hash, today, opened));
  const person = {
    account,
    session: id,
    token: null,
    since: new Date(since),
    scopes: null,
    lastWorkspace: opened,
    others,
    hasColleagues,
    place,
  };
  // What is asked before it is known who asks is read for members alone.
  return { person, beside: place && found.readBeside() };
};

/** The same of an API token. */
export const personByToken = async <T>(
  { tokens, now, later }: SignInTools<'tokens'>,
  secret: string,
  workspace: string | null,
  ask: AskSignIn<T>,
): Promise<SignedIn<T> | null> => {
  const hash = await hashSecret(secret);
  const found = await ask(tokens.find(hash, workspace));
  if (!found) return null;
  const { id, account, created_at: since, scopes, last_used_day: lastUsed } = found.signedIn;
  const today = now().toISOString().slice(0, 10);
  if (lastUsed !== today) later(() => tokens.noteUse(hash, today));
  const place = placeOf(found);
  const person = {
    account,
    session: null,
    token: id,
    since: new Date(since),
    scopes,
    lastWorkspace: null,
    others: [],
    hasColleagues: false,
    place,
  };
  return { person, beside: place && found.readBeside() };
};

const RANK: Record<Role, number> = { viewer: 0, editor: 1, owner: 2 };

/**
 * The workspace that a person of at least this role has asked for, by a token of these scopes if by any; null: by none.
 * Throws 'not-found' for one that is missing or foreign, which look the same, 'role-too-low', and 'insufficient-scope'
 * for a token that was allowed less.
 */
export const enterWorkspace = (
  { place, scopes }: Person,
  role: Role,
  needed: readonly Scope[] | null,
): Place => {
  if (!place) throw new Refusal('not-found');
  const isForPeople = needed === null && scopes !== null;
  if (RANK[place.role] < RANK[role] || isForPeople) throw new Refusal('role-too-low');
  if (scopes && !needed?.every((scope) => scopes.includes(scope)))
    throw new Refusal('insufficient-scope');
  return place;
};

/** A workspace's summary, as clients get it. */
export const summarise = ({ name, role, library }: Place): WorkspaceSummary => ({
  id: library.workspace,
  name,
  role,
  zone: library.zone,
  language: library.language,
});

type ListTools = Pick<AccessTools, 'workspaces' | 'libraries'>;

const membershipsOf = async ({ workspaces, libraries }: ListTools, account: string) => {
  const all = await workspaces.ofAccount(account);
  return { all, found: await libraries.findReached(all) };
};

/** A workspace that somebody belongs to, and the instant since which. */
export interface Belonging {
  workspace: WorkspaceSummary;
  joinedAt: string;
}

/** What the accounts know of a workspace whose library cannot be reached just now. */
export type Unreached = Pick<Membership, 'id' | 'name' | 'role'>;

/**
 * The workspaces of an account, the one first that was opened last, those apart whose libraries cannot be reached just now, and
 * whether the very first of all is not among these.
 */
export const reachedOf = async (
  tools: ListTools,
  account: string,
  last: string | null = null,
): Promise<{
  belongings: Belonging[];
  unreached: Unreached[];
  isFirstReached: boolean;
}> => {
  const first = await membershipsOf(tools, account);
  // One that is not where it was told to be has moved since.
  const isWhole = first.found.length === first.all.length;
  const { all, found } = isWhole ? first : await membershipsOf(tools, account);
  const memberships = [
    ...all.filter(({ id }) => id === last),
    ...all.filter(({ id }) => id !== last),
  ];
  const shown = memberships.map(
    ({ id, name, role, joined_at: joinedAt }): Belonging | Unreached => {
      const library = found.find(({ workspace }) => workspace === id);
      return library
        ? { workspace: summarise({ name, role, library }), joinedAt }
        : { id, name, role };
    },
  );
  return {
    belongings: shown.filter((one) => 'workspace' in one),
    unreached: shown.filter((one) => 'id' in one),
    isFirstReached: shown[0] !== undefined && 'workspace' in shown[0],
  };
};

/** All workspaces of an account. Throws 'busy' where one cannot be reached: nobody must hear that it is gone. */
export const workspacesOf = async (
  tools: ListTools,
  account: string,
): Promise<WorkspaceSummary[]> => {
  const { belongings, unreached } = await reachedOf(tools, account);
  if (unreached.length > 0) throw new Refusal('busy');
  return belongings.map(({ workspace }) => workspace);
};
