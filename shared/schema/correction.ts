// What a reader sets right of what was read off a page.
import * as v from 'valibot';
import { Article } from './article.ts';
import { ChosenCategory } from './section-category.ts';
import { filled } from './text.ts';

/** The fields of an article that a reader may set right; what it is about stands on no page. */
export const CORRECTABLE = ['title', 'site', 'section', 'published', 'authors'] as const;
export type Correctable = (typeof CORRECTABLE)[number];

/** How long a standfirst may be that somebody writes, in UTF-16 units. */
export const MAX_STANDFIRST = 5_000;

/** The fields that change, each with its new value; the others stay as they are. */
export const Correction = v.strictObject({
  title: v.exactOptional(Article.entries.title),
  site: v.exactOptional(Article.entries.site),
  section: v.exactOptional(Article.entries.section),
  published: v.exactOptional(Article.entries.published),
  authors: v.exactOptional(Article.entries.authors),
  /** The first block of the text; null for none. */
  standfirst: v.exactOptional(v.nullable(filled(MAX_STANDFIRST))),
  /** Holds for its section of its site from then on, or where it stands in none for this article alone. */
  category: v.exactOptional(ChosenCategory),
});
export type Correction = v.InferOutput<typeof Correction>;

/** What of an article has another value in another version of it, with the values of that version. */
export const correctionBetween = (
  before: Pick<Article, Correctable>,
  after: Pick<Article, Correctable>,
): Correction =>
  Object.fromEntries(
    CORRECTABLE.filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    ).map((field) => [field, after[field]]),
  );
