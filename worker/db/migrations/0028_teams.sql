-- People who belong to several workspaces, what they are called there, and the invites that let them in.

-- What others of a workspace know somebody by; '' until it was told.
ALTER TABLE account ADD COLUMN name TEXT NOT NULL DEFAULT '';
-- The workspace that a browser opened last.
ALTER TABLE session ADD COLUMN workspace TEXT;

CREATE INDEX member_workspace ON member (workspace, account);

-- Lets one person in, once: whoever uses it deletes it.
CREATE TABLE invite (
  workspace TEXT NOT NULL REFERENCES workspace (id),
  id TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('editor', 'viewer')),
  made_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX invite_maker ON invite (made_by, workspace);
CREATE INDEX invite_expires ON invite (expires_at);
