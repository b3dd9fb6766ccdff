// The feeds that a workspace offers.
import type { FeedFormat } from '../../shared/digest/feeds.ts';

/** What feeds are made of: days, or single clips. */
export const FEED_KINDS = ['daily', 'clips'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** The addresses of a workspace's feeds. */
export type FeedAddresses = Readonly<Record<FeedKind, Readonly<Record<FeedFormat, string>>>>;
