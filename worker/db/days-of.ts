// Whose days are read: a library's, by either day of its clips, or a collection's. In all that is said here as SQL ?1 is the
// workspace and ?2 what `keyOf` says.
import type { Axis } from '../../shared/digest/axis.ts';

/** Days of a library by the day of publication or of keeping, or of a collection, by its id. */
export type DaysOf = Axis | { collection: string };

interface Source {
  /** Its clips as FROM, and as WHERE those whose day is, like '= ?3'. */
  clips: string;
  on: (days: string) => string;
  /** The day of a clip, and what is greater of those of a day that changed later or came later. */
  day: string;
  place: string;
  /** Its days that have clips as FROM and WHERE: each at least once, beside '' perhaps; and each with its counts. */
  days: string;
  counts: string;
}

const COUNTS = 'day_count WHERE workspace = ?1 AND axis = ?2';

const OF_LIBRARY: Record<Axis, Source> = {
  published: {
    clips: 'clip INDEXED BY clip_day',
    on: (days) => `clip.workspace = ?1 AND clip.day ${days}`,
    day: 'clip.day',
    place: 'clip.seq',
    days: COUNTS,
    counts: COUNTS,
  },
  kept: {
    clips: 'clip INDEXED BY clip_kept_day',
    // The index has none of an address alone.
    on: (days) => `clip.workspace = ?1 AND clip.kept_day ${days} AND clip.kept_day > ''`,
    day: 'clip.kept_day',
    place: 'clip.rid',
    days: COUNTS,
    counts: COUNTS,
  },
};

const OF_COLLECTION: Source = {
  clips: `clip_collection AS link INDEXED BY clip_collection_day
    CROSS JOIN clip ON clip.rid = link.clip AND clip.workspace = ?1`,
  on: (days) => `link.workspace = ?1 AND link.collection = ?2 AND link.day ${days}`,
  day: 'link.day',
  place: 'link.clip',
  // Not the counts: days that have lost all their clips are among them.
  days: `clip_collection INDEXED BY clip_collection_day
    WHERE workspace = ?1 AND collection = ?2`,
  counts: 'collection_day WHERE workspace = ?1 AND collection = ?2 AND clips > 0',
};

export const sourceOf = (of: DaysOf): Source =>
  typeof of === 'string' ? OF_LIBRARY[of] : OF_COLLECTION;

export const keyOf = (of: DaysOf): string => (typeof of === 'string' ? of : of.collection);

/** Whose snapshots: a collection's by its id, '' for the library's. */
export const scopeOf = (of: DaysOf): string => (typeof of === 'string' ? '' : of.collection);
