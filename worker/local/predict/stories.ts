// Stories in memory: finds what a clip may belong with as the library's bounded search does, and remembers the rest.
import { readVector } from '../../../shared/related/vector.ts';
import type { Described, Filed } from '../../../shared/story/described.ts';
import { hooksOf } from '../../../shared/story/fingerprint.ts';
import { MOST_CANDIDATES, placeInStory } from '../../../shared/story/place.ts';

/** So many of the features that promise most are looked for, and so many clips that have some of them looked at. */
const LOOKED_FOR = 24;
const MOST_FOUND = 300;

const promisingOf = ({ vector }: Described): readonly number[] =>
  Array.from(readVector(vector)?.numbers.subarray(0, LOOKED_FOR) ?? []);

/** Clips by what they have, in the order in which they came. */
const openIndex = (keysOf: (clip: Described) => readonly number[]) => {
  const byKey = new Map<number, Described[]>();
  return {
    add: (clip: Described): void => {
      for (const key of keysOf(clip)) {
        const clips = byKey.get(key) ?? [];
        byKey.set(key, clips);
        clips.push(clip);
      }
    },
    /** Those that share most, what is rare counting for more. */
    find: (clip: Described): readonly Described[] => {
      const shared = new Map<Described, number>();
      for (const key of keysOf(clip)) {
        const clips = byKey.get(key) ?? [];
        for (const each of clips)
          shared.set(each, (shared.get(each) ?? 0) + 1 / Math.log(2 + clips.length));
      }
      return [...shared].sort((a, b) => b[1] - a[1]).map(([each]) => each);
    },
  };
};

/** A library of stories. */
export const openStories = () => {
  const clips: Described[] = [];
  const storyOf = new Map<string, string>();
  const byHook = openIndex(({ fingerprint }) => hooksOf(fingerprint));
  const byFeature = openIndex(promisingOf);

  // What is like it, and the newest besides: without these everything around it would look common.
  const candidatesOf = (clip: Described): readonly Filed[] => {
    const found = [...byHook.find(clip), ...byFeature.find(clip)].slice(0, MOST_FOUND);
    const newest = clips.slice(-MOST_CANDIDATES).toReversed();
    return [...new Set([...found, ...newest])]
      .slice(0, MOST_CANDIDATES)
      .map((each) => Object.assign({ story: storyOf.get(each.id) ?? each.id }, each));
  };

  return {
    /** Places a clip and answers its story. */
    add: (clip: Described): string => {
      const { story, joined } = placeInStory(clip, candidatesOf(clip));
      for (const [id, of] of storyOf) if (joined.includes(of)) storyOf.set(id, story);
      storyOf.set(clip.id, story);
      clips.push(clip);
      byHook.add(clip);
      byFeature.add(clip);
      return story;
    },
    /** The story that a clip is of by now. */
    storyOf: ({ id }: Described): string => storyOf.get(id) ?? id,
  };
};
