// One address as it stands in a file, and what of it the contract takes.
import type { ImportItem } from '../schema/import.ts';
import { clip, oneLine } from '../text/clean.ts';

/** What a reader found, as the file writes it; a field that the file does not have is empty. */
export interface Found {
  address: string;
  title: string;
  /** Unix time in seconds, milliseconds or microseconds. */
  added: string;
  tags: readonly string[];
  /** Outermost first. */
  folder: readonly string[];
}

/** Something in a file that cannot be imported. */
export interface Unusable {
  /** What a person finds it by in the file: its title, or else its beginning. */
  what: string;
  /** `open-quote`: a quotation mark that is never closed, so that nothing after it can be told apart. */
  reason: 'no-address' | 'scheme' | 'too-long' | 'open-quote';
}

/** What a reader is given to hand over what it finds. */
export type Emit = (found: Found | Unusable) => void;

const MAX_ADDRESS = 2_048;
const MAX_TITLE = 1_000;
const MAX_TAG = 100;
export const MAX_TAGS = 50;
const MAX_FOLDER = 200;
export const MAX_FOLDERS = 16;
/** Of what a person finds something unusable by. */
export const MAX_LABEL = 120;

/** Before the Web nobody kept a page: smaller numbers are no dates. */
const EARLIEST = Date.UTC(1990);
const DAY_MS = 86_400_000;

const names = (values: readonly string[], max: number, most: number): string[] => [
  ...new Set(
    values
      .map((value) => clip(oneLine(value), max).trim())
      .filter(Boolean)
      .slice(0, most),
  ),
];

const path = (values: readonly string[]): string[] =>
  values
    .map((value) => clip(oneLine(value), MAX_FOLDER).trim())
    .filter(Boolean)
    .slice(0, MAX_FOLDERS);

const milliseconds = (stamp: number): number => {
  if (stamp < 1e11) return stamp * 1_000;
  return stamp < 1e14 ? stamp : stamp / 1_000;
};

/** The instant of a Unix time in seconds, milliseconds or microseconds; null where it can be no date. */
export const instantOf = (added: string, now: Date): string | null => {
  if (!/^\s*\d+(\.\d+)?\s*$/.test(added)) return null;
  const time = milliseconds(Number(added));
  // A clock may run a little fast, and a zone be mistaken.
  if (time < EARLIEST || time > now.getTime() + DAY_MS) return null;
  return new Date(time).toISOString();
};

/** The item that an import sends, or why there is none. Long texts are cut to what the contract takes. */
export const usable = (found: Found, now: Date): ImportItem | Unusable => {
  const address = found.address.trim();
  const title = clip(oneLine(found.title), MAX_TITLE).trim();
  const what = clip(title || oneLine(address), MAX_LABEL);
  const url = URL.parse(address.toWellFormed());
  if (!url) return { what, reason: 'no-address' };
  if (!/^https?:$/.test(url.protocol)) return { what, reason: 'scheme' };
  if (url.href.length > MAX_ADDRESS) return { what, reason: 'too-long' };
  return {
    url: url.href,
    // Where a tool knew no title it writes the address: that says nothing more.
    title: title && title !== address && title !== url.href ? title : null,
    addedAt: instantOf(found.added, now),
    tags: names(found.tags, MAX_TAG, MAX_TAGS),
    folder: path(found.folder),
  };
};
