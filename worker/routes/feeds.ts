// Each feed in each format: one composition a feed, and nothing is composed that the caller or this isolate has.
import {
  type Feed,
  FEED_FORMATS,
  FEED_TYPES,
  type FeedEntry,
  type FeedFormat,
  tagUri,
  writeFeed,
} from '../../shared/digest/feeds.ts';
import { publishedInstant } from '../../shared/digest/days.ts';
import { texts } from '../../shared/locales/index.ts';
import type { StoredCard } from '../db/clips.ts';
import type { Library } from '../db/libraries.ts';
import type { FeedOwner } from '../db/feeds.ts';
import { feedToken, readFeedToken } from '../domain/feed-token.ts';
import { readClipFeed, readDayFeed } from '../domain/feeds.ts';
import { Refusal } from '../domain/refusal.ts';
import { fullDay } from '../pages/dates.ts';
import { clipEntryHtml, dayEntryHtml } from '../pages/FeedEntry.tsx';
import { FEED_KINDS, type FeedAddresses, type FeedKind } from '../pages/feeds.ts';
import { following, OWN_HEADERS } from './answers.ts';
import { feedReader } from './policy.ts';
import { pageRoute } from './route.ts';
import { type AppContext, ownOrigin } from './services.ts';

/** The addresses of a library's feeds. */
export const feedAddresses = async (
  c: AppContext,
  library: Pick<Library, 'number' | 'feed_rotation'>,
): Promise<FeedAddresses> => {
  const base = `${ownOrigin(c)}/feed/${await feedToken(c.env.SECRET, library)}`;
  const of = (kind: FeedKind) => ({
    rss: `${base}/${kind}.rss`,
    atom: `${base}/${kind}.atom`,
    json: `${base}/${kind}.json`,
  });
  return { daily: of('daily'), clips: of('clips') };
};

const composeDays = async (c: AppContext, { library }: FeedOwner): Promise<FeedEntry[]> => {
  const { workspace, language } = library;
  const origin = ownOrigin(c);
  const days = await readDayFeed(c.var.services.feeds, library);
  return days.map(({ digest, more }) => ({
    id: tagUri(workspace, digest.day),
    title: fullDay(digest.day, language),
    url: `${origin}/w/${workspace}/day/${digest.day}`,
    updated: digest.updated ?? `${digest.day}T00:00:00.000Z`,
    published: null,
    authors: [],
    categories: [],
    html: dayEntryHtml({ digest, more, language, origin }),
  }));
};

/** A clip as an entry, of whichever feed. */
export const clipEntry = (
  { workspace, language }: Pick<Library, 'workspace' | 'language'>,
  { card, changedAt }: StoredCard,
): FeedEntry => ({
  id: tagUri(workspace, 'clip', card.id),
  title: card.title,
  url: card.url,
  updated: changedAt,
  published: card.published && publishedInstant(card.published),
  authors: card.authors,
  categories: card.section,
  html: clipEntryHtml(card, language),
});

const composeClips = async (c: AppContext, { library }: FeedOwner): Promise<FeedEntry[]> => {
  const cards = await readClipFeed(c.var.services.feeds, library);
  return cards.map((card) => clipEntry(library, card));
};

const FEEDS = {
  // Older than the feed of clips: its id may not change any more.
  daily: { compose: composeDays, id: (workspace: string) => tagUri(workspace) },
  clips: { compose: composeClips, id: (workspace: string) => tagUri(workspace, 'clips') },
};

/** The instant of a feed's last change; a delete changes it too, though its clip is in no entry. */
export const lastChange = (
  library: Pick<Library, 'deletedAt'>,
  entries: readonly FeedEntry[],
): string | null =>
  entries.reduce<string | null>(
    (last, { updated }) => (last === null || updated > last ? updated : last),
    library.deletedAt,
  );

const composeFeed = async (c: AppContext, kind: FeedKind, owner: FeedOwner): Promise<Feed> => {
  const { workspace, language } = owner.library;
  const { name } = owner;
  const origin = ownOrigin(c);
  const { feedOf, feedKinds } = texts(language).pages;
  const { title, description } = feedKinds[kind];
  const entries = await FEEDS[kind].compose(c, owner);
  return {
    id: FEEDS[kind].id(workspace),
    // The days go by the workspace's name alone; who reads both must tell them apart.
    title: kind === 'daily' ? name : feedOf(name, title),
    description,
    language,
    self: `${origin}${c.req.path}`,
    home: `${origin}/`,
    updated: lastChange(owner.library, entries),
    entries,
  };
};

/** The headers of a feed in a format. */
export const feedHeaders = (format: FeedFormat) => ({
  'Content-Type': `${FEED_TYPES[format]}; charset=utf-8`,
  ...OWN_HEADERS,
});

const answerFeed = async (c: AppContext, kind: FeedKind, format: FeedFormat): Promise<Response> => {
  const token = await readFeedToken(c.env.SECRET, c.req.param('token') ?? '');
  const owner = token && (await c.var.services.feeds.find(token.number, token.rotation));
  if (!owner) throw new Refusal('not-found');
  return following(c, { ...owner }, feedHeaders(format), async () =>
    writeFeed(format, await composeFeed(c, kind, owner)),
  );
};

export const feedRoutes = FEED_KINDS.flatMap((kind) =>
  FEED_FORMATS.map((format) =>
    pageRoute({
      method: 'GET',
      path: `/feed/:token/${kind}.${format}`,
      policy: feedReader,
      handler: (c) => answerFeed(c, kind, format),
    }),
  ),
);
