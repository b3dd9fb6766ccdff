-- What is deleted lies here until it expires, each clip with all that hung on it, so that no other query has to know
-- that there is a trash. No backup holds these tables.

-- A clip's row as it was. What brings it back gives it a new seq.
CREATE TABLE trash (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL, -- the clip's
  rid INTEGER NOT NULL, -- never given to another clip
  canonical_url TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  site TEXT,
  section TEXT NOT NULL,
  category TEXT,
  authors TEXT NOT NULL,
  attribution TEXT,
  language TEXT,
  lead_image TEXT,
  published TEXT,
  day TEXT NOT NULL,
  kept_day TEXT NOT NULL,
  summary TEXT NOT NULL,
  words INTEGER NOT NULL,
  filled_seq INTEGER,
  story TEXT,
  seq INTEGER NOT NULL, -- the change by which it was deleted; the tombstones of its keeps have the same
  deleted_at TEXT NOT NULL,
  deleted_by TEXT NOT NULL, -- account
  expires_at TEXT NOT NULL, -- from then on nobody sees it, and a scheduled run deletes it
  PRIMARY KEY (workspace, id)
) STRICT;
CREATE INDEX trash_seq ON trash (workspace, seq, expires_at);
CREATE INDEX trash_address ON trash (workspace, canonical_url);
CREATE INDEX trash_story ON trash (workspace, story) WHERE story IS NOT NULL;
CREATE INDEX trash_expires ON trash (expires_at, workspace, id);

CREATE TABLE trash_content (
  workspace TEXT NOT NULL,
  clip TEXT NOT NULL, -- clip.id
  blocks TEXT NOT NULL,
  spans TEXT NOT NULL,
  terms TEXT NOT NULL,
  facts TEXT NOT NULL,
  PRIMARY KEY (workspace, clip)
) STRICT;

-- The rows of other tables that hung on it.
CREATE TABLE trash_row (
  workspace TEXT NOT NULL,
  clip TEXT NOT NULL, -- clip.id
  kind TEXT NOT NULL, -- their table
  saved TEXT NOT NULL -- JSON, by column
) STRICT;
CREATE INDEX trash_row_clip ON trash_row (workspace, clip, kind);
