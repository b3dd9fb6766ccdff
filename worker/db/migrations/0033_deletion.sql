-- What waits to be deleted: runs of the schedule do it, slice by slice. Nobody sees it from the moment it waits.

-- Who left a workspace: what of its library was theirs alone goes.
CREATE TABLE departure (
  workspace TEXT NOT NULL,
  account TEXT NOT NULL,
  PRIMARY KEY (workspace, account)
) STRICT, WITHOUT ROWID;

-- A workspace that nobody belongs to any more: all of its library goes. Its number is never given to another, since
-- addresses of feeds name it.
CREATE TABLE deletion (
  workspace TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL,
  account TEXT NOT NULL, -- whose act it was
  step INTEGER NOT NULL DEFAULT 0 -- how many kinds of rows are gone
) STRICT, WITHOUT ROWID;
