-- How often it was begun to make the profile of a clip: those come first with which that was tried least, and one that
-- cannot be made is given up.
ALTER TABLE unprofiled ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
CREATE INDEX unprofiled_tries ON unprofiled (tries);
