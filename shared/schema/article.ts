// What a careful person reads off a page.
import * as v from 'valibot';
import { Block } from './block.ts';
import { HttpUrl, Instant, LanguageTag, LocalTime, PlainDate, titled } from './text.ts';

/** Where on the page a date was read from, or that a reader has set it right; the panel says it in words. */
export const DateEvidence = v.picklist([
  'json-ld',
  'meta',
  'time-element',
  'text',
  'address',
  'reader',
]);
export type DateEvidence = v.InferOutput<typeof DateEvidence>;

/**
 * A published or modified date as precisely as the page tells it: an instant where a zone is given
 * or can be inferred (`zoneAssumed` then), a local time without zone, or a day.
 */
export const ArticleDate = v.variant('precision', [
  v.strictObject({
    precision: v.literal('instant'),
    value: Instant,
    evidence: DateEvidence,
    zoneAssumed: v.boolean(),
  }),
  v.strictObject({ precision: v.literal('local'), value: LocalTime, evidence: DateEvidence }),
  v.strictObject({ precision: v.literal('day'), value: PlainDate, evidence: DateEvidence }),
]);
export type ArticleDate = v.InferOutput<typeof ArticleDate>;

/** An item of the page's own 'more of this section'. */
export const RelatedLink = v.strictObject({
  title: titled(1_000),
  url: HttpUrl,
  /** Of the article's own section, as far as the page or the address says. */
  sameSection: v.optional(v.literal(true)),
});
export type RelatedLink = v.InferOutput<typeof RelatedLink>;

export const Article = v.strictObject({
  /** The address that was open. */
  url: HttpUrl,
  /** The address that stands for this article, without tracking parameters and fragment. */
  canonicalUrl: HttpUrl,
  title: titled(1_000),
  authors: v.pipe(v.array(titled(200)), v.maxLength(50)),
  site: v.nullable(titled(200)),
  /** The section path (chuyên mục) in the site's own words, outermost first. */
  section: v.pipe(v.array(titled(200)), v.maxLength(8)),
  published: v.nullable(ArticleDate),
  modified: v.nullable(ArticleDate),
  /** The source that the article was taken from ('Theo: …'). */
  attribution: v.nullable(titled(300)),
  /** Where it stands there, if the page links to it. */
  attributionUrl: v.optional(HttpUrl),
  views: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  language: v.nullable(LanguageTag),
  leadImage: v.nullable(HttpUrl),
  blocks: v.pipe(v.array(Block), v.maxLength(20_000)),
  /** True where blocks were cut at the end to fit MAX_KEEP_BYTES. */
  truncated: v.boolean(),
  related: v.pipe(v.array(RelatedLink), v.maxLength(50)),
});
export type Article = v.InferOutput<typeof Article>;
