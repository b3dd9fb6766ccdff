// From a page's document to the article that a careful person reads off it. The only door to this folder.
import type { Article } from '../schema/article.ts';
import { type Block, blockText } from '../schema/block.ts';
import { clip, oneLine } from '../text/clean.ts';
import { fitAddress } from './address.ts';
import { sourceLines, takeAttribution } from './attribution.ts';
import { corporateAuthor, readAuthors } from './authors.ts';
import { type Body, readBody } from './body.ts';
import { readCanonical } from './canonical.ts';
import { withDatelines } from './dateline.ts';
import { readDates } from './dates.ts';
import type { Extraction } from './extraction.ts';
import { bareArticle } from './bare.ts';
import { fitArticle } from './fit.ts';
import { readLanguage } from './language.ts';
import { isArticlePage } from './listing.ts';
import { announcesNames, namesUnder } from './names.ts';
import { splitTail } from './noise.ts';
import { type Page, readPage } from './page.ts';
import { plainBlocks } from './plain.ts';
import { recoverBlocks } from './recovered.ts';
import { findRelated, relatedLinks } from './related.ts';
import { readSection } from './section.ts';
import { readLeadImage, readSite } from './site.ts';
import { readHeadline } from './title.ts';
import { readViews } from './views.ts';

const MAX_TITLE = 1_000;
/** UTF-16 units: two sentences, as of a page that asks for a subscription. */
const HARDLY_ANYTHING = 400;

/**
 * Reads the article off a page.
 *
 * Pure: the same document and address give the same article; no clock, no network; the work is
 * bounded by counts of elements, characters and depth, and past them the body is plain text. The
 * document is taken apart: a copy would cost as much as half of the reading.
 *
 * @param document The page's document, as rendered. Elements marked `data-dateline-hidden` are not body.
 * @param url The http(s) address that was open.
 * @param seenAt The instant (ISO 8601) at which the page was read, where it is known: from it dates count
 *   that the page tells by how long ago they are.
 * @returns The article, valid by `shared/schema/article.ts`; null only where the page has neither
 *   title nor text, or the address is not http(s).
 */
export const readArticle = (
  document: Document,
  url: string,
  seenAt: string | null = null,
): Article | null => readWithExtraction(document, url, seenAt)?.article ?? null;

/** An article, and how its body was found. */
export interface ArticleRead {
  article: Article;
  extraction: Extraction;
  /** False where the page rather leads to articles, or says nothing. */
  isArticle: boolean;
}

/** As `readArticle`, with how the body was found. */
export const readWithExtraction = (
  document: Document,
  url: string,
  seenAt: string | null = null,
): ArticleRead | null => {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return null;
  try {
    return readPageAt(document, address, seenAt);
  } catch {
    // A page that nobody foresaw still gives its text.
    return plainArticle(document, address);
  }
};

const readPageAt = (
  document: Document,
  address: URL,
  seenAt: string | null,
): ArticleRead | null => {
  const page = readPage(document, address);
  const headline = readHeadline(page);
  const place = headline?.element ?? null;
  const site = readSite(page);
  const language = readLanguage(page, headline?.text ?? '');
  const { published, modified } = readDates(page, headline, language, seenAt);
  const related = findRelated(page, place);
  const people = readAuthors(page, place);
  const metadata = {
    canonicalUrl: readCanonical(page),
    site,
    section: [...readSection(page, headline, site)],
    published,
    modified,
    views: readViews(page),
    language,
    leadImage: readLeadImage(page),
    related: relatedLinks(related),
  };
  const lines = sourceLines(page);
  const body = page.isWhole ? readBody(page, headline, related) : null;
  const text = page.isWhole ? orRecovered(body?.blocks ?? null, page) : null;
  const { blocks: sourced, attribution } = takeAttribution(text ?? plainBlocks(document), lines);
  const { blocks, tail } = splitTail(sourced);
  const title = headline?.text ?? firstWords(blocks);
  if (title === null) return null;
  // Elsewhere the short lines behind a text are commenters, menus and offers.
  const isVietnamese = language?.startsWith('vi') === true;
  const after = (body?.after ?? []).filter((line) => isVietnamese || announcesNames(line));
  const under = namesUnder([...tail, ...after]);
  const authors = [people, under, corporateAuthor(page)].find((each) => each.length > 0);
  const article = fitArticle({
    url: fitAddress(address),
    title,
    authors: [...(authors ?? [])],
    attribution: attribution?.name ?? null,
    ...(attribution?.url && { attributionUrl: attribution.url }),
    blocks: withDatelines(blocks),
    truncated: false,
    ...metadata,
  });
  const spread = text !== null && text === body?.blocks ? body.spread : null;
  const isArticle = isArticlePage(page, headline, article, spread);
  return { article, extraction: extractionOf(page, body, text), isArticle };
};

const NOTHING_JUDGED: Extraction = { from: 'plain', outside: null, zones: [] };

const extractionOf = (page: Page, body: Body | null, text: readonly Block[] | null): Extraction => {
  if (!body) return NOTHING_JUDGED;
  const { zones, blocks } = body;
  const shown = page.stretches.reduce((sum, stretch) => sum + stretch.text.length, 0);
  const inBlocks = zones.reduce((sum, { characters }) => sum + characters, 0);
  return {
    from: text === null ? 'plain' : text === blocks ? 'page' : 'data',
    outside: Math.max(0, shown - inBlocks),
    zones,
  };
};

// What is shown, unless that is hardly anything and the page holds more.
const orRecovered = (shown: readonly Block[] | null, page: Page): readonly Block[] | null => {
  const length = lengthOf(shown ?? []);
  if (length >= HARDLY_ANYTHING) return shown;
  const recovered = recoverBlocks(page);
  return lengthOf(recovered) > length * 2 ? recovered : shown;
};

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'figure' ? 0 : blockText(block).length), 0);

const plainArticle = (document: Document, address: URL): ArticleRead | null => {
  const blocks = plainBlocks(document);
  const title = clip(oneLine(document.title), MAX_TITLE) || firstWords(blocks);
  if (!title) return null;
  const article = fitArticle(bareArticle(address, title, blocks));
  return { article, extraction: NOTHING_JUDGED, isArticle: true };
};

// A page without any title is called by its first words.
const firstWords = (blocks: readonly Block[]): string | null => {
  const text = blocks.map(blockText).find((each) => each.trim() !== '');
  return text === undefined ? null : oneLine(clip(text, 120));
};
