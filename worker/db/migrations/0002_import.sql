-- Clips that have an address only, the imports that they came from, tags and folders.

-- The change by which a clip got its content; NULL while it has an address only. Such a clip has no
-- clip_content, its day and kept_day are '', no digest, feed or count knows it.
ALTER TABLE clip ADD COLUMN filled_seq INTEGER;
UPDATE clip SET filled_seq = seq;
CREATE INDEX clip_filled ON clip (workspace, filled_seq) WHERE filled_seq IS NOT NULL;

-- The folders of the place that it was imported from, a JSON array of names, outermost first.
ALTER TABLE keep ADD COLUMN folder TEXT;
-- The import that made it and can still take it back; NULL once somebody has read the clip.
ALTER TABLE keep ADD COLUMN import TEXT;
CREATE INDEX keep_import ON keep (workspace, import) WHERE import IS NOT NULL;

CREATE TABLE import (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL, -- of the file
  at TEXT NOT NULL,
  -- Keeps that bear its id: counting them would read them all.
  keeps INTEGER NOT NULL DEFAULT 0 CHECK (keeps >= 0),
  undone_at TEXT, -- from then on no part of it is taken
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;

-- What each part was and what it was told, so that a repeat hears the same.
CREATE TABLE import_part (
  workspace TEXT NOT NULL,
  import TEXT NOT NULL,
  number INTEGER NOT NULL,
  sha256 TEXT NOT NULL, -- of the bytes
  answer TEXT NOT NULL,
  PRIMARY KEY (workspace, import, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL, -- as it was first written
  folded TEXT NOT NULL, -- as it is compared
  seq INTEGER NOT NULL,
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX tag_folded ON tag (workspace, folded);

CREATE TABLE clip_tag (
  workspace TEXT NOT NULL,
  clip INTEGER NOT NULL, -- clip.rid
  tag TEXT NOT NULL, -- tag.id
  import TEXT, -- as in keep
  PRIMARY KEY (workspace, clip, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX clip_tag_tag ON clip_tag (workspace, tag, clip);
CREATE INDEX clip_tag_import ON clip_tag (workspace, import) WHERE import IS NOT NULL;
