-- Who reads one collection of a workspace, and nothing else of it.
CREATE TABLE guest (
  account TEXT NOT NULL REFERENCES account (id),
  workspace TEXT NOT NULL REFERENCES workspace (id),
  collection TEXT NOT NULL, -- collection.id
  joined_at TEXT NOT NULL,
  PRIMARY KEY (account, workspace, collection)
) STRICT, WITHOUT ROWID;
CREATE INDEX guest_workspace ON guest (workspace, account, collection);

-- The collection alone that an invite is to; NULL for the whole workspace.
ALTER TABLE invite ADD COLUMN collection TEXT;
