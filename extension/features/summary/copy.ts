// A summary as it is copied.
import type { Article } from '../../../shared/schema/article.ts';

/** One sentence a line. */
export const asText = (sentences: readonly string[]): string => sentences.join('\n');

// What would be emphasis, code, a link, HTML or an entity (CommonMark 0.31, 2.4).
const escapeInline = (text: string): string =>
  text.replace(/[\\`*_[\]<~]|&(?=#?\w+;)/g, String.raw`\$&`).replace(/\s+/gu, ' ');

// What would be a heading, a quotation or a list at the beginning of a line.
const escapeLine = (text: string): string =>
  escapeInline(text)
    .replace(/^(?=[#>+-])/, '\\')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\');

// Parentheses would end the link.
const escapeAddress = (address: string): string =>
  address.replace(/[()<>\s]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);

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
