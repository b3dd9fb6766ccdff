// Makes up for what clips were not given when they were kept.
import type { Unprofiled, UnprofiledClip } from '../db/unprofiled.ts';
import { sectionPlace } from '../../shared/category/section-place.ts';
import { categoryOf } from './category.ts';
import { addressWords, profileOf } from './profile.ts';

const profileEach = async (
  unprofiled: Unprofiled,
  now: Date,
  clips: readonly UnprofiledClip[],
  hasRoom: () => boolean = () => true,
): Promise<void> => {
  for (const clip of clips) {
    if (!hasRoom()) return;
    if (!clip.content) {
      await unprofiled.putWords(clip, addressWords({ ...clip, day: clip.firstKeptDay }));
      continue;
    }
    const known = { ...clip, ...clip.content };
    const category =
      clip.category ??
      categoryOf(
        [clip.said, await unprofiled.saidOfSection(clip.workspace, sectionPlace(clip))],
        known,
      );
    await unprofiled.profile(
      clip,
      { profile: profileOf({ ...known, category }), category },
      now.toISOString(),
    );
  }
};

/**
 * Gives `count` clips that have none their profile, and the category that their section or text tells, while there is room
 * for another one.
 */
export const profileClips = async (
  unprofiled: Unprofiled,
  now: Date,
  count: number,
  hasRoom?: () => boolean,
): Promise<void> => profileEach(unprofiled, now, await unprofiled.next(count), hasRoom);

/** Does so for one clip, where it has none. */
export const profileClip = async (
  unprofiled: Unprofiled,
  now: Date,
  workspace: string,
  id: string,
): Promise<void> => profileEach(unprofiled, now, await unprofiled.find(workspace, id));
