// Set into the page's own zone: the one that its visible line, its country or its language gives away.
import type { ArticleDate, DateEvidence } from '../schema/article.ts';
import type { DateLine } from './date-line.ts';
import type { WrittenDate } from './date-text.ts';
import { offsetOfInstant, offsetOfWall, type PageZones } from './zones.ts';

/** A date from one place, in the page's own zone as far as that is known. */
export interface Candidate {
  readonly evidence: DateEvidence;
  readonly day: string;
  readonly time: string | null;
  /** Minutes east of UTC. */
  readonly offset: number | null;
  readonly zoneAssumed: boolean;
}

const MINUTE = 60_000;
const EASTERNMOST = 14 * 60;
const WESTERNMOST = -12 * 60;

// The wall clock as milliseconds, as if it were UTC.
const wallOf = (date: { day: string; time: string | null }): number =>
  Date.parse(`${date.day}T${date.time ?? '00:00'}Z`);

const dayAt = (instant: number, offset: number): string =>
  new Date(instant + offset * MINUTE).toISOString().slice(0, 10);

/** What the page shows of the zone in which an instant in UTC is told there, or null. */
const shownOffset = (
  instant: number,
  seen: readonly DateLine[],
  zones: PageZones,
): number | null => {
  for (const line of seen) {
    if (line.time === null) continue;
    const isSame =
      line.offset !== null && Math.abs(wallOf(line) - line.offset * MINUTE - instant) < MINUTE;
    if (isSame) return line.offset;
    const shift = Math.floor(wallOf(line) / MINUTE) - Math.floor(instant / MINUTE);
    const isOffset = shift % 15 === 0 && shift >= WESTERNMOST && shift <= EASTERNMOST;
    if (line.offset === null && isOffset) return shift;
  }
  // A day alone tells only which of a country's zones can be meant.
  const days = new Set(seen.filter(({ time }) => time === null).map(({ day }) => day));
  if (days.size === 0 || days.has(dayAt(instant, 0))) return null;
  const offsets = zones.possible.map((zone) => offsetOfInstant(zone, instant));
  return offsets.find((offset) => days.has(dayAt(instant, offset))) ?? null;
};

/**
 * Sets a date into the page's zone. An instant in UTC is told in local time where the page's visible
 * line or its country gives that away; and where the visible line shows the very wall clock that a
 * machine-readable date puts into a zone which is not the page's, the zone is a template's and wrong.
 */
export const settle = (
  date: WrittenDate,
  evidence: DateEvidence,
  seen: readonly DateLine[],
  zones: PageZones,
): Candidate => {
  const { day, time, offset } = date;
  const { certain } = zones;
  if (time === null) return { evidence, day, time, offset: null, zoneAssumed: false };
  const wall = wallOf(date);
  if (offset === null) {
    const assumed = certain === null ? null : offsetOfWall(certain, wall);
    return { evidence, day, time, offset: assumed, zoneAssumed: assumed !== null };
  }
  const isShown = seen.some(
    (line) => line.time !== null && line.offset === null && Math.abs(wallOf(line) - wall) < MINUTE,
  );
  if (isShown) {
    const local = certain === null ? offset : offsetOfWall(certain, wall);
    return { evidence, day, time, offset: local, zoneAssumed: local !== offset };
  }
  if (offset !== 0) return { evidence, day, time, offset, zoneAssumed: false };
  const local =
    shownOffset(wall, seen, zones) ?? (certain === null ? 0 : offsetOfInstant(certain, wall));
  const iso = new Date(wall + local * MINUTE).toISOString();
  return {
    evidence,
    day: iso.slice(0, 10),
    time: iso.slice(11, 11 + time.length),
    offset: local,
    zoneAssumed: false,
  };
};

const digits = (value: number): string => String(value).padStart(2, '0');

const offsetText = (offset: number): string => {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}:${digits(size % 60)}`;
};

export const toArticleDate = (candidate: Candidate): ArticleDate => {
  const { evidence, day, time, offset, zoneAssumed } = candidate;
  if (time === null) return { precision: 'day', value: day, evidence };
  if (offset === null) return { precision: 'local', value: `${day}T${time}`, evidence };
  return {
    precision: 'instant',
    value: `${day}T${time}${offsetText(offset)}`,
    evidence,
    zoneAssumed,
  };
};

/** Whether `a` is later than `b`; a date without zone counts as if it were in UTC. */
export const isLater = (a: Candidate, b: Candidate): boolean =>
  wallOf(a) - (a.offset ?? 0) * MINUTE > wallOf(b) - (b.offset ?? 0) * MINUTE;
