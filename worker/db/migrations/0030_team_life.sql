-- What people of a team show each other.

-- What is marked for all: few of a clip's highlights, and found without the others.
CREATE INDEX highlight_team ON highlight (workspace, clip)
  WHERE json_valid(mark) AND mark ->> '$.forTeam' = 1;

-- Whether it was kept by copying it from another library of its keeper's; that library is theirs to tell of.
ALTER TABLE keep ADD COLUMN copied INTEGER CHECK (copied IN (1));
