// What tells an article in any language: how early a sentence stands, and how much of the title, the lede and the whole
// it says. No words, no lengths, so that it holds where nothing was learned.
import { SENTENCE_FEATURE_NAMES } from './sentence-features.ts';
import { SET_FEATURE_NAMES } from './set-features.ts';

/** What each feature that holds in any language adds, as `npm run train -- summary` fits it to Vietnamese news. */
const WEIGHTS: Readonly<Record<string, number>> = {
  'one by position': 0.135,
  'like the article': -0.12,
  'covers the title': 0.213,
  'like the first': -0.06,
  'pairs said again': 0.176,
  'opens on a pronoun': -0.006,
};
const BASE = 0.01;
const LEAST = 0.005;

/** The features that are weighed. */
export const WEIGHED: readonly string[] = Object.keys(WEIGHTS);

const TERMS = Object.entries(WEIGHTS).map(([name, weight]) => ({
  feature: SENTENCE_FEATURE_NAMES.indexOf(name),
  weight,
}));

/** How likely a sentence is one that a person would have taken; an article without a title gives none for it. */
export const likelyAnywhere = (features: readonly number[]): number =>
  Math.max(
    LEAST,
    TERMS.reduce(
      (sum, { feature, weight }) => sum + weight * Math.max(0, features[feature] ?? 0),
      BASE,
    ),
  );

const EXPECTED = SET_FEATURE_NAMES.indexOf('expected of a short summary');

/** How well a set of sentences tells the article, from how likely each is. */
export const worthAnywhere = (features: readonly number[]): number => features[EXPECTED] ?? 0;
