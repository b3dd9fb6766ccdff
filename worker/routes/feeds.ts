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
import type { Library } from '../db/libraries.ts';
import { feedToken, type FeedToken, readFeedToken } from '../domain/feed-token.ts';
import { type FeedOwner, findFeedOwner, readClipFeed, readDayFeed } from '../domain/feeds.ts';
import { sha256 } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { fullDay } from '../pages/dates.ts';
import { clipEntryHtml, dayEntryHtml } from '../pages/FeedEntry.tsx';
import { FEED_KINDS, type FeedAddresses, type FeedKind } from '../pages/feeds.ts';
import { notModified } from './answers.ts';
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

type Composed = FeedOwner & { entries: FeedEntry[] };

const composeDays = async (c: AppContext, token: FeedToken): Promise<Composed | null> => {
  const found = await readDayFeed(c.var.services, token);
  if (!found) return null;
  const { days, ...owner } = found;
  const { workspace, language } = owner.library;
  const origin = ownOrigin(c);
  const entries = days.map(({ digest, more }) => ({
    id: tagUri(workspace, digest.day),
    title: fullDay(digest.day, language),
    url: `${origin}/w/${workspace}/day/${digest.day}`,
    updated: digest.updated ?? `${digest.day}T00:00:00.000Z`,
    published: null,
    authors: [],
    categories: [],
    html: dayEntryHtml({ digest, more, language, origin }),
  }));
  return { ...owner, entries };
};

const composeClips = async (c: AppContext, token: FeedToken): Promise<Composed | null> => {
  const found = await readClipFeed(c.var.services, token);
  if (!found) return null;
  const { cards, ...owner } = found;
  const { workspace, language } = owner.library;
  const entries = cards.map(({ card, changedAt }) => ({
    id: tagUri(workspace, 'clip', card.id),
    title: card.title,
    url: card.url,
    updated: changedAt,
    published: card.published && publishedInstant(card.published),
    authors: card.authors,
    categories: card.section,
    html: clipEntryHtml(card, language),
  }));
  return { ...owner, entries };
};

const FEEDS = {
  // Older than the feed of clips: its id may not change any more.
  daily: { compose: composeDays, id: (workspace: string) => tagUri(workspace) },
  clips: { compose: composeClips, id: (workspace: string) => tagUri(workspace, 'clips') },
};

/** The instant of a feed's last change; a delete changes it too, though its clip is in no entry. */
const lastChange = ({ library, entries }: Composed): string | null =>
  entries.reduce<string | null>(
    (last, { updated }) => (last === null || updated > last ? updated : last),
    library.deletedAt,
  );

/** Names what a feed's bytes follow from: address, build, and the library's last change. */
const etagOf = async (c: AppContext, { library, name }: FeedOwner): Promise<string> => {
  const facts = JSON.stringify([ownOrigin(c), c.req.path, BUILD_ID, name, library]);
  return `"${(await sha256(new TextEncoder().encode(facts))).slice(0, 24)}"`;
};

const answerFeed = async (c: AppContext, kind: FeedKind, format: FeedFormat): Promise<Response> => {
  const token = await readFeedToken(c.env.SECRET, c.req.param('token') ?? '');
  if (!token) throw new Refusal('not-found');
  const headers = {
    'Content-Type': `${FEED_TYPES[format]}; charset=utf-8`,
    'Cache-Control': 'private, no-cache',
    'X-Content-Type-Options': 'nosniff',
  };
  const owner = await findFeedOwner(c.var.services, token);
  if (!owner) throw new Refusal('not-found');
  const etag = await etagOf(c, owner);
  const unchanged = notModified(c, etag, headers);
  if (unchanged) return unchanged;
  const kept = c.var.bodies.get(etag);
  if (kept) return c.body(kept, 200, { ...headers, ETag: etag });
  const composed = await FEEDS[kind].compose(c, token);
  if (!composed) throw new Refusal('not-found');
  const { library, name, entries } = composed;
  const { workspace, language } = library;
  const origin = ownOrigin(c);
  const { feedOf, feedKinds } = texts(language).pages;
  const { title, description } = feedKinds[kind];
  const feed: Feed = {
    id: FEEDS[kind].id(workspace),
    // The days go by the workspace's name alone; who reads both must tell them apart.
    title: kind === 'daily' ? name : feedOf(name, title),
    description,
    language,
    self: `${origin}${c.req.path}`,
    home: `${origin}/`,
    updated: lastChange(composed),
    entries,
  };
  const body = new TextEncoder().encode(writeFeed(format, feed));
  // Not the tag from above: the library may have changed since.
  const composedEtag = await etagOf(c, composed);
  c.var.bodies.set(composedEtag, body);
  return c.body(body, 200, { ...headers, ETag: composedEtag });
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
