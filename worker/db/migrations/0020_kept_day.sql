-- Days by when a clip was kept. A clip's number is not in it, so that what changes a clip writes no row of it; an address
-- alone stands on no day.
CREATE INDEX clip_kept_day ON clip (workspace, kept_day) WHERE kept_day > '';

-- How far a person has seen the library on its pages of days.
CREATE TABLE visit (
  workspace TEXT NOT NULL,
  account TEXT NOT NULL,
  seq INTEGER NOT NULL, -- the library's number when a page was last seen
  since INTEGER NOT NULL, -- that number at the visit before: what came after it is new
  at TEXT NOT NULL, -- when a page was last seen that had something unseen
  PRIMARY KEY (workspace, account)
) STRICT, WITHOUT ROWID;

-- The categories that go first on a day, in this order: JSON array of Media Topics.
ALTER TABLE preference ADD COLUMN category_order TEXT NOT NULL DEFAULT '[]';
