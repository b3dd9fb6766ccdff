// Why a clip stands on another day than the one that the panel shows as its date.
import type { ArticleDate } from '../../../shared/schema/article.ts';
import { dayOf, dayShown } from '../../lib/days.ts';

/** `zone`: the library goes by another time zone than the reader. `library`: it says no more than that. */
export type WhyOtherDay = 'no-date' | 'future' | 'zone' | 'library';

/**
 * Null where both are the same day.
 * @param published the date that the panel shows, in `zone`
 * @param kept the day of the clip, and when it was kept, in milliseconds since 1970
 * @param libraryZone null where it is not known
 */
export const whyOtherDay = (
  published: ArticleDate | null,
  kept: { day: string; at: number },
  zone: string,
  libraryZone: string | null,
): WhyOtherDay | null => {
  if (!published) return 'no-date';
  const shown = dayShown(published, zone);
  if (shown === kept.day) return null;
  const there = libraryZone ?? zone;
  if (dayShown(published, there) === kept.day) return 'zone';
  return shown > dayOf(new Date(kept.at), there) ? 'future' : 'library';
};
