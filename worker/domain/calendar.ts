// Published days as a range and as a calendar.
import type { CalendarDay, CalendarReads } from '../db/calendar.ts';
import type { Library } from '../db/libraries.ts';
import { addDays } from '../../shared/digest/days.ts';
import { type DigestRange, MOST_RANGE_DAYS } from '../../shared/schema/digest-range.ts';
import { Refusal } from './refusal.ts';

type Where = Pick<Library, 'workspace'>;

/** The days of a range that have clips. Throws 'bad-request' where it ends before it begins or spans too many. */
export const readRange = async (
  calendar: CalendarReads,
  { workspace }: Where,
  { from, to }: { from: string; to: string },
): Promise<DigestRange> => {
  const last = addDays(from, MOST_RANGE_DAYS - 1);
  if (to < from || (last !== null && to > last))
    throw new Refusal('bad-request', `from ‘from’ to ‘to’ at most ${MOST_RANGE_DAYS} days`);
  const { counts, changes } = await calendar.range(workspace, from, to);
  const countsOf = Map.groupBy(counts, ({ day }) => day);
  return {
    workspace,
    from,
    to,
    days: changes.map(({ day, revision, updated }) => {
      const categories = (countsOf.get(day) ?? []).map(({ category, clips }) => ({
        category,
        clips,
      }));
      const clips = categories.reduce((sum, one) => sum + one.clips, 0);
      return { day, clips, categories, revision, updated };
    }),
  };
};

/** The days of a calendar: those of a year that has something every day. */
export const readCalendar = (
  calendar: CalendarReads,
  { workspace }: Where,
): Promise<CalendarDay[]> => calendar.newest(workspace, MOST_RANGE_DAYS);
