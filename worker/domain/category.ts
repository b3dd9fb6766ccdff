// What a clip is about.
import { categoriseArticle, type Telling } from '../../shared/category/article.ts';
import type { MediaTopicId } from '../../shared/schema/media-topic.ts';
import type { ChosenCategory } from '../../shared/schema/section-category.ts';

/**
 * The category of a clip, or null for unsure: what a person says of it, else of its section on that
 * site, else what its section and its text tell.
 * @param said the words of persons, the nearest first; each 'auto' where there are none
 */
export const categoryOf = (
  said: readonly ChosenCategory[],
  article: Telling,
): MediaTopicId | null => {
  for (const chosen of said) if (chosen !== 'auto') return chosen;
  return categoriseArticle(article)?.category ?? null;
};
