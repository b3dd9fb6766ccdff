// What must be known of a clip to tell its story: all of it is stored when the clip is saved.

/** A clip as stories are told apart by it. */
export interface Described {
  readonly id: string;
  /** The day it was published, `YYYY-MM-DD`; null for unknown, which counts as the same day. */
  readonly day: string | null;
  /** What `termVector` of shared/related made of it. */
  readonly vector: Uint8Array;
  /** What `fingerprint` made of it. */
  readonly fingerprint: Uint8Array;
}

/** A clip that has its story. */
export interface Filed extends Described {
  readonly story: string;
}
