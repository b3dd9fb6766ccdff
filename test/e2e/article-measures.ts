// How close a reading comes to the ground truth, as corpus/README.md defines it.

const SHINGLE = 4;

const shingles = (text: string): ReadonlyMap<string, number> => {
  const tokens = text.normalize('NFC').match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const last = tokens.length === 0 ? 0 : Math.max(1, tokens.length - SHINGLE + 1);
  for (let at = 0; at < last; at += 1) {
    const shingle = tokens.slice(at, at + SHINGLE).join(' ');
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
  const [wanted, found] = [shingles(gold), shingles(read)];
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, wanted.get(shingle) ?? 0);
  return {
    precision: shared / Math.max(1, total(found)),
    recall: shared / Math.max(1, total(wanted)),
  };
};

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Whether two titles are one after NFC, case folding, punctuation and space. */
export const sameTitle = (a: string, b: string): boolean => bare(a) === bare(b);

/** The calendar day of a date as written, in its own zone. */
export const dayOf = (date: string | undefined): string | undefined => date?.slice(0, 10);
