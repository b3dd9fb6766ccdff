// Looking back from today: the same day of earlier years, and something from a year ago that is still to read.
import type { Library } from '../db/libraries.ts';
import type { LookBackReads } from '../db/look-back.ts';
import { addDays, addMonths } from '../../shared/digest/days.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';

/** How far back is looked, and how many of these years are shown. */
const YEARS = 60;
const SHOWN_YEARS = 4;
/** How many days before and after the same day of last year are around a year ago. */
const AROUND = 15;

export interface LookBack {
  /** Days of earlier years, the last first, each with how many clips it has and one of these. */
  days: readonly { day: string; clips: number; clip: ClipCard }[];
  unread: ClipCard | null;
}

/**
 * This day of earlier years, the last first. On 29 February it is the 28th where a year has no other; on the 28th of a
 * year without a 29th, that of other years counts too.
 */
export const sameDays = (today: string): readonly string[] => {
  const endsFebruary = today.endsWith('-02-28') && addDays(today, 1)?.endsWith('-03-01');
  return Array.from({ length: YEARS }, (_, index) => addMonths(today, -12 * (index + 1))).flatMap(
    (day) => {
      if (day === null) return [];
      const next = endsFebruary ? addDays(day, 1) : null;
      return next?.endsWith('-02-29') ? [next, day] : [day];
    },
  );
};

/** What a person is shown on a day that is today; nothing for whom it is off. */
export const lookBackFrom = async (
  { lookBack }: { lookBack: LookBackReads },
  { workspace }: Pick<Library, 'workspace'>,
  account: string,
  today: string,
): Promise<LookBack> => {
  const around = addMonths(today, -12) ?? today;
  const { days, unread } = await lookBack.read(workspace, account, sameDays(today), SHOWN_YEARS, {
    from: addDays(around, -AROUND) ?? around,
    until: addDays(around, AROUND) ?? around,
    around,
  });
  const shown = new Set(days.map(({ clip }) => clip.id));
  return { days, unread: unread.find(({ id }) => !shown.has(id)) ?? null };
};
