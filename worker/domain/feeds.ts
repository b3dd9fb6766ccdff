// Feeds: the newest days of a library, and its newest clips.
import type { StoredCard } from '../db/clips.ts';
import type { Feeds } from '../db/feeds.ts';
import type { Library } from '../db/libraries.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import { composeDigest } from './digests.ts';

/** How many published days a daily feed holds, and how many clips in all of them together. */
const FEED_DAYS = 30;
const FEED_DAY_CLIPS = 500;
/** How many single clips a feed of clips holds. */
const FEED_CLIPS = 50;

/** A day in a feed, and how many of its clips were too many to be in it. */
export interface FeedDay {
  digest: Digest;
  more: number;
}

/** The newest days with clips, newest first. */
export const readDayFeed = async (
  feeds: Feeds,
  library: Pick<Library, 'workspace' | 'zone'>,
): Promise<FeedDay[]> => {
  const { counts, cards, tombstones } = await feeds.readDays(
    library.workspace,
    FEED_DAYS,
    FEED_DAY_CLIPS,
  );
  const cardsOf = Map.groupBy(cards, ({ card }) => card.day);
  return counts.flatMap(({ day, clips }) => {
    const shown = cardsOf.get(day);
    if (!shown) return [];
    const tombstone = tombstones.find((one) => one.day === day) ?? null;
    const around = { tombstone, earlier: null, later: null };
    const digest = composeDigest(library, day, { cards: shown, ...around });
    return [{ digest, more: clips - shown.length }];
  });
};

/** The newest clips that can be read, the last filled first. */
export const readClipFeed = (
  feeds: Feeds,
  { workspace }: Pick<Library, 'workspace'>,
): Promise<StoredCard[]> => feeds.readClips(workspace, FEED_CLIPS);
