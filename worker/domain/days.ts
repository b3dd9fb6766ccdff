// Several days of a workspace or a collection at once, and a day by when its clips were kept: each without what earlier
// days have that is related.
import type { DaysOf } from '../db/days-of.ts';
import type { Days } from '../db/days.ts';
import type { DayCount } from '../db/digests.ts';
import type { Library } from '../db/libraries.ts';
import type { Question } from '../db/question.ts';
import type { BriefDay, Spans } from '../db/spans.ts';
import { dayIn } from '../../shared/digest/days.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import { composeDay, pageOfDay, type Where } from './composed-day.ts';
import { type DigestOf, type DigestReads, FORMAT, freezeDay, LIKELY_ZONE } from './digests.ts';

/** Asks for a page of a day by when its clips were kept, which need not wait until its library is known. */
export const askKeptDay = (
  { days }: { days: Days },
  { workspace }: Pick<Library, 'workspace'>,
  day: string,
  page: number,
): Question<DigestOf> =>
  days
    .cards(workspace, 'kept', [day])
    .and(days.nearest(workspace, 'kept', day, day))
    .map(([cards, nearest]) => (library, order) => {
      const composed = composeDay(library, day, { cards, tombstone: null });
      return Promise.resolve(pageOfDay(library, composed, page, nearest, order));
    });

/** How many stories of a day a week tells. */
const STORIES = 6;

/** The days of a week. */
export interface Week {
  days: readonly [BriefDay, ...BriefDay[]];
  /** How many clips each day has of the month in which it begins. */
  counts: readonly DayCount[];
  /** The nearest days before and after it that have something. */
  earlier: string | null;
  later: string | null;
}

/** Makes a week once its library is known. */
export type WeekOf = (library: Where) => Promise<Week>;

const inBrief = ({ day, clips, stories, outline, groups }: Digest): BriefDay => ({
  day,
  clips,
  stories,
  outline,
  // Groups and stories are of the first page of a day that has several.
  first: groups.flatMap((group) => group.stories).slice(0, STORIES),
});

/**
 * Asks for the days of a week. Those that are over are read as they were frozen; those that were not, or were changed
 * since, are composed of their clips, and the newest of them is frozen for who comes next: one only, so that a page takes
 * no more statements than an invocation may have. Days by when clips were kept are not frozen.
 */
export const askWeek = (
  reads: DigestReads & { days: Days; spans: Spans },
  { workspace }: Pick<Where, 'workspace'>,
  of: DaysOf,
  days: readonly [string, ...string[]],
): Question<WeekOf> => {
  const [first, ...others] = days;
  const last = days.at(-1) ?? first;
  const month = first.slice(0, 7);
  const end = `${month}-31`;
  const today = dayIn(reads.now(), LIKELY_ZONE);
  const live = of === 'kept' ? days : days.filter((day) => day >= today);
  return reads.spans
    .brief(workspace, of, days, { stories: STORIES, format: FORMAT })
    .and(reads.days.cards(workspace, of, live))
    .and(reads.days.nearest(workspace, of, first, last))
    .and(reads.days.counts(workspace, of, `${month}-01`, last > end ? last : end))
    .map(([[[stored, asked], nearest], counts]) => async (library) => {
      const storedOf = new Map(stored.map((each) => [each.day, each]));
      const counted = new Set(counts.map(({ day }) => day));
      const untold = days.filter((day) => counted.has(day) && !storedOf.has(day));
      const missing = untold.filter((day) => !live.includes(day));
      const more =
        missing.length > 0 ? await reads.ask(reads.days.cards(workspace, of, missing)) : [];
      const isOver = (day: string): boolean => day < dayIn(reads.now(), library.zone);
      const unfrozen = of === 'kept' ? undefined : untold.findLast(isOver);
      if (unfrozen) reads.later(() => freezeDay(reads, library, unfrozen));
      const cardsOf = Map.groupBy([...asked, ...more], ({ card }) =>
        of === 'kept' ? card.keptDay : card.day,
      );
      const tell = (day: string): BriefDay => {
        const cards = cardsOf.get(day) ?? [];
        const composed = () => composeDay(library, day, { cards, tombstone: null });
        return storedOf.get(day) ?? inBrief(pageOfDay(library, composed(), 1, nearest));
      };
      return {
        days: [tell(first), ...others.map(tell)],
        counts: counts.filter(({ day }) => day.startsWith(month)),
        ...nearest,
      };
    });
};
