// What is told of a page that was read wrongly: how it was read, and not a word of it unless the person says
// so. In English, for whoever mends it.
import type { Extraction } from '../../../shared/article/extraction.ts';
import type { Article, ArticleDate } from '../../../shared/schema/article.ts';
import { type Block, blockText } from '../../../shared/schema/block.ts';
import type { Correction } from '../../../shared/schema/correction.ts';
import type { Summary } from '../../../shared/schema/summary.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { Surroundings } from '../../lib/surroundings.ts';
import { addressShape } from './shape.ts';
import { zoneLines } from './zone-lines.ts';

/** What a report is about. */
export interface Reported {
  /** What the panel says of the page. */
  kind: string;
  /** Null where it is not known. */
  url: string | null;
  /** As it was read, before its reader set anything right; null where nothing was read. */
  read: { article: Article; summary: Summary } | null;
  /** How its body was found; null where that is not known. */
  extraction: Extraction | null;
  corrected: readonly (keyof Correction)[];
  isSelection: boolean;
  language: InterfaceLanguage;
  surroundings: Surroundings;
}

export interface Ticked {
  /** The whole address in place of how it is built. */
  address: boolean;
  /** Headline, section, names, dates and text. */
  content: boolean;
}

/** More blocks than these tell nothing new. */
const MAX_BLOCKS = 400;

const lengthOf = (text: string | null): string =>
  text === null ? 'none' : `${text.length} characters`;

const lengthsOf = (texts: readonly string[]): string =>
  texts.length === 0
    ? 'none'
    : `${texts.length} (${texts.map(({ length }) => length).join(', ')} characters)`;

const evidenceOf = (date: ArticleDate | null): string => {
  if (!date) return 'none';
  const zone = date.precision === 'instant' && date.zoneAssumed ? ', zone assumed' : '';
  return `${date.precision}, from ${date.evidence}${zone}`;
};

const blockName = (block: Block): string => {
  if (block.kind === 'heading') return `heading ${block.level}`;
  return block.kind === 'paragraph' && block.standfirst ? 'standfirst' : block.kind;
};

const blockLine = (block: Block): string => {
  const said = block.kind === 'figure' ? (block.caption ?? '') : blockText(block);
  return `${blockName(block)} ${said.length}`;
};

const textLines = (blocks: readonly Block[]): string[] => {
  const counts = Map.groupBy(blocks, ({ kind }) => kind);
  const kinds = [...counts].map(([kind, { length }]) => `${kind} ${length}`);
  const left = blocks.length - MAX_BLOCKS;
  return [
    `Blocks: ${blocks.length}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}`,
    `Block lengths: ${blocks.slice(0, MAX_BLOCKS).map(blockLine).join(', ') || 'none'}`,
    ...(left > 0 ? [`Blocks not listed: ${left}`] : []),
  ];
};

const readLines = (article: Article, summary: Summary): string[] => {
  const { title, site, section, authors, attribution, related, blocks } = article;
  const spans = summary.sentences.map(({ block, start, end }) => `${block}[${start}-${end}]`);
  const same = related.filter(({ sameSection }) => sameSection).length;
  return [
    `Language: ${article.language ?? 'none'}`,
    `Headline: ${lengthOf(title)}`,
    `Site: ${lengthOf(site)}`,
    `Section: ${lengthsOf(section)}`,
    `Published: ${evidenceOf(article.published)}`,
    `Modified: ${evidenceOf(article.modified)}`,
    `Byline: ${lengthsOf(authors)}`,
    `Source: ${lengthOf(attribution)}${article.attributionUrl ? ', with a link' : ''}`,
    `Views: ${article.views === null ? 'none' : 'found'}`,
    `Lead image: ${article.leadImage === null ? 'none' : 'found'}`,
    `Related: ${related.length}, ${same} of the same section`,
    `Truncated: ${article.truncated ? 'yes' : 'no'}`,
    ...textLines(blocks),
    `Summary: ${spans.join(' ') || 'none'}`,
    `Key terms: ${lengthsOf(summary.terms)}`,
  ];
};

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const contentLines = ({ article, summary }: { article: Article; summary: Summary }): string[] => [
  '',
  'Content',
  `Headline: ${oneLine(article.title)}`,
  `Site: ${article.site ?? ''}`,
  `Section: ${article.section.join(' > ')}`,
  `Published: ${article.published?.value ?? ''}`,
  `Modified: ${article.modified?.value ?? ''}`,
  `Byline: ${article.authors.join(', ')}`,
  `Source: ${article.attribution ?? ''}`,
  `Key terms: ${summary.terms.join(', ')}`,
  ...article.blocks.map(
    (block) =>
      `[${blockName(block)}] ${oneLine(block.kind === 'figure' ? (block.caption ?? '') : blockText(block))}`,
  ),
];

const addressLines = ({ url, read }: Reported, whole: boolean): string[] => {
  if (url === null) return [];
  const canonical = read && read.article.canonicalUrl !== url ? read.article.canonicalUrl : null;
  const said = whole ? (address: string) => address : addressShape;
  return [
    `Address: ${said(url)}`,
    ...(canonical === null ? [] : [`Canonical address: ${said(canonical)}`]),
  ];
};

/** A report as lines of text. What is not ticked is not in it, in no form from which it could be told. */
export const reportOf = (reported: Reported, ticked: Ticked): string[] => {
  const { kind, read, extraction, corrected, isSelection, language, surroundings } = reported;
  const { version, browser, times } = surroundings;
  return [
    `Dateline ${version}, ${browser}, interface in ${language}`,
    `Page: ${kind}`,
    ...addressLines(reported, ticked.address),
    ...(read ? readLines(read.article, read.summary) : []),
    ...(extraction ? zoneLines(extraction) : []),
    ...(corrected.length > 0 ? [`Corrected by the reader: ${corrected.join(', ')}`] : []),
    ...(isSelection ? ['The reader selected the text.'] : []),
    ...(times.length > 0
      ? [`Times in ms: ${times.map(({ name, at }) => `${name} ${at}`).join(', ')}`]
      : []),
    ...(read && ticked.content ? contentLines(read) : []),
  ];
};
