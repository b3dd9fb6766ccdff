// A day's clips in the order of a front page.
import type { ClipCard, DigestGroup } from '../schema/digest.ts';
import { fold } from '../text/fold.ts';
import { publishedTime } from './days.ts';

const groupKey = ({ category, section: [outermost] }: ClipCard): string => {
  if (category) return `category ${category}`;
  return outermost ? `section ${fold(outermost)}` : '';
};

/** Newest first by the time that a reader sees, which for a local time is as the page told it; clips of none last. */
const byTimeShown = (clips: readonly ClipCard[], zone: string): ClipCard[] =>
  clips
    .map((clip) => ({ clip, time: (clip.published && publishedTime(clip.published, zone)) ?? '' }))
    .sort((a, b) => {
      if (a.time !== b.time) return a.time < b.time ? 1 : -1;
      return a.clip.id < b.clip.id ? -1 : 1;
    })
    .map(({ clip }) => clip);

const groupName = ({ category, section }: DigestGroup): string => category ?? section ?? '';

const byWeight = (a: DigestGroup, b: DigestGroup): number =>
  // What has neither category nor section comes last, however much it is.
  Number(groupName(a) === '') - Number(groupName(b) === '') ||
  b.stories.length - a.stories.length ||
  (groupName(a) < groupName(b) ? -1 : 1);

/**
 * Groups a day's clips by category, or by the site's outermost section where there is none: the
 * largest group first, the newest clip of each first, by the time in `zone`. The same clips give the
 * same groups in any order.
 */
export const groupClips = (clips: readonly ClipCard[], zone: string): DigestGroup[] => {
  const groups = new Map<string, DigestGroup>();
  for (const clip of byTimeShown(clips, zone)) {
    const key = groupKey(clip);
    const group = groups.get(key) ?? {
      category: clip.category,
      section: clip.category ? null : (clip.section[0] ?? null),
      stories: [],
    };
    group.stories.push({ id: clip.id, clips: [clip] });
    groups.set(key, group);
  }
  return [...groups.values()].sort(byWeight);
};
