-- Public links: whoever has one reads a collection, a day or a clip, and nothing else of the workspace.
CREATE TABLE share (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  sha256 TEXT NOT NULL, -- of what was asked for
  account TEXT NOT NULL, -- who made it
  kind TEXT NOT NULL CHECK (kind IN ('collection', 'day', 'clip')),
  collection TEXT NOT NULL DEFAULT '', -- collection.id, of a day of one too; else ''
  day TEXT NOT NULL DEFAULT '',
  clip TEXT NOT NULL DEFAULT '', -- clip.id
  full_text INTEGER NOT NULL CHECK (full_text IN (0, 1)),
  named INTEGER NOT NULL CHECK (named IN (0, 1)), -- with the workspace's name
  feeds INTEGER NOT NULL CHECK (feeds IN (0, 1)),
  created_at TEXT NOT NULL,
  expires_at TEXT, -- NULL for never
  revoked_at TEXT, -- a revoked one stays, so that its id is not used again
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX share_listed ON share (workspace, id) WHERE revoked_at IS NULL;

-- How often a link was opened on a day of the library's zone. By whom is told nowhere.
CREATE TABLE share_visit (
  workspace TEXT NOT NULL,
  share TEXT NOT NULL,
  day TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (workspace, share, day)
) STRICT, WITHOUT ROWID;
