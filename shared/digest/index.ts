// A day's clips in the order of a front page.
import type { ClipCard, DigestGroup } from '../schema/digest.ts';
import { fold } from '../text/fold.ts';
import { publishedOrder } from './days.ts';

const groupKey = ({ category, section: [outermost] }: ClipCard): string => {
  if (category) return `category ${category}`;
  return outermost ? `section ${fold(outermost)}` : '';
};

const byTime = (a: ClipCard, b: ClipCard): number =>
  publishedOrder(b.published ?? b.day) - publishedOrder(a.published ?? a.day) ||
  (a.id < b.id ? -1 : 1);

const groupName = ({ category, section }: DigestGroup): string => category ?? section ?? '';

const byWeight = (a: DigestGroup, b: DigestGroup): number =>
  // What has neither category nor section comes last, however much it is.
  Number(groupName(a) === '') - Number(groupName(b) === '') ||
  b.stories.length - a.stories.length ||
  (groupName(a) < groupName(b) ? -1 : 1);

/**
 * Groups clips by category, or by the site's outermost section where there is none: the largest
 * group first, the newest clip of each first. The same clips give the same groups in any order.
 */
export const groupClips = (clips: readonly ClipCard[]): DigestGroup[] => {
  const groups = new Map<string, DigestGroup>();
  for (const clip of [...clips].sort(byTime)) {
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
