// A feed in each of its formats: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1. The same feed gives the same bytes.
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';

/** The formats, by the ending of their addresses. */
export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

export interface FeedEntry {
  /** What names the entry for ever; see `tagUri`. */
  id: string;
  title: string;
  /** What the entry leads to. */
  url: string;
  /** The instant of the last change. */
  updated: string;
  /** The instant of publication, or null where it is not known as one. */
  published: string | null;
  authors: readonly string[];
  categories: readonly string[];
  /** The entry's body, safe HTML. */
  html: string;
}

export interface Feed {
  id: string;
  title: string;
  /** What the feed is, in a sentence. */
  description: string;
  language: string;
  /** The addresses of this feed and of the pages it tells of. */
  self: string;
  home: string;
  /** The instant of the last change, or null for a feed in which nothing ever happened. */
  updated: string | null;
  entries: readonly FeedEntry[];
}

/** The id of a thing of a workspace. Ids outlive a change of the server's address, so they are names (RFC 4151). */
export const tagUri = (workspace: string, ...names: readonly string[]): string =>
  ['tag:dateline,2026', workspace, ...names].join(':');

const NEVER = '1970-01-01T00:00:00.000Z';

// XML 1.0, 2.2: no reader takes these, not even as references. Taken out before anything is escaped:
// afterwards their absence could close what was split.
// Halves of characters are none in a well-formed text, so that this need not go by whole characters, which is ten times as
// slow.
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** A text without what XML cannot hold. */
export const withoutUnwritable = (text: string): string => text.toWellFormed().replace(NOT_XML, '');

const cleanEntry = (entry: FeedEntry): FeedEntry => ({
  ...entry,
  // No format lets a title be empty.
  title: withoutUnwritable(entry.title).trim() || entry.url,
  authors: entry.authors.map(withoutUnwritable),
  categories: entry.categories.map(withoutUnwritable),
  html: withoutUnwritable(entry.html),
});

const cleanFeed = (feed: Feed): Feed => ({
  ...feed,
  title: withoutUnwritable(feed.title).trim() || 'Dateline',
  entries: feed.entries.map(cleanEntry),
});

const rss = ({ title, description, language, self, home, updated, entries }: Feed): string =>
  generateRssFeed({
    title,
    link: home,
    description,
    language,
    lastBuildDate: updated ?? NEVER,
    generator: 'Dateline',
    atom: { links: [{ href: self, rel: 'self', type: FEED_TYPES.rss }] },
    items: entries.map((entry) => ({
      title: entry.title,
      link: entry.url,
      description: entry.html,
      categories: entry.categories.map((name) => ({ name })),
      guid: { value: entry.id, isPermaLink: false },
      // RSS has one date, and readers sort by it.
      pubDate: entry.published ?? entry.updated,
      atom: { updated: entry.updated },
      // RSS's own author is a mail address.
      dc: { creators: [...entry.authors] },
    })),
  });

const atom = ({ id, title, description, language, self, home, updated, entries }: Feed): string =>
  generateAtomFeed({
    id,
    title: { value: title, type: 'text' },
    subtitle: { value: description, type: 'text' },
    updated: updated ?? NEVER,
    generator: { text: 'Dateline' },
    // The format wants an author of each entry: the feed's, where the entry names none.
    authors: [{ name: title }],
    links: [
      { rel: 'self', href: self, type: FEED_TYPES.atom },
      { rel: 'alternate', href: home, type: 'text/html' },
    ],
    xml: { lang: language },
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title, type: 'text' },
      updated: entry.updated,
      ...(entry.published && { published: entry.published }),
      authors: entry.authors.map((name) => ({ name })),
      categories: entry.categories.map((term) => ({ term })),
      links: [{ rel: 'alternate', href: entry.url, type: 'text/html' }],
      content: { value: entry.html, type: 'html' },
    })),
  });

const json = ({ title, description, language, self, home, entries }: Feed): string =>
  JSON.stringify({
    // The generator leaves an empty list out; the format does not.
    items: [],
    ...Object(
      generateJsonFeed({
        title,
        description,
        home_page_url: home,
        feed_url: self,
        language,
        items: entries.map((entry) => ({
          id: entry.id,
          url: entry.url,
          title: entry.title,
          content_html: entry.html,
          ...(entry.published && { date_published: entry.published }),
          date_modified: entry.updated,
          authors: entry.authors.map((name) => ({ name })),
          tags: [...entry.categories],
        })),
      }),
    ),
  });

const WRITERS: Record<FeedFormat, (feed: Feed) => string> = { rss, atom, json };

/** A feed in a format. What XML cannot hold is left out of all three. */
export const writeFeed = (format: FeedFormat, feed: Feed): string =>
  WRITERS[format](cleanFeed(feed));
