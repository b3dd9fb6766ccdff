// Freezes the days that are over, library by library: those that were never frozen, then those in which something has
// changed since. Days that nobody has frozen yet are frozen by their first reader: a run that is missed loses nothing.
import type { DueLibrary, Freezing } from '../db/freezing.ts';
import { addDays, dayIn } from '../../shared/digest/days.ts';
import { type DigestReads, freezeDay } from './digests.ts';

/** What finding the libraries takes, a look at one with all that is remembered of it, and a day of 2,000 clips. */
const TO_FIND = 2;
const A_LOOK = 4;
const A_DAY = 13;
/** In fewer a run freezes nothing. */
export const LEAST_STATEMENTS = TO_FIND + A_LOOK + A_DAY;

/** How many libraries in which nothing has happened are put off at once. */
const QUIET = 200;

type Reads = Pick<DigestReads, 'digests' | 'related' | 'snapshots' | 'ask' | 'now'> & {
  freezing: Freezing;
};

const HOUR = 3_600_000;

/** The instant at which the next day of a zone begins, within the hour after it. */
const nextDayBegins = (now: Date, zone: string): string => {
  const today = dayIn(now, zone);
  const begun = new Date(Math.floor(now.getTime() / (HOUR / 4)) * (HOUR / 4));
  // Zones stand apart from UTC by quarters of an hour.
  while (dayIn(begun, zone) <= today) begun.setTime(begun.getTime() + HOUR / 4);
  return begun.toISOString();
};

/**
 * Freezes days of a library while there is room for another one, and answers how many statements that took. At a day one of
 * whose clips waits for its profile it stops, to go on there an hour later. A day with which that fails is left to its first
 * reader, so that it keeps no other waiting; it throws where it fails with all.
 */
const freezeLibrary = async (reads: Reads, library: DueLibrary, room: number): Promise<number> => {
  const { zone } = library;
  const now = reads.now();
  const today = dayIn(now, zone);
  const most = Math.floor((room - A_LOOK) / A_DAY);
  const { days, changes, isAll } = await reads.freezing.look(library, today, most);
  const frozen = new Set<string>();
  let statements = A_LOOK;
  let due = now;
  const failures: unknown[] = [];
  /** Whether there is nothing left to do about a day. */
  const freeze = async (day: string): Promise<boolean> => {
    if (statements + A_DAY > room) return false;
    try {
      const { isDone, ...took } = await freezeDay(reads, library, day);
      statements += took.statements;
      if (isDone) frozen.add(day);
      else due = new Date(now.getTime() + HOUR);
      return isDone;
    } catch (error) {
      statements += A_DAY;
      failures.push(error);
      return true;
    }
  };

  let through = library.frozen_through;
  let isThrough = days.length < most;
  for (const day of days) {
    if (!(await freeze(day))) {
      isThrough = false;
      break;
    }
    through = day;
  }
  if (isThrough) through = addDays(today, -1) ?? through;

  let seq = library.frozen_seq;
  let isCurrent = isAll;
  for (const { seq: changed, day } of changes) {
    // What was never frozen is frozen in its turn.
    if (day !== '' && day <= through && !frozen.has(day) && !(await freeze(day))) {
      isCurrent = false;
      break;
    }
    seq = changed;
  }
  if (failures.length > 0 && frozen.size === 0) throw failures[0];
  for (const failure of failures) {
    // oxlint-disable-next-line no-console
    console.error(failure);
  }
  await reads.freezing.finish(library, {
    through,
    seq: isCurrent ? library.seq : seq,
    due: isThrough && isCurrent ? nextDayBegins(now, zone) : due.toISOString(),
  });
  return statements;
};

/**
 * One run of at most `room` statements. What it leaves is next. A library that cannot be frozen is looked at an hour later:
 * it keeps no other one waiting.
 */
export const freezeDue = async (reads: Reads, room: number): Promise<void> => {
  if (room < LEAST_STATEMENTS) return;
  const now = reads.now().toISOString();
  const due = await reads.freezing.due(now, QUIET, Math.floor(room / A_LOOK));
  let statements = TO_FIND;
  for (const library of due) {
    if (statements + A_LOOK + A_DAY > room) return;
    try {
      statements += await freezeLibrary(reads, library, room - statements);
    } catch (error) {
      // oxlint-disable-next-line no-console
      console.error(error);
      const later = new Date(reads.now().getTime() + HOUR).toISOString();
      await reads.freezing.putOff(library, later);
      statements += A_LOOK + A_DAY;
    }
  }
};
