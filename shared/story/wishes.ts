// What a person says of stories, and it stays: that some clips are not of a story, that two stories are one. Nothing but
// `placeInStory` and these decides stories, and it never joins what is apart, nor takes a clip out of a story.
import type { Apart } from './place.ts';

/** What is to be written. */
export interface Wish {
  /** The story that the clips are of from now on. */
  readonly story: string;
  readonly moved: readonly string[];
  /** Stories that are apart from now on: after a split besides those before, after a join in the place of those given. */
  readonly apart: readonly Apart[];
}

/**
 * Takes clips out of a story into one of their own. A story keeps the clip that it is named after, so that
 * no two have one name: where that one is taken out, the others move.
 *
 * @param clips The ids of all clips of the story.
 * @param taken Some of them; null is answered where that is none or all.
 */
export const splitStory = (
  story: string,
  clips: readonly string[],
  taken: readonly string[],
): Wish | null => {
  const out = new Set(taken);
  const isTaken = (clip: string): boolean => out.has(clip);
  const named = isTaken(story) ? clips.filter((clip) => !isTaken(clip)) : clips.filter(isTaken);
  const [name] = named.toSorted();
  if (name === undefined || named.length === clips.length) return null;
  return { story: name, moved: named, apart: [[story, name]] };
};

/**
 * Makes two stories one: all clips of `other` are of `story`, and what was apart from either is apart from it, but for
 * what the two were from each other: the later word holds.
 */
export const joinStories = (
  story: string,
  other: string,
  clipsOfOther: readonly string[],
  apart: readonly Apart[],
): Wish => ({
  story,
  moved: clipsOfOther,
  apart: renamed(apart, other, story),
});

/** The pairs that are apart once a story has gone over into another one: written in the place of those given. */
export const renamed = (apart: readonly Apart[], from: string, to: string): readonly Apart[] => {
  const name = (story: string): string => (story === from ? to : story);
  const pairs = new Map<string, Apart>();
  for (const [one, other] of apart) {
    const [a = '', b = ''] = [name(one), name(other)].sort();
    if (a !== b) pairs.set(`${a} ${b}`, [a, b]);
  }
  return [...pairs.values()];
};
