// BM25 over texts in memory: what the ranking is measured beside (Robertson and Zaragoza 2009).
import { comparedWords } from '../../../shared/text/compared.ts';

const K1 = 1.2;
const B = 0.75;

/** Ranks all other texts for one of them; every word of it asks, each as often as it stands there. */
export const bm25 = (texts: readonly string[]): ((at: number) => readonly number[]) => {
  const words = texts.map((text) => comparedWords(text));
  const mean = words.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const owners = new Map<string, Map<number, number>>();
  for (const [at, some] of words.entries())
    for (const word of some) {
      const of = owners.get(word) ?? new Map<number, number>();
      of.set(at, (of.get(at) ?? 0) + 1);
      owners.set(word, of);
    }
  return (asking) => {
    const scores = new Float64Array(texts.length);
    for (const word of words[asking] ?? []) {
      const of = owners.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (texts.length - of.size + 0.5) / (of.size + 0.5));
      for (const [at, count] of of) {
        const length = (words[at]?.length ?? 0) / mean;
        scores[at] =
          (scores[at] ?? 0) + (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
      }
    }
    return [...scores.keys()]
      .filter((at) => at !== asking && (scores[at] ?? 0) > 0)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  };
};
