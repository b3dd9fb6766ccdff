-- The zone of a library can change: days follow from instants, which clips keep from now on. NULL for an address alone.

-- When a clip was kept, by the keep that brought its content: its kept_day is the day of this instant.
ALTER TABLE clip ADD COLUMN kept_at TEXT;
-- When it was given its published day: a date after this instant's day lay ahead.
ALTER TABLE clip ADD COLUMN dated_at TEXT;
ALTER TABLE trash ADD COLUMN kept_at TEXT;
ALTER TABLE trash ADD COLUMN dated_at TEXT;

-- Of clips from before, the keep of that day tells; where that is gone, it was about noon.
UPDATE clip SET kept_at = coalesce(
    (SELECT min(kept_at) FROM keep INDEXED BY keep_once
     WHERE keep.workspace = clip.workspace AND keep.clip = clip.rid AND keep.kept_day = clip.kept_day),
    kept_day || 'T12:00:00.000Z')
  WHERE filled_seq IS NOT NULL;
UPDATE clip SET dated_at = coalesce(
    (SELECT max(at) FROM correction WHERE correction.workspace = clip.workspace
       AND correction.clip = clip.rid AND fields -> '$.published' IS NOT NULL),
    (SELECT changed_at FROM keep INDEXED BY keep_once WHERE keep.workspace = clip.workspace
       AND keep.clip = clip.rid AND keep.seq = clip.filled_seq),
    kept_at)
  WHERE filled_seq IS NOT NULL;
UPDATE trash SET kept_at = coalesce(
    (SELECT min(saved ->> 'kept_at') FROM trash_row WHERE trash_row.workspace = trash.workspace
       AND trash_row.clip = trash.id AND kind = 'keep' AND saved ->> 'kept_day' = trash.kept_day),
    kept_day || 'T12:00:00.000Z')
  WHERE filled_seq IS NOT NULL;
UPDATE trash SET dated_at = coalesce(
    (SELECT max(saved ->> 'at') FROM trash_row WHERE trash_row.workspace = trash.workspace
       AND trash_row.clip = trash.id AND kind = 'correction'
       AND (saved ->> 'fields') -> '$.published' IS NOT NULL),
    kept_at)
  WHERE filled_seq IS NOT NULL;

-- The last row id whose days are those of the zone as it is now; NULL where all are.
ALTER TABLE library ADD COLUMN moved_to INTEGER;
-- How many clips with days have been gone through, of how many.
ALTER TABLE library ADD COLUMN moved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE library ADD COLUMN to_move INTEGER NOT NULL DEFAULT 0;
CREATE INDEX library_moving ON library (workspace) WHERE moved_to IS NOT NULL;
