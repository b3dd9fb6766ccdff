// A feed in each of its formats: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1. The same feed gives the same bytes.
import { element, escaped, unparsed, withoutUnwritable, xmlDocument } from './xml.ts';

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
  /** Of its title; null where that is in the feed's, or not known. */
  language: string | null;
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

const cleanNames = (names: readonly string[]): string[] =>
  names.map((name) => withoutUnwritable(name).trim()).filter(Boolean);

const cleanEntry = (entry: FeedEntry): FeedEntry => ({
  ...entry,
  // No format lets a title be empty.
  title: withoutUnwritable(entry.title).trim() || entry.url,
  authors: cleanNames(entry.authors),
  categories: cleanNames(entry.categories),
  // As programs write addresses: one may be kept with signs in it that XML cannot hold.
  url: new URL(entry.url).href,
  html: withoutUnwritable(entry.html),
});

const cleanFeed = (feed: Feed): Feed => ({
  ...feed,
  title: withoutUnwritable(feed.title).trim() || 'Dateline',
  entries: feed.entries.map(cleanEntry),
});

const written = (name: string, values: readonly string[]): string =>
  values.map((value) => element(name, {}, escaped(value))).join('');

/** As RSS writes an instant (RFC 822). */
const rfc822 = (instant: string): string => new Date(instant).toUTCString();

const rssItem = (entry: FeedEntry): string =>
  element(
    'item',
    {},
    written('title', [entry.title]) +
      written('link', [entry.url]) +
      element('description', {}, unparsed(entry.html)) +
      written('category', entry.categories) +
      element('guid', { isPermaLink: 'false' }, escaped(entry.id)) +
      // RSS has one date, and readers sort by it.
      written('pubDate', [rfc822(entry.published ?? entry.updated)]) +
      written('atom:updated', [entry.updated]) +
      written('dc:language', entry.language ? [entry.language] : []) +
      // RSS's own author is a mail address.
      written('dc:creator', entry.authors),
  );

const rss = (feed: Feed): string =>
  xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element(
        'channel',
        {},
        written('title', [feed.title]) +
          written('link', [feed.home]) +
          written('description', [feed.description]) +
          written('language', [feed.language]) +
          written('lastBuildDate', [rfc822(feed.updated ?? NEVER)]) +
          written('generator', ['Dateline']) +
          element('atom:link', { href: feed.self, rel: 'self', type: FEED_TYPES.rss }) +
          feed.entries.map(rssItem).join(''),
      ),
    ),
  );

const atomEntry = (entry: FeedEntry): string =>
  element(
    'entry',
    entry.language ? { 'xml:lang': entry.language } : {},
    written('id', [entry.id]) +
      written('title', [entry.title]) +
      written('updated', [entry.updated]) +
      written('published', entry.published ? [entry.published] : []) +
      entry.authors.map((name) => element('author', {}, written('name', [name]))).join('') +
      entry.categories.map((term) => element('category', { term })).join('') +
      element('link', { rel: 'alternate', href: entry.url, type: 'text/html' }) +
      element('content', { type: 'html' }, unparsed(entry.html)),
  );

const atom = (feed: Feed): string =>
  xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      written('id', [feed.id]) +
        written('title', [feed.title]) +
        written('subtitle', [feed.description]) +
        written('updated', [feed.updated ?? NEVER]) +
        written('generator', ['Dateline']) +
        // The format wants an author of each entry: the feed's, where the entry names none.
        element('author', {}, written('name', [feed.title])) +
        element('link', { rel: 'self', href: feed.self, type: FEED_TYPES.atom }) +
        element('link', { rel: 'alternate', href: feed.home, type: 'text/html' }) +
        feed.entries.map(atomEntry).join(''),
    ),
  );

const json = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.language,
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.html,
      ...(entry.language && { language: entry.language }),
      ...(entry.published && { date_published: entry.published }),
      date_modified: entry.updated,
      ...(entry.authors.length > 0 && { authors: entry.authors.map((name) => ({ name })) }),
      ...(entry.categories.length > 0 && { tags: entry.categories }),
    })),
  });

const WRITERS: Record<FeedFormat, (feed: Feed) => string> = { rss, atom, json };

/** A feed in a format. What XML cannot hold is left out of all three. */
export const writeFeed = (format: FeedFormat, feed: Feed): string =>
  WRITERS[format](cleanFeed(feed));
