-- Clips that carry the same text or report the same event.

-- What the clips of one story have in common; NULL while a clip was never with another.
ALTER TABLE clip ADD COLUMN story TEXT;
CREATE INDEX clip_story ON clip (workspace, story) WHERE story IS NOT NULL;

-- Stories that a person parted: they never become one by themselves.
CREATE TABLE parted (
  workspace TEXT NOT NULL,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  PRIMARY KEY (workspace, one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX parted_other ON parted (workspace, other);

-- Clips that have content and whose story is yet to be found.
CREATE TABLE unplaced (
  workspace TEXT NOT NULL,
  clip INTEGER NOT NULL, -- clip.rid
  PRIMARY KEY (workspace, clip)
) STRICT, WITHOUT ROWID;
INSERT INTO unplaced (workspace, clip) SELECT workspace, rid FROM clip WHERE filled_seq IS NOT NULL;
