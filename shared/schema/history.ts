// What became of a clip since its page was read.
import * as v from 'valibot';
import { Article } from './article.ts';
import { Instant } from './text.ts';

const { title, site, section, authors, published } = Article.entries;
const standfirst = v.nullable(v.string());

/** The fields that are read off a page and may be set right. */
export const READABLE = ['title', 'site', 'section', 'authors', 'published', 'standfirst'] as const;

/** What was read off the page, of each field that has another value by now. */
export const AsRead = v.object({
  title: v.exactOptional(title),
  site: v.exactOptional(site),
  section: v.exactOptional(section),
  authors: v.exactOptional(authors),
  published: v.exactOptional(published),
  standfirst: v.exactOptional(standfirst),
});
export type AsRead = v.InferOutput<typeof AsRead>;

const changeOf = <S extends v.GenericSchema>(schema: S) =>
  v.exactOptional(v.object({ before: schema, after: schema }));

/** What a correction changed, by field. */
export const CorrectedFields = v.object({
  title: changeOf(title),
  site: changeOf(site),
  section: changeOf(section),
  authors: changeOf(authors),
  published: changeOf(published),
  standfirst: changeOf(standfirst),
  /** Media Topics, null for unsure. */
  category: changeOf(v.nullable(v.string())),
  /** Another text took the place of the one that was there; neither is told. */
  text: v.exactOptional(v.literal(true)),
});
export type CorrectedFields = v.InferOutput<typeof CorrectedFields>;

/** The answer of `GET /api/w/:workspace/clips/:id/history`. */
export const ClipHistory = v.object({
  /** Who keeps it and since when, the one who kept it first comes first; the first hundred. */
  keeps: v.array(
    v.object({
      account: v.string(),
      at: Instant,
      /** Whether they copied it from another library of theirs. */
      isCopy: v.boolean(),
    }),
  ),
  /** The last fifty, the last one first. */
  corrections: v.array(v.object({ account: v.string(), at: Instant, fields: CorrectedFields })),
});
export type ClipHistory = v.InferOutput<typeof ClipHistory>;
