// The feed of a saved search in each format.
import { FEED_FORMATS, type FeedFormat, tagUri, writeFeed } from '../../shared/digest/feeds.ts';
import { savedTexts } from '../../shared/locales/saved.ts';
import type { Library } from '../db/libraries.ts';
import type { StoredSearch } from '../db/saved-searches.ts';
import { readSearchFeedToken, searchFeedToken } from '../domain/feed-token.ts';
import { Refusal } from '../domain/refusal.ts';
import { findSearchFeed, readSearchFeed, type SearchFeed } from '../domain/saved-searches.ts';
import { following } from './answers.ts';
import { clipEntry, feedHeaders, lastChange } from './feeds.ts';
import { feedReader } from './policy.ts';
import { pageRoute } from './route.ts';
import { type AppContext, ownOrigin } from './services.ts';

/** The addresses of a saved search's feed. */
export const searchFeedAddresses = async (
  c: AppContext,
  library: Pick<Library, 'number' | 'feed_rotation'>,
  search: Pick<StoredSearch, 'id' | 'rotation'>,
): Promise<Readonly<Record<FeedFormat, string>>> => {
  const base = `${ownOrigin(c)}/feed/${await searchFeedToken(c.env.SECRET, library, search)}/search`;
  return { rss: `${base}.rss`, atom: `${base}.atom`, json: `${base}.json` };
};

const composeFeed = async (c: AppContext, feed: SearchFeed) => {
  const { library, workspace: name, search } = feed;
  const { workspace, language } = library;
  const t = savedTexts(language);
  const origin = ownOrigin(c);
  const cards = await readSearchFeed(c.var.services, feed);
  const entries = cards.map((card) => clipEntry(library, card));
  return {
    id: tagUri(workspace, 'search', search.id),
    title: t.feedTitle(search.name, name),
    description: t.feedDescription,
    language,
    self: `${origin}${c.req.path}`,
    home: `${origin}/w/${workspace}/searches`,
    updated: lastChange(library, entries),
    entries,
  };
};

const answerFeed = async (c: AppContext, format: FeedFormat): Promise<Response> => {
  const address = await readSearchFeedToken(c.env.SECRET, c.req.param('token') ?? '');
  const feed = address && (await findSearchFeed(c.var.services, address));
  if (!feed) throw new Refusal('not-found');
  return following(c, { ...feed }, feedHeaders(format), async () =>
    writeFeed(format, await composeFeed(c, feed)),
  );
};

export const savedSearchFeedRoutes = FEED_FORMATS.map((format) =>
  pageRoute({
    method: 'GET',
    path: `/feed/:token/search.${format}`,
    policy: feedReader,
    handler: (c) => answerFeed(c, format),
  }),
);
