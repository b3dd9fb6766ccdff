// The statements that file a clip under names and take it out of them. They stand in a batch behind `takeSeq`.
import type { Noun } from '../../shared/schema/named.ts';
import { clipsIn, type Doer, makeActivityWrites, namesIn } from './activity-writes.ts';
import { makeCollectionDays } from './collection-days.ts';
import { SEQ } from './sequence.ts';

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

export const makeFilingWrites = (db: D1Database) => {
  const activity = makeActivityWrites(db);
  const collectionDays = makeCollectionDays(db);

  const make = (noun: Noun, workspace: string, names: readonly NewName[]) =>
    db
      .prepare(
        `INSERT INTO ${noun} (workspace, id, name, folded, seq)
         SELECT ?1, value ->> 'id', value ->> 'name', value ->> 'folded', ${SEQ} FROM json_each(?2)
         WHERE true ON CONFLICT (workspace, folded) DO NOTHING`,
      )
      .bind(workspace, JSON.stringify(names));

  const addToTags = (workspace: string, clips: readonly string[], names: readonly NewName[]) => [
    make('tag', workspace, names),
    db
      .prepare(
        // What was imported stays once a person has said the same: an undo does not take it.
        `INSERT INTO clip_tag (workspace, clip, tag)
         SELECT ?1, clip.rid, tag.id FROM ${clipsIn('?2')} CROSS JOIN ${namesIn('tag', '?3')}
         WHERE true ON CONFLICT DO UPDATE SET import = NULL`,
      )
      .bind(workspace, JSON.stringify(clips), JSON.stringify(names.map(({ folded }) => folded))),
  ];

  const addToCollections = (
    workspace: string,
    clips: readonly string[],
    names: readonly NewName[],
    by: Doer,
  ) => {
    const ids = JSON.stringify([...new Set(clips)]);
    const folded = JSON.stringify(names.map((name) => name.folded));
    return [
      make('collection', workspace, names),
      activity.adding(workspace, by, ids, folded),
      // Before they are in it, so that those that were are not counted again.
      collectionDays.change(
        workspace,
        by.at,
        `SELECT collection.id AS collection, clip.day, 1 AS more
         FROM ${clipsIn('?3')} CROSS JOIN ${namesIn('collection', '?4')}
         WHERE NOT EXISTS (SELECT 1 FROM clip_collection AS link WHERE link.workspace = ?1
           AND link.clip = clip.rid AND link.collection = collection.id)`,
        ids,
        folded,
      ),
      db
        .prepare(
          `INSERT INTO clip_collection (workspace, clip, collection, day)
           SELECT ?1, clip.rid, collection.id, clip.day
           FROM ${clipsIn('?2')} CROSS JOIN ${namesIn('collection', '?3')}
           WHERE true ON CONFLICT DO NOTHING`,
        )
        .bind(workspace, ids, folded),
    ];
  };

  const uncount = (
    workspace: string,
    clips: readonly string[],
    names: readonly string[],
    by: Doer,
  ) => {
    const ids = JSON.stringify([...new Set(clips)]);
    const folded = JSON.stringify([...new Set(names)]);
    return [
      activity.removing(workspace, by, ids, folded),
      collectionDays.change(
        workspace,
        by.at,
        `SELECT link.collection, link.day, -1 AS more
         FROM ${clipsIn('?3')} CROSS JOIN ${namesIn('collection', '?4')}
         CROSS JOIN clip_collection AS link ON link.workspace = ?1
           AND link.clip = clip.rid AND link.collection = collection.id`,
        ids,
        folded,
      ),
    ];
  };

  const removeFrom = (
    noun: Noun,
    workspace: string,
    clips: readonly string[],
    names: readonly string[],
  ) =>
    db
      .prepare(
        `DELETE FROM clip_${noun} WHERE workspace = ?1 AND clip IN (SELECT clip.rid FROM ${clipsIn('?2')}) AND ${noun} IN
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
    add: (
      workspace: string,
      clips: readonly string[],
      { tags, collections }: NewFiling,
      by: Doer,
    ) => [
      ...(tags.length > 0 ? addToTags(workspace, clips, tags) : []),
      ...(collections.length > 0 ? addToCollections(workspace, clips, collections, by) : []),
      ...(tags.length + collections.length > 0 ? [changeCards(workspace, clips)] : []),
    ],

    /** Takes clips out of them. A tag goes with its last clip; a collection stays, also empty. */
    remove: (
      workspace: string,
      clips: readonly string[],
      { tags, collections }: Unfiled,
      by: Doer,
    ) => [
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
      ...(collections.length > 0
        ? [
            ...uncount(workspace, clips, collections, by),
            removeFrom('collection', workspace, clips, collections),
          ]
        : []),
      ...(tags.length + collections.length > 0 ? [changeCards(workspace, clips)] : []),
    ],
  };
};
