-- What people of a team did, for the others to see.

-- One row an act, under the number of its change, however many clips it is about. What these and their collections are
-- called is not in it: what is deleted is told of here by nobody.
CREATE TABLE activity (
  workspace TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('keep', 'copy', 'file', 'delete', 'restore', 'import', 'mark', 'drop', 'merge')),
  clips TEXT NOT NULL DEFAULT '[]', -- JSON array of clip.id: the first few
  clip_count INTEGER NOT NULL DEFAULT 0, -- how many they are in all
  added_to TEXT NOT NULL DEFAULT '[]', -- JSON array of collection.id
  removed_from TEXT NOT NULL DEFAULT '[]',
  about TEXT, -- the id of the import or of the highlight, the name of a collection that is gone by it
  PRIMARY KEY (workspace, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_at ON activity (at);

-- Who came, went, or became something else: of the control group, as members are.
CREATE TABLE member_change (
  workspace TEXT NOT NULL,
  at TEXT NOT NULL,
  account TEXT NOT NULL, -- whom it is about
  kind TEXT NOT NULL CHECK (kind IN ('join', 'leave', 'remove', 'role', 'hand-over')),
  role TEXT, -- what they are by it; NULL where they are gone
  by_account TEXT NOT NULL, -- who did it: themselves, or an owner
  PRIMARY KEY (workspace, at, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_change_at ON member_change (at);

-- How many addresses it brought, whatever became of them since.
ALTER TABLE import ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
