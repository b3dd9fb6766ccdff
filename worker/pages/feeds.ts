// The feeds that a workspace offers.
import type { FeedFormat } from '../../shared/digest/feeds.ts';

/** What feeds are made of: days, or single clips. */
export const FEED_KINDS = ['daily', 'clips'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** The addresses of one feed, by its format. */
export type FormatAddresses = Readonly<Record<FeedFormat, string>>;

/** The addresses of a workspace's feeds. */
export type FeedAddresses = Readonly<Record<FeedKind, FormatAddresses>>;

/** The address of a feed whose entries have whole texts in place of summaries. */
export const withTexts = (address: string): string => `${address}?content=full`;

/** The address of the list of all feeds of a workspace. */
export const feedsAddress = (workspace: string): string => `/w/${workspace}/feeds`;

/** The feeds of a part in a list of feeds. */
export interface PartFeed {
  name: string;
  /** The page of what it is of; null where there is none. */
  page: string | null;
  feeds: FeedAddresses;
}

/** All feeds of a workspace that a person can follow. */
export interface FeedList {
  own: FeedAddresses;
  /** The address of its calendar. */
  calendar: string;
  collections: readonly PartFeed[];
  tags: readonly PartFeed[];
  searches: readonly PartFeed[];
  topics: readonly PartFeed[];
}

/** The parts in the order of the list: the longest comes last. */
export const FEED_PARTS = ['collections', 'searches', 'topics', 'tags'] as const;
