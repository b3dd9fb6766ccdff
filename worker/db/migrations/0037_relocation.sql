-- A library that moves to another database while people read it and write in it.

---------------------------------------------------------------------------------------------------
-- Control.

-- What an operator asked for; it is gone once all is done.
CREATE TABLE relocation (
  workspace TEXT NOT NULL PRIMARY KEY REFERENCES workspace (id),
  move INTEGER NOT NULL, -- higher each time, in milliseconds since 1970: who is late changes nothing of a later one
  number INTEGER NOT NULL, -- the library's
  source TEXT NOT NULL, -- the bindings
  target TEXT NOT NULL,
  phase TEXT NOT NULL DEFAULT 'asked'
    CHECK (phase IN ('asked', 'copying', 'closed', 'switching', 'clearing', 'failed')),
  asked_at TEXT NOT NULL,
  switched_at TEXT, -- when the directory was told the target
  step INTEGER NOT NULL DEFAULT 0, -- how many kinds of rows are deleted where they are of use no more
  problem TEXT -- why it does not move; NULL where all is well
) STRICT, WITHOUT ROWID;

---------------------------------------------------------------------------------------------------
-- Library, where it comes from.

-- The move that has closed it, 0 for none: what would write in it is refused, by the triggers of worker/db/departing.ts.
ALTER TABLE library ADD COLUMN leaving INTEGER NOT NULL DEFAULT 0;

-- Every row that was written since the move began and is to be brought over again. A number is used once: who is late
-- forgets nothing that came later.
CREATE TABLE changed_row (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace TEXT NOT NULL,
  move INTEGER NOT NULL,
  kind TEXT NOT NULL, -- as in worker/db/relocation-kinds.ts
  key TEXT NOT NULL -- JSON array
) STRICT;
CREATE INDEX changed_row_move ON changed_row (workspace, move, number);

---------------------------------------------------------------------------------------------------
-- Library, where it goes to.

-- How far the copy is, which changes in one transaction with the rows that came.
CREATE TABLE arrival (
  workspace TEXT NOT NULL PRIMARY KEY,
  move INTEGER NOT NULL,
  turn INTEGER NOT NULL, -- one more with each slice: what was read before the slice before was written is never written
  kind TEXT NOT NULL, -- the kind of rows that is copied; '' once all are, and only changes follow
  after TEXT -- the key of the last row that was copied of it, a JSON array
) STRICT, WITHOUT ROWID;
