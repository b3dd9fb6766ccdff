// Who is asking, and what they may do in a workspace.
import type { Library, Libraries } from '../db/libraries.ts';
import type { Sessions } from '../db/sessions.ts';
import type { Tokens } from '../db/tokens.ts';
import type { Role, Workspaces } from '../db/workspaces.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import { type Clock, hashSecret } from './ids.ts';
import { Refusal } from './refusal.ts';

/** Somebody who is signed in: by a session, or by a token with its scopes. */
export interface Person {
  account: string;
  /** Since when this session or pairing lasts: what a client's clock says before it is not believed. */
  since: Date;
  /** Null for a session, which may do all that the account may. */
  scopes: readonly string[] | null;
}

/** A workspace as one of its members sees it. */
export interface Place {
  name: string;
  role: Role;
  library: Library;
}

export interface AccessTools {
  sessions: Sessions;
  tokens: Tokens;
  workspaces: Workspaces;
  libraries: Libraries;
  now: Clock;
}

/** The person behind a session's secret, or null. */
export const personBySession = async (
  { sessions, now }: Pick<AccessTools, 'sessions' | 'now'>,
  secret: string,
): Promise<Person | null> => {
  const session = await sessions.find(await hashSecret(secret), now().toISOString());
  return session && { account: session.account, since: new Date(session.created_at), scopes: null };
};

/** The person behind an API token, or null. `later` is given the note of its use, which nobody waits for. */
export const personByToken = async (
  { tokens, now }: Pick<AccessTools, 'tokens' | 'now'>,
  secret: string,
  later: (work: Promise<unknown>) => void,
): Promise<Person | null> => {
  const hash = await hashSecret(secret);
  const token = await tokens.find(hash);
  if (!token) return null;
  const today = now().toISOString().slice(0, 10);
  if (token.last_used_day !== today) later(tokens.noteUse(hash, today));
  return {
    account: token.account,
    since: new Date(token.created_at),
    scopes: token.scopes.split(' '),
  };
};

const RANK: Record<Role, number> = { viewer: 0, editor: 1, owner: 2 };

/**
 * The workspace of this id for a person of at least this role. Throws 'not-found' for one that is
 * missing or foreign, which look the same, and 'role-too-low'.
 */
export const enterWorkspace = async (
  { workspaces, libraries }: Pick<AccessTools, 'workspaces' | 'libraries'>,
  person: Person,
  workspace: string,
  role: Role,
): Promise<Place> => {
  const [membership, library] = await Promise.all([
    workspaces.membership(person.account, workspace),
    libraries.of(workspace),
  ]);
  if (!membership || !library) throw new Refusal('not-found');
  const scope = role === 'viewer' ? 'clip:read' : 'clip:write';
  const inScope = !person.scopes || person.scopes.includes(scope);
  if (RANK[membership.role] < RANK[role] || !inScope) throw new Refusal('role-too-low');
  return { name: membership.name, role: membership.role, library };
};

/** A workspace's summary, as clients get it. */
export const summarise = ({ name, role, library }: Place): WorkspaceSummary => ({
  id: library.workspace,
  name,
  role,
  zone: library.zone,
  language: library.language,
});

/** All workspaces of an account. */
export const workspacesOf = async (
  { workspaces, libraries }: Pick<AccessTools, 'workspaces' | 'libraries'>,
  account: string,
): Promise<WorkspaceSummary[]> => {
  const memberships = await workspaces.ofAccount(account);
  const found = await libraries.find(memberships.map(({ id }) => id));
  return memberships.flatMap(({ id, name, role }) => {
    const library = found.find(({ workspace }) => workspace === id);
    return library ? [summarise({ name, role, library })] : [];
  });
};
