// A library whose one day has more clips than a page of it.
import { openDatabase } from '../../worker/local/database.ts';
import type { WebLibrary } from './web-library.ts';

/** More than stand on its first page. */
const CLIPS = 205;

/** Makes as many clips like the last one of a library, on its day. */
export const makeLongDay = ({ workspace }: WebLibrary, data: string): void => {
  const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${CLIPS})`;
  const database = openDatabase(data);
  database
    .prepare(
      `${many} INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, category, day, kept_day, summary,
         words, seq, filled_seq, changed_at)
       SELECT rid + i, workspace, substr(id, 1, 24) || printf('%012x', rid % 4294967296 + i), url || '/' || i, url,
         title || ', ' || i, section, authors, category, day, kept_day, summary, words, seq + i, seq + i, changed_at
       FROM n JOIN clip WHERE workspace = ?`,
    )
    .run(workspace);
  database
    .prepare(`UPDATE day_count SET clips = clips + ${CLIPS} WHERE workspace = ?`)
    .run(workspace);
  database
    .prepare(
      `UPDATE library SET seq = seq + ${CLIPS}, clip_count = clip_count + ${CLIPS} WHERE workspace = ?`,
    )
    .run(workspace);
  database.close();
};
