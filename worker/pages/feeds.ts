// The feeds that a workspace offers.
import type { FeedFormat } from '../../shared/digest/feeds.ts';

/** What feeds are made of: days, or single clips. */
export const FEED_KINDS = ['daily', 'clips'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** The addresses of one feed, by its format. */
export type FormatAddresses = Readonly<Record<FeedFormat, string>>;

/** The addresses of a workspace's feeds. */
export type FeedAddresses = Readonly<Record<FeedKind, FormatAddresses>>;

/** The address of a feed of clips whose entries have whole texts in place of summaries. */
export const withTexts = (address: string): string => `${address}?content=full`;
