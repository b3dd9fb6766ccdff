-- What people of a team show each other.

-- What is marked for all: few of a clip's highlights, and found without the others.
CREATE INDEX highlight_team ON highlight (workspace, clip) WHERE mark ->> '$.forTeam' = 1;
