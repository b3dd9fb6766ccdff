-- A past day as it was composed once, so that nobody composes it again until something of it changes. All of it follows
-- from the library: what is missing here is made anew.
CREATE TABLE digest (
  workspace TEXT NOT NULL,
  day TEXT NOT NULL,
  revision INTEGER NOT NULL, -- the highest number among the changes of the day's clips and its tombstones
  format INTEGER NOT NULL, -- of the code that made it: another one makes it anew
  head TEXT NOT NULL, -- JSON: all that is told of the whole day
  related TEXT NOT NULL, -- JSON array: what earlier days have, by the ids of clips alone
  PRIMARY KEY (workspace, day)
) STRICT, WITHOUT ROWID;

-- Its stories, in pieces that a row can hold.
CREATE TABLE digest_page (
  workspace TEXT NOT NULL,
  day TEXT NOT NULL,
  page INTEGER NOT NULL, -- from 1 on
  groups TEXT NOT NULL, -- JSON
  PRIMARY KEY (workspace, day, page)
) STRICT, WITHOUT ROWID;

-- How far the days of a library are frozen: all up to `frozen_through`, as of its change `frozen_seq`. It is looked at
-- again at `freeze_due`.
ALTER TABLE library ADD COLUMN frozen_through TEXT NOT NULL DEFAULT '';
ALTER TABLE library ADD COLUMN frozen_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE library ADD COLUMN freeze_due TEXT NOT NULL DEFAULT '2000-01-01T00:00:00.000Z';
CREATE INDEX library_freeze ON library (freeze_due) WHERE here = 1;
