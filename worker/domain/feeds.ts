// Feeds of clips: the newest of a library, and of its parts.
import type { StoredCard } from '../db/clips.ts';
import type { FeedOwner, Feeds } from '../db/feeds.ts';
import type { Library } from '../db/libraries.ts';
import type { Question } from '../db/question.ts';
import type { Block } from '../../shared/schema/block.ts';
import type { FeedPart, FeedToken } from './feed-token.ts';

/** How many single clips a feed of clips holds. */
const FEED_CLIPS = 50;

/** How many bytes of blocks a feed of whole texts reads of one clip, and of all of them together. */
const TEXT_BYTES = 100_000;
const FEED_TEXT_BYTES = 500_000;

/** The newest clips that can be read, the last filled first. */
export const readClipFeed = (
  feeds: Feeds,
  { workspace }: Pick<Library, 'workspace'>,
): Promise<StoredCard[]> => feeds.readClips(workspace, FEED_CLIPS);

/** Of how many clips a feed has whole texts. */
const FEED_TEXTS = 100;

/**
 * The texts of a feed's clips, which are named by their ids in the feed's order, by id. Those that are too long for a feed are
 * left out, and the last ones where there are too many.
 */
export const readBodies = (
  feeds: Feeds,
  { workspace }: Pick<Library, 'workspace'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Block[]>> =>
  feeds.readBodies(workspace, ids.slice(0, FEED_TEXTS), {
    each: TEXT_BYTES,
    all: FEED_TEXT_BYTES,
  });

/** The clips of a part's feed that can be read, the last filled first. */
export const readPartFeed = (
  feeds: Feeds,
  { workspace }: Pick<Library, 'workspace'>,
  { kind, id }: FeedPart,
): Promise<StoredCard[]> =>
  kind === 'category'
    ? feeds.readCategory(workspace, id, FEED_CLIPS)
    : feeds.readNamed(workspace, kind, id, FEED_CLIPS);

/** Whose a part's feed is, and what a tag or collection is called. */
export type PartOwner = FeedOwner &
  (
    | { part: Extract<FeedPart, { kind: 'category' }> }
    | { part: Exclude<FeedPart, { kind: 'category' }>; called: string }
  );

/**
 * Asks for the owner of a part's feed; or for the part that got its clips, to which it leads. Null where the address was made
 * void or its last clip was taken out of a tag, 'gone' where somebody deleted it.
 */
export const askPart = (
  feeds: Feeds,
  { part, ...whose }: FeedToken & { part: FeedPart },
): Question<PartOwner | { movedTo: FeedPart; library: Library } | 'gone' | null> => {
  if (part.kind === 'category')
    return feeds
      .owner(whose)
      .map((owner) => owner && { library: owner.library, name: owner.name, part });
  return feeds.ownerOfNamed(whose, part.kind, part.id).map((found) => {
    if (!found) return null;
    const { library, name, called, change } = found;
    if (called !== null) return { library, name, part, called };
    if (!change) return null;
    if (change.became === null) return 'gone';
    return { library, movedTo: { kind: part.kind, id: change.became } };
  });
};
