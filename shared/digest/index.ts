// A day's clips in the order of a front page.
import type { ClipCard, DigestGroup, Story } from '../schema/digest.ts';
import { originalFirst } from '../story/original.ts';
import { storySummary } from '../story/summary.ts';
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

const storyOf = (id: string, clips: readonly ClipCard[]): Story => {
  const told = clips.flatMap((clip) =>
    clip.summary.map((text, position) => ({ clip: clip.id, text, position })),
  );
  const summary = storySummary(told).map(({ clip, text }) => ({ clip, text }));
  return { id, clips: [...clips], summary, related: [] };
};

/** The stories of a day, each with its original first, in the order of the clip of each that comes first. */
const storiesOf = (clips: readonly ClipCard[], zone: string): Story[] =>
  Array.from(
    Map.groupBy(clips, ({ id, story }) => story ?? id),
    ([id, told]) => storyOf(id, originalFirst(told, zone)),
  );

/**
 * Groups a day's stories by the category of the clip that goes first, or by its site's outermost section where
 * there is none: the largest group first, the story with the newest clip of each first, by the time in
 * `zone`; of what is related nothing is known yet. The same clips give the same groups in any order.
 */
export const groupClips = (clips: readonly ClipCard[], zone: string): DigestGroup[] => {
  const groups = new Map<string, DigestGroup>();
  for (const story of storiesOf(byTimeShown(clips, zone), zone)) {
    const [first] = story.clips;
    if (!first) continue;
    const key = groupKey(first);
    const group = groups.get(key) ?? {
      category: first.category,
      section: first.category ? null : (first.section[0] ?? null),
      stories: [],
    };
    group.stories.push(story);
    groups.set(key, group);
  }
  return [...groups.values()].sort(byWeight);
};
