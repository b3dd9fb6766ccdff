import { atomFeed, type DailyFeed, jsonFeed } from '../../shared/digest/feeds.ts';
import type { Library } from '../db/libraries.ts';
import { feedToken, readFeed, readFeedToken } from '../domain/feeds.ts';
import { Refusal } from '../domain/refusal.ts';
import { fullDay } from '../pages/dates.ts';
import { feedEntryHtml } from '../pages/FeedEntry.tsx';
import type { FeedAddresses } from '../pages/Layout.tsx';
import { withEtag } from './answers.ts';
import { feedReader } from './policy.ts';
import { pageRoute } from './route.ts';
import { type AppContext, ownOrigin } from './services.ts';

/** The addresses of a library's feeds. */
export const feedAddresses = async (
  c: AppContext,
  library: Pick<Library, 'number' | 'feed_rotation'>,
): Promise<FeedAddresses> => {
  const base = `${ownOrigin(c)}/feed/${await feedToken(c.env.SECRET, library)}/daily`;
  return { atom: `${base}.atom`, json: `${base}.json` };
};

const dailyFeed = async (c: AppContext): Promise<DailyFeed> => {
  const { feeds, workspaces } = c.var.services;
  const token = await readFeedToken(c.env.SECRET, c.req.param('token') ?? '');
  if (!token) throw new Refusal('not-found');
  const [feed, name] = await Promise.all([readFeed(feeds, token), workspaces.nameOf(token.number)]);
  if (!feed || name === null) throw new Refusal('not-found');
  const { workspace, language } = feed;
  const origin = ownOrigin(c);
  return {
    workspace,
    language,
    title: name,
    self: `${origin}${c.req.path}`,
    home: `${origin}/`,
    entries: feed.days.map((digest) => ({
      day: digest.day,
      title: fullDay(digest.day, language),
      url: `${origin}/w/${workspace}/day/${digest.day}`,
      updated: digest.updated ?? `${digest.day}T00:00:00.000Z`,
      html: feedEntryHtml({ digest, language, origin }),
    })),
  };
};

const answer = (c: AppContext, body: string, type: string): Promise<Response> =>
  withEtag(
    c,
    c.body(body, 200, {
      'Content-Type': type,
      'Cache-Control': 'private, no-cache',
      'X-Content-Type-Options': 'nosniff',
    }),
  );

export const feedRoutes = [
  pageRoute({
    method: 'GET',
    path: '/feed/:token/daily.atom',
    policy: feedReader,
    handler: async (c) =>
      answer(c, atomFeed(await dailyFeed(c)), 'application/atom+xml; charset=utf-8'),
  }),
  pageRoute({
    method: 'GET',
    path: '/feed/:token/daily.json',
    policy: feedReader,
    handler: async (c) =>
      answer(c, jsonFeed(await dailyFeed(c)), 'application/feed+json; charset=utf-8'),
  }),
];
