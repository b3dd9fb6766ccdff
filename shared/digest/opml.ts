// A list of feeds that feed readers take in: OPML 2.0 (opml.org/spec2.opml).
import { generateOpml } from 'feedsmith';
import { withoutUnwritable } from './feeds.ts';

export interface ListedFeed {
  title: string;
  /** The feed itself, as RSS. */
  address: string;
}

export interface FeedGroup {
  title: string;
  feeds: readonly ListedFeed[];
}

/** Groups of feeds as OPML; one without feeds is left out. */
export const writeOpml = (title: string, groups: readonly FeedGroup[]): string =>
  generateOpml({
    head: { title: withoutUnwritable(title) },
    body: {
      outlines: groups
        .filter(({ feeds }) => feeds.length > 0)
        .map((group) => ({
          text: withoutUnwritable(group.title),
          outlines: group.feeds.map((feed) => {
            // The format wants a text; of signs that XML cannot hold nothing is left.
            const text = withoutUnwritable(feed.title).trim() || feed.address;
            return { type: 'rss', text, title: text, xmlUrl: feed.address };
          }),
        })),
    },
  });
