// What was learned of which sentences tell an article, alone and together: in Vietnamese and in English from news of
// their own, in all other languages what holds in both.
import { type Forest, plant } from '../trees/index.ts';
import { likelyAnywhere, worthAnywhere } from './anywhere.ts';
import { ENGLISH_ALONE, ENGLISH_TOGETHER, VIETNAMESE_ALONE, VIETNAMESE_TOGETHER } from './trees.ts';

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
const ENGLISH = taughtBy(ENGLISH_ALONE, ENGLISH_TOGETHER);
/** For languages of which nothing was learned. */
export const ANYWHERE: Taught = { alone: likelyAnywhere, together: worthAnywhere };

/** What was learned for a language. */
export const taughtFor = (language: string | null): Taught => {
  const spoken = language?.split('-')[0];
  if (spoken === 'vi') return VIETNAMESE;
  return spoken === 'en' ? ENGLISH : ANYWHERE;
};
