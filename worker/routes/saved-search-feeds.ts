// The feeds of a saved search in each format: of clips, and of days.
import { FEED_FORMATS, type FeedFormat, tagUri } from '../../shared/digest/feeds.ts';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import { savedTexts } from '../../shared/locales/saved.ts';
import type { Library } from '../db/libraries.ts';
import type { StoredSearch } from '../db/saved-searches.ts';
import { readSearchDays } from '../domain/day-feeds.ts';
import { readSearchFeedToken, searchFeedToken } from '../domain/feed-token.ts';
import { Refusal } from '../domain/refusal.ts';
import { findSearchFeed, readSearchFeed, type SearchFeed } from '../domain/saved-searches.ts';
import type { FeedAddresses } from '../pages/feeds.ts';
import { savedResults } from '../pages/SavedSearches.tsx';
import { dayOfQuery } from '../pages/search-links.ts';
import { askWhereItLies, isNowhere } from './directory.ts';
import { answerFeed, clipEntries, dayEntries, formatAddresses } from './feed-answers.ts';
import { feedReader } from './policy.ts';
import { pageRoute } from './route.ts';
import { type AppContext, ownOrigin } from './services.ts';

/** The addresses of a saved search's feeds. */
export const searchFeedAddresses = async (
  c: AppContext,
  library: Pick<Library, 'number' | 'feed_rotation'>,
  search: Pick<StoredSearch, 'id' | 'rotation'>,
): Promise<FeedAddresses> => {
  const token = await searchFeedToken(c.env.SECRET, library, search);
  return { daily: formatAddresses(c, token, 'daily'), clips: formatAddresses(c, token, 'search') };
};

/** The feed that a token names. Throws 'not-found' where it was made void or is none. */
const findByToken = async (c: AppContext): Promise<SearchFeed> => {
  const address = await readSearchFeedToken(c.env.SECRET, c.req.param('token') ?? '');
  if (!address) throw new Refusal('not-found');
  const found = await askWhereItLies(
    c,
    address.number,
    () => c.var.services.savedSearches.findFeed(address),
    isNowhere,
  );
  const feed = found && (await findSearchFeed(c.var.services, found));
  if (!feed) throw new Refusal('not-found');
  return feed;
};

const answerSearch = async (c: AppContext, format: FeedFormat): Promise<Response> => {
  const feed = await findByToken(c);
  const { library, workspace: name, search } = feed;
  const { workspace, language } = library;
  const t = savedTexts(language);
  return answerFeed(c, format, {
    library,
    facts: { ...feed },
    // What a search asks for changes with its words, with names, with the day and with what its person does.
    isDated: false,
    compose: async () => ({
      id: tagUri(workspace, 'search', search.id),
      title: t.feedTitle(search.name, name),
      description: t.feedDescription,
      home: `${ownOrigin(c)}/w/${workspace}/searches`,
      entries: await clipEntries(c, library, await readSearchFeed(c.var.services, feed)),
    }),
  });
};

/** The feed of the days of what a saved search finds. */
export const answerSearchDays = async (c: AppContext, format: FeedFormat): Promise<Response> => {
  const feed = await findByToken(c);
  const { library, workspace: name, search, asked } = feed;
  const { workspace, language } = library;
  const { feedKinds, feedOf } = texts(language).pages;
  const title = savedTexts(language).feedTitle(search.name, name);
  return answerFeed(c, format, {
    library,
    facts: { ...feed },
    isDated: false,
    compose: async () => ({
      id: tagUri(workspace, 'search', search.id, 'daily'),
      title: feedOf(title, feedKinds.daily.title),
      description: feedTexts(language).dayDescriptions.search,
      home: ownOrigin(c) + savedResults(workspace, search),
      entries: await dayEntries(c, library, await readSearchDays(c.var.services, feed), {
        names: ['search', search.id],
        pageOf: (day) => dayOfQuery(workspace, language, { asked, day }),
      }),
    }),
  });
};

export const savedSearchFeedRoutes = FEED_FORMATS.map((format) =>
  pageRoute({
    method: 'GET',
    path: `/feed/:token/search.${format}`,
    policy: feedReader,
    handler: (c) => answerSearch(c, format),
  }),
);
