// The days of a range that have clips, without their clips.
import * as v from 'valibot';
import { Instant, PlainDate } from './text.ts';

/** How many days a range spans at most: a leap year. */
export const MOST_RANGE_DAYS = 366;

export const DigestRange = v.object({
  workspace: v.string(),
  /** The first and the last day asked for. */
  from: PlainDate,
  to: PlainDate,
  /** The days that have clips, in their order. */
  days: v.array(
    v.object({
      day: PlainDate,
      clips: v.number(),
      /** How many clips each category has, by its Media Topic; null for those of none. */
      categories: v.array(v.object({ category: v.nullable(v.string()), clips: v.number() })),
      /** As in the day's digest. */
      revision: v.number(),
      updated: Instant,
    }),
  ),
});
export type DigestRange = v.InferOutput<typeof DigestRange>;
