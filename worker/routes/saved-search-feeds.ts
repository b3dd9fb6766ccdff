// The feed of a saved search in each format.
import { FEED_FORMATS, type FeedFormat, tagUri } from '../../shared/digest/feeds.ts';
import { savedTexts } from '../../shared/locales/saved.ts';
import type { Library } from '../db/libraries.ts';
import type { StoredSearch } from '../db/saved-searches.ts';
import { readSearchFeedToken, searchFeedToken } from '../domain/feed-token.ts';
import { Refusal } from '../domain/refusal.ts';
import { findSearchFeed, readSearchFeed } from '../domain/saved-searches.ts';
import type { FormatAddresses } from '../pages/feeds.ts';
import { answerFeed, clipEntries, formatAddresses } from './feed-answers.ts';
import { feedReader } from './policy.ts';
import { pageRoute } from './route.ts';
import { type AppContext, ownOrigin } from './services.ts';

/** The addresses of a saved search's feed. */
export const searchFeedAddresses = async (
  c: AppContext,
  library: Pick<Library, 'number' | 'feed_rotation'>,
  search: Pick<StoredSearch, 'id' | 'rotation'>,
): Promise<FormatAddresses> =>
  formatAddresses(c, await searchFeedToken(c.env.SECRET, library, search), 'search');

const answerSearch = async (c: AppContext, format: FeedFormat): Promise<Response> => {
  const address = await readSearchFeedToken(c.env.SECRET, c.req.param('token') ?? '');
  const feed = address && (await findSearchFeed(c.var.services, address));
  if (!feed) throw new Refusal('not-found');
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

export const savedSearchFeedRoutes = FEED_FORMATS.map((format) =>
  pageRoute({
    method: 'GET',
    path: `/feed/:token/search.${format}`,
    policy: feedReader,
    handler: (c) => answerSearch(c, format),
  }),
);
