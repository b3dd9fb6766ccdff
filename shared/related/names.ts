// What two articles have in common, in the words of one of them.
import { readFeatures, type Told } from './features.ts';
import type { Neighbours } from './neighbours.ts';
import { numberOf, promisingFeatures, type Vector } from './vector.ts';

interface Name {
  readonly written: string;
  /** All of them must be shared. */
  readonly numbers: readonly number[];
  /** How much better it says what is shared than another that is as rare. */
  readonly worth: number;
}

/** Shared by more than about a third of all, a word tells nothing. */
const LEAST_RARITY = 1;

const termOf = (written: string, language: string | null): Name => {
  const { features } = readFeatures({ title: written, text: '', language });
  const pairs = features.filter(({ isPair }) => isPair);
  const parts = pairs.length > 0 ? pairs : features;
  return { written, numbers: parts.map(numberOf), worth: 2 };
};

/** Makes ready to name what an article shares with others: the rarest of its key terms, else of its words. */
export const readNames = (told: Told) => {
  const names = (told.terms ?? [])
    .map((term) => termOf(term, told.language))
    .filter(({ numbers }) => numbers.length > 0);
  const isVietnamese = told.language?.toLowerCase().startsWith('vi') === true;
  for (const [number, { written, isPair, isName, inTitle }] of promisingFeatures(
    readFeatures(told),
  )) {
    // A Vietnamese syllable is half a word, unless it is a name from elsewhere.
    const says = isPair || (isVietnamese ? isName : written.length > 3);
    const worth = (inTitle ? 1.2 : 1) * (isName ? 1.2 : 0.8) * (isVietnamese && !isPair ? 0.5 : 1);
    if (says) names.push({ written, numbers: [number], worth });
  }
  return ({ numbers }: Vector, rarity: Neighbours['rarity']): string | null => {
    const shared = new Set(numbers);
    let best: string | null = null;
    let most = 0;
    for (const { written, numbers: needed, worth } of names) {
      if (!needed.every((number) => shared.has(number))) continue;
      const rarest = Math.max(...needed.map(rarity));
      if (rarest < LEAST_RARITY || rarest * worth <= most) continue;
      best = written;
      most = rarest * worth;
    }
    return best;
  };
};
