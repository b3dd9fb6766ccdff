// Where one is on the page, as its address says it: links work, and so does the way back.
import * as v from 'valibot';
import { Shelf } from '../../../shared/schema/reading.ts';
import { PlainDate, UuidV7 } from '../../../shared/schema/text.ts';
import { LIST_SORTS, type ListSort } from '../../features/library/listed.ts';

export const LOOKS = ['cards', 'dense'] as const;
export type Look = (typeof LOOKS)[number];

export interface Place {
  /** Null for the one that opens by itself: to read, or all where there is no library. */
  shelf: Shelf | null;
  /** In the language of searching. */
  query: string;
  /** Null for the order that suits. */
  sort: ListSort | null;
  look: Look;
  /** The day that is open; null for all. */
  day: string | null;
  /** The clip that is read. */
  clip: string | null;
}

export const START: Place = {
  shelf: null,
  query: '',
  sort: null,
  look: 'cards',
  day: null,
  clip: null,
};

/** The fragment of a place. */
export const addressOf = ({ shelf, query, sort, look, day, clip }: Place): string => {
  const named = {
    shelf,
    q: query || null,
    sort,
    look: look === 'cards' ? null : look,
    day,
    clip,
  };
  const told = new URLSearchParams();
  for (const [name, value] of Object.entries(named)) if (value !== null) told.set(name, value);
  return `#${told.toString() || 'list'}`;
};

/** What a part of an address means; null where it means nothing. */
const meant = <T>(Schema: v.GenericSchema<unknown, T>, value: string | null): T | null => {
  const parsed = v.safeParse(Schema, value);
  return parsed.success ? parsed.output : null;
};

/** The place that a fragment means; what means nothing is as at the start. */
export const placeOf = (fragment: string): Place => {
  const told = new URLSearchParams(fragment.slice(1));
  return {
    shelf: meant(Shelf, told.get('shelf')),
    query: told.get('q') ?? '',
    sort: meant(v.picklist(LIST_SORTS), told.get('sort')),
    look: meant(v.picklist(LOOKS), told.get('look')) ?? 'cards',
    day: meant(PlainDate, told.get('day')),
    clip: meant(UuidV7, told.get('clip')),
  };
};

/** The shelf of a place: what one still has to read, where a library tells that. */
export const shelfOf = ({ shelf }: Place, hasLibrary: boolean): Shelf =>
  hasLibrary ? (shelf ?? 'to-read') : 'all';

/** The order of a place: with a library as there, without one, or on a day, as the days go. */
export const sortOf = ({ sort, day }: Place, hasLibrary: boolean): ListSort =>
  sort ?? (hasLibrary && day === null ? 'kept' : 'published');
