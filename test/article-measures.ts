// How close a reading comes to the ground truth.

const SHINGLE = 4;
const INSTANT_TOLERANCE_MS = 60_000;

/** The words of a text: letters, marks and digits. */
export const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFC').match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];

/** The stretches of four words in a text, and how often each stands there. */
export const shingleCounts = (text: string): ReadonlyMap<string, number> => {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  const last = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE + 1);
  for (let at = 0; at < last; at += 1) {
    const shingle = words.slice(at, at + SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
};

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Precision and recall of the shingles of four tokens in `read` against those in `gold`. */
export const shinglePrecisionAndRecall = (
  gold: string,
  read: string,
): { precision: number; recall: number } => {
  const [wanted, found] = [shingleCounts(gold), shingleCounts(read)];
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, wanted.get(shingle) ?? 0);
  return {
    precision: shared / Math.max(1, total(found)),
    recall: shared / Math.max(1, total(wanted)),
  };
};

/** Whether two bodies have the same words in the same order. */
export const sameWords = (a: string, b: string): boolean =>
  wordsOf(a).join(' ') === wordsOf(b).join(' ');

const spaced = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Of the snippets that must be in a text, how many are and are not, and how many that must not be. */
export const segments = (
  text: string,
  {
    with: wanted = [],
    without: unwanted = [],
  }: { with?: string[] | undefined; without?: string[] | undefined },
): { found: number; missed: number; wrong: number } => {
  const read = spaced(text);
  const has = (snippet: string): boolean => read.includes(spaced(snippet));
  const found = wanted.filter(has).length;
  return { found, missed: wanted.length - found, wrong: unwanted.filter(has).length };
};

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Whether two titles are one after NFC, case folding, punctuation and space. */
export const sameTitle = (a: string, b: string): boolean => bare(a) === bare(b);

/** F1 of two sets of names, 0 to 1. */
export const namesF1 = (gold: readonly string[], read: readonly string[]): number => {
  const [wanted, found] = [new Set(gold.map(bare)), new Set(read.map(bare))];
  return (2 * wanted.intersection(found).size) / Math.max(1, wanted.size + found.size);
};

/** The calendar day of a date as written, in its own zone. */
export const dayOf = (date: string | null | undefined): string | undefined => date?.slice(0, 10);

/** Whether two instants are the same to a minute; a date without zone stands in the other's. */
export const sameInstant = (gold: string, read: string | null): boolean => {
  const zone = /(?:Z|[+-]\d{2}:?\d{2})$/;
  if (!read || read.length <= 'YYYY-MM-DD'.length) return false;
  const [goldZone = '', readZone = ''] = [zone.exec(gold)?.[0], zone.exec(read)?.[0]];
  const instant = (date: string, other: string): number =>
    Date.parse(`${date.replace(' ', 'T')}${zone.test(date) ? '' : other || 'Z'}`);
  return Math.abs(instant(gold, readZone) - instant(read, goldZone)) <= INSTANT_TOLERANCE_MS;
};
