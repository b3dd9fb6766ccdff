// What an article is about, so that 'same category' holds across sites and languages.
import type { MediaTopicId } from '../schema/media-topic.ts';
import { guessLanguage } from '../text/language.ts';
import { type Classifier, readClassifier } from './classifier.ts';
import { featuresOf } from './features.ts';
import { topicOfSection } from './sections.ts';
import { ENGLISH, VIETNAMESE } from './weights.ts';

/** Of fewer features that are known to it, a classifier tells nothing but chance. */
const LEAST_KNOWN = 2;
/** Some ten words: a sentence that stands alone is about anything. */
const LEAST_FEATURES = 20;

export interface Category {
  readonly category: MediaTopicId;
  /** Whether the site's section told it, or the text alone. */
  readonly from: 'section' | 'text';
}

/** What is known of an article. */
export interface Categorised {
  /** The site's own path, outermost first. */
  readonly section: readonly string[];
  readonly title: string;
  /** The body; the first 12,000 units are looked at. */
  readonly text: string;
  /** A language tag, where the page tells one. */
  readonly language: string | null;
}

/** Tells texts of one language apart, or answers null where too little of one is known. */
export const textCategoriser = (classifier: Classifier) => {
  let classify: ReturnType<typeof readClassifier> | null = null;
  return ({ title, text }: Pick<Categorised, 'title' | 'text'>): MediaTopicId | null => {
    classify ??= readClassifier(classifier);
    const features = featuresOf(title, text);
    if (features.size < LEAST_FEATURES) return null;
    const verdict = classify(features);
    return verdict && verdict.known >= LEAST_KNOWN ? verdict.topic : null;
  };
};

const CATEGORISERS = new Map([
  ['vi', textCategoriser(VIETNAMESE)],
  ['en', textCategoriser(ENGLISH)],
]);

const topicOfText = (article: Categorised): MediaTopicId | null => {
  // A page's tag is often that of its template: what the text itself tells without doubt goes first.
  const spoken = guessLanguage(article.text) ?? article.language?.split('-')[0]?.toLowerCase();
  return CATEGORISERS.get(spoken ?? '')?.(article) ?? null;
};

/**
 * The category of an article: by its section where that names a topic, else by its text in the
 * languages of which it was learned (Vietnamese and English); null for unsure.
 */
export const categorise = (article: Categorised): Category | null => {
  const named = topicOfSection(article.section);
  if (named) return { category: named, from: 'section' };
  const told = topicOfText(article);
  return told ? { category: told, from: 'text' } : null;
};
