// Past days as they were composed once. A snapshot holds for as long as nothing of its day has changed since.
import * as v from 'valibot';
import { DigestGroup, DigestHead } from '../../shared/schema/digest.ts';
import { Reason, type RelatedClip } from '../../shared/schema/related.ts';
import { batch, firstRow, json, rows } from './database.ts';
import { type DaysOf, scopeOf } from './days-of.ts';
import { type Question, question } from './question.ts';
import { nearestDays, readNearest } from './digests.ts';

/** What earlier days have that is related to a story: a clip by its id. */
export interface RelatedId {
  story: string;
  id: string;
  reasons: RelatedClip['reasons'];
}

/** A page of a day as it was stored, or all of them in their order, and the nearest days that have clips. */
export interface StoredPage {
  head: v.InferOutput<typeof StoredHead>;
  groups: DigestGroup[];
  related: { story: string; clip: RelatedClip }[];
  earlier: string | null;
  later: string | null;
}

/** A whole day to be stored; `groups` are those of each page. */
export interface Snapshot {
  head: DigestHead;
  pages: readonly (readonly DigestGroup[])[];
  related: readonly RelatedId[];
}

// Of the zone it was checked when it was stored: to check it makes a date format.
export const StoredHead = v.object({ ...DigestHead.entries, zone: v.string() });
const HeadRow = v.object({ head: json(StoredHead), current: v.number() });
const PageRow = v.object({ groups: json(v.array(DigestGroup)) });
const RelatedRow = v.object({
  story: v.string(),
  reasons: json(v.array(Reason)),
  id: v.string(),
  url: v.string(),
  title: v.string(),
  site: v.nullable(v.string()),
  language: v.nullable(v.string()),
  day: v.string(),
});

/**
 * The revision of a day, by one or two looks into an index; workspace, collection and day as they stand in the statement.
 */
export const revisionOf = (
  workspace: string,
  day: string,
  collection: string | null = null,
): string => {
  if (collection !== null)
    return `coalesce((SELECT seq FROM collection_day WHERE collection_day.workspace = ${workspace}
      AND collection_day.collection = ${collection} AND collection_day.day = ${day}), 0)`;
  const [clip, tombstone] = ['clip', 'tombstone'].map(
    (table) =>
      `coalesce((SELECT max(seq) FROM ${table} INDEXED BY ${table}_day
         WHERE ${table}.workspace = ${workspace} AND ${table}.day = ${day}), 0)`,
  );
  return `max(${clip}, ${tombstone})`;
};
// ?1 is the workspace, ?2 the scope, ?3 the day.
const currentOf = (of: DaysOf): string =>
  revisionOf('?1', '?3', typeof of === 'string' ? null : '?2');

/** More than a day has. */
const MOST_PAGES = 1_000_000;

/** D1 takes parameters of 2 MB. */
const MOST_BYTES = 1_900_000;

/** Pages in as few statements as their size allows. */
const bundled = (pages: Snapshot['pages']): { first: number; groups: string[] }[] => {
  const bundles: { first: number; groups: string[] }[] = [];
  let bytes = 0;
  for (const [index, page] of pages.entries()) {
    const groups = JSON.stringify(page);
    // Sent as a text in a list of texts, which escapes it once more.
    const length = new TextEncoder().encode(JSON.stringify(groups)).length + 1;
    const last = bundles.at(-1);
    if (last && bytes + length <= MOST_BYTES) last.groups.push(groups);
    else {
      bundles.push({ first: index + 1, groups: [groups] });
      bytes = 0;
    }
    bytes += length;
  }
  return bundles;
};

export const makeSnapshots = (db: D1Database) => ({
  /**
   * A page of a day, or all of them, as stored in this format; null where there is none or something has changed since.
   * Whatever size the day has, one page takes its row, what is related to it, and four looks into an index.
   */
  read: (
    workspace: string,
    day: string,
    page: number | 'all',
    format: number,
    of: DaysOf = 'published',
  ): Question<StoredPage | null> => {
    const scope = scopeOf(of);
    const ofDay = 'digest.workspace = ?1 AND digest.day = ?3 AND digest.scope = ?2 AND format = ?4';
    return question(
      db,
      [
        db
          .prepare(`SELECT head, ${currentOf(of)} AS current FROM digest WHERE ${ofDay}`)
          .bind(workspace, scope, day, format),
        db
          .prepare(
            `SELECT groups FROM digest_page
             WHERE workspace = ?1 AND day = ?2 AND scope = ?3 AND page BETWEEN ?4 AND ?5 ORDER BY page`,
          )
          .bind(workspace, day, scope, ...(page === 'all' ? [1, MOST_PAGES] : [page, page])),
        db
          .prepare(
            // What is gone by now, or stands on this day or a later one, is not told of.
            `SELECT item.value ->> 'story' AS story, item.value -> 'reasons' AS reasons,
             clip.id, url, title, site, language, clip.day
           FROM digest CROSS JOIN json_each(digest.related) AS item
           CROSS JOIN clip INDEXED BY clip_id ON clip.workspace = ?1 AND clip.id = item.value ->> 'id'
           WHERE ${ofDay} AND ?5 = 1 AND clip.day < ?3 AND (?2 = '' OR EXISTS (
             SELECT 1 FROM clip_collection AS link
             WHERE link.workspace = ?1 AND link.clip = clip.rid AND link.collection = ?2))
           ORDER BY item.key`,
          )
          .bind(workspace, scope, day, format, page === 'all' ? 1 : page),
        ...nearestDays(db, workspace, of, day, day),
      ],
      ([head, groups, related, ...nearest]) => {
        const found = firstRow(HeadRow, head);
        if (!found || found.head.revision !== found.current) return null;
        return {
          head: found.head,
          groups: rows(PageRow, groups).flatMap((stored) => stored.groups),
          related: rows(RelatedRow, related).map(({ story, ...clip }) => ({ story, clip })),
          ...readNearest(nearest),
        };
      },
    );
  },

  /** Drops a day that has no clips any more; answers the number of statements. */
  forget: async (workspace: string, day: string, of: DaysOf = 'published'): Promise<number> => {
    const results = await batch(
      db,
      ['digest', 'digest_page'].map((table) =>
        db
          .prepare(`DELETE FROM ${table} WHERE workspace = ? AND day = ? AND scope = ?`)
          .bind(workspace, day, scopeOf(of)),
      ),
    );
    return results.length;
  },

  /**
   * Stores a day in one transaction, unless something of it has changed since it was read; answers the number of
   * statements.
   */
  write: async (
    workspace: string,
    { head, pages, related }: Snapshot,
    format: number,
    of: DaysOf = 'published',
  ): Promise<number> => {
    const { day, revision } = head;
    const isStill = `${currentOf(of)} = ?4`;
    const stating = (sql: string, ...values: (string | number)[]) =>
      db.prepare(sql).bind(workspace, scopeOf(of), day, revision, ...values);
    const results = await batch(db, [
      stating(
        `DELETE FROM digest_page WHERE workspace = ?1 AND day = ?3 AND scope = ?2 AND ${isStill}`,
      ),
      stating(
        `INSERT OR REPLACE INTO digest (workspace, day, scope, revision, format, head, related)
         SELECT ?1, ?3, ?2, ?4, ?5, ?6, ?7 WHERE ${isStill}`,
        format,
        JSON.stringify(head),
        JSON.stringify(related),
      ),
      ...bundled(pages).map(({ first, groups }) =>
        stating(
          `INSERT INTO digest_page (workspace, day, scope, page, groups)
           SELECT ?1, ?3, ?2, ?5 + key, value FROM json_each(?6) WHERE ${isStill}`,
          first,
          JSON.stringify(groups),
        ),
      ),
    ]);
    return results.length;
  },
});
export type Snapshots = ReturnType<typeof makeSnapshots>;
