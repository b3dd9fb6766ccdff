// Daily feeds of parts of a library: of a topic, a tag, a collection, a saved search.
import type { StoredCard } from '../db/clips.ts';
import type { Feeds } from '../db/feeds.ts';
import type { Filings } from '../db/filings.ts';
import type { Library } from '../db/libraries.ts';
import type { PartDays } from '../db/part-days.ts';
import type { SearchReads } from '../db/search.ts';
import type { MediaTopicId } from '../../shared/schema/media-topic.ts';
import type { Spans } from '../db/spans.ts';
import { type Change, composeDay, pageOfDay } from './composed-day.ts';
import { FEED_DAYS, type FeedDay, NOWHERE, readDayFeed, toldOf } from './day-feeds.ts';
import type { DigestReads } from './digests.ts';
import type { FeedPart } from './feed-token.ts';
import type { SearchFeed } from './saved-searches.ts';
import { newestMatches } from './search.ts';

/** Of how many clips of a topic, of those that its feed of clips looks at, and of how many matches a daily feed is made. */
const TOPIC_CLIPS = 500;
const SEARCH_CLIPS = 200;

type Where = Pick<Library, 'workspace' | 'zone'>;

const dayOf = (
  library: Where,
  day: string,
  cards: readonly StoredCard[],
  { tombstone, clips }: { tombstone: Change | null; clips: number | null },
  isCut: boolean,
): FeedDay => {
  const digest = pageOfDay(library, composeDay(library, day, { cards, tombstone }), 1, NOWHERE);
  const more = Math.max(0, (clips ?? cards.length) - toldOf(digest));
  return { digest, more, isOpen: isCut && clips === null };
};

/**
 * The newest days of some clips. Where there are more clips than these (`isCut`), any day may have more, but of a category
 * it is known how many.
 */
const daysOf = async (
  partDays: PartDays,
  library: Where,
  { cards, isCut }: { cards: readonly StoredCard[]; isCut: boolean },
  category: MediaTopicId | null = null,
): Promise<FeedDay[]> => {
  const cardsOf = Map.groupBy(cards, ({ card }) => card.day);
  const days = [...cardsOf.keys()].toSorted().toReversed().slice(0, FEED_DAYS);
  if (days.length === 0) return [];
  const around = await partDays.around(library.workspace, days, category);
  return around.map(({ day, ...known }) =>
    dayOf(library, day, cardsOf.get(day) ?? [], known, isCut),
  );
};

/** The newest days of a part that is called so, newest first. */
export const readPartDays = async (
  reads: DigestReads & { spans: Spans; feeds: Feeds; partDays: PartDays },
  library: Where,
  { kind, id }: FeedPart,
  called: string,
): Promise<FeedDay[]> => {
  const { workspace } = library;
  const { feeds, partDays } = reads;
  switch (kind) {
    case 'collection':
      return readDayFeed(reads, { ...library, collection: { id, name: called } });
    case 'category': {
      const cards = await feeds.readCategory(workspace, id, TOPIC_CLIPS);
      return daysOf(partDays, library, { cards, isCut: true }, id);
    }
    case 'tag':
      return daysOf(partDays, library, await feeds.readTag(workspace, id));
  }
};

/** The newest days of what a saved search finds, newest first. */
export const readSearchDays = async (
  tools: { search: SearchReads; filings: Filings; feeds: Feeds; partDays: PartDays },
  { library, search, asked }: SearchFeed,
): Promise<FeedDay[]> => {
  // One more tells that there are more.
  const found = await newestMatches(tools, library, search.account, asked, SEARCH_CLIPS + 1);
  const cards = await tools.feeds.cardsAt(library, found.slice(0, SEARCH_CLIPS));
  return daysOf(tools.partDays, library, { cards, isCut: found.length > SEARCH_CLIPS });
};
