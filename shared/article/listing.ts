// Whether a page is an article, or one that leads to articles (a front page, a section, the results of a search) or
// says nothing (a page that is missing). A wrong no costs a reader more than a wrong yes: what calls itself an
// article, or has some text that runs on, is one.
import type { Article } from '../schema/article.ts';
import { blockText } from '../schema/block.ts';
import { fold } from '../text/fold.ts';
import { articleLd, isType } from './json-ld.ts';
import { metaValue } from './meta.ts';
import type { Page } from './page.ts';
import { leadsOn, type Spread, weigh } from './spread.ts';
import type { Headline } from './title.ts';

const MANY_TEASERS = 4;
const MANY_TITLES = 8;
/** Less is hardly an article; what stands around titles anyway; what a listing says of itself, or cites of one post. */
const FEW = 250;
const LITTLE = 200;
const SOME = 600;
/** The heading of a section is a word or two. */
const HEADLINE = 25;

const MISSING =
  /^(?:error )?(?:404|410)(?: |$)|^not found$|(?:^| )(?:page|story|article) (?:(?:was |could )?not (?:be )?found|does not exist|no longer exists)|không tìm thấy (?:trang|nội dung|bài|đường dẫn)|(?:trang|bài viết|nội dung|đường dẫn)(?: \p{L}+){0,3} không (?:còn )?tồn tại/u;
const SEARCH_PATH = /(?:^|\/)(?:search|tim-?kiem)(?:[/.]|$)/i;
const SEARCH_QUERY = /^(?:q|s|query|search|keywords?|tu-?khoa)$/i;
const FRONT = /^\/(?:(?:index|home|default|trang-chu)(?:\.\w+)?|[a-z]{2}(?:-[a-z]{2})?)?\/?$/i;

const isSearch = ({ pathname, searchParams }: URL): boolean =>
  SEARCH_PATH.test(pathname) ||
  // A number there names a story.
  [...searchParams].some(([name, value]) => SEARCH_QUERY.test(name) && /\p{L}/u.test(value));

const saysArticle = ({ meta, ld }: Page): boolean =>
  metaValue(meta, 'og:type')?.toLowerCase() === 'article' ||
  meta.has('article:published_time') ||
  articleLd(ld).some((one) => !isType(one, 'WebPage'));

const saysListing = ({ ld }: Page): boolean =>
  ld.some((one) => isType(one, 'CollectionPage', 'SearchResultsPage'));

const saysSite = ({ meta, ld }: Page): boolean =>
  metaValue(meta, 'og:type')?.toLowerCase() === 'website' ||
  ld.some((one) => isType(one, 'ItemList'));

// A heading as long as a headline, which does not lead to the article that it is of.
const hasHeadline = (page: Page, headline: Headline | null): boolean => {
  const element = headline?.element;
  if (!element || (element.textContent?.trim().length ?? 0) < HEADLINE) return false;
  const link = element.closest('a[href]') ?? element.querySelector('a[href]');
  return !leadsOn(link?.getAttribute('href'), page);
};

const isListing = (page: Page, headline: Headline | null, article: Article, spread: Spread) => {
  const { titles, teasers, own, run } = spread;
  if (teasers < MANY_TEASERS && titles < MANY_TITLES) return false;
  if (FRONT.test(page.url.pathname) || isSearch(page.url) || saysListing(page))
    return own < SOME || (teasers >= MANY_TEASERS && run < SOME);
  if (saysArticle(page) || (article.published && hasHeadline(page, headline))) return false;
  return own < (saysSite(page) ? SOME : LITTLE);
};

const saysHardlyAnything = (page: Page, article: Article): boolean => {
  if (saysArticle(page)) return false;
  const length = article.blocks.reduce((sum, block) => sum + weigh(blockText(block)), 0);
  const names = [article.title, page.document.querySelector('h1')?.textContent ?? ''];
  if (length < SOME && names.some((name) => MISSING.test(fold(name)))) return true;
  const { published, authors } = article;
  const isDated = published !== null && published.evidence !== 'address';
  return length < FEW && !isDated && authors.length === 0;
};

/**
 * Whether a page is an article.
 * @param article what was read off the page
 * @param spread null where its text was not found on the page itself
 */
export const isArticlePage = (
  page: Page,
  headline: Headline | null,
  article: Article,
  spread: Spread | null,
): boolean =>
  article.blocks.length > 0 &&
  !saysHardlyAnything(page, article) &&
  !(spread && isListing(page, headline, article, spread));
