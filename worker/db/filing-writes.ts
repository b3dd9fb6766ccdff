// The statements that file a clip under names and take it out of them. They stand in a batch behind `takeSeq`.
import type { Noun } from '../../shared/schema/named.ts';
import { SEQ } from './clip-writes.ts';

/** A name that is made where there is none like it. */
export interface NewName {
  id: string;
  name: string;
  /** As it is compared. */
  folded: string;
}

export interface NewFiling {
  tags: readonly NewName[];
  collections: readonly NewName[];
}

/** What a clip is no longer filed under, as names are compared. */
export interface Unfiled {
  tags: readonly string[];
  collections: readonly string[];
}

// The clips that a list of ids names.
const CLIPS = `json_each(?2) AS wanted
  CROSS JOIN clip ON clip.workspace = ?1 AND clip.id = wanted.value`;

export const makeFilingWrites = (db: D1Database) => {
  const addTo = (
    noun: Noun,
    workspace: string,
    clips: readonly string[],
    names: readonly NewName[],
  ) => [
    db
      .prepare(
        `INSERT INTO ${noun} (workspace, id, name, folded, seq)
         SELECT ?1, value ->> 'id', value ->> 'name', value ->> 'folded', ${SEQ} FROM json_each(?2)
         WHERE true ON CONFLICT (workspace, folded) DO NOTHING`,
      )
      .bind(workspace, JSON.stringify(names)),
    db
      .prepare(
        // What was imported stays once a person has said the same: an undo does not take it.
        `INSERT INTO clip_${noun} (workspace, clip, ${noun})
         SELECT ?1, clip.rid, ${noun}.id FROM ${CLIPS} CROSS JOIN json_each(?3) AS item
         CROSS JOIN ${noun} ON ${noun}.workspace = ?1 AND folded = item.value
         WHERE true ON CONFLICT DO ${noun === 'tag' ? 'UPDATE SET import = NULL' : 'NOTHING'}`,
      )
      .bind(workspace, JSON.stringify(clips), JSON.stringify(names.map(({ folded }) => folded))),
  ];

  const removeFrom = (
    noun: Noun,
    workspace: string,
    clips: readonly string[],
    names: readonly string[],
  ) =>
    db
      .prepare(
        `DELETE FROM clip_${noun} WHERE workspace = ?1 AND clip IN (SELECT clip.rid FROM ${CLIPS}) AND ${noun} IN
           (SELECT id FROM ${noun} WHERE workspace = ?1
            AND folded IN (SELECT value FROM json_each(?3)))`,
      )
      .bind(workspace, JSON.stringify(clips), JSON.stringify(names));

  /** Their cards name others now. */
  const changeCards = (workspace: string, clips: readonly string[]) =>
    db
      .prepare(
        `UPDATE clip INDEXED BY clip_id SET card_seq = ${SEQ} WHERE workspace = ?1 AND card_seq <> ${SEQ}
           AND id IN (SELECT value FROM json_each(?2))`,
      )
      .bind(workspace, JSON.stringify(clips));

  return {
    /** Files clips under names, which are made where there are none like them. */
    add: (workspace: string, clips: readonly string[], { tags, collections }: NewFiling) => [
      ...(tags.length > 0 ? addTo('tag', workspace, clips, tags) : []),
      ...(collections.length > 0 ? addTo('collection', workspace, clips, collections) : []),
      ...(tags.length + collections.length > 0 ? [changeCards(workspace, clips)] : []),
    ],

    /** Takes clips out of them. A tag goes with its last clip; a collection stays, also empty. */
    remove: (workspace: string, clips: readonly string[], { tags, collections }: Unfiled) => [
      ...(tags.length > 0
        ? [
            removeFrom('tag', workspace, clips, tags),
            db
              .prepare(
                `DELETE FROM tag WHERE workspace = ?1
                   AND folded IN (SELECT value FROM json_each(?2))
                   AND NOT EXISTS (SELECT 1 FROM clip_tag WHERE workspace = ?1 AND tag = tag.id)`,
              )
              .bind(workspace, JSON.stringify(tags)),
          ]
        : []),
      ...(collections.length > 0 ? [removeFrom('collection', workspace, clips, collections)] : []),
      ...(tags.length + collections.length > 0 ? [changeCards(workspace, clips)] : []),
    ],
  };
};
