// The library as a list, and as lines to take away.
import type { Clips } from '../db/clips.ts';
import type { Exports } from '../db/exports.ts';
import type { Library } from '../db/libraries.ts';
import type { Shelved, Shelves } from '../db/shelves.ts';
import type { LibraryPage } from '../../shared/schema/library.ts';
import type { Shelf } from '../../shared/schema/reading.ts';
import { placeAt } from './cursor.ts';

/** Clips of one page of the list. */
const PAGE = 50;
/** What one part of an export holds at most: clips, and bytes of content (one clip always fits). */
const PART = { clips: 200, bytes: 1_000_000 };

/** A page of a library's list, newest first, from the cursor `before` on. Throws 'bad-request'. */
export const readLibraryPage = async (
  { clips }: { clips: Clips },
  library: Pick<Library, 'workspace' | 'number'>,
  before: string | null,
): Promise<LibraryPage> => {
  const found = await clips.newest(library, placeAt(before), PAGE + 1);
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return {
    clips: shown.map(({ item }) => item),
    next: last ? String(last.place) : null,
  };
};

/** A page of a person's shelf, newest first, from the cursor `before` on. Throws 'bad-request'. */
export const readShelf = async (
  { shelves }: { shelves: Shelves },
  library: Pick<Library, 'workspace' | 'number'>,
  account: string,
  shelf: Shelf,
  before: string | null,
): Promise<{ clips: readonly Shelved[]; next: string | null }> => {
  const found = await shelves.page(library, account, shelf, placeAt(before), PAGE + 1);
  const clips = found.slice(0, PAGE);
  const last = found.length > PAGE ? clips.at(-1) : undefined;
  return { clips, next: last ? String(last.position) : null };
};

/**
 * A part of an account's export, oldest first, from the cursor `after` on: one JSON text for each clip, as
 * ExportedClip has it. `next` is null at the end. Throws 'bad-request'.
 */
export const exportPart = async (
  { exports }: { exports: Exports },
  library: Pick<Library, 'workspace' | 'number'>,
  account: string,
  after: string | null,
): Promise<{ lines: string[]; next: string | null }> => {
  const found = await exports.read(library, account, placeAt(after), PART);
  const last = found.at(-1);
  return {
    lines: found.map(({ line }) => line),
    next: last ? String(last.place) : null,
  };
};
