// What of a library is related to an article that somebody reads.
import * as v from 'valibot';
import { Article } from './article.ts';
import { MediaTopicId } from './media-topic.ts';
import { Summary } from './summary.ts';
import { filled, HttpUrl, PlainDate, text, UuidV7 } from './text.ts';

/** How much of a text tells what it is related to, in UTF-16 units. */
export const MAX_RELATED_TEXT = 12_000;
/** Bytes of JSON that a question may have. */
export const MAX_RELATED_BYTES = 150_000;

/** The body of `POST /api/w/:workspace/related`: an article that may be in no library. It changes nothing. */
export const RelatedQuestion = v.strictObject({
  title: Article.entries.title,
  /** Its body with the standfirst, as far as MAX_RELATED_TEXT. */
  text: text(MAX_RELATED_TEXT),
  terms: Summary.entries.terms,
  language: Article.entries.language,
  site: Article.entries.site,
  section: Article.entries.section,
  category: v.nullable(MediaTopicId),
  /** The day it was published, where that is known. */
  day: v.nullable(PlainDate),
  /** The story that it is of, where it is kept. */
  story: v.nullable(filled(100)),
  /** Canonical addresses of what is not to be answered: the article itself, and what its page lists. */
  without: v.pipe(v.array(HttpUrl), v.maxLength(60)),
});
export type RelatedQuestion = v.InferOutput<typeof RelatedQuestion>;

/** Why something is related; a term as the article that was asked about writes it. */
export const Reason = v.variant('kind', [
  v.object({ kind: v.picklist(['story', 'section', 'category']) }),
  v.object({ kind: v.literal('term'), term: v.string() }),
]);
export type Reason = v.InferOutput<typeof Reason>;

export const RelatedClip = v.object({
  id: UuidV7,
  url: HttpUrl,
  title: v.string(),
  site: v.nullable(v.string()),
  language: v.nullable(v.string()),
  /** The day whose digest shows it. */
  day: PlainDate,
  /** The best first, at least one. */
  reasons: v.array(Reason),
});
export type RelatedClip = v.InferOutput<typeof RelatedClip>;

/** The answer: the nearest first. */
export const RelatedClips = v.object({ related: v.array(RelatedClip) });
export type RelatedClips = v.InferOutput<typeof RelatedClips>;
