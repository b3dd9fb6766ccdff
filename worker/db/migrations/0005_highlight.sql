-- What an account marked in a clip; nobody else sees it. The id is the account's own: another's is simply new.
CREATE TABLE highlight (
  workspace TEXT NOT NULL,
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  clip INTEGER NOT NULL, -- clip.rid
  -- JSON, as in shared/schema/highlight.ts; NULL once it was taken away: the row is its own tombstone, and goes with the clip.
  mark TEXT,
  seq INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (workspace, account, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX highlight_clip ON highlight (workspace, clip, account);
