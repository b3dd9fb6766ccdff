// Weeks of ISO 8601, written `2022-W52`: they begin on Monday, and the first of a year is that with its first Thursday.
import { addDays } from './days.ts';

const DAY_MS = 86_400_000;
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day)) ?? day;

/** The week of a day. Its year is that of its Thursday. */
export const weekOf = (day: string): string => {
  const thursday = new Date(`${day}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 3 - weekdayOf(day));
  const year = thursday.getUTCFullYear();
  const first = new Date(0);
  first.setUTCFullYear(year, 0, 1);
  const number = Math.floor((thursday.getTime() - first.getTime()) / DAY_MS / 7) + 1;
  return `${String(year).padStart(4, '0')}-W${String(number).padStart(2, '0')}`;
};

/**
 * The days of a week, Monday first, or null for what is no week. The last week of the year 9999 has those days alone
 * that a calendar of four digits holds.
 */
export const weekDays = (week: string): readonly string[] | null => {
  const [, year = '', number = ''] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  // 4 January is always in the first week.
  if (Number(year) < 1) return null;
  const monday = addDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7);
  if (monday === null || weekOf(monday) !== week) return null;
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index)).filter(
    (day) => day !== null,
  );
};
