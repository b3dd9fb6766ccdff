// Making and renaming workspaces.
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import type { Claims } from '../db/claims.ts';
import type { Workspaces } from '../db/workspaces.ts';
import { publicId, type Random } from './ids.ts';
import { LIMITS, type LimitTools, takeTry } from './limits.ts';
import { Refusal } from './refusal.ts';

interface WorkspaceTools extends LimitTools {
  workspaces: Workspaces;
  claims: Claims;
  random: Random;
}

/** Makes a workspace whose owner an account is, and answers its id. Throws 'too-many'. */
export const makeWorkspace = async (
  tools: WorkspaceTools,
  owner: string,
  wishes: { name: string; zone: string; language: InterfaceLanguage },
): Promise<string> => {
  await takeTry(tools, LIMITS.workspace, owner);
  const { workspaces, claims, now, random } = tools;
  const id = publicId(random);
  const at = now().toISOString();
  const number = await claims.nextNumber();
  // Its number is taken where two are made at once: asking again is answer enough.
  if (!(await workspaces.make({ ...wishes, id, number, owner, at }))) throw new Refusal('busy');
  return id;
};
