// Where one is on the page, as its address says it: links work, and so does the way back.
import * as v from 'valibot';
import { PlainDate, UuidV7 } from '../../../shared/schema/text.ts';

export interface Place {
  /** The day that is open; null for all. */
  day: string | null;
  /** The clip that is open. */
  clip: string | null;
}

export const DAYS_ADDRESS = '#days';
export const dayAddress = (day: string): string => `#day/${day}`;
export const clipAddress = (id: string): string => `#clip/${id}`;

/** The place that a fragment means; one that means nothing is the whole list. */
export const placeOf = (fragment: string): Place => {
  const [kind, value] = fragment.slice(1).split('/');
  return {
    day: kind === 'day' && v.is(PlainDate, value) ? value : null,
    clip: kind === 'clip' && v.is(UuidV7, value) ? value : null,
  };
};
