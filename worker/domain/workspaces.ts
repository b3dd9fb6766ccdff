// Making and renaming workspaces.
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import type { Claims } from '../db/claims.ts';
import type { Workspaces } from '../db/workspaces.ts';
import { formPublicId } from './form-ids.ts';
import { LIMITS, type LimitTools, takeTry } from './limits.ts';
import { Refusal } from './refusal.ts';

interface WorkspaceTools extends LimitTools {
  workspaces: Workspaces;
  claims: Claims;
}

/**
 * Makes a workspace whose owner an account is, as a form of this id asks for it, and answers its id; sent again, it is the one
 * that was made, also where its making was cut short. Throws 'too-many', and 'gone' for one that they do not belong to any more.
 */
export const makeWorkspace = async (
  tools: WorkspaceTools,
  owner: string,
  wishes: { name: string; zone: string; language: InterfaceLanguage },
  form: string,
): Promise<string> => {
  await takeTry(tools, LIMITS.workspace, owner);
  const { workspaces, claims, now } = tools;
  const id = await formPublicId({ id: form, said: [owner, wishes] });
  const at = now().toISOString();
  const number = await claims.nextNumber();
  if (await workspaces.make({ ...wishes, id, number, owner, at })) return id;
  const made = await workspaces.made(id, owner);
  // Its number is taken where two are made at once: asking again is answer enough.
  if (!made) throw new Refusal('busy');
  if (made.isOwn) return id;
  if (made.isOver) throw new Refusal('gone');
  if (!(await workspaces.finish({ ...wishes, ...made, id, owner, at }))) throw new Refusal('busy');
  return id;
};
