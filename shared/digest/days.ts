// Days and times in a zone. Days are `YYYY-MM-DD`.
import * as v from 'valibot';
import { PlainDate } from '../schema/text.ts';
import { localTime } from './local-time.ts';

/** The day that an instant falls on in a zone. */
export const dayIn = (instant: Date, zone: string): string => localTime(instant, zone).day;

/** The day `days` after a day (before, where negative), or null past the years 1 to 9999. */
export const addDays = (day: string, days: number): string | null => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const year = date.getUTCFullYear();
  return year < 1 || year > 9999 ? null : date.toISOString().slice(0, 10);
};

/** The same day of the month `months` later, or that month's last day; null past the years 1 to 9999. */
export const addMonths = (day: string, months: number): string | null => {
  const date = new Date(`${day}T00:00:00Z`);
  const wished = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  date.setUTCDate(Math.min(wished, daysInMonth(date)));
  const year = date.getUTCFullYear();
  return year < 1 || year > 9999 ? null : date.toISOString().slice(0, 10);
};

const daysInMonth = (date: Date): number => {
  const last = new Date(date);
  last.setUTCMonth(date.getUTCMonth() + 1, 0);
  return last.getUTCDate();
};

/**
 * The weeks of a day's month, Monday first; null stands for the days of the neighbouring months.
 */
export const monthWeeks = (day: string): (string | null)[][] => {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  const cells: (string | null)[] = Array.from({ length: (first.getUTCDay() + 6) % 7 }, () => null);
  for (let date = 1; date <= daysInMonth(first); date += 1)
    cells.push(`${day.slice(0, 7)}-${String(date).padStart(2, '0')}`);
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
};

const PLAIN_DAY = 'YYYY-MM-DD'.length;

// A local time or a day stands in no zone: its own day is meant, wherever it is read.
const isLocal = (published: string): boolean => !/(Z|[+-]\d{2}:\d{2})$/.test(published);

/** The instant of a published date in UTC; null for a local time, a day, and what no calendar in UTC holds. */
export const publishedInstant = (published: string): string | null =>
  isLocal(published) || !publishedDay(published, 'UTC') ? null : new Date(published).toISOString();

/**
 * The instant of publication; null where none is known, and where it lay ahead at the clip's last change: readers of feeds
 * sort by it, and what claims a date of years to come would stay on top until then.
 */
export const publishedBefore = (published: string | null, changedAt: string): string | null => {
  const instant = published && publishedInstant(published);
  return instant && instant <= changedAt ? instant : null;
};

/**
 * The day of a published date as the page told it (instant, local time or day), in a zone; null for
 * what falls outside the calendar.
 */
export const publishedDay = (published: string, zone: string): string | null => {
  if (!isLocal(published)) {
    const day = dayIn(new Date(published), zone);
    // What a clock shows is a day that exists, but for the years that no calendar has.
    return day.length === PLAIN_DAY && day >= '0001' ? day : null;
  }
  const day = published.slice(0, PLAIN_DAY);
  return v.is(PlainDate, day) ? day : null;
};

/** The time of day, `HH:MM` in a zone, or null where the page told a day alone. */
export const publishedTime = (published: string, zone: string): string | null => {
  if (published.length === PLAIN_DAY) return null;
  if (isLocal(published)) return published.slice(11, 16);
  return localTime(new Date(published), zone).time;
};
