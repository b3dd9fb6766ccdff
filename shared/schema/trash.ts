// What was deleted and can still come back.
import * as v from 'valibot';
import { HttpUrl, Instant, PlainDate, UuidV7 } from './text.ts';

/** How long a clip lies in the trash. */
export const TRASH_DAYS = 30;

/** A clip in the trash. */
export const TrashItem = v.object({
  id: UuidV7,
  url: HttpUrl,
  title: v.string(),
  site: v.nullable(v.string()),
  language: v.nullable(v.string()),
  /** The day whose digest it comes back to; null where only its address was known. */
  day: v.nullable(PlainDate),
  deletedAt: Instant,
  /** The account that deleted it. */
  deletedBy: v.string(),
  /** When it goes for good. */
  expiresAt: Instant,
  /** The clip that its page was kept as since; while that is there, this one cannot come back. */
  keptAnew: v.nullable(UuidV7),
});
export type TrashItem = v.InferOutput<typeof TrashItem>;

/** The answer of `GET /api/w/:workspace/trash`: what was deleted last comes first. */
export const TrashPage = v.object({
  clips: v.array(TrashItem),
  /** What `before` takes to go on, or null at the end. */
  next: v.nullable(v.string()),
  /** How many lie in the trash in all. */
  count: v.number(),
  /** What `until` takes to delete these and none that was deleted since. */
  until: v.string(),
});
export type TrashPage = v.InferOutput<typeof TrashPage>;

/** The answer of `DELETE /api/w/:workspace/trash`. */
export const TrashEmptied = v.object({ deleted: v.number() });
export type TrashEmptied = v.InferOutput<typeof TrashEmptied>;
