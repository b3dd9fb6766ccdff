-- A correction of its date moves a clip to another day. A tombstone of the kind 'move', under the id of the
-- operation, moves the revision of the day that it left. (SQLite changes a CHECK only with its table.)
CREATE TABLE tombstone_with_moves (
  workspace TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('keep', 'clip', 'move')),
  id TEXT NOT NULL,
  day TEXT, -- the published day of a clip
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (workspace, kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO tombstone_with_moves (workspace, kind, id, day, seq, at)
  SELECT workspace, kind, id, day, seq, at FROM tombstone;
DROP TABLE tombstone;
ALTER TABLE tombstone_with_moves RENAME TO tombstone;
CREATE INDEX tombstone_day ON tombstone (workspace, day, seq) WHERE day IS NOT NULL;
CREATE INDEX tombstone_seq ON tombstone (workspace, seq);
