// A summary as it is copied.
import type { Article } from '../../../shared/schema/article.ts';
import { escapeAddress, escapeInline, escapeLine } from '../../../shared/text/markdown.ts';

/** One sentence a line. */
export const asText = (sentences: readonly string[]): string => sentences.join('\n');

/**
 * A summary in Markdown: the headline as a link to the article's own address, site and date, and the
 * sentences as a list. `date` is in words, null where the page tells none.
 */
export const asMarkdown = (
  { title, site, canonicalUrl }: Pick<Article, 'title' | 'site' | 'canonicalUrl'>,
  date: string | null,
  sentences: readonly string[],
): string => {
  const source = [site, date].filter((part) => part !== null).map(escapeLine);
  return [
    `**[${escapeInline(title)}](${escapeAddress(canonicalUrl)})**`,
    ...(source.length > 0 ? [source.join(' · ')] : []),
    sentences.map((sentence) => `- ${escapeLine(sentence)}`).join('\n'),
  ].join('\n\n');
};
