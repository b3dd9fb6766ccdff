// The best that sentences of a text can do: one after another the one that adds most, with the references in view.
import type { Told } from './corpus.ts';
import { rougeN, rougeWords } from './rouge.ts';

/** At most as many sentences as the budget, in the text's order; none that adds nothing. */
export const greedyOracle = (
  sentences: readonly string[],
  { references, sentences: budget }: Told,
): readonly string[] => {
  const measure = rougeN(references, 2);
  const words = sentences.map(rougeWords);
  const worth = (chosen: readonly number[]): number =>
    measure(chosen.toSorted((a, b) => a - b).flatMap((index) => words[index] ?? []));
  const chosen: number[] = [];
  let most = 0;
  while (chosen.length < budget) {
    const best = [...sentences.keys()]
      .filter((index) => !chosen.includes(index))
      .map((index) => ({ index, value: worth([...chosen, index]) }))
      .reduce((a, b) => (b.value > a.value ? b : a), { index: -1, value: most });
    if (best.index < 0) break;
    chosen.push(best.index);
    most = best.value;
  }
  return chosen.toSorted((a, b) => a - b).flatMap((index) => sentences[index] ?? []);
};
