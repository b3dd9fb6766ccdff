// A list of feeds that feed readers take in: OPML 2.0 (opml.org/spec2.opml).
import { element, escaped, withoutUnwritable, xmlDocument } from './xml.ts';

export interface ListedFeed {
  title: string;
  /** The feed itself, as RSS. */
  address: string;
}

export interface FeedGroup {
  title: string;
  feeds: readonly ListedFeed[];
}

const outline = ({ title, address }: ListedFeed): string => {
  // The format wants a text; of signs that XML cannot hold nothing is left.
  const text = withoutUnwritable(title).trim() || address;
  return element('outline', { type: 'rss', text, title: text, xmlUrl: address });
};

const outlineOf = ({ title, feeds }: FeedGroup): string =>
  element('outline', { text: withoutUnwritable(title).trim() }, feeds.map(outline).join(''));

/** Groups of feeds as OPML; one without feeds is left out. */
export const writeOpml = (title: string, groups: readonly FeedGroup[]): string => {
  const told = groups.filter(({ feeds }) => feeds.length > 0);
  return xmlDocument(
    element(
      'opml',
      { version: '2.0' },
      element('head', {}, element('title', {}, escaped(withoutUnwritable(title).trim()))) +
        element('body', {}, told.map(outlineOf).join('')),
    ),
  );
};
