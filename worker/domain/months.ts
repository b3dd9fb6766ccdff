// A month of a workspace or a collection: how much each day has, and what it is about.
import type { Days } from '../db/days.ts';
import type { Library } from '../db/libraries.ts';
import type { DaysOf } from '../db/days-of.ts';
import { monthWeeks } from '../../shared/digest/days.ts';

export interface Counted {
  /** Null for unsure. */
  category: string | null;
  clips: number;
}

export interface DayOfMonth {
  day: string;
  clips: number;
  /** The largest first. */
  categories: readonly Counted[];
  /** Of one of its clips. */
  headline: { title: string; language: string | null } | null;
}

export interface Month {
  /** Its first day. */
  first: string;
  /** Those that have clips. */
  days: ReadonlyMap<string, DayOfMonth>;
  clips: number;
  /** The largest first; what is unsure last. */
  categories: readonly Counted[];
  /** The nearest days before and after it that have something. */
  earlier: string | null;
  later: string | null;
}

const sum = (counted: readonly { clips: number }[]): number =>
  counted.reduce((total, { clips }) => total + clips, 0);

const byWeight = (one: Counted, other: Counted): number =>
  Number(one.category === null) - Number(other.category === null) ||
  other.clips - one.clips ||
  ((one.category ?? '') < (other.category ?? '') ? -1 : 1);

/** The month that begins with the day `first`; that of a collection without topics. */
export const readMonth = async (
  { days: stored }: { days: Days },
  { workspace }: Pick<Library, 'workspace'>,
  of: DaysOf,
  first: string,
): Promise<Month> => {
  const [, ...others] = monthWeeks(first)
    .flat()
    .filter((day) => day !== null);
  const { counts, headlines, earlier, later } = await stored.month(workspace, of, [
    first,
    ...others,
  ]);
  // Nobody counts the topics of a collection.
  const isByTopic = typeof of === 'string';
  const headlineOf = new Map(headlines.map(({ day, ...headline }) => [day, headline]));
  const days = Array.from(
    Map.groupBy(counts, ({ day }) => day),
    ([day, counted]): [string, DayOfMonth] => [
      day,
      {
        day,
        clips: sum(counted),
        categories: isByTopic ? counted.toSorted(byWeight) : [],
        headline: headlineOf.get(day) ?? null,
      },
    ],
  );
  const categories = Array.from(
    Map.groupBy(counts, ({ category }) => category),
    ([category, counted]) => ({ category, clips: sum(counted) }),
  );
  return {
    first,
    days: new Map(days),
    clips: sum(counts),
    categories: isByTopic ? categories.toSorted(byWeight) : [],
    earlier,
    later,
  };
};
