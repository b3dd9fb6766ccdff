-- Another one in each life of a library: what was copied of it before it was restored from a backup has numbers of
-- changes that may mean others now.
ALTER TABLE library ADD COLUMN epoch TEXT NOT NULL DEFAULT '';
UPDATE library SET epoch = lower(hex(randomblob(8)));
