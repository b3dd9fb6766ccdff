-- Named sets of clips. A clip's links lie together, and so do a collection's, newest clips last.
CREATE TABLE collection (
  workspace TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL, -- as it was first written
  folded TEXT NOT NULL, -- as it is compared
  seq INTEGER NOT NULL,
  PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX collection_folded ON collection (workspace, folded);

CREATE TABLE clip_collection (
  workspace TEXT NOT NULL,
  clip INTEGER NOT NULL, -- clip.rid
  collection TEXT NOT NULL, -- collection.id
  PRIMARY KEY (workspace, clip, collection)
) STRICT, WITHOUT ROWID;
CREATE INDEX clip_collection_collection ON clip_collection (workspace, collection, clip);
