// What a list shows of a clip. It lies with the operation, so that no list has to read the articles.
import * as v from 'valibot';
import type { Article } from '../../shared/schema/article.ts';
import type { MediaTopicId } from '../../shared/schema/media-topic.ts';
import { type Summary, summarySentences } from '../../shared/schema/summary.ts';
import { clip } from '../../shared/text/clean.ts';

export const Card = v.object({
  section: v.array(v.string()),
  site: v.nullable(v.string()),
  /** As the page told it: an instant, a local time or a day. */
  published: v.nullable(v.string()),
  /** BCP 47. */
  language: v.nullable(v.string()),
  /** The first of the summary; '' where there is none. */
  sentence: v.string(),
  /** A top-level IPTC Media Topic; null for unsure. */
  category: v.optional(v.nullable(v.string()), null),
  /** Null where an earlier version made the card, which told neither them nor the category. */
  authors: v.optional(v.nullable(v.array(v.string())), null),
});
export type Card = v.InferOutput<typeof Card>;

/** UTF-16 units. A sentence is rarely as long. */
const MAX_SENTENCE = 500;

/** The card of an article and its summary, by what it is about. */
export const cardOf = (
  { article, summary }: { article: Article; summary: Summary },
  category: MediaTopicId | null,
): Card => ({
  section: article.section,
  site: article.site,
  published: article.published?.value ?? null,
  language: article.language,
  sentence: clip(summarySentences(summary, article.blocks)?.[0] ?? '', MAX_SENTENCE),
  category,
  authors: article.authors,
});
