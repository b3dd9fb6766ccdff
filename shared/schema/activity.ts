// What people of a workspace did, for the others to see.
import * as v from 'valibot';
import { MemberRole, PersonName } from './team.ts';
import { filled, Instant, text } from './text.ts';

/** What is done in a library. A highlight is among it as far as it is shown to the team. */
export const ACTS = [
  'keep',
  'copy',
  'file',
  'delete',
  'restore',
  'import',
  'mark',
  'drop',
  'merge',
] as const;

/** What becomes of who belongs to it. */
export const MEMBER_CHANGES = ['join', 'leave', 'remove', 'role', 'hand-over'] as const;

const Somebody = v.object({
  account: filled(100),
  /** '' where they have not told it; null for who belongs to the workspace no more. */
  name: v.nullable(PersonName),
});
export type Somebody = v.InferOutput<typeof Somebody>;

const Collections = v.array(
  v.object({
    id: filled(100),
    /** Null where it was deleted since. */
    name: v.nullable(text(200)),
  }),
);

export const ActivityItem = v.object({
  kind: v.picklist([...ACTS, ...MEMBER_CHANGES]),
  at: Instant,
  by: Somebody,
  /** Whether it is another's, and came since the visit before of who asks. */
  isNew: v.boolean(),
  /** The first few of the clips that it is about. */
  clips: v.array(
    v.object({
      id: filled(100),
      /** Null where it was deleted; who may bring it back is told its headline for as long as they may. */
      title: v.nullable(v.string()),
      isThere: v.boolean(),
    }),
  ),
  /** How many clips it is about in all. */
  count: v.number(),
  addedTo: Collections,
  removedFrom: Collections,
  /** What a collection was called that is gone by it: 'drop', or 'merge' into another one. */
  collection: v.nullable(v.string()),
  /** Whether an import was taken back. */
  isUndone: v.boolean(),
  /** Whom it is about: 'remove', 'role', 'hand-over'. */
  member: v.nullable(Somebody),
  /** What they are by it: 'join', 'role', 'hand-over'. */
  role: v.nullable(MemberRole),
});
export type ActivityItem = v.InferOutput<typeof ActivityItem>;

/** The answer of `GET /api/w/:workspace/activity`. */
export const ActivityPage = v.object({
  items: v.array(ActivityItem),
  /** Where the list goes on; null at its end. */
  next: v.nullable(v.string()),
  /** How many of the last acts are new; one more than 99 for more. */
  news: v.number(),
});
export type ActivityPage = v.InferOutput<typeof ActivityPage>;
