// Copying clips from a library into another one of the same person's: they keep it there, as if they had read it now.
import type { Copies, CopyTarget } from '../db/copies.ts';
import type { Libraries, Library } from '../db/libraries.ts';
import type { Question } from '../db/question.ts';
import { KEEP_VERSION, type KeepAnswer } from '../../shared/schema/keep.ts';
import { sha256, uuidV7 } from './ids.ts';
import { keepArticle, type Keeper, type KeepTools } from './keeps.ts';
import { Refusal } from './refusal.ts';

interface TargetTools {
  copies: Copies;
  ask: <T>(question: Question<T>) => Promise<T>;
}

/** Where copies go: a workspace of the account's in which it may keep, its library, and in which database that lies. */
export interface Destination {
  name: string;
  library: Library;
  binding: string;
}

/** The other workspaces in which an account may keep. */
export const copyTargets = async (
  { copies, ask }: TargetTools,
  account: string,
  workspace: string,
): Promise<CopyTarget[]> =>
  (await ask(copies.targets(account, workspace))).filter(({ role }) => role !== 'viewer');

/** The workspace that copies are to go to. Throws 'not-found' for one that is missing or foreign, 'role-too-low' and 'busy'. */
export const copyDestination = async (
  { copies, libraries, binding, ask }: TargetTools & { libraries: Libraries; binding: string },
  account: string,
  from: string,
  to: string,
): Promise<Destination> => {
  const [targets, beside] = await ask(copies.targets(account, from).and(libraries.one(to)));
  const target = targets.find(({ id }) => id === to);
  if (!target) throw new Refusal('not-found');
  const { name, library_in: lies, role } = target;
  const library = lies === binding ? beside : (await libraries.find([target]))[0];
  // It moves just now: its members do not hear that there is none.
  if (!library) throw new Refusal('busy');
  if (role === 'viewer') throw new Refusal('role-too-low');
  return { name, library, binding: lies };
};

/**
 * Copies a clip as it is now, without tags, collections, states and notes; null where it is not there any more. A page
 * that the library has already is joined, and one that the keeper keeps there stays as it is, so that copying again
 * changes nothing. `tools` write to the library that the copy goes to. Throws as `keepArticle` does.
 */
export const copyClip = async (
  copies: Copies,
  from: string,
  tools: KeepTools,
  to: Library,
  keeper: Keeper,
  clip: string,
): Promise<KeepAnswer | null> => {
  const source = await copies.source(from, clip);
  if (!source) return null;
  const now = tools.now();
  const write = { version: KEEP_VERSION, capturedAt: now.toISOString(), ...source } as const;
  const bytes = new TextEncoder().encode(JSON.stringify(write));
  const id = uuidV7(now, tools.random);
  const copier = { ...keeper, isCopying: true };
  return (await keepArticle(tools, to, copier, id, await sha256(bytes), write)).answer;
};
