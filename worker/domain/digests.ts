// One published day of a workspace or of a collection, read from its snapshot or composed of what is stored.
import type { Question } from '../db/question.ts';
import type { Digests, StoredDay } from '../db/digests.ts';
import type { RelatedReads, StoredAround } from '../db/related.ts';
import type { Snapshot, Snapshots, StoredPage } from '../db/snapshots.ts';
import { dayIn } from '../../shared/digest/days.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import { composeDay, type ComposedDay, daysOf, pageOfDay, type Where } from './composed-day.ts';
import { relateDay } from './day-related.ts';
import type { Clock } from './ids.ts';

/** One more whenever the same clips make another digest: what was stored before is made anew. */
export const FORMAT = 2;

/** All that a digest is read from. */
export interface DigestReads {
  digests: Digests;
  related: RelatedReads;
  snapshots: Snapshots;
  now: Clock;
  ask: <T>(question: Question<T>) => Promise<T>;
  /** Does something once the answer is on its way. */
  later: (work: () => Promise<unknown>) => void;
}

/** What a day as it is now is made of. */
const askLive = (
  { digests, related }: Pick<DigestReads, 'digests' | 'related'>,
  where: Where,
  day: string,
): Question<[StoredDay, StoredAround]> => {
  const { workspace } = where;
  const of = daysOf(where);
  return digests.read(workspace, day, of).and(related.toDay(workspace, day, of));
};

/** A day as it is now, with what is related to its first stories. */
const composeLive = (
  library: Where,
  day: string,
  [{ earlier, later, ...stored }, around]: [StoredDay, StoredAround],
) => {
  const termsOf = new Map(around.asking.map(({ id, terms }) => [id, terms]));
  const { head, pages } = composeDay(library, day, stored, termsOf);
  const [first = [], ...others] = pages;
  return {
    day: { head, pages: [relateDay(first, around), ...others] },
    nearest: { earlier, later },
    // While a clip has no profile yet, its terms and what is related to it are missing.
    isWhole: around.isWhole,
  };
};

const toSnapshot = ({ head, pages }: ComposedDay): Snapshot => ({
  head,
  pages: pages.map((groups) =>
    groups.map((group) => ({
      ...group,
      stories: group.stories.map((story) => ({ ...story, related: [] })),
    })),
  ),
  related: pages.flatMap((groups) =>
    groups.flatMap(({ stories }) =>
      stories.flatMap(({ id: story, related }) =>
        related.map(({ id, reasons }) => ({ story, id, reasons })),
      ),
    ),
  ),
});

const fromSnapshot = (
  where: Where,
  { head, groups, related, ...nearest }: StoredPage,
  page: number,
  order: readonly string[],
): Digest => {
  const relatedTo = Map.groupBy(related, ({ story }) => story);
  const told = groups.map((group) => ({
    ...group,
    stories: group.stories.map((story) => ({
      ...story,
      related: (relatedTo.get(story.id) ?? []).map(({ clip }) => clip),
    })),
  }));
  if (order.length > 0) return pageOfDay(where, { head, pages: [told] }, page, nearest, order);
  const { workspace, collection } = where;
  return {
    workspace,
    collection: collection?.name ?? null,
    ...head,
    page,
    groups: told,
    ...nearest,
  };
};

/** The statements by which a day is read live. */
const LIVE_STATEMENTS = 6;

/**
 * Stores a past day as it is now, and answers whether that is done, which it is not while one of its clips waits for its
 * profile, and how many statements it took. Whoever does it, whenever and however often, the same clips give the same
 * bytes.
 */
export const freezeDay = async (
  reads: Pick<DigestReads, 'digests' | 'related' | 'snapshots' | 'ask'>,
  library: Where,
  day: string,
): Promise<{ isDone: boolean; statements: number }> => {
  const { workspace } = library;
  const of = daysOf(library);
  const live = composeLive(library, day, await reads.ask(askLive(reads, library, day)));
  const { isWhole } = live;
  const isEmpty = live.day.head.clips === 0;
  if (!isEmpty && !isWhole) return { isDone: false, statements: LIVE_STATEMENTS };
  const written = isEmpty
    ? await reads.snapshots.forget(workspace, day, of)
    : await reads.snapshots.write(workspace, toSnapshot(live.day), FORMAT, of);
  return { isDone: true, statements: LIVE_STATEMENTS + written };
};

const isPast = ({ now }: Pick<DigestReads, 'now'>, { zone }: Where, day: string): boolean =>
  day < dayIn(now(), zone);

const askStored = (
  { snapshots }: Pick<DigestReads, 'snapshots'>,
  where: Where,
  day: string,
  page: number | 'all',
): Question<StoredPage | null> => snapshots.read(where.workspace, day, page, FORMAT, daysOf(where));

const readPast = async (
  reads: DigestReads,
  where: Where,
  day: string,
  page: number,
  order: readonly string[],
  asked: StoredPage | null,
): Promise<Digest> => {
  // What goes first may stand on any page.
  const isCut = order.length > 0 && asked !== null && asked.head.pages > 1;
  const stored = isCut ? await reads.ask(askStored(reads, where, day, 'all')) : asked;
  if (stored?.head.zone === where.zone) return fromSnapshot(where, stored, page, order);
  const live = composeLive(where, day, await reads.ask(askLive(reads, where, day)));
  if (live.isWhole && live.day.head.clips > 0)
    reads.later(() =>
      reads.snapshots.write(where.workspace, toSnapshot(live.day), FORMAT, daysOf(where)),
    );
  return pageOfDay(where, live.day, page, live.nearest, order);
};

/** The zone that a library most likely has, as far as its present day goes, before it is known. */
export const LIKELY_ZONE = 'UTC';

/** Makes a digest once its library is known, and the order in which its reader wants the categories. */
export type DigestOf = (library: Where, order?: readonly string[]) => Promise<Digest>;

/**
 * Asks for a page of the digest of a day, with what earlier days have that is related; a day without clips is an empty one.
 * A past day is read from its snapshot; who finds none that holds has it stored. Where the library's zone is not known
 * yet, a guess will do: it decides what is asked first, and never what is told.
 */
export const askDigest = (
  reads: DigestReads,
  where: Where,
  day: string,
  page: number,
): Question<DigestOf> => {
  const askPast = askStored(reads, where, day, page);
  if (isPast(reads, where, day))
    return askPast.map((stored) => async (library, order = []) => {
      if (isPast(reads, library, day)) return readPast(reads, library, day, page, order, stored);
      const digestOf = await reads.ask(askDigest(reads, library, day, page));
      return digestOf(library, order);
    });
  return askLive(reads, where, day).map((stored) => async (library, order = []) => {
    if (isPast(reads, library, day))
      return readPast(reads, library, day, page, order, await reads.ask(askPast));
    const live = composeLive(library, day, stored);
    return pageOfDay(library, live.day, page, live.nearest, order);
  });
};
