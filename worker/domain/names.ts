// Tags and collections as things of their own.
import type { Noun } from '../../shared/schema/named.ts';
import type { Library } from '../db/libraries.ts';
import type { FoundName, Names, StoredName } from '../db/names.ts';
import type { Shelved } from '../db/shelves.ts';
import { foldBare } from '../../shared/text/fold.ts';
import { foldName } from '../../shared/text/name.ts';
import { placeAt } from './cursor.ts';
import type { Clock } from './ids.ts';
import { newNames, type NamingTools } from './naming.ts';
import { Refusal } from './refusal.ts';
import { ROUNDS } from './rounds.ts';
import { type SinceRead, whatever } from './since-read.ts';

/** Names, and clips of one, on a page. */
const NAMES = 200;
const CLIPS = 50;

type Where = Pick<Library, 'workspace' | 'number'>;

/** A page of names in their order, from behind `after` on. */
export const listNames = async (
  { names }: { names: Names },
  { workspace }: Pick<Library, 'workspace'>,
  noun: Noun,
  after: string,
): Promise<{ names: readonly StoredName[]; next: string | null }> => {
  const found = await names.list(workspace, noun, foldName(after), NAMES + 1);
  const shown = found.slice(0, NAMES);
  return { names: shown, next: found.length > NAMES ? (shown.at(-1)?.folded ?? null) : null };
};

/** The first names that have a part in them, without minding case and marks. */
export const seekNames = async (
  { names }: { names: Names },
  { workspace }: Pick<Library, 'workspace'>,
  noun: Noun,
  part: string,
): Promise<readonly StoredName[]> => {
  // Of signs alone nothing is left without marks.
  const [wanted, written] = [foldBare(part), foldName(part)];
  const has = (name: string): boolean =>
    name.includes(written) || (wanted !== '' && foldBare(name).includes(wanted));
  const found = (await names.folded(workspace, noun)).filter(has);
  return names.these(workspace, noun, found.slice(0, NAMES));
};

/** A name with a page of its clips, from the cursor `before` on. Throws 'not-found', 'bad-request'. */
export const readName = async (
  { names }: { names: Names },
  library: Where,
  account: string,
  noun: Noun,
  written: string,
  before: string | null,
): Promise<{ name: FoundName; clips: readonly Shelved[]; next: string | null }> => {
  const folded = foldName(written);
  const [name, found] = await Promise.all([
    names.find(library.workspace, noun, folded),
    names.clips(library, account, noun, folded, placeAt(before), CLIPS + 1),
  ]);
  if (!name) throw new Refusal('not-found');
  const shown = found.slice(0, CLIPS);
  const last = found.length > CLIPS ? shown.at(-1) : undefined;
  return {
    name,
    clips: shown.map(({ shelved }) => shelved),
    next: last ? String(last.here) : null,
  };
};

/** A tag or a collection by its name. Throws 'not-found'. */
export const findName = async (
  { names }: { names: Names },
  { workspace }: Pick<Library, 'workspace'>,
  noun: Noun,
  written: string,
): Promise<FoundName> => {
  const found = await names.find(workspace, noun, foldName(written));
  if (!found) throw new Refusal('not-found');
  return found;
};

/** What is to become of a name; what is left out stays. */
export interface NameChange {
  name?: string;
  /** Of a collection; null stays, too. */
  description?: string | null;
}

/**
 * Writes a name anew, or what a collection says of itself. Throws 'not-found', 'changed-meanwhile' where it is not as its
 * caller has read it, 'busy', and 'name-taken' with another one's name where that is written so already.
 */
export const changeName = async (
  tools: NamingTools & { names: Names },
  library: Pick<Library, 'workspace'>,
  noun: Noun,
  written: string,
  { name, description = null }: NameChange,
  sinceRead: SinceRead = whatever,
): Promise<FoundName> => {
  const { workspace } = library;
  const folded = foldName(written);
  const [to = null] = name === undefined ? [] : newNames(tools, [name]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await findName(tools, library, noun, written);
    const isDone =
      (to === null || to.name === found.name) &&
      (description === null || description === found.description);
    if (isDone) return found;
    const since = await sinceRead({ id: found.id });
    if (await tools.names.write(workspace, noun, folded, { to, description }, since))
      return findName(tools, library, noun, to?.name ?? written);
    const other =
      to && to.folded !== folded && (await tools.names.find(workspace, noun, to.folded));
    if (other) throw new Refusal('name-taken', other.name);
  }
  throw new Refusal('busy');
};

/**
 * Gives all clips of one name to another one, which is answered, and deletes it. Throws 'bad-request' for one and the same,
 * 'not-found', 'changed-meanwhile' where it is not as its caller has read it, or 'busy'.
 */
export const mergeNames = async (
  tools: { names: Names; now: Clock },
  library: Pick<Library, 'workspace'>,
  account: string,
  noun: Noun,
  { written, into }: { written: string; into: string },
  sinceRead: SinceRead = whatever,
): Promise<FoundName> => {
  const { workspace } = library;
  const [from, to] = [foldName(written), foldName(into)];
  if (from === to) throw new Refusal('bad-request', 'into: another name');
  for (let round = 0; round < ROUNDS; round += 1) {
    const { id } = await findName(tools, library, noun, written);
    await findName(tools, library, noun, into);
    const since = await sinceRead({ id });
    const by = { account, at: tools.now().toISOString() };
    if (await tools.names.merge(workspace, noun, from, to, by, since))
      return findName(tools, library, noun, into);
  }
  throw new Refusal('busy');
};

/**
 * Deletes a name; its clips stay, and one that is gone is no matter. Throws 'changed-meanwhile' where it is not as its caller
 * has read it, or 'busy'.
 */
export const deleteName = async (
  { names, now }: { names: Names; now: Clock },
  { workspace }: Pick<Library, 'workspace'>,
  account: string,
  noun: Noun,
  written: string,
  sinceRead: SinceRead = whatever,
): Promise<void> => {
  const folded = foldName(written);
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await names.find(workspace, noun, folded);
    if (!found) return;
    const since = await sinceRead({ id: found.id });
    if (await names.delete(workspace, noun, folded, { account, at: now().toISOString() }, since))
      return;
  }
  throw new Refusal('busy');
};
