// One published day of a workspace, as it is served.
import * as v from 'valibot';
import { MediaTopicId } from './media-topic.ts';
import { RelatedClip } from './related.ts';
import { HttpUrl, Instant, PlainDate, UuidV7, Zone } from './text.ts';

/** A clip as lists and digests show it: everything but the body. */
export const ClipCard = v.object({
  id: UuidV7,
  url: HttpUrl,
  title: v.string(),
  site: v.nullable(v.string()),
  section: v.array(v.string()),
  /** A top-level IPTC Media Topic, or null for unsure. */
  category: v.nullable(MediaTopicId),
  authors: v.array(v.string()),
  attribution: v.nullable(v.string()),
  language: v.nullable(v.string()),
  /** Instant, local time or day, as the page told it. */
  published: v.nullable(v.string()),
  day: PlainDate,
  /** The summary's sentences, in the article's order. */
  summary: v.array(v.string()),
  /** Words to read in the whole article. */
  words: v.number(),
  /** What the clips of one story have in common; null for a clip that was never with another. */
  story: v.nullable(v.string()),
  // Last, as in what is made of a stored row: a day that is frozen has the bytes of one that is not.
  leadImage: v.nullable(HttpUrl),
  keptDay: PlainDate,
});
export type ClipCard = v.InferOutput<typeof ClipCard>;

/** Clips of a day that carry the same text or report the same event. */
export const Story = v.object({
  id: v.string(),
  /** The original first. */
  clips: v.array(ClipCard),
  /** What tells it across its clips: sentences of their summaries, each with the id of its clip. */
  summary: v.array(v.object({ clip: UuidV7, text: v.string() })),
  /** What earlier days have that is related to the first, the nearest first. */
  related: v.array(RelatedClip),
});
export type Story = v.InferOutput<typeof Story>;

export const DigestGroup = v.object({
  /** The category's Media Topic, or null where the group is a section or has no name. */
  category: v.nullable(v.string()),
  /** The section's own words where there is no category; null for what has neither. */
  section: v.nullable(v.string()),
  stories: v.array(Story),
});
export type DigestGroup = v.InferOutput<typeof DigestGroup>;

/** What an entry of a feed tells of a group; what is stored was checked when it was. */
export const DigestEntry = v.object({
  ...v.omit(DigestGroup, ['stories']).entries,
  stories: v.array(
    v.object({
      clips: v.array(
        v.object({
          ...v.pick(ClipCard, ['title', 'site', 'attribution', 'language', 'summary']).entries,
          id: v.string(),
          url: v.string(),
        }),
      ),
      summary: v.array(v.object({ clip: v.string(), text: v.string() })),
    }),
  ),
});
export type DigestEntry = v.InferOutput<typeof DigestEntry>;

/** A group as it is told of a whole day. */
export const GroupOutline = v.object({
  ...v.omit(DigestGroup, ['stories']).entries,
  stories: v.number(),
  clips: v.number(),
  /** The page of the day on which it begins. */
  page: v.number(),
});
export type GroupOutline = v.InferOutput<typeof GroupOutline>;

/** All that is told of a whole day. */
export const DigestHead = v.object({
  day: PlainDate,
  zone: Zone,
  /** The highest sequence number among the day's clips and tombstones; 0 for a day that never had any. */
  revision: v.number(),
  /** The instant of that change; null for a day that never had any. */
  updated: v.nullable(Instant),
  clips: v.number(),
  stories: v.number(),
  sites: v.number(),
  /** How long all of its articles take to read, in minutes, and how many words their summaries have. */
  minutes: v.number(),
  summaryWords: v.number(),
  /** The key terms of its clips, those of the most stories first. */
  terms: v.array(v.string()),
  outline: v.array(GroupOutline),
  /** A day of many clips has more than one. */
  pages: v.number(),
});
export type DigestHead = v.InferOutput<typeof DigestHead>;

/** The number of a page of a day, as an address has it. */
export const DigestPage = v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/));

export const Digest = v.object({
  workspace: v.string(),
  /** The name of the collection whose day it is; null for a day of the whole library. */
  collection: v.nullable(v.string()),
  ...DigestHead.entries,
  /** Which of the pages this is, from 1 on. */
  page: v.number(),
  groups: v.array(DigestGroup),
  /** The nearest days before and after that have something. */
  earlier: v.nullable(PlainDate),
  later: v.nullable(PlainDate),
});
export type Digest = v.InferOutput<typeof Digest>;
