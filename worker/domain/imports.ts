// Bringing in addresses from another tool, and taking them back.
import type { Imports, NewAddress, NewTag } from '../db/imports.ts';
import type { Library } from '../db/libraries.ts';
import { withoutTracking } from '../../shared/article/address.ts';
import { dayIn } from '../../shared/digest/days.ts';
import type {
  ImportForecast,
  ImportItem,
  ImportPart,
  ImportPartAnswer,
  ImportUndone,
} from '../../shared/schema/import.ts';
import { foldName } from '../../shared/text/name.ts';
import { type Clock, type Random, uuidV7 } from './ids.ts';
import { addressWords } from './profile.ts';
import { Refusal } from './refusal.ts';

/** How often a part that met another write looks again. */
const ROUNDS = 12;
/** Keeps, and tags put on other clips, that one step of an undo takes away. */
const UNDO_STEP = 100;

export interface ImportTools {
  imports: Imports;
  now: Clock;
  random: Random;
}

/** The part of an import, and whose it is. */
export interface PartOf {
  import: string;
  number: number;
  account: string;
}

/** What stands for a title where the other tool kept none. */
const titleFromAddress = (url: string): string => {
  const { hostname, pathname, search } = new URL(url);
  const inner = pathname === '/' && !search ? '' : pathname + search;
  return (hostname.replace(/^www\./, '') + inner).slice(0, 1_000);
};

/** The date of the other tool, or now where it names none or one to come. */
const keptAt = ({ addedAt }: ImportItem, now: Date): Date => {
  const added = addedAt === null ? now : new Date(addedAt);
  return added < now ? added : now;
};

const toAddress = (
  { now, random }: Pick<ImportTools, 'now' | 'random'>,
  zone: string,
  item: ImportItem,
): NewAddress => {
  const received = now();
  const kept = keptAt(item, received);
  const canonicalUrl = withoutTracking(item.url);
  const title = item.title ?? titleFromAddress(item.url);
  const keptDay = dayIn(kept, zone);
  return {
    clip: uuidV7(received, random),
    keep: uuidV7(received, random),
    canonicalUrl,
    url: item.url,
    title,
    keptAt: kept.toISOString(),
    keptDay,
    words: addressWords({ title, canonicalUrl, day: keptDay }),
    folder: item.folder.length > 0 ? JSON.stringify(item.folder) : null,
  };
};

/** The tags of all items, each once. */
const tagsOf = (
  { now, random }: Pick<ImportTools, 'now' | 'random'>,
  items: readonly ImportItem[],
): NewTag[] => {
  const tags = new Map<string, NewTag>();
  for (const { url, tags: names } of items)
    for (const written of names) {
      const name = written.trim();
      const folded = foldName(name);
      const tag = tags.get(folded) ?? { id: uuidV7(now(), random), name, folded, addresses: [] };
      tag.addresses.push(withoutTracking(url));
      tags.set(folded, tag);
    }
  return [...tags.values()];
};

/**
 * Brings in a part of an import: what the library does not have becomes a clip with an address only,
 * what it has gets the tags alone. `sha256` is that of the bytes it came as: the same part with the
 * same bytes hears the first answer again. Throws 'not-found' for another account's import, 'gone'
 * for one that was undone, 'other-bytes' or 'busy'.
 */
export const importPart = async (
  { imports, now, random }: ImportTools,
  { workspace }: Pick<Library, 'workspace'>,
  part: PartOf,
  sha256: string,
  { name, items }: ImportPart,
): Promise<{ status: 200 | 201; answer: ImportPartAnswer }> => {
  const tags = tagsOf({ now, random }, items);
  for (let round = 0; round < ROUNDS; round += 1) {
    const known = await imports.look(workspace, part);
    if (known.import && known.import.account !== part.account) throw new Refusal('not-found');
    if (known.import?.undone) throw new Refusal('gone');
    if (known.part) {
      if (known.part.sha256 !== sha256) throw new Refusal('other-bytes');
      return { status: 200, answer: known.part.answer };
    }
    const answer = await imports.add(
      workspace,
      known.zone,
      { ...part, sha256, name, at: now().toISOString() },
      items.map((item) => toAddress({ now, random }, known.zone, item)),
      tags,
    );
    if (answer) return { status: 201, answer };
  }
  throw new Refusal('busy');
};

/** How many of some addresses the library has, so that a person knows before anything is written. */
export const forecastImport = async (
  { imports }: Pick<ImportTools, 'imports'>,
  workspace: string,
  addresses: readonly string[],
): Promise<ImportForecast> => ({
  known: await imports.countKnown(workspace, [...new Set(addresses.map(withoutTracking))]),
});

/**
 * Takes back one step's worth of an import, and refuses its parts from then on. What somebody has read
 * with Dateline since stays. Throws 'not-found' where the account has no such import, 'busy'.
 */
export const undoImport = async (
  { imports, now }: Pick<ImportTools, 'imports' | 'now'>,
  workspace: string,
  account: string,
  id: string,
): Promise<ImportUndone> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = await imports.lookForUndo(workspace, account, id, UNDO_STEP);
    if (!step) throw new Refusal('not-found');
    const left = await imports.undo(workspace, id, step, now().toISOString());
    if (left !== null) return { left };
  }
  throw new Refusal('busy');
};
