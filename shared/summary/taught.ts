// What was learned of which sentences tell an article, alone and together: from Vietnamese news, whose readers know
// another kind of summary, and from English news for all other languages.
import { type Forest, plant } from '../trees/index.ts';
import { OTHERS_ALONE, OTHERS_TOGETHER, VIETNAMESE_ALONE, VIETNAMESE_TOGETHER } from './trees.ts';

/** How likely a sentence, or a set of sentences, is what a person would have taken, by its features. */
export interface Taught {
  readonly alone: (features: readonly number[]) => number;
  readonly together: (features: readonly number[]) => number;
}

/** Makes both forests ready to be asked. */
export const taughtBy = (alone: Forest, together: Forest): Taught => ({
  alone: plant(alone),
  together: plant(together),
});

const VIETNAMESE = taughtBy(VIETNAMESE_ALONE, VIETNAMESE_TOGETHER);
const OTHERS = taughtBy(OTHERS_ALONE, OTHERS_TOGETHER);

/** Whether a language is judged as Vietnamese is. */
export const isVietnamese = (language: string | null): boolean => language?.split('-')[0] === 'vi';

/** What was learned for a language. */
export const taughtFor = (language: string | null): Taught =>
  isVietnamese(language) ? VIETNAMESE : OTHERS;
