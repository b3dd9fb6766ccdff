// Which clips are one story: found when a clip is saved, and as a person says.
import type { Library } from '../db/libraries.ts';
import type { Stories, StoredFiled, Unplaced } from '../db/stories.ts';
import { addDays } from '../../shared/digest/days.ts';
import type { StoryWrite } from '../../shared/schema/story.ts';
import type { Filed } from '../../shared/story/described.ts';
import { hooksOf } from '../../shared/story/fingerprint.ts';
import { MOST_CANDIDATES, placeInStory, WINDOW_DAYS } from '../../shared/story/place.ts';
import { bytesOf } from './bytes.ts';
import { type Clock, type Random, uuidV7 } from './ids.ts';
import { ROUNDS } from './rounds.ts';
import { hookWord } from './profile.ts';
import { Refusal } from './refusal.ts';
import { type SinceRead, whatever } from './since-read.ts';

type Where = Pick<Library, 'workspace' | 'number'>;

/**
 * How many clips may be in a story that becomes part of another: one change of the library touches no more clips than
 * an extension hears of at once.
 */
const MOST_IN_STORY = 200;

const filed = ({ vector, fingerprint, ...clip }: StoredFiled): Filed => ({
  ...clip,
  vector: bytesOf(vector),
  fingerprint: bytesOf(fingerprint),
});

/** A copy of the same days is found by either way: the first of them counts. */
const eachOnce = (clips: readonly StoredFiled[]): readonly StoredFiled[] => [
  ...new Map(clips.map((clip) => [clip.id, clip])).values(),
];

/**
 * Finds the story of a clip that has none yet. It stays among those whose story is yet to be found where others change
 * the library all the time.
 */
export const placeClip = async (
  { stories, now }: { stories: Stories; now: Clock },
  library: Where,
  stored: StoredFiled,
): Promise<void> => {
  const { workspace } = library;
  const clip = filed(stored);
  const days = {
    from: addDays(stored.day, -WINDOW_DAYS) ?? stored.day,
    to: addDays(stored.day, WINDOW_DAYS) ?? stored.day,
  };
  const hooks = hooksOf(clip.fingerprint).map(hookWord);
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await stories.candidates(library, stored.id, { hooks, ...days }, MOST_CANDIDATES);
    const candidates = eachOnce(found.clips).map(filed);
    const { id, day, vector, fingerprint } = clip;
    const { story, joined } = placeInStory(
      { id, day, vector, fingerprint },
      candidates,
      found.parted,
    );
    if (story === id && joined.length === 0) return stories.leaveAlone(workspace, id);
    const others = [...new Set([id, ...joined])].filter((other) => other !== story);
    if ((await stories.size(workspace, others, MOST_IN_STORY + 1)) > MOST_IN_STORY)
      return stories.leaveAlone(workspace, id);
    const at = now().toISOString();
    if (await stories.join(workspace, { story, joined: others }, found.seq, at)) return undefined;
  }
  return undefined;
};

/** Finds the story of `count` clips that wait for it, while there is room for another one. */
export const placeWaiting = async (
  tools: { stories: Stories; now: Clock },
  count: number,
  hasRoom: () => boolean = () => true,
): Promise<void> => {
  for (const { workspace, number, ...clip } of await tools.stories.unplaced(count)) {
    if (!hasRoom()) return;
    await placeClip(tools, { workspace, number }, clip satisfies Omit<Unplaced, keyof Where>);
  }
};

interface Person {
  stories: Stories;
  now: Clock;
  random: Random;
}

/**
 * Makes the stories of two clips one. Throws 'not-found' where either is no clip with content, 'bad-request' for a story
 * of too many clips, or 'busy'.
 */
const joinStories = async (
  { stories, now }: Person,
  workspace: string,
  clip: string,
  other: string,
  sinceRead: SinceRead,
): Promise<void> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const [of, into] = [await stories.of(workspace, clip), await stories.of(workspace, other)];
    if (of.story === null || into.story === null) throw new Refusal('not-found');
    if (of.story === into.story) return;
    // Read behind the change `of.seq`, after which no other may come: so it holds until it is done.
    await sinceRead({ id: clip });
    const [story = '', ...joined] = [of.story, into.story].toSorted();
    if ((await stories.size(workspace, joined, MOST_IN_STORY + 1)) > MOST_IN_STORY)
      throw new Refusal('bad-request', `a story of more than ${MOST_IN_STORY} clips`);
    if (await stories.join(workspace, { story, joined }, of.seq, now().toISOString())) return;
  }
  throw new Refusal('busy');
};

/**
 * Takes a clip out of its story for good; one that is alone stays so. Throws 'not-found' where it is no clip with
 * content, or 'busy'.
 */
const partFromStory = async (
  { stories, now, random }: Person,
  workspace: string,
  clip: string,
  sinceRead: SinceRead,
): Promise<void> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { seq, story, isAlone } = await stories.of(workspace, clip);
    if (story === null) throw new Refusal('not-found');
    if (isAlone) return;
    await sinceRead({ id: clip });
    const parted = { clip, from: story, story: uuidV7(now(), random) };
    if (await stories.part(workspace, parted, seq, now().toISOString())) return;
  }
  throw new Refusal('busy');
};

/** Does what a person says of the story of a clip; throws as `joinStories` and `partFromStory` do. */
export const sayStory = (
  person: Person,
  workspace: string,
  clip: string,
  { with: other }: StoryWrite,
  sinceRead: SinceRead = whatever,
): Promise<void> =>
  other === null
    ? partFromStory(person, workspace, clip, sinceRead)
    : joinStories(person, workspace, clip, other, sinceRead);
