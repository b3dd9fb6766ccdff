// The statements that note what people did, for their team to see. They stand in a batch behind `takeSeq`, each act under
// the number of its change: one row, whatever it is about.
import type { Noun } from '../../shared/schema/named.ts';
import { SEQ } from './sequence.ts';

/** Who does something, and when. */
export interface Doer {
  account: string;
  at: string;
}

/** How many clips of an act are named. */
const NAMED = 5;

/** Where a highlight is shown to the team, by its mark as JSON. */
export const IS_FOR_TEAM = `json_valid(mark) AND mark ->> '$.forTeam' = 1`;

// The clips that a list of ids names, and the names that another one does.
export const clipsIn = (ids: string): string => `json_each(${ids}) AS wanted
  CROSS JOIN clip ON clip.workspace = ?1 AND clip.id = wanted.value`;
export const namesIn = (noun: Noun, folded: string): string => `json_each(${folded}) AS item
  CROSS JOIN ${noun} ON ${noun}.workspace = ?1 AND folded = item.value`;

export const makeActivityWrites = (db: D1Database) => {
  // What the same act does beside, as a keep that files its clip, is told in its row.
  const filed = (
    column: 'added_to' | 'removed_from',
    isChange: 'EXISTS' | 'NOT EXISTS',
    workspace: string,
    { account, at }: Doer,
    clips: string,
    folded: string,
  ) =>
    db
      .prepare(
        `INSERT INTO activity (workspace, seq, at, account, kind, clips, clip_count, ${column})
         WITH changed AS MATERIALIZED (
           SELECT clip.id, collection.id AS collection
           FROM ${clipsIn('?4')} CROSS JOIN ${namesIn('collection', '?5')}
           WHERE ${isChange} (SELECT 1 FROM clip_collection AS link WHERE link.workspace = ?1
             AND link.clip = clip.rid AND link.collection = collection.id))
         SELECT ?1, ${SEQ}, ?2, ?3, 'file',
           (SELECT json_group_array(id) FROM (SELECT DISTINCT id FROM changed LIMIT ${NAMED})),
           (SELECT count(DISTINCT id) FROM changed),
           (SELECT json_group_array(DISTINCT collection) FROM changed)
         WHERE EXISTS (SELECT 1 FROM changed)
         ON CONFLICT DO UPDATE SET ${column} = excluded.${column},
           clips = iif(excluded.clip_count > clip_count, excluded.clips, clips),
           clip_count = max(excluded.clip_count, clip_count)`,
      )
      .bind(workspace, at, account, clips, folded);

  return {
    /** One clip is kept, copied here, moved into the trash, or brought back; it is in the library when that is noted. */
    clip: (
      workspace: string,
      kind: 'keep' | 'copy' | 'delete' | 'restore',
      { account, at }: Doer,
      clip: string,
    ) =>
      db
        .prepare(
          `INSERT OR REPLACE INTO activity (workspace, seq, at, account, kind, clips, clip_count)
           SELECT ?1, ${SEQ}, ?2, ?3, ?4, json_array(id), 1 FROM clip WHERE workspace = ?1 AND id = ?5`,
        )
        .bind(workspace, at, account, kind, clip),

    /** Before some clips come into collections, by lists as JSON: those that are not in them yet. */
    adding: (workspace: string, by: Doer, clips: string, folded: string) =>
      filed('added_to', 'NOT EXISTS', workspace, by, clips, folded),

    /** Before some clips are taken out of collections. */
    removing: (workspace: string, by: Doer, clips: string, folded: string) =>
      filed('removed_from', 'EXISTS', workspace, by, clips, folded),

    /** Before the first part of an import makes it: all of its parts are one act. */
    importing: (workspace: string, { account, at }: Doer, id: string) =>
      db
        .prepare(
          `INSERT OR REPLACE INTO activity (workspace, seq, at, account, kind, about)
           SELECT ?1, ${SEQ}, ?2, ?3, 'import', ?4
           WHERE NOT EXISTS (SELECT 1 FROM import WHERE workspace = ?1 AND id = ?4)`,
        )
        .bind(workspace, at, account, id),

    /** Before a highlight is written so that the team sees it: what it saw before is no news. */
    showing: (workspace: string, { account, at }: Doer, clip: string, id: string) =>
      db
        .prepare(
          `INSERT OR REPLACE INTO activity (workspace, seq, at, account, kind, clips, clip_count, about)
           SELECT ?1, ${SEQ}, ?2, ?3, 'mark', json_array(?4), 1, ?5
           WHERE NOT EXISTS (SELECT 1 FROM highlight
             WHERE workspace = ?1 AND account = ?3 AND id = ?5 AND ${IS_FOR_TEAM})`,
        )
        .bind(workspace, at, account, clip, id),

    /** Before a collection is deleted, or given to the one `into`: its name is told, since nothing else tells it then. */
    dropping: (workspace: string, { account, at }: Doer, folded: string, into: string | null) =>
      db
        .prepare(
          `INSERT OR REPLACE INTO activity (workspace, seq, at, account, kind, about, added_to)
           SELECT ?1, ${SEQ}, ?2, ?3, iif(?5 IS NULL, 'drop', 'merge'), name,
             (SELECT json_group_array(id) FROM collection WHERE workspace = ?1 AND folded = ?5)
           FROM collection WHERE workspace = ?1 AND folded = ?4`,
        )
        .bind(workspace, at, account, folded, into),
  };
};
