// The library as a list and as a file.
import * as v from 'valibot';
import { Article } from './article.ts';
import { ClipCard } from './digest.ts';
import { Highlight } from './highlight.ts';
import { MediaTopicId } from './media-topic.ts';
import { Summary } from './summary.ts';
import { HttpUrl, Instant, PlainDate, UuidV7 } from './text.ts';

/** A clip in the library's list. */
export const LibraryItem = v.object({
  ...ClipCard.entries,
  /** False while only the address is known: nobody has read it with Dateline yet. */
  filled: v.boolean(),
  /** As they were written, by name. */
  tags: v.array(v.string()),
  collections: v.array(v.string()),
});
export type LibraryItem = v.InferOutput<typeof LibraryItem>;

/** The answer of `GET /api/w/:workspace/clips`: newest first. */
export const LibraryPage = v.object({
  clips: v.array(LibraryItem),
  /** What `before` takes to go on, or null at the end. */
  next: v.nullable(v.string()),
});
export type LibraryPage = v.InferOutput<typeof LibraryPage>;

/** A person's act of keeping, as it is exported. */
export const ExportedKeep = v.object({
  id: UuidV7,
  /** The account that kept it. */
  account: v.string(),
  keptAt: Instant,
  keptDay: PlainDate,
  /** The folder that it lay in where it was imported from, outermost first. */
  folder: v.array(v.string()),
});

/** One line of an export: all that the library holds of a clip. */
export const ExportedClip = v.object({
  ...LibraryItem.entries,
  canonicalUrl: HttpUrl,
  blocks: Article.entries.blocks,
  /** Where in the blocks the summary's sentences stand. */
  spans: Summary.entries.sentences,
  terms: Summary.entries.terms,
  /** What else was read off the page; null while only the address is known. */
  facts: v.nullable(
    v.object({
      published: Article.entries.published,
      modified: Article.entries.modified,
      views: Article.entries.views,
      truncated: Article.entries.truncated,
      related: Article.entries.related,
      /** What a person said that it is about; left out where nobody has. */
      category: v.exactOptional(v.nullable(MediaTopicId)),
    }),
  ),
  keeps: v.array(ExportedKeep),
  /** What the account that exports has marked in it. */
  highlights: v.array(Highlight),
});
export type ExportedClip = v.InferOutput<typeof ExportedClip>;
