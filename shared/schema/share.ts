// A public link to a collection, a day or a clip.
import * as v from 'valibot';
import { MAX_NAME } from './filing.ts';
import { filled, HttpUrl, Instant, PlainDate, UuidV7 } from './text.ts';

/** After how many days a link may end. */
export const SHARE_DAYS = [1, 7, 30, 90] as const;
/** How many links a workspace can have that were not revoked: their list is shown whole. */
export const MAX_SHARES = 200;

/** What a link shows; a collection by its name. */
export const ShareOf = v.variant('kind', [
  v.strictObject({ kind: v.literal('collection'), name: filled(MAX_NAME) }),
  v.strictObject({
    kind: v.literal('day'),
    day: PlainDate,
    /** The collection whose day it is; null for the library's. */
    collection: v.nullable(filled(MAX_NAME)),
  }),
  v.strictObject({ kind: v.literal('clip'), id: UuidV7 }),
]);
export type ShareOf = v.InferOutput<typeof ShareOf>;

export const ShareWrite = v.pipe(
  v.strictObject({
    of: ShareOf,
    /** After how many days it ends; null for never. */
    days: v.nullable(v.picklist(SHARE_DAYS)),
    /** Whether the articles' texts are shown whole. */
    fullText: v.boolean(),
    /** Whether the workspace's name is shown. */
    named: v.boolean(),
    /** Whether there are feeds of it. */
    feeds: v.boolean(),
  }),
  v.check(({ of, fullText }) => !fullText || of.kind !== 'day', 'a day is shared without texts'),
  v.check(({ of, feeds }) => !feeds || of.kind === 'collection', 'a collection alone has feeds'),
);
export type ShareWrite = v.InferOutput<typeof ShareWrite>;

export const Share = v.object({
  id: UuidV7,
  /** What it shows; a name or a title is null once that was deleted. */
  of: v.variant('kind', [
    v.object({ kind: v.literal('collection'), name: v.nullable(v.string()) }),
    v.object({
      kind: v.literal('day'),
      day: PlainDate,
      collection: v.nullable(v.string()),
    }),
    v.object({ kind: v.literal('clip'), id: UuidV7, title: v.nullable(v.string()) }),
  ]),
  fullText: v.boolean(),
  named: v.boolean(),
  /** Whoever has this address reads it. */
  url: HttpUrl,
  /** The addresses of its feeds; null where it has none. */
  feeds: v.nullable(v.object({ rss: HttpUrl, atom: HttpUrl, json: HttpUrl })),
  /** Whether the caller made it. */
  isOwn: v.boolean(),
  createdAt: Instant,
  expiresAt: v.nullable(Instant),
  /** `gone` where what it shows was deleted. */
  state: v.picklist(['live', 'expired', 'gone']),
  /** How often it was opened, on the last 30 days that it was, the newest first. */
  visits: v.array(v.object({ day: PlainDate, count: v.number() })),
});
export type Share = v.InferOutput<typeof Share>;

export const Shares = v.object({ shares: v.array(Share) });
