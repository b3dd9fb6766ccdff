// Files of other tools, read as addresses to import. A file's format is found in its content, never in its name.
import { withoutTracking } from '../article/address.ts';
import type { ImportItem } from '../schema/import.ts';
import { readAddresses } from './addresses.ts';
import { type NotText, readText } from './bytes.ts';
import { type Emit, MAX_TAGS, type Unusable, usable } from './found.ts';
import { isNetscape, readNetscape } from './netscape.ts';
import { isOtherTable, isPocket, readPocket } from './pocket.ts';

export type { Unusable } from './found.ts';

/** A file as a person drops it. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

const FORMATS = ['netscape', 'pocket', 'addresses'] as const;
export type ImportFormat = (typeof FORMATS)[number];

/** Why a file holds nothing to import. */
export type NotImportable = NotText | 'json' | 'table' | 'web-page' | 'no-addresses';

/** What several files, read as one import, hold. */
export interface ImportReading {
  /**
   * Each address once: those without a date, then the oldest first, the file's last first where dates do not tell.
   * Sent in this order, they stand in a library that shows the newest first as they stand in the file.
   */
  items: ImportItem[];
  /** The format of each file that was read. */
  formats: { name: string; format: ImportFormat }[];
  /** How many times an address stood there again. */
  duplicates: number;
  unusable: Unusable[];
  refused: { name: string; reason: NotImportable }[];
}

interface Reader {
  format: ImportFormat;
  read: (text: string, emit: Emit) => void;
}

const isJson = (text: string): boolean => /^\s*(?:\{|\[\s*[{"[\]])/.test(text);
const isMarkup = (text: string): boolean => /^\s*<(?!https?:)[!?a-z]/i.test(text);

const readerOf = (text: string): Reader | NotImportable => {
  if (isNetscape(text)) return { format: 'netscape', read: readNetscape };
  if (isMarkup(text)) return 'web-page';
  if (isJson(text)) return 'json';
  if (isPocket(text)) return { format: 'pocket', read: readPocket };
  if (isOtherTable(text)) return 'table';
  return { format: 'addresses', read: readAddresses };
};

const isFormat = (answer: ImportFormat | NotImportable): answer is ImportFormat =>
  FORMATS.some((format) => format === answer);

const earlier = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};

// Each field of the first wins that says something; what both know is kept.
const merge = (first: ImportItem, again: ImportItem): ImportItem => ({
  url: first.url,
  title: first.title ?? again.title,
  addedAt: earlier(first.addedAt, again.addedAt),
  tags: [...new Set([...first.tags, ...again.tags])].slice(0, MAX_TAGS),
  folder: first.folder.length > 0 ? first.folder : again.folder,
});

const byDate = (a: ImportItem, b: ImportItem): number => {
  const [one, other] = [a.addedAt ?? '', b.addedAt ?? ''];
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/** What the files hold so far, each address under its canonical form. */
class Gathered {
  readonly items = new Map<string, ImportItem>();
  readonly unusable: Unusable[] = [];
  duplicates = 0;

  add(item: ImportItem): void {
    const canonical = withoutTracking(item.url);
    const known = this.items.get(canonical);
    if (known) this.duplicates += 1;
    this.items.set(canonical, known ? merge(known, item) : item);
  }
}

const readOne = (bytes: Uint8Array, now: Date, all: Gathered): ImportFormat | NotImportable => {
  const content = readText(bytes);
  if ('kind' in content) return content.kind;
  const reader = readerOf(content.text);
  if (typeof reader === 'string') return reader;
  const unusable: Unusable[] = [];
  let usables = 0;
  reader.read(content.text, (found) => {
    const item = 'reason' in found ? found : usable(found, now);
    if ('reason' in item) unusable.push(item);
    else {
      usables += 1;
      all.add(item);
    }
  });
  // A text of any other kind is not told line by line that it holds no address.
  if (usables === 0 && unusable.every(({ reason }) => reason === 'no-address'))
    return 'no-addresses';
  for (const one of unusable) all.unusable.push(one);
  return reader.format;
};

/**
 * Reads files as one import. Never throws: what a file holds that is no address is told in `unusable`,
 * and a file that holds none at all in `refused`.
 * @param now dates after it are taken for mistakes
 */
export const readImport = (files: readonly SourceFile[], now: Date): ImportReading => {
  const all = new Gathered();
  const formats: ImportReading['formats'] = [];
  const refused: ImportReading['refused'] = [];
  for (const { name, bytes } of files) {
    const answer = readOne(bytes, now, all);
    if (isFormat(answer)) formats.push({ name, format: answer });
    else refused.push({ name, reason: answer });
  }
  const { duplicates, unusable } = all;
  return {
    items: [...all.items.values()].toReversed().sort(byDate),
    formats,
    duplicates,
    unusable,
    refused,
  };
};
