// What must agree in a library that has lost nothing, holds nothing twice and nothing by half.

/** One row of counts over a workspace (?1). */
export const WHOLE_SQL = `
  WITH
    clips AS (SELECT * FROM clip WHERE workspace = ?1),
    keeps AS (SELECT * FROM keep WHERE workspace = ?1),
    counted AS (
      SELECT 'published' AS axis, day, coalesce(category, '') AS category, count(*) AS clips
      FROM clips WHERE day > '' GROUP BY 2, 3
      UNION ALL SELECT 'kept', kept_day, coalesce(category, ''), count(*)
      FROM clips WHERE day > '' GROUP BY 2, 3),
    stored AS (SELECT axis, day, category, clips FROM day_count WHERE workspace = ?1),
    filed AS (
      SELECT link.collection, clip.day, count(*) AS clips, sum(clip.day <> link.day) AS elsewhere,
        max(clip.seq) AS seq
      FROM clip_collection AS link JOIN clip ON clip.rid = link.clip
      WHERE link.workspace = ?1 AND clip.day > '' GROUP BY 1, 2),
    days AS (SELECT * FROM collection_day WHERE workspace = ?1),
    misfiled AS (
      SELECT 1 FROM filed LEFT JOIN days USING (collection, day)
      WHERE elsewhere > 0 OR days.clips IS NOT filed.clips OR days.seq < filed.seq
      UNION ALL SELECT 1 FROM days LEFT JOIN filed USING (collection, day)
      WHERE days.clips <> coalesce(filed.clips, 0))
  SELECT
    (SELECT count(*) FROM clips) AS clips,
    (SELECT count(DISTINCT canonical_url) FROM clips) AS addresses,
    (SELECT count(*) FROM clip_content WHERE rid IN (SELECT rid FROM clips)) AS contents,
    (SELECT count(*) FROM clip_content WHERE workspace = ?1) AS allContents,
    (SELECT count(DISTINCT clip) FROM keeps WHERE clip IN (SELECT rid FROM clips)) AS keptClips,
    (SELECT count(*) FROM keeps) AS keeps,
    (SELECT count(DISTINCT seq) FROM keeps) AS seqs,
    (SELECT seq FROM library WHERE workspace = ?1) AS lastSeq,
    (SELECT count(*) FROM operation WHERE workspace = ?1) AS operations,
    (SELECT count(*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM stored))
      + (SELECT count(*) FROM (SELECT * FROM stored EXCEPT SELECT * FROM counted))
      + (SELECT count(*) FROM misfiled) AS miscounts`;

/** That row for so many clips; each was kept once, by one operation and one change, unless told otherwise. */
export const whole = (
  clips: number,
  told: { keeps?: number; operations?: number; changes?: number } = {},
) => {
  const { keeps = clips, operations = clips, changes = keeps } = told;
  return {
    clips,
    addresses: clips,
    contents: clips,
    allContents: clips,
    keptClips: clips,
    keeps,
    seqs: keeps,
    lastSeq: changes,
    operations,
    miscounts: 0,
  };
};
