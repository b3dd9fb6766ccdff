// ROUGE (Lin 2004) as F1, on lower-cased words without punctuation; of several references the nearest counts.

/** The words of a text as ROUGE compares them. */
export const rougeWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => word.replace(/[\p{P}\p{S}]+/gu, ''))
    .filter((word) => word !== '');

const gramsOf = (words: readonly string[], size: number): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= words.length; at += 1) {
    const gram = words.slice(at, at + size).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
};

const f1 = (shared: number, read: number, wanted: number): number =>
  read + wanted === 0 ? 0 : (2 * shared) / (read + wanted);

/** A measure of summaries, with all that the references give to it counted once. */
export type Rouge = (summary: readonly string[]) => number;

/** ROUGE-N against references: F1, 0 to 1, of words that come as `rougeWords` gives them. */
export const rougeN = (references: readonly string[], size: number): Rouge => {
  const wanted = references.map((reference) => {
    const words = rougeWords(reference);
    return { grams: gramsOf(words, size), total: Math.max(0, words.length - size + 1) };
  });
  return (summary) => {
    const read = gramsOf(summary, size);
    const total = Math.max(0, summary.length - size + 1);
    return Math.max(
      0,
      ...wanted.map((reference) => {
        let shared = 0;
        for (const [gram, count] of read) shared += Math.min(count, reference.grams.get(gram) ?? 0);
        return f1(shared, total, reference.total);
      }),
    );
  };
};

/** How many of a summary's N-grams stand in the reference that has most of them, 0 to 1. */
export const precisionN = (references: readonly string[], size: number): Rouge => {
  const wanted = references.map((reference) => gramsOf(rougeWords(reference), size));
  return (summary) => {
    const total = summary.length - size + 1;
    if (total <= 0) return 0;
    const read = [...gramsOf(summary, size)];
    return Math.max(
      0,
      ...wanted.map(
        (grams) =>
          read.reduce((sum, [gram, count]) => sum + Math.min(count, grams.get(gram) ?? 0), 0) /
          total,
      ),
    );
  };
};

const longestCommon = (a: readonly string[], b: readonly string[]): number => {
  let row = new Uint32Array(b.length + 1);
  for (const word of a) {
    const next = new Uint32Array(b.length + 1);
    for (const [at, other] of b.entries())
      next[at + 1] =
        word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
    row = next;
  }
  return row[b.length] ?? 0;
};

/** ROUGE-L against references: F1 of the longest common subsequence. */
export const rougeL = (references: readonly string[]): Rouge => {
  const wanted = references.map(rougeWords);
  return (summary) =>
    Math.max(
      0,
      ...wanted.map((words) => f1(longestCommon(summary, words), summary.length, words.length)),
    );
};
