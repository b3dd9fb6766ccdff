// The days that the parts of a query allow, one by one and together.
import { addDays } from '../digest/days.ts';
import { type Days, daysOfBoth, FIRST_DAY, LAST_DAY } from './days.ts';
import type { DayPart, Part, Query } from './query.ts';

export const isDay = (part: Part): part is DayPart =>
  part.kind === 'on' || part.kind === 'after' || part.kind === 'before';

const EVER: Days = { first: FIRST_DAY, last: LAST_DAY };

/** The days that one of these parts allows; null for none. */
export const allowedDays = ({ kind, days: { first, last } }: DayPart): Days | null => {
  if (kind === 'on') return { first, last };
  return kind === 'after'
    ? daysOfBoth({ first: addDays(last, 1) ?? LAST_DAY, last: LAST_DAY }, EVER)
    : daysOfBoth({ first: FIRST_DAY, last: addDays(first, -1) ?? FIRST_DAY }, EVER);
};

/** What all 'after' and 'before' allow of what any 'on' does; null where a query says nothing of days. */
export const wantedDays = (query: Query): readonly Days[] | null => {
  const parts = query.filter(isDay).filter(({ not }) => !not);
  if (parts.length === 0) return null;
  const on = parts.filter(({ kind }) => kind === 'on').map(allowedDays);
  const ends = parts.filter(({ kind }) => kind !== 'on').map(allowedDays);
  return (on.length > 0 ? on : [EVER])
    .map((range) => ends.reduce((left, end) => left && end && daysOfBoth(left, end), range))
    .filter((range) => range !== null);
};
