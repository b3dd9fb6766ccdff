// All feeds of a workspace: as a page, and as OPML for feed readers. Both are asked for by a person who is signed in, since
// saved searches are theirs alone: by the workspace's token, which one passes on, nobody learns that there are any.
import { MEDIA_TOPICS } from '../../shared/schema/media-topic.ts';
import type { Noun } from '../../shared/schema/named.ts';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import { writeOpml } from '../../shared/digest/opml.ts';
import type { Library } from '../db/libraries.ts';
import { summarise } from '../domain/access.ts';
import {
  FEED_KINDS,
  FEED_PARTS,
  feedsAddress,
  type FeedList,
  type PartFeed,
} from '../pages/feeds.ts';
import { FeedsPage } from '../pages/FeedsPage.tsx';
import { categoryName } from '../pages/groups.ts';
import { nameAddress } from '../pages/NamesPage.tsx';
import { savedResults } from '../pages/SavedSearches.tsx';
import { OWN_HEADERS, page, withEtag } from './answers.ts';
import { readNothing } from './body.ts';
import { calendarAddress } from './calendar.ts';
import { feedAddresses, partFeedAddresses } from './feeds.ts';
import { member, signedInMember } from './policy.ts';
import { apiRoute, pageRoute } from './route.ts';
import { searchFeedAddresses } from './saved-search-feeds.ts';
import type { AppContext } from './services.ts';

/** How many tags and how many collections are listed: each has its feed on its own page too. */
const MOST_NAMES = 200;

const listFeeds = async (c: AppContext, library: Library, account: string): Promise<FeedList> => {
  const { workspace, language } = library;
  const { feeds, savedSearches } = c.var.services;
  const named = async (noun: Noun): Promise<PartFeed[]> => {
    const names = await feeds.names(workspace, noun, MOST_NAMES);
    return Promise.all(
      names.map(async ({ id, name }) => ({
        name,
        page: nameAddress(workspace, noun, name),
        feeds: await partFeedAddresses(c, library, { kind: noun, id }),
      })),
    );
  };
  const saved = async (): Promise<PartFeed[]> => {
    const all = await savedSearches.ofAccount(workspace, account);
    return Promise.all(
      all.map(async (search) => ({
        name: search.name,
        page: savedResults(workspace, search),
        feeds: await searchFeedAddresses(c, library, search),
      })),
    );
  };
  const topics = MEDIA_TOPICS.map(async (id) => ({
    name: categoryName(id, language) ?? id,
    page: null,
    feeds: await partFeedAddresses(c, library, { kind: 'category', id }),
  }));
  const [own, calendar, collections, tags, searches] = await Promise.all([
    feedAddresses(c, library),
    calendarAddress(c, library),
    named('collection'),
    named('tag'),
    saved(),
  ]);
  return { own, calendar, collections, tags, searches, topics: await Promise.all(topics) };
};

export const feedListRoutes = [
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/feeds/renew',
    policy: signedInMember('owner'),
    handler: async (c, { place: { library } }) => {
      await readNothing(c);
      await c.var.services.libraries.rotateFeeds(library.workspace);
      return c.redirect(feedsAddress(library.workspace), 303);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/w/:workspace/feeds/renew',
    policy: signedInMember('owner'),
    operation: {
      id: 'renewFeeds',
      summary: 'Makes the addresses of all feeds of the library void; it then has others.',
      answers: { 204: null },
    },
    handler: async (c, { place: { library } }) => {
      await c.var.services.libraries.rotateFeeds(library.workspace);
      return c.body(null, 204);
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/feeds',
    policy: member('viewer'),
    handler: async (c, { person, place: { library, role } }) => {
      const list = await listFeeds(c, library, person.account);
      const { workspace, language } = library;
      const shown = { workspace, language, list, most: MOST_NAMES, isOwner: role === 'owner' };
      return withEtag(c, page(c, <FeedsPage {...shown} />));
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/feeds.opml',
    policy: member('viewer'),
    handler: async (c, { person, place }) => {
      const { library } = place;
      const { own, ...parts } = await listFeeds(c, library, person.account);
      const t = feedTexts(library.language);
      const { feedKinds, feedOf } = texts(library.language).pages;
      const { name } = summarise(place);
      const groups = [
        {
          title: name,
          feeds: FEED_KINDS.map((kind) => ({
            title: feedKinds[kind].title,
            address: own[kind].rss,
          })),
        },
        ...FEED_PARTS.map((part) => ({
          title: t.parts[part],
          feeds: parts[part].flatMap(({ name: title, feeds: { daily, clips } }) => [
            { title: feedOf(title, feedKinds.daily.title), address: daily.rss },
            { title, address: clips.rss },
          ]),
        })),
      ];
      return withEtag(
        c,
        c.body(writeOpml(name, groups), 200, {
          'Content-Type': 'text/x-opml; charset=utf-8',
          'Content-Disposition': 'attachment; filename="dateline.opml"',
          ...OWN_HEADERS,
        }),
      );
    },
  }),
];
