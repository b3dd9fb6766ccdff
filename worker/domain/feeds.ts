// Feeds: the newest days of a library, and its newest clips.
import type { StoredCard } from '../db/clips.ts';
import type { FeedLibrary, Feeds } from '../db/feeds.ts';
import type { Workspaces } from '../db/workspaces.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import { composeDigest } from './digests.ts';
import type { FeedToken } from './feed-token.ts';

/** How many published days a daily feed holds, and how many clips in all of them together. */
const FEED_DAYS = 30;
const FEED_DAY_CLIPS = 500;
/** How many single clips a feed of clips holds. */
const FEED_CLIPS = 50;

interface FeedTools {
  feeds: Feeds;
  workspaces: Workspaces;
}

/** Whose feed it is. What a feed says changes only where this does. */
export interface FeedOwner {
  library: FeedLibrary;
  /** The workspace's name. */
  name: string;
}

/** A day in a feed, and how many of its clips were too many to be in it. */
export interface FeedDay {
  digest: Digest;
  more: number;
}

// The name is control's, the rest the library's: read side by side.
const withName = async <T>(
  { workspaces }: FeedTools,
  { number }: FeedToken,
  reading: Promise<T | null>,
): Promise<(T & { name: string }) | null> => {
  const [read, name] = await Promise.all([reading, workspaces.nameOf(number)]);
  return read && name !== null ? { ...read, name } : null;
};

/** Whose feed it is; a few rows. Null where the address was made void. */
export const findFeedOwner = (tools: FeedTools, token: FeedToken): Promise<FeedOwner | null> =>
  withName(
    tools,
    token,
    tools.feeds.find(token.number, token.rotation).then((library) => library && { library }),
  );

/** The newest days with clips, newest first, or null where the address was made void. */
export const readDayFeed = async (
  tools: FeedTools,
  token: FeedToken,
): Promise<(FeedOwner & { days: FeedDay[] }) | null> => {
  const stored = await withName(
    tools,
    token,
    tools.feeds.readDays(token.number, token.rotation, FEED_DAYS, FEED_DAY_CLIPS),
  );
  if (!stored) return null;
  const { library, name, counts, cards, tombstones } = stored;
  const cardsOf = Map.groupBy(cards, ({ card }) => card.day);
  const days = counts.flatMap(({ day, clips }) => {
    const shown = cardsOf.get(day);
    if (!shown) return [];
    const tombstone = tombstones.find((one) => one.day === day) ?? null;
    const around = { tombstone, earlier: null, later: null };
    const digest = composeDigest(library, day, { cards: shown, ...around });
    return [{ digest, more: clips - shown.length }];
  });
  return { library, name, days };
};

/** The newest clips, the last kept first, or null where the address was made void. */
export const readClipFeed = (
  tools: FeedTools,
  token: FeedToken,
): Promise<(FeedOwner & { cards: StoredCard[] }) | null> =>
  withName(tools, token, tools.feeds.readClips(token.number, token.rotation, FEED_CLIPS));
