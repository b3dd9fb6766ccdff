// Makes up for what clips were not given when they were kept.
import type { Unprofiled } from '../db/unprofiled.ts';
import { sectionPlace } from '../../shared/category/section-place.ts';
import { categoryOf } from './category.ts';
import { profileOf } from './profile.ts';

/** Gives `count` clips that have none their profile, and the category that their section or text tells. */
export const profileClips = async (
  unprofiled: Unprofiled,
  now: Date,
  count: number,
): Promise<void> => {
  for (const clip of await unprofiled.next(count)) {
    const category =
      clip.category ??
      categoryOf(
        [clip.said, await unprofiled.saidOfSection(clip.workspace, sectionPlace(clip))],
        clip,
      );
    await unprofiled.profile(
      clip,
      { profile: profileOf({ ...clip, category }), category },
      now.toISOString(),
    );
  }
};
