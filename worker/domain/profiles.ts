// Makes up for what clips were not given when they were kept.
import type { Unprofiled, UnprofiledClip } from '../db/unprofiled.ts';
import { sectionPlace } from '../../shared/category/section-place.ts';
import { categoryOf } from './category.ts';
import { addressWords, profileOf } from './profile.ts';

const makeUpFor = async (
  unprofiled: Unprofiled,
  now: Date,
  clip: UnprofiledClip | null,
): Promise<void> => {
  if (!clip) return;
  if (!clip.content) {
    await unprofiled.putWords(clip, addressWords({ ...clip, day: clip.firstKeptDay }));
    return;
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
};

/**
 * Gives `count` clips that have none their profile, and the category that their section or text tells, while there is room
 * for another one. A clip with which that fails, or that ends the run, comes after all others the next time: it keeps none
 * of them waiting, those of its own run neither, and is given up at last.
 */
export const profileClips = async (
  unprofiled: Unprofiled,
  now: Date,
  count: number,
  hasRoom: () => boolean = () => true,
): Promise<void> => {
  for (const waiting of await unprofiled.next(count)) {
    if (!hasRoom()) return;
    try {
      await makeUpFor(unprofiled, now, await unprofiled.take(waiting));
    } catch (error) {
      // oxlint-disable-next-line no-console
      console.error(error);
    }
  }
};

/** Does so for one clip, where it has none. */
export const profileClip = async (
  unprofiled: Unprofiled,
  now: Date,
  workspace: string,
  id: string,
): Promise<void> => makeUpFor(unprofiled, now, await unprofiled.find(workspace, id));
