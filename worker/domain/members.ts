// Who belongs to a workspace and as what: the owner's to change, anybody's own to end.
import type { Deletions } from '../db/deletions.ts';
import type { Member, Members } from '../db/members.ts';
import type { Role } from '../db/workspaces.ts';
import { deleteOwn } from './deletions.ts';
import { Refusal } from './refusal.ts';

interface MemberTools {
  members: Members;
}

/** A member by their account. Throws 'not-found'. */
export const findMember = async (
  { members }: MemberTools,
  workspace: string,
  account: string,
): Promise<Member> => {
  const found = await members.find(workspace, account);
  if (!found) throw new Refusal('not-found');
  return found;
};

/** Says why nobody was changed. Throws 'last-owner' or 'not-found'. */
const refuse = async (tools: MemberTools, workspace: string, account: string): Promise<never> => {
  const { role } = await findMember(tools, workspace, account);
  throw new Refusal(role === 'owner' ? 'last-owner' : 'role-too-low');
};

/** Gives a member a role, as an owner says. Throws 'not-found', 'last-owner', or 'role-too-low' where that is none any more. */
export const changeRole = async (
  tools: MemberTools,
  workspace: string,
  account: string,
  { role, by }: { role: Role; by: string },
): Promise<void> => {
  if (!(await tools.members.setRole(workspace, account, role, by)))
    await refuse(tools, workspace, account);
};

/** Makes another the owner in one's own place, who is an editor from then on. Throws 'not-found'. */
export const handOver = async (
  { members }: MemberTools,
  workspace: string,
  from: string,
  to: string,
): Promise<void> => {
  if (!(await members.handOver(workspace, from, to))) throw new Refusal('not-found');
};

/**
 * Ends somebody's membership, by themselves or by an owner; what of the library was theirs alone is deleted once the answer
 * is on its way. Throws as `changeRole`.
 */
export const removeMember = async (
  tools: MemberTools & { deletions: Deletions; later: (work: () => Promise<unknown>) => void },
  workspace: string,
  account: string,
  by: string,
): Promise<void> => {
  if (!(await tools.members.remove(workspace, account, by)))
    await refuse(tools, workspace, account);
  tools.later(() => deleteOwn(tools, { workspace, account }));
};
