// All that a library holds, read in the order of its row ids.
import * as v from 'valibot';
import { ExportedKeep } from '../../shared/schema/library.ts';
import { END, LISTED_COLUMNS, listedColumns, ridBase, toListed } from './clips.ts';
import { batch, json, rows } from './database.ts';

/** JSON as it is stored, which goes out as it is: parsing megabytes to write them again is work twice. */
const Raw = v.nullable(v.string());

const ExportRow = v.pipe(
  v.object({
    ...listedColumns,
    place: v.number(),
    canonical_url: v.string(),
    blocks: Raw,
    spans: Raw,
    terms: Raw,
    facts: Raw,
    keeps: json(v.array(ExportedKeep)),
  }),
  v.transform(
    ({ place, canonical_url: canonicalUrl, blocks, spans, terms, facts, keeps, ...row }) => {
      const content = `"blocks":${blocks ?? '[]'},"spans":${spans ?? '[]'},"terms":${terms ?? '[]'},"facts":${facts}`;
      return { place, card: { ...toListed(row), canonicalUrl, keeps }, content };
    },
  ),
);

const MarkRow = v.object({ place: v.number(), id: v.string(), mark: v.string() });

// The clips of one part. octet_length reads no content; the sum runs over no more clips than a part may have.
const PART = `next AS (
    SELECT clip.rid, coalesce(octet_length(blocks), 0) AS size
    FROM clip NOT INDEXED LEFT JOIN clip_content ON clip_content.rid = clip.rid
    WHERE clip.rid > ?2 AND clip.rid < ?3 AND clip.workspace = ?1
    ORDER BY clip.rid LIMIT ?4),
  sized AS (SELECT rid, sum(size) OVER (ORDER BY rid) - size AS ahead FROM next)`;

export const makeExports = (db: D1Database) => ({
  /** The clips after the place `after`, each as one line with the account's highlights, as many as fit `clips` and about `bytes`. */
  read: async (
    { workspace, number }: { workspace: string; number: number },
    account: string,
    after: number | null,
    { clips, bytes }: { clips: number; bytes: number },
  ): Promise<{ place: number; line: string }[]> => {
    const base = ridBase(number);
    const part = [workspace, base + (after ?? 0), base + END, clips, bytes, base];
    const [found, marks] = await batch(db, [
      db
        .prepare(
          `WITH ${PART}
           SELECT clip.rid - ?6 AS place, ${LISTED_COLUMNS}, canonical_url, blocks, spans, terms, facts,
             (SELECT json_group_array(json_object('id', id, 'account', account,
                'keptAt', kept_at, 'keptDay', kept_day, 'folder', json(coalesce(folder, '[]')))
                ORDER BY id)
              FROM keep INDEXED BY keep_once WHERE keep.workspace = ?1 AND keep.clip = clip.rid) AS keeps
           FROM sized JOIN clip ON clip.rid = sized.rid
           LEFT JOIN clip_content ON clip_content.rid = clip.rid
           WHERE ahead < ?5 ORDER BY clip.rid`,
        )
        .bind(...part),
      // Rows of their own: in one value, as the keeps are, they could be more than D1 gives at once.
      db
        .prepare(
          `WITH ${PART}
           SELECT highlight.clip - ?6 AS place, id, mark
           FROM sized CROSS JOIN highlight INDEXED BY highlight_clip
             ON highlight.workspace = ?1 AND highlight.clip = sized.rid AND account = ?7
           WHERE ahead < ?5 AND mark IS NOT NULL ORDER BY highlight.clip, id`,
        )
        .bind(...part, account),
    ]);
    const marksAt = Map.groupBy(rows(MarkRow, marks), ({ place }) => place);
    return rows(ExportRow, found).map(({ place, card, content }) => {
      const highlights = (marksAt.get(place) ?? []).map(
        ({ id, mark }) => `{"id":"${id}",${mark.slice(1)}`,
      );
      const line = `${JSON.stringify(card).slice(0, -1)},"highlights":[${highlights.join()}],${content}}`;
      return { place, line };
    });
  },
});
export type Exports = ReturnType<typeof makeExports>;
