// Who belongs to a workspace and as what: the owner's to change, anybody's own to end.
import type { Deletions } from '../db/deletions.ts';
import type { Member, Members, RoleChange } from '../db/members.ts';
import type { Role } from '../db/workspaces.ts';
import { deleteOwn } from './deletions.ts';
import type { Clock } from './ids.ts';
import { Refusal } from './refusal.ts';

interface MemberTools {
  members: Members;
  now: Clock;
}

/** A member by their account. Throws 'not-found'. */
export const findMember = async (
  { members }: Pick<MemberTools, 'members'>,
  workspace: string,
  account: string,
): Promise<Member> => {
  const found = await members.find(workspace, account);
  if (!found) throw new Refusal('not-found');
  return found;
};

/** Says why nobody was changed. Throws 'changed-meanwhile', 'last-owner' or 'not-found'. */
const refuse = async (
  tools: MemberTools,
  workspace: string,
  account: string,
  before: Role | null,
): Promise<never> => {
  const { role } = await findMember(tools, workspace, account);
  if (before !== null && role !== before) throw new Refusal('changed-meanwhile');
  throw new Refusal(role === 'owner' ? 'last-owner' : 'role-too-low');
};

/**
 * Gives a member a role, as an owner says. Throws 'not-found', 'last-owner', 'changed-meanwhile' for who has another role than
 * was read, or 'role-too-low' where that is no owner any more.
 */
export const changeRole = async (
  tools: MemberTools,
  workspace: string,
  account: string,
  change: RoleChange,
): Promise<void> => {
  if (!(await tools.members.setRole(workspace, account, change, tools.now().toISOString())))
    await refuse(tools, workspace, account, change.before ?? null);
};

/** Makes another the owner in one's own place, who is an editor from then on. Throws 'not-found' or 'changed-meanwhile'. */
export const handOver = async (
  tools: MemberTools,
  workspace: string,
  from: string,
  to: string,
  before: Role | null = null,
): Promise<void> => {
  if (await tools.members.handOver(workspace, from, to, before, tools.now().toISOString())) return;
  if (before !== null) await refuse(tools, workspace, to, before);
  throw new Refusal('not-found');
};

/**
 * Ends somebody's membership, by themselves or by an owner; what of the library was theirs alone is deleted once the answer
 * is on its way. Throws as `changeRole`.
 */
export const removeMember = async (
  tools: MemberTools & {
    deletions: Deletions;
    /** The binding of the database in which the library lies. */
    binding: string;
    later: (work: () => Promise<unknown>) => void;
  },
  workspace: string,
  account: string,
  by: string,
  before: Role | null = null,
): Promise<void> => {
  if (!(await tools.members.remove(workspace, account, by, before, tools.now().toISOString())))
    await refuse(tools, workspace, account, before);
  tools.later(() => deleteOwn(tools, { workspace, account, library_in: tools.binding }));
};
