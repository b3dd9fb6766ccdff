// All that a library holds, read in the order of its row ids.
import * as v from 'valibot';
import { ExportedKeep } from '../../shared/schema/library.ts';
import { END, LISTED_COLUMNS, listedColumns, ridBase, toListed } from './clips.ts';
import { json, rows, run } from './database.ts';

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
      const card = JSON.stringify({ ...toListed(row), canonicalUrl, keeps });
      const content = `"blocks":${blocks ?? '[]'},"spans":${spans ?? '[]'},"terms":${terms ?? '[]'},"facts":${facts}`;
      return { place, line: `${card.slice(0, -1)},${content}}` };
    },
  ),
);

export const makeExports = (db: D1Database) => ({
  /** The clips after the place `after`, each as one line, as many as fit `clips` and about `bytes`. */
  read: async (
    { workspace, number }: { workspace: string; number: number },
    after: number | null,
    { clips, bytes }: { clips: number; bytes: number },
  ): Promise<{ place: number; line: string }[]> => {
    const base = ridBase(number);
    return rows(
      ExportRow,
      await run(
        db,
        db
          .prepare(
            // octet_length reads no content; the sum runs over no more clips than one part may have.
            `WITH next AS (
               SELECT clip.rid, coalesce(octet_length(blocks), 0) AS size
               FROM clip NOT INDEXED LEFT JOIN clip_content ON clip_content.rid = clip.rid
               WHERE clip.rid > ?2 AND clip.rid < ?3 AND clip.workspace = ?1
               ORDER BY clip.rid LIMIT ?4),
             sized AS (SELECT rid, sum(size) OVER (ORDER BY rid) - size AS ahead FROM next)
             SELECT clip.rid - ?6 AS place, ${LISTED_COLUMNS}, canonical_url, blocks, spans, terms, facts,
               (SELECT json_group_array(json_object('id', id, 'account', account,
                  'keptAt', kept_at, 'keptDay', kept_day, 'folder', json(coalesce(folder, '[]')))
                  ORDER BY id)
                FROM keep INDEXED BY keep_once WHERE keep.workspace = ?1 AND keep.clip = clip.rid) AS keeps
             FROM sized JOIN clip ON clip.rid = sized.rid
             LEFT JOIN clip_content ON clip_content.rid = clip.rid
             WHERE ahead < ?5 ORDER BY clip.rid`,
          )
          .bind(workspace, base + (after ?? 0), base + END, clips, bytes, base),
      ),
    );
  },
});
export type Exports = ReturnType<typeof makeExports>;
