// The feeds of a library and of its parts, day by day and clip by clip: one composition a feed, and nothing is composed
// that the caller or this isolate has.
import { FEED_FORMATS, type FeedFormat, tagUri } from '../../shared/digest/feeds.ts';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import type { FeedOwner } from '../db/feeds.ts';
import type { Library } from '../db/libraries.ts';
import { answered, type Question } from '../db/question.ts';
import {
  type FeedPart,
  feedToken,
  partFeedToken,
  readFeedToken,
  readPartFeedToken,
} from '../domain/feed-token.ts';
import { askDays, askPartDays, type FeedDaysOf } from '../domain/day-feeds.ts';
import { askPart, type PartOwner, readClipFeed, readPartFeed } from '../domain/feeds.ts';
import { Refusal } from '../domain/refusal.ts';
import { FEED_KINDS, feedsAddress, type FeedAddresses, type FeedKind } from '../pages/feeds.ts';
import { categoryName } from '../pages/groups.ts';
import { nameAddress } from '../pages/NamesPage.tsx';
import { dayOfPart } from '../pages/search-links.ts';
import { spanAddress } from '../pages/Span.tsx';
import { isAnswered } from './answers.ts';
import { askWhereItLies } from './directory.ts';
import { answerFeed, clipEntries, dayEntries, formatAddresses } from './feed-answers.ts';
import { feedReader } from './policy.ts';
import { pageRoute } from './route.ts';
import { answerSearchDays } from './saved-search-feeds.ts';
import { type AppContext, ownOrigin, type Services } from './services.ts';

type Numbered = Pick<Library, 'number' | 'feed_rotation'>;

const addressesOf = (c: AppContext, token: string): FeedAddresses => ({
  daily: formatAddresses(c, token, 'daily'),
  clips: formatAddresses(c, token, 'clips'),
});

/** The addresses of a library's feeds. */
export const feedAddresses = async (c: AppContext, library: Numbered): Promise<FeedAddresses> =>
  addressesOf(c, await feedToken(c.env.SECRET, library));

/** The addresses of a part's feeds. */
export const partFeedAddresses = async (
  c: AppContext,
  library: Numbered,
  part: FeedPart,
): Promise<FeedAddresses> => addressesOf(c, await partFeedToken(c.env.SECRET, library, part));

/** Whatever days a feed has: asked for only where nobody has it as it is. */
type ReadDays = () => Promise<FeedDaysOf>;

/** Asks whose a feed is and, unless it is likely to be known already, for its days in the same round trip. */
const askOwner = async <T>(
  c: AppContext,
  kind: FeedKind,
  number: number,
  owner: (services: Services) => Question<T | null>,
  days: (services: Services) => Question<FeedDaysOf>,
): Promise<[T, ReadDays]> => {
  const late = kind === 'clips' || isAnswered(c, null);
  const asked = () => {
    const { services } = c.var;
    return owner(services).and(late ? answered(null) : days(services));
  };
  const [found, daysOf] = await askWhereItLies(c, number, asked, ([owned]) => owned === null);
  if (found === null) throw new Refusal('not-found');
  const { services } = c.var;
  return [found, () => (daysOf ? Promise.resolve(daysOf) : services.ask(days(services)))];
};

const answerOwn = (
  c: AppContext,
  kind: FeedKind,
  format: FeedFormat,
  { library, name }: FeedOwner,
  readDays: ReadDays,
): Promise<Response> => {
  const { workspace, language } = library;
  const { feedOf, feedKinds } = texts(language).pages;
  const { title, description } = feedKinds[kind];
  return answerFeed(c, format, {
    library,
    facts: { name },
    isDated: true,
    compose: async () => ({
      // Older than the feed of clips: its id may not change any more.
      id: kind === 'daily' ? tagUri(workspace) : tagUri(workspace, 'clips'),
      // The days go by the workspace's name alone; who reads both must tell them apart.
      title: kind === 'daily' ? name : feedOf(name, title),
      description,
      home: `${ownOrigin(c)}/`,
      entries:
        kind === 'daily'
          ? await dayEntries(c, library, (await readDays())(library), {
              names: [],
              pageOf: (day) => `/w/${workspace}/day/${day}`,
            })
          : await clipEntries(c, library, await readClipFeed(c.var.services.feeds, library)),
    }),
  });
};

const answerPart = (
  c: AppContext,
  kind: FeedKind,
  format: FeedFormat,
  owner: PartOwner,
  readDays: ReadDays,
): Promise<Response> => {
  const { library, name, part } = owner;
  const { workspace, language } = library;
  const t = feedTexts(language);
  const { feedKinds, feedOf } = texts(language).pages;
  const { feeds } = c.var.services;
  const called = 'called' in owner ? owner.called : (categoryName(part.id, language) ?? part.id);
  const page =
    part.kind === 'category' ? feedsAddress(workspace) : nameAddress(workspace, part.kind, called);
  const title = t.titleOf(called, name);
  const home = ownOrigin(c) + page;
  const names = [part.kind, part.id];
  return answerFeed(c, format, {
    library,
    facts: { name, called },
    // When a clip was filed under a name, or a name changed, is not stored.
    isDated: part.kind === 'category',
    compose: async () =>
      kind === 'daily'
        ? {
            id: tagUri(workspace, ...names, 'daily'),
            title: feedOf(title, feedKinds.daily.title),
            description: t.dayDescriptions[part.kind],
            home,
            entries: await dayEntries(c, library, (await readDays())(library), {
              names,
              pageOf: (day) =>
                part.kind === 'collection'
                  ? spanAddress({ workspace, axis: 'published', collection: called }, 'day', day)
                  : dayOfPart(workspace, language, { kind: part.kind, called, day }),
            }),
          }
        : {
            id: tagUri(workspace, ...names),
            title,
            description: t.descriptions[part.kind],
            home,
            entries: await clipEntries(c, library, await readPartFeed(feeds, library, part)),
          },
  });
};

const answerByToken = async (
  c: AppContext,
  kind: FeedKind,
  format: FeedFormat,
): Promise<Response> => {
  const written = c.req.param('token') ?? '';
  const token = await readFeedToken(c.env.SECRET, written);
  if (token) {
    const [owner, readDays] = await askOwner(
      c,
      kind,
      token.number,
      ({ feeds }) => feeds.owner(token),
      (services) => askDays(services, token, null),
    );
    return answerOwn(c, kind, format, owner, readDays);
  }
  const named = await readPartFeedToken(c.env.SECRET, written);
  if (!named) {
    if (kind === 'daily') return answerSearchDays(c, format);
    throw new Refusal('not-found');
  }
  const [found, readDays] = await askOwner(
    c,
    kind,
    named.number,
    ({ feeds }) => askPart(feeds, named),
    (services) => askPartDays(services, named, named.part),
  );
  if (found === 'gone') throw new Refusal('gone');
  if (!('movedTo' in found)) return answerPart(c, kind, format, found, readDays);
  // Put together with another for good: readers of feeds then ask for that one.
  const addresses = await partFeedAddresses(c, found.library, found.movedTo);
  return c.redirect(addresses[kind][format] + new URL(c.req.url).search, 301);
};

export const feedRoutes = FEED_KINDS.flatMap((kind) =>
  FEED_FORMATS.map((format) =>
    pageRoute({
      method: 'GET',
      path: `/feed/:token/${kind}.${format}`,
      policy: feedReader,
      handler: (c) => answerByToken(c, kind, format),
    }),
  ),
);
