// Public links as their makers have them: made, listed, revoked, and counted when they are opened.
import * as v from 'valibot';
import { MAX_SHARES, type ShareOf, type ShareWrite } from '../../shared/schema/share.ts';
import { foldName } from '../../shared/text/name.ts';
import { batch, firstRow, json, rows, run } from './database.ts';
import { type Question, question } from './question.ts';

const flag = v.pipe(
  v.number(),
  v.transform((value) => value === 1),
);
const Visits = v.array(v.object({ day: v.string(), count: v.number() }));

const ShareRow = v.object({
  id: v.string(),
  account: v.string(),
  kind: v.picklist(['collection', 'day', 'clip']),
  /** The name and the title of what it shows; null where that is gone. */
  collection: v.string(),
  name: v.nullable(v.string()),
  day: v.string(),
  clip: v.string(),
  title: v.nullable(v.string()),
  full_text: flag,
  named: flag,
  feeds: flag,
  created_at: v.string(),
  expires_at: v.nullable(v.string()),
  visits: json(Visits),
});
export type StoredShare = v.InferOutput<typeof ShareRow>;

const PutRow = v.object({
  sha256: v.string(),
  account: v.string(),
  revoked_at: v.nullable(v.string()),
});
const ThereRow = v.object({ there: v.number() });
const ThingRow = v.object({ called: v.string() });

/** On how many days a link's visits are told. */
const VISIT_DAYS = 30;

const LISTED = `SELECT id, account, kind, collection, day, clip, full_text, named, feeds, created_at, expires_at,
    (SELECT name FROM collection
     WHERE collection.workspace = share.workspace AND collection.id = share.collection) AS name,
    (SELECT title FROM clip INDEXED BY clip_id
     WHERE clip.workspace = share.workspace AND clip.id = share.clip) AS title,
    (SELECT json_group_array(json_object('day', day, 'count', count)) FROM (
       SELECT day, count FROM share_visit
       WHERE share_visit.workspace = share.workspace AND share_visit.share = share.id
       ORDER BY day DESC LIMIT ${VISIT_DAYS})) AS visits
  FROM share INDEXED BY share_listed
  WHERE workspace = ?1 AND revoked_at IS NULL`;

/** What a link shows, as its row has it. */
const targetOf = (of: ShareOf) => ({
  folded: of.kind === 'clip' ? '' : foldName((of.kind === 'day' ? of.collection : of.name) ?? ''),
  day: of.kind === 'day' ? of.day : '',
  clip: of.kind === 'clip' ? of.id : '',
});

/** The id of a collection by its name, or '' where none is meant; ?1 is the workspace. */
const collectionId = (folded: string): string =>
  `CASE ${folded} WHEN '' THEN '' ELSE
     (SELECT id FROM collection WHERE workspace = ?1 AND folded = ${folded}) END`;

/** Whether what a link is to show is there. */
const isThere = (folded: string, clip: string): string =>
  `(${collectionId(folded)}) IS NOT NULL AND (${clip} = '' OR EXISTS (
     SELECT 1 FROM clip INDEXED BY clip_id WHERE clip.workspace = ?1 AND clip.id = ${clip}))`;

export const makeShares = (db: D1Database) => {
  const list = (workspace: string): Question<StoredShare[]> =>
    question(
      db,
      [db.prepare(`${LISTED} ORDER BY id DESC LIMIT ${MAX_SHARES}`).bind(workspace)],
      ([found]) => rows(ShareRow, found),
    );
  return {
    /** Those of a workspace that were not revoked, the last made first. */
    list,

    /** One of them by its id; null where it was revoked or never was. */
    find: async (workspace: string, id: string): Promise<StoredShare | null> =>
      firstRow(ShareRow, await run(db, db.prepare(`${LISTED} AND id = ?2`).bind(workspace, id))),

    /** What a thing is called that a link may show; null where there is none. */
    thing: (workspace: string, of: ShareOf): Question<string | null> => {
      const { folded, day, clip } = targetOf(of);
      const sql =
        of.kind === 'clip'
          ? 'SELECT title AS called FROM clip WHERE workspace = ?1 AND id = ?2'
          : 'SELECT name AS called FROM collection WHERE workspace = ?1 AND folded = ?2';
      const none = folded + clip === '';
      return question(
        db,
        none ? [] : [db.prepare(sql).bind(workspace, clip || folded)],
        ([found]) => (none ? day : (firstRow(ThingRow, found)?.called ?? null)),
      );
    },

    /**
     * Makes a link under its id, unless there is one, what it is to show is not there, or the workspace has as many as it
     * can. Answers what is stored under the id, and whether the thing is there.
     */
    put: async (
      workspace: string,
      account: string,
      id: string,
      { of, fullText, named, feeds }: ShareWrite,
      { sha256, at, expiresAt }: { sha256: string; at: string; expiresAt: string | null },
    ) => {
      const { folded, day, clip } = targetOf(of);
      const [, stored, there, listed] = await batch(db, [
        db
          .prepare(
            `INSERT INTO share (workspace, id, account, kind, collection, day, clip, full_text, named, feeds,
               sha256, created_at, expires_at)
             SELECT ?1, ?2, ?3, ?4, ${collectionId('?5')}, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13
             WHERE ${isThere('?5', '?7')} AND (SELECT count(*) FROM share INDEXED BY share_listed
               WHERE workspace = ?1 AND revoked_at IS NULL) < ${MAX_SHARES}
             ON CONFLICT DO NOTHING`,
          )
          .bind(
            workspace,
            id,
            account,
            of.kind,
            folded,
            day,
            clip,
            Number(fullText),
            Number(named),
            Number(feeds),
            sha256,
            at,
            expiresAt,
          ),
        db
          .prepare('SELECT sha256, account, revoked_at FROM share WHERE workspace = ? AND id = ?')
          .bind(workspace, id),
        db.prepare(`SELECT ${isThere('?2', '?3')} AS there`).bind(workspace, folded, clip),
        db.prepare(`${LISTED} AND id = ?2`).bind(workspace, id),
      ]);
      return {
        stored: firstRow(PutRow, stored),
        isThere: firstRow(ThereRow, there)?.there === 1,
        share: firstRow(ShareRow, listed),
      };
    },

    /**
     * Revokes a link that an account made, or anybody's where `account` is null, and forgets who opened it; false where
     * there is none.
     */
    revoke: async (
      workspace: string,
      account: string | null,
      id: string,
      at: string,
    ): Promise<boolean> => {
      const [revoked] = await batch(db, [
        db
          .prepare(
            `UPDATE share SET revoked_at = coalesce(revoked_at, ?4)
             WHERE workspace = ?1 AND id = ?2 AND account = coalesce(?3, account)`,
          )
          .bind(workspace, id, account, at),
        db
          .prepare(
            `DELETE FROM share_visit WHERE workspace = ?1 AND share = ?2 AND EXISTS (
               SELECT 1 FROM share WHERE workspace = ?1 AND id = ?2 AND revoked_at IS NOT NULL)`,
          )
          .bind(workspace, id),
      ]);
      return (revoked?.meta.changes ?? 0) > 0;
    },

    /** Counts visits of a link on a day. */
    countVisits: async (
      workspace: string,
      id: string,
      day: string,
      count: number,
    ): Promise<void> => {
      await run(
        db,
        db
          .prepare(
            `INSERT INTO share_visit (workspace, share, day, count)
             SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (
               SELECT 1 FROM share WHERE workspace = ?1 AND id = ?2 AND revoked_at IS NULL)
             ON CONFLICT DO UPDATE SET count = count + excluded.count`,
          )
          .bind(workspace, id, day, count),
      );
    },
  };
};
export type ShareReads = ReturnType<typeof makeShares>;
