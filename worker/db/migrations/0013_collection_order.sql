-- A collection tells what it is, and its clips stand in an order: the newest first, until somebody moves one.
ALTER TABLE collection ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE clip_collection ADD COLUMN position INTEGER; -- NULL for a clip that nobody moved: its rid counts
CREATE INDEX clip_collection_place ON clip_collection (workspace, collection, coalesce(position, clip));
