// Tags and collections as things of their own.
import type { Noun } from '../../shared/schema/named.ts';
import type { Library } from '../db/libraries.ts';
import type { FoundName, Names, StoredName } from '../db/names.ts';
import type { Shelved } from '../db/shelves.ts';
import { foldBare } from '../../shared/text/fold.ts';
import { foldName } from '../../shared/text/name.ts';
import { placeAt } from './cursor.ts';
import { newNames, type NamingTools } from './naming.ts';
import { Refusal } from './refusal.ts';

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

/**
 * Writes a name anew, as far as no other one is written so: then that is answered, to be put together with or not. Throws
 * 'not-found'.
 */
export const renameName = async (
  tools: NamingTools & { names: Names },
  { workspace }: Pick<Library, 'workspace'>,
  noun: Noun,
  written: string,
  wanted: string,
): Promise<{ name: string; taken: StoredName | null }> => {
  const folded = foldName(written);
  const [to] = newNames(tools, [wanted]);
  const own = await tools.names.find(workspace, noun, folded);
  if (!own || !to) throw new Refusal('not-found');
  if (await tools.names.rename(workspace, noun, folded, to)) return { name: to.name, taken: null };
  return { name: own.name, taken: await tools.names.find(workspace, noun, to.folded) };
};
