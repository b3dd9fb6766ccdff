// Clips by the hundred, as saves would have stored them.
import { db } from './server.ts';

/** As many more clips like the last one of a workspace, with its profile, on days of their own choice as SQL of `i`. */
export const addClips = async (
  { workspace }: { workspace: string },
  count: number,
  day: string,
  story = 'NULL',
): Promise<void> => {
  const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
  const base = await db
    .prepare('SELECT max(rid) AS rid, max(seq) AS seq FROM clip WHERE workspace = ?')
    .bind(workspace)
    .first<{ rid: number; seq: number }>();
  await db.batch([
    db
      .prepare(
        `${many} INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, day,
           kept_day, summary, words, story, seq, filled_seq, changed_at)
         SELECT ?2 + i, workspace, substr(id, 1, 24) || printf('%012x', ?2 % 4294967296 + i), url || '/' || ?2 || i,
           url, 'More ' || i, section, authors, ${day}, kept_day, summary, words, ${story}, ?3 + i, ?3 + i, changed_at
         FROM n JOIN clip ON clip.workspace = ?1 AND clip.rid = ?2`,
      )
      .bind(workspace, base?.rid ?? 0, base?.seq ?? 0),
    db
      .prepare(
        `${many} INSERT INTO clip_profile (rid, workspace, standfirst, terms, vector, asks, fingerprint)
         SELECT ?2 + i, workspace, standfirst, terms, vector, asks, fingerprint
         FROM n JOIN clip_profile ON clip_profile.rid = ?2 AND workspace = ?1`,
      )
      .bind(workspace, base?.rid ?? 0),
    db
      .prepare(
        `${many} INSERT INTO day_count (workspace, axis, day, category, clips)
         SELECT ?, 'published', ${day}, '', 1 FROM n WHERE true
         ON CONFLICT DO UPDATE SET clips = clips + 1`,
      )
      .bind(workspace),
    db
      .prepare(
        'UPDATE library SET seq = seq + ?2, clip_count = clip_count + ?2 WHERE workspace = ?1',
      )
      .bind(workspace, count),
  ]);
};
