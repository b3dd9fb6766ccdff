// Copying clips from a library into another one of the same person's: they keep it there, as if they had read it now.
import type { Copies, CopyTarget } from '../db/copies.ts';
import type { Libraries, Library } from '../db/libraries.ts';
import { KEEP_VERSION, type KeepAnswer } from '../../shared/schema/keep.ts';
import { sha256, uuidV7 } from './ids.ts';
import { keepArticle, type Keeper, type KeepTools } from './keeps.ts';
import { Refusal } from './refusal.ts';

export interface CopyTools extends KeepTools {
  copies: Copies;
  libraries: Libraries;
}

/** Where copies go: a workspace of the account's in which it may keep, and its library. */
export interface Destination {
  name: string;
  library: Library;
}

/** The other workspaces in which an account may keep. */
export const copyTargets = async (
  { copies }: Pick<CopyTools, 'copies'>,
  account: string,
  workspace: string,
): Promise<CopyTarget[]> =>
  (await copies.targets(account, workspace)).filter(({ role }) => role !== 'viewer');

/** The workspace that copies are to go to. Throws 'not-found' for one that is missing or foreign, and 'role-too-low'. */
export const copyDestination = async (
  { copies, libraries }: Pick<CopyTools, 'copies' | 'libraries'>,
  account: string,
  from: string,
  to: string,
): Promise<Destination> => {
  const [targets, [library]] = await Promise.all([
    copies.targets(account, from),
    libraries.find([to]),
  ]);
  const target = targets.find(({ id }) => id === to);
  if (!target || !library) throw new Refusal('not-found');
  if (target.role === 'viewer') throw new Refusal('role-too-low');
  return { name: target.name, library };
};

/**
 * Copies a clip as it is now, without tags, collections, states and notes; null where it is not there any more. A page
 * that the library has already is joined, and one that the keeper keeps there stays as it is, so that copying again
 * changes nothing. Throws as `keepArticle` does.
 */
export const copyClip = async (
  tools: Omit<CopyTools, 'libraries'>,
  from: string,
  to: Library,
  keeper: Keeper,
  clip: string,
): Promise<KeepAnswer | null> => {
  const source = await tools.copies.source(from, clip);
  if (!source) return null;
  const now = tools.now();
  const write = { version: KEEP_VERSION, capturedAt: now.toISOString(), ...source } as const;
  const bytes = new TextEncoder().encode(JSON.stringify(write));
  const id = uuidV7(now, tools.random);
  const copier = { ...keeper, isCopying: true };
  return (await keepArticle(tools, to, copier, id, await sha256(bytes), write)).answer;
};
