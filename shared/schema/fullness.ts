// How full a library is, as its page shows it.

/** What one database of the free plan holds: developers.cloudflare.com/d1/platform/limits. */
export const FREE_BYTES = 500_000_000;

/** A site, null for clips whose page names none, or a month, and how many clips it has. */
export interface Count {
  of: string | null;
  clips: number;
}

export interface HowFull {
  /** Clips with text. */
  clips: number;
  /** Of the whole database; null where it does not tell. */
  bytes: number | null;
  /** The published days of the oldest and the newest clip; null for an empty library. */
  oldest: string | null;
  newest: string | null;
  /** In a row, those of no clips too. */
  months: readonly Count[];
  /** Among how many clips, the last kept, sites were counted. */
  among: number;
  /** Those of most clips first. */
  sites: readonly Count[];
  /** Clips of all further sites together. */
  furtherSites: number;
}
