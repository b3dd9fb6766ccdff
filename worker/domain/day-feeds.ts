// Daily feeds of a library or a collection: its newest days, most of which were composed before.
import type { SpanDay, Spans } from '../db/spans.ts';
import type { StoredCard } from '../db/clips.ts';
import { dayIn } from '../../shared/digest/days.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import { composeDay, daysOf, pageOfDay, type Where } from './composed-day.ts';
import { type DigestReads, FORMAT, freezeDay } from './digests.ts';

/** How many published days a daily feed holds, and how many clips in all of them together. */
export const FEED_DAYS = 30;
export const FEED_DAY_CLIPS = 500;

/** A day in a feed. */
export interface FeedDay {
  digest: Digest;
  /** How many of its clips were too many to be in it. */
  more: number;
  /** Whether it may have others, of which nobody knows how many there are. */
  isOpen: boolean;
}

/** A digest in a feed leads to no other days. */
export const NOWHERE = { earlier: null, later: null };

// An entry is as long as a page of the day may be.
const firstPage = (
  library: Where,
  { day, stored, tombstone }: SpanDay,
  cards: readonly StoredCard[],
): Digest =>
  stored
    ? {
        workspace: library.workspace,
        collection: library.collection?.name ?? null,
        ...stored.head,
        page: 1,
        groups: stored.groups,
        ...NOWHERE,
      }
    : pageOfDay(library, composeDay(library, day, { cards, tombstone }), 1, NOWHERE);

/** How many clips a page tells. */
export const toldOf = ({ groups }: Digest): number =>
  groups.reduce(
    (sum, { stories }) => stories.reduce((all, { clips }) => all + clips.length, sum),
    0,
  );

/**
 * The newest days with clips, newest first. Days that are over are read as they were frozen; those that were not, or were
 * changed since, are composed as the day in which the clips end is, and the newest of them is frozen for who comes next:
 * one only, so that a poll takes no more statements than an invocation may have.
 */
export const readDayFeed = async (
  reads: DigestReads & { spans: Spans },
  library: Where,
): Promise<FeedDay[]> => {
  const { workspace, zone } = library;
  const of = daysOf(library);
  const today = dayIn(reads.now(), zone);
  const found = await reads.spans.newest(
    { workspace, of, zone, today, format: FORMAT },
    { days: FEED_DAYS, clips: FEED_DAY_CLIPS },
  );
  const composed = found.days
    .filter(({ day, stored }) => day < today && !stored)
    .map(({ day, clips, newer }) => ({
      day,
      clips: Math.min(clips, FEED_DAY_CLIPS - newer),
      all: clips,
    }));
  const cards = composed.length > 0 ? await reads.spans.cards(workspace, of, composed) : [];
  const cardsOf = Map.groupBy([...found.cards, ...cards], ({ card }) => card.day);
  const unfrozen = composed.find(({ clips, all }) => clips === all);
  if (unfrozen) reads.later(() => freezeDay(reads, library, unfrozen.day));
  return found.days.flatMap((each) => {
    const shown = cardsOf.get(each.day) ?? [];
    // All of it was deleted meanwhile.
    if (!each.stored && shown.length === 0) return [];
    const digest = firstPage(library, each, shown);
    return [{ digest, more: each.clips - toldOf(digest), isOpen: false }];
  });
};
