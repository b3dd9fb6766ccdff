// What an article is about, by all who say something of it.
import type { MediaTopicId } from '../../shared/schema/media-topic.ts';
import type { ChosenCategory } from '../../shared/schema/section-category.ts';
import type { ReadClip } from './clip.ts';

/** A topic, or null for none, and who says so; `from` is null where nobody could tell. */
export interface ShownCategory {
  category: MediaTopicId | null;
  from: 'section' | 'text' | 'reader' | null;
}

/** What a reader has said of an article or of its section; 'auto' where that is nothing. */
export const chosenFor = (
  { chosen }: Pick<ReadClip, 'chosen'>,
  saidOfSection: ChosenCategory,
): ChosenCategory => (chosen === undefined ? saidOfSection : chosen);

/** What an article is about; null where nothing is to be said of that. */
export const shownCategory = (
  clip: Pick<ReadClip, 'told' | 'chosen'>,
  saidOfSection: ChosenCategory,
): ShownCategory | null => {
  const said = chosenFor(clip, saidOfSection);
  if (said !== 'auto') return { category: said, from: 'reader' };
  return clip.told === undefined ? null : (clip.told ?? { category: null, from: null });
};
