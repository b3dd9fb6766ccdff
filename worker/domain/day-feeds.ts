// Daily feeds: the newest days of a library, of a collection and of other parts. Most of a library's were composed before.
import type { DayFeeds, FeedDayRow, PartDays, Whose } from '../db/day-feeds.ts';
import type { StoredCard } from '../db/clips.ts';
import type { Filings } from '../db/filings.ts';
import type { Library } from '../db/libraries.ts';
import type { Question } from '../db/question.ts';
import type { SearchReads } from '../db/search.ts';
import { groupClips } from '../../shared/digest/index.ts';
import { pagesOf } from '../../shared/digest/pages.ts';
import type { DigestEntry } from '../../shared/schema/digest.ts';
import { type Change, newestChange } from './composed-day.ts';
import { FORMAT } from './digests.ts';
import type { FeedPart } from './feed-token.ts';
import type { SearchFeed } from './saved-searches.ts';
import { newestMatches } from './search.ts';

/** How many published days a daily feed holds, how many clips in all of them together, and in each. */
const FEED_DAYS = 14;
const FEED_CLIPS = 300;
const DAY_CLIPS = 200;

/** Of how many clips of a part a daily feed is made; those of a topic are looked for among the newest of the library. */
const PART_CLIPS = 200;
const TOPIC_AMONG = 500;

/** A day in a feed. */
export interface FeedDay {
  day: string;
  /** The instant of its last change; null where none is known. */
  updated: string | null;
  groups: readonly DigestEntry[];
  /** How many of its clips were too many to be in it. */
  more: number;
  /** Whether it may have others, of which nobody knows how many there are. */
  isOpen: boolean;
}

/** Makes the days of a feed once its library is known. */
export type FeedDaysOf = (library: Pick<Library, 'zone'>) => FeedDay[];

const toldOf = (groups: readonly DigestEntry[]): number =>
  groups.reduce(
    (sum, { stories }) => stories.reduce((all, { clips }) => all + clips.length, sum),
    0,
  );

/** Clips as a page of their day would tell them, as far as the first goes, and their last change. */
const composed = (zone: string, cards: readonly StoredCard[], lost: Change | null) => {
  const [groups = []] = pagesOf(
    groupClips(
      cards.map(({ card }) => card),
      zone,
    ),
  );
  const newest = newestChange(lost ? [...cards, lost] : cards);
  return { groups, updated: newest?.changedAt ?? null };
};

const dayOf = (zone: string, { day, clips, frozen, cards, lost }: FeedDayRow): FeedDay[] => {
  // All of it was deleted meanwhile.
  if (!frozen && cards.length === 0) return [];
  const { groups, updated } = frozen ?? composed(zone, cards, lost);
  return [{ day, updated, groups, more: clips - toldOf(groups), isOpen: false }];
};

/**
 * Asks for the newest days of a library, or of one of its collections, newest first: those that are over as they were frozen,
 * the others composed of their clips. Nothing is frozen here: a feed is asked for by programs, and who waits for a page or
 * nobody, the scheduled run, has more time.
 */
export const askDays = (
  { dayFeeds }: { dayFeeds: DayFeeds },
  whose: Whose,
  collection: string | null,
): Question<FeedDaysOf> =>
  dayFeeds
    .newest(whose, collection, { days: FEED_DAYS, clips: FEED_CLIPS, ofDay: DAY_CLIPS }, FORMAT)
    .map(
      (rows) =>
        ({ zone }) =>
          rows.flatMap((row) => dayOf(zone, row)),
    );

/** Where there are more clips than these, any day may have more; of a topic it is known how many. */
const partDays = ({ days, isCut }: PartDays, zone: string): FeedDay[] =>
  days.slice(0, FEED_DAYS).map(({ day, cards, lost, clips }) => {
    const { groups, updated } = composed(zone, cards, lost);
    const more = Math.max(0, (clips ?? cards.length) - toldOf(groups));
    return { day, groups, updated, more, isOpen: isCut && clips === null };
  });

/** Asks for the newest days of a part, newest first. */
export const askPartDays = (
  { dayFeeds }: { dayFeeds: DayFeeds },
  whose: Whose,
  part: FeedPart,
): Question<FeedDaysOf> => {
  switch (part.kind) {
    case 'collection':
      return askDays({ dayFeeds }, whose, part.id);
    case 'category':
      return dayFeeds.ofTopic(whose, part.id, { clips: PART_CLIPS, among: TOPIC_AMONG }).map(
        (found) =>
          ({ zone }) =>
            partDays(found, zone),
      );
    case 'tag':
      return dayFeeds.ofTag(whose, part.id, PART_CLIPS).map(
        (found) =>
          ({ zone }) =>
            partDays(found, zone),
      );
  }
};

/** The newest days of what a saved search finds, newest first. */
export const readSearchDays = async (
  tools: {
    search: SearchReads;
    filings: Filings;
    dayFeeds: DayFeeds;
    ask: <T>(question: Question<T>) => Promise<T>;
  },
  { library, search, asked }: SearchFeed,
): Promise<FeedDay[]> => {
  // One more tells that there are more.
  const found = await newestMatches(tools, library, search.account, asked, PART_CLIPS + 1);
  const whose = { number: library.number, rotation: library.feed_rotation };
  const places = found.slice(0, PART_CLIPS);
  const { days } = await tools.ask(tools.dayFeeds.at(whose, places));
  return partDays({ days, isCut: found.length > PART_CLIPS }, library.zone);
};
