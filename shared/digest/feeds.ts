// A daily feed as Atom (RFC 4287) and as JSON Feed 1.1.
import { generateAtomFeed, generateJsonFeed } from 'feedsmith';

export interface FeedEntry {
  /** The day, `YYYY-MM-DD`. */
  day: string;
  title: string;
  /** The page of the day. */
  url: string;
  /** The instant of the day's last change. */
  updated: string;
  /** The entry's body, safe HTML. */
  html: string;
}

export interface DailyFeed {
  /** The workspace, as it stands in addresses. */
  workspace: string;
  title: string;
  language: string;
  /** The addresses of this feed and of the pages it tells of. */
  self: string;
  home: string;
  entries: readonly FeedEntry[];
}

// Ids must outlive a change of the server's address, so they are names and not addresses (RFC 4151).
const feedId = (workspace: string): string => `tag:dateline,2026:${workspace}`;
const entryId = (workspace: string, day: string): string => `${feedId(workspace)}:${day}`;

// XML 1.0, 2.2: no reader takes these, not even as references. Taken out before anything is escaped:
// afterwards their absence could close what was split.
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const xml = (text: string): string => text.toWellFormed().replace(NOT_XML, '');

const NEVER = '1970-01-01T00:00:00.000Z';

/** The newest change of a feed; a feed of nothing has never changed. */
const feedUpdated = (entries: readonly FeedEntry[]): string =>
  entries.reduce((newest, { updated }) => (updated > newest ? updated : newest), NEVER);

/** The feed as Atom; the same feed gives the same bytes. */
export const atomFeed = ({ workspace, title, language, self, home, entries }: DailyFeed): string =>
  generateAtomFeed({
    id: feedId(workspace),
    title: { value: xml(title), type: 'text' },
    updated: feedUpdated(entries),
    generator: { text: 'Dateline' },
    authors: [{ name: xml(title) }],
    links: [
      { rel: 'self', href: self, type: 'application/atom+xml' },
      { rel: 'alternate', href: home, type: 'text/html' },
    ],
    xml: { lang: language },
    entries: entries.map((entry) => ({
      id: entryId(workspace, entry.day),
      title: { value: xml(entry.title), type: 'text' },
      updated: entry.updated,
      links: [{ rel: 'alternate', href: entry.url, type: 'text/html' }],
      content: { value: xml(entry.html), type: 'html' },
    })),
  });

/** The feed as JSON Feed; the same feed gives the same bytes. */
export const jsonFeed = ({ workspace, title, language, self, home, entries }: DailyFeed): string =>
  JSON.stringify({
    // The generator leaves an empty list out; the format does not.
    items: [],
    ...Object(
      generateJsonFeed({
        title,
        home_page_url: home,
        feed_url: self,
        language,
        items: entries.map((entry) => ({
          id: entryId(workspace, entry.day),
          url: entry.url,
          title: entry.title,
          content_html: entry.html.toWellFormed(),
          date_modified: entry.updated,
        })),
      }),
    ),
  });
