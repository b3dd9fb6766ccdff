// The pages that belong to a person and to no workspace: in whose language and zone they are.
import { type Person, reachedOf } from '../domain/access.ts';
import { wishedLanguage } from './language.ts';
import type { AppContext } from './services.ts';

/** By the workspace that was opened last, or the first, of those that can be reached; for who belongs to none by what the browser asks for. */
export const ownSetting = async (
  c: AppContext,
  { account, lastWorkspace }: Pick<Person, 'account' | 'lastWorkspace'>,
) => {
  const { belongings, unreached } = await reachedOf(c.var.services, account, lastWorkspace);
  const workspaces = belongings.map((each) => each.workspace);
  const [first] = workspaces;
  const language = first?.language ?? wishedLanguage(c);
  c.set('language', language);
  return {
    language,
    workspace: first?.id ?? null,
    workspaces,
    belongings,
    /** Those whose libraries cannot be reached just now. */
    unreached,
    name: first?.name ?? 'Dateline',
    zone: first?.zone ?? 'UTC',
  };
};
