// What all feeds have in common: their addresses, their entries of clips, and how they are answered.
import {
  type Feed,
  FEED_TYPES,
  type FeedEntry,
  type FeedFormat,
  tagUri,
  writeFeed,
} from '../../shared/digest/feeds.ts';
import { publishedBefore } from '../../shared/digest/days.ts';
import type { StoredCard } from '../db/clips.ts';
import type { Library } from '../db/libraries.ts';
import type { FeedDay } from '../domain/day-feeds.ts';
import { readBodies } from '../domain/feeds.ts';
import { fullDay } from '../pages/dates.ts';
import { clipEntryHtml } from '../pages/ClipEntry.tsx';
import { dayEntryHtml } from '../pages/DayEntry.tsx';
import type { FormatAddresses } from '../pages/feeds.ts';
import { FeedPage } from '../pages/FeedPage.tsx';
import { following, OWN_HEADERS, pageFollowing } from './answers.ts';
import { type AppContext, ownOrigin } from './services.ts';

/** The addresses of a feed by its format; `file` is its name without an ending. */
export const formatAddresses = (c: AppContext, token: string, file: string): FormatAddresses => {
  const base = `${ownOrigin(c)}/feed/${token}/${file}`;
  return { rss: `${base}.rss`, atom: `${base}.atom`, json: `${base}.json` };
};

/** Whether the subscriber wants whole texts in place of summaries. */
const wantsTexts = (c: AppContext): boolean => c.req.query('content') === 'full';

// A person who opens a feed gets a page at the same address, in each format: XML that a style sheet draws has no links, JSON
// cannot be drawn at all, and a browser may offer either to be stored. Browsers alone say that a person navigates
// (Fetch Metadata), so that no program gets anything but the feed.
const isOpenedByPerson = (c: AppContext): boolean => c.req.header('sec-fetch-dest') === 'document';

/** The texts of a feed's clips, where its address asks for them; the page for a person has headlines alone. */
const textsWanted = async (c: AppContext, library: Library, ids: readonly string[]) =>
  wantsTexts(c) && !isOpenedByPerson(c) ? readBodies(c.var.services.feeds, library, ids) : null;

/** Clips as entries, with their summaries or, where the address asks for it, their texts. */
export const clipEntries = async (
  c: AppContext,
  library: Library,
  cards: readonly StoredCard[],
): Promise<FeedEntry[]> => {
  const { workspace, language } = library;
  const origin = ownOrigin(c);
  const bodies = await textsWanted(
    c,
    library,
    cards.map(({ card }) => card.id),
  );
  return cards.map(({ card, changedAt }) => ({
    id: tagUri(workspace, 'clip', card.id),
    title: card.title,
    language: card.language,
    url: card.url,
    updated: changedAt,
    published: publishedBefore(card.published, changedAt),
    authors: card.authors,
    categories: card.section,
    html: clipEntryHtml({
      clip: card,
      language,
      // One that is too long to be in a feed is led to.
      whole: bodies && {
        blocks: bodies.get(card.id) ?? null,
        page: `${origin}/w/${workspace}/clip/${card.id}`,
      },
    }),
  }));
};

const clipsOf = ({ groups }: FeedDay): string[] =>
  groups.flatMap(({ stories }) => stories.flatMap(({ clips }) => clips.map(({ id }) => id)));

/** Days as entries, as clips are: `names` are those of the part that they are days of, `pageOf` the path of the page that has a day. */
export const dayEntries = async (
  c: AppContext,
  library: Library,
  days: readonly FeedDay[],
  { names, pageOf }: { names: readonly string[]; pageOf: (day: string) => string },
): Promise<FeedEntry[]> => {
  const { workspace, language } = library;
  const origin = ownOrigin(c);
  const texts = await textsWanted(c, library, days.flatMap(clipsOf));
  return days.map(({ day, updated, ...told }) => {
    const page = origin + pageOf(day);
    return {
      id: tagUri(workspace, ...names, day),
      title: fullDay(day, language),
      language: null,
      url: page,
      updated: updated ?? `${day}T00:00:00.000Z`,
      published: null,
      authors: [],
      categories: [],
      html: dayEntryHtml({ ...told, texts, workspace, page, language, origin }),
    };
  });
};

/** The instant of a feed's last change; a delete changes it too, though its clip is in no entry. */
const lastChange = (
  { deletedAt }: Pick<Library, 'deletedAt'>,
  entries: readonly FeedEntry[],
): string | null =>
  entries.reduce<string | null>(
    (last, { updated }) => (last === null || updated > last ? updated : last),
    deletedAt,
  );

/** What a feed is made of, but for what its library and address say. */
export interface FeedSource {
  library: Library;
  /** Whatever else the feed follows from. */
  facts: Readonly<Record<string, unknown>>;
  /** Whether nothing is in the feed, or gone from it, whose instant is not known by its library's row. */
  isDated: boolean;
  compose: () => Promise<Omit<Feed, 'language' | 'self' | 'updated'>>;
}

const SECOND = 1_000;

/**
 * The last change of a library's clips as a Last-Modified header. It counts whole seconds: of one that is not over yet more
 * may come, so it is told as the one before, lest who reads now takes the rest for read (RFC 9110, 8.8.2.2).
 */
export const lastModified = (
  c: AppContext,
  { changedAt, deletedAt }: Pick<Library, 'changedAt' | 'deletedAt'>,
): { 'Last-Modified'?: string } => {
  const changes = [changedAt, deletedAt].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  if (changes.length === 0) return {};
  const last = Math.min(Math.max(...changes), c.var.services.now().getTime() - SECOND);
  return { 'Last-Modified': new Date(last).toUTCString() };
};

const VARY = { Vary: 'Sec-Fetch-Dest' };
// Whoever has the address can read it: a search engine would pass it on.
const UNLISTED = { 'X-Robots-Tag': 'noindex, nofollow' };

/** A feed in a format, or as a page for a person; 304 where the caller has it. */
export const answerFeed = (
  c: AppContext,
  format: FeedFormat,
  { library, facts, isDated, compose }: FeedSource,
): Promise<Response> => {
  const self = `${ownOrigin(c)}${c.req.path}${wantsTexts(c) ? '?content=full' : ''}`;
  if (isOpenedByPerson(c))
    return pageFollowing(
      c,
      { ...facts, library, page: true },
      async () => FeedPage({ ...(await compose()), library, self }),
      { ...VARY, ...UNLISTED },
    );
  const headers = {
    'Content-Type': `${FEED_TYPES[format]}; charset=utf-8`,
    ...OWN_HEADERS,
    ...VARY,
    ...UNLISTED,
    'Referrer-Policy': 'no-referrer',
    ...(isDated && lastModified(c, library)),
  };
  return following(c, { ...facts, library }, headers, async () => {
    const feed = await compose();
    return writeFeed(format, {
      ...feed,
      language: library.language,
      self,
      updated: lastChange(library, feed.entries),
    });
  });
};
