-- What a person does with a clip, kept by them or by another of the team. Whoever keeps one has it to read.
CREATE TABLE reading (
  workspace TEXT NOT NULL,
  account TEXT NOT NULL,
  clip INTEGER NOT NULL, -- clip.rid
  state TEXT CHECK (state IN ('to-read', 'done')), -- NULL for another's clip that is only starred
  starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
  place INTEGER, -- the block of the text that was read last, counted from 0
  changed_at TEXT NOT NULL,
  PRIMARY KEY (workspace, account, clip)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_shelf ON reading (workspace, account, state, clip) WHERE state IS NOT NULL;
CREATE INDEX reading_starred ON reading (workspace, account, clip) WHERE starred = 1;
CREATE INDEX reading_clip ON reading (workspace, clip);

INSERT INTO reading (workspace, account, clip, state, changed_at)
  SELECT workspace, account, clip, 'to-read', changed_at FROM keep;
