-- What was corrected of a clip. What was read off the page in place of that stands among the clip's facts, as `read`.
CREATE TABLE correction (
  workspace TEXT NOT NULL,
  clip INTEGER NOT NULL, -- clip.rid
  seq INTEGER NOT NULL, -- the change by which it was made
  account TEXT NOT NULL,
  at TEXT NOT NULL,
  fields TEXT NOT NULL, -- JSON object: what was there before and what is there since, by field; null for a text
  PRIMARY KEY (workspace, clip, seq)
) STRICT, WITHOUT ROWID;
