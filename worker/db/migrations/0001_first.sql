-- Two groups of tables. A workspace's library may later lie in another database than the accounts,
-- so no statement joins the groups and no foreign key crosses them.
-- Secrets (sessions, API tokens, device codes, claims) are stored as SHA-256 in lower-case hex.
-- Instants are ISO 8601 in UTC, days YYYY-MM-DD in the workspace's zone.

---------------------------------------------------------------------------------------------------
-- Control: who may do what.

CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL
) STRICT;

-- The one-time link by which an empty installation gets its owner.
CREATE TABLE claim (
  hash TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  account TEXT, -- who used it
  used_at TEXT
) STRICT;

CREATE TABLE session (
  hash TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX session_expires ON session (expires_at);

-- An extension's own token; revoked ones stay, so that their names can still be told.
CREATE TABLE token (
  id TEXT NOT NULL PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  scopes TEXT NOT NULL, -- parted by a space, as in RFC 6749
  created_at TEXT NOT NULL,
  last_used_day TEXT, -- a day is enough for people, and one write a day enough for us
  revoked_at TEXT
) STRICT;
CREATE INDEX token_account ON token (account, created_at);

CREATE TABLE workspace (
  id TEXT NOT NULL PRIMARY KEY, -- short, random, as it stands in addresses
  number INTEGER NOT NULL UNIQUE, -- the upper half of its clips' row ids
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE member (
  account TEXT NOT NULL REFERENCES account (id),
  workspace TEXT NOT NULL REFERENCES workspace (id),
  role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
  joined_at TEXT NOT NULL,
  PRIMARY KEY (account, workspace)
) STRICT, WITHOUT ROWID;
-- Answers "does anybody own this installation?" from one row.
CREATE INDEX member_owner ON member (workspace) WHERE role = 'owner';

-- RFC 8628. The account is set when somebody signed in first enters the code: nobody else may answer then.
CREATE TABLE pairing (
  device_hash TEXT NOT NULL PRIMARY KEY,
  user_code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  account TEXT REFERENCES account (id),
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'denied', 'used')),
  token TEXT -- the id of the token that it gave
) STRICT;
CREATE INDEX pairing_expires ON pairing (expires_at);

---------------------------------------------------------------------------------------------------
-- Library: what was kept. Every row carries its workspace, every query names it.

CREATE TABLE library (
  workspace TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  -- Taken by every change in its batch and stored on what it changed: cursor of changes, ETags and mirrors.
  seq INTEGER NOT NULL DEFAULT 0,
  -- Clips ever made, the lower half of their row ids; never goes down.
  clip_count INTEGER NOT NULL DEFAULT 0,
  zone TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'vi')),
  -- 0 once the library has moved elsewhere: a batch that takes seq from it then fails as a whole.
  here INTEGER NOT NULL DEFAULT 1 CHECK (here IN (0, 1)),
  -- Stands in feed addresses; one more makes the old ones void.
  feed_rotation INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- What each write was and what it was told, so that a repeat hears the same.
CREATE TABLE operation (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  keep TEXT NOT NULL, -- the keep that it made or found
  sha256 TEXT NOT NULL, -- of the bytes
  answer TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;

-- The card: all that lists and digests show. rid = library number x 2^32 + a count, so that a
-- workspace's rows lie together and a range of row ids is a workspace.
CREATE TABLE clip (
  rid INTEGER PRIMARY KEY,
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  canonical_url TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  site TEXT,
  section TEXT NOT NULL, -- JSON array
  category TEXT,
  authors TEXT NOT NULL, -- JSON array
  attribution TEXT,
  language TEXT,
  lead_image TEXT,
  published TEXT, -- as precise as the page told it: instant, local time or day
  day TEXT NOT NULL,
  kept_day TEXT NOT NULL,
  summary TEXT NOT NULL, -- JSON array of sentences
  words INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX clip_id ON clip (workspace, id);
CREATE UNIQUE INDEX clip_address ON clip (workspace, canonical_url);
CREATE INDEX clip_day ON clip (workspace, day, seq);
CREATE INDEX clip_seq ON clip (workspace, seq);

-- The body; never read for a list or a digest.
CREATE TABLE clip_content (
  rid INTEGER PRIMARY KEY,
  workspace TEXT NOT NULL,
  blocks TEXT NOT NULL, -- JSON, as in shared/schema/block.ts
  spans TEXT NOT NULL, -- JSON, the summary's sentences in the blocks
  terms TEXT NOT NULL, -- JSON array
  facts TEXT NOT NULL -- JSON: the article's remaining fields, as the page told them
) STRICT;

-- A person's act of keeping a clip.
CREATE TABLE keep (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  clip INTEGER NOT NULL, -- clip.rid
  account TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  kept_day TEXT NOT NULL,
  seq INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX keep_once ON keep (workspace, clip, account);
CREATE INDEX keep_seq ON keep (workspace, seq);

-- Clips a day: count(*) would read the library. A category of '' is none; rows of no clips are deleted.
CREATE TABLE day_count (
  workspace TEXT NOT NULL,
  axis TEXT NOT NULL CHECK (axis IN ('published', 'kept')),
  day TEXT NOT NULL,
  category TEXT NOT NULL,
  clips INTEGER NOT NULL CHECK (clips >= 0),
  PRIMARY KEY (workspace, axis, day, category)
) STRICT, WITHOUT ROWID;

-- What was deleted: answers late writes, tells mirrors, and moves the revision of its day.
CREATE TABLE tombstone (
  workspace TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('keep', 'clip')),
  id TEXT NOT NULL,
  day TEXT, -- the published day of a clip
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (workspace, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstone_day ON tombstone (workspace, day, seq) WHERE day IS NOT NULL;
CREATE INDEX tombstone_seq ON tombstone (workspace, seq);
