// The pages that belong to a person and to no workspace: in whose language and zone they are.
import { workspacesOf } from '../domain/access.ts';
import { wishedLanguage } from './language.ts';
import type { AppContext } from './services.ts';

/** By the first workspace of an account; for who belongs to none by what the browser asks for. */
export const ownSetting = async (c: AppContext, account: string) => {
  const workspaces = await workspacesOf(c.var.services, account);
  const [first] = workspaces;
  const language = first?.language ?? wishedLanguage(c);
  c.set('language', language);
  return {
    language,
    workspace: first?.id ?? null,
    workspaces,
    name: first?.name ?? 'Dateline',
    zone: first?.zone ?? 'UTC',
  };
};
