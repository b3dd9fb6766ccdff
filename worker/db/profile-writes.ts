// The statements that keep what is made of a clip's content beside it: its profile and its words in the full-text index.

/** What relating and finding a clip takes beside its card. */
export interface ClipProfile {
  standfirst: string | null;
  /** JSON. */
  terms: string;
  /** The features by which what is related to it is found. JSON. */
  asks: string;
  /** Base64. */
  vector: string;
  fingerprint: string;
  words: {
    title: string;
    standfirst: string;
    body: string;
    /** All of it without marks, where that is something else. */
    folded: string;
    /** What related clips have in common, and what copies have. */
    features: string;
    hooks: string;
  };
}

/** The words by which a clip is found of which only the address is known. */
export type AddressWords = Pick<ClipProfile['words'], 'title' | 'folded' | 'features'>;

export const makeProfileWrites = (db: D1Database) => ({
  /** Stores the words of clips that have an address only, by the clips' ids; of a clip that is gone none. */
  putAddressWords: (workspace: string, clips: readonly { clip: string; words: AddressWords }[]) =>
    db
      .prepare(
        `INSERT OR REPLACE INTO clip_search (rowid, title, standfirst, body, folded, features, hooks)
         SELECT rid, item.value ->> '$.words.title', '', '', item.value ->> '$.words.folded',
           item.value ->> '$.words.features', ''
         FROM json_each(?2) AS item CROSS JOIN clip ON clip.workspace = ?1
           AND clip.id = item.value ->> 'clip' AND filled_seq IS NULL`,
      )
      .bind(workspace, JSON.stringify(clips)),

  /** Stores the profile of a clip in place of any before it; of a clip that is gone nothing. */
  put: (workspace: string, id: string, profile: ClipProfile) => [
    db
      .prepare(
        `INSERT OR REPLACE INTO clip_profile (rid, workspace, standfirst, terms, asks, vector, fingerprint)
         SELECT rid, workspace, ?3, ?4, ?5, ?6, ?7 FROM clip WHERE workspace = ?1 AND id = ?2`,
      )
      .bind(
        workspace,
        id,
        profile.standfirst,
        profile.terms,
        profile.asks,
        profile.vector,
        profile.fingerprint,
      ),
    db
      .prepare(
        `INSERT OR REPLACE INTO clip_search (rowid, title, standfirst, body, folded, features, hooks)
         SELECT rid, ?3, ?4, ?5, ?6, ?7, ?8 FROM clip WHERE workspace = ?1 AND id = ?2`,
      )
      .bind(
        workspace,
        id,
        profile.words.title,
        profile.words.standfirst,
        profile.words.body,
        profile.words.folded,
        profile.words.features,
        profile.words.hooks,
      ),
  ],
});
