-- Days of a collection: which of its clips stand on one, how many these are, and when anything of them changed.

-- The clip's own day; '' while it has an address only.
ALTER TABLE clip_collection ADD COLUMN day TEXT NOT NULL DEFAULT '';
UPDATE clip_collection SET day =
  coalesce((SELECT day FROM clip WHERE rid = clip AND clip.workspace = clip_collection.workspace), '');
CREATE INDEX clip_collection_day ON clip_collection (workspace, collection, day);

-- A day that has lost all its clips keeps its row: what was the last change of it is known by nothing else.
CREATE TABLE collection_day (
  workspace TEXT NOT NULL,
  collection TEXT NOT NULL, -- collection.id
  day TEXT NOT NULL,
  clips INTEGER NOT NULL,
  -- The last change by which a clip of it came, went, or became another.
  seq INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (workspace, collection, day)
) STRICT, WITHOUT ROWID;
INSERT INTO collection_day (workspace, collection, day, clips, seq, changed_at)
  SELECT link.workspace, link.collection, link.day, count(*), max(clip.seq), clip.changed_at
  FROM clip_collection AS link CROSS JOIN clip ON clip.rid = link.clip
  WHERE link.day > '' GROUP BY 1, 2, 3;

-- A day is frozen for the whole library, and for each collection that has been read. What was frozen is made anew.
DROP TABLE digest;
DROP TABLE digest_page;
CREATE TABLE digest (
  workspace TEXT NOT NULL,
  day TEXT NOT NULL,
  scope TEXT NOT NULL DEFAULT '', -- collection.id; '' for the whole library
  revision INTEGER NOT NULL, -- the highest number among the changes of the day's clips and what it lost
  format INTEGER NOT NULL, -- of the code that made it: another one makes it anew
  head TEXT NOT NULL, -- JSON: all that is told of the whole day
  related TEXT NOT NULL, -- JSON array: what earlier days have, by the ids of clips alone
  PRIMARY KEY (workspace, day, scope)
) STRICT, WITHOUT ROWID;
CREATE TABLE digest_page (
  workspace TEXT NOT NULL,
  day TEXT NOT NULL,
  scope TEXT NOT NULL DEFAULT '',
  page INTEGER NOT NULL, -- from 1 on
  groups TEXT NOT NULL, -- JSON
  PRIMARY KEY (workspace, day, scope, page)
) STRICT, WITHOUT ROWID;
UPDATE library SET frozen_through = '', freeze_due = '2000-01-01T00:00:00.000Z';
