-- A search that a person comes back to; its words are read anew each time, so that days told from today move on. It is
-- theirs alone and takes no sequence number: no day, feed or mirror of others changes by it.
CREATE TABLE saved_search (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL, -- as it was written
  rotation INTEGER NOT NULL DEFAULT 1, -- stands in the address of its feed; one more makes the old one void
  created_at TEXT NOT NULL,
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
-- Ids go by the time of making.
CREATE INDEX saved_search_account ON saved_search (workspace, account, id);

-- How a person wants a library shown; who has no row has what the columns say.
CREATE TABLE preference (
  workspace TEXT NOT NULL,
  account TEXT NOT NULL,
  look_back INTEGER NOT NULL DEFAULT 1 CHECK (look_back IN (0, 1)),
  PRIMARY KEY (workspace, account)
) STRICT, WITHOUT ROWID;
