-- What an extension's copy of the library hears of beside cards.

-- Tags and collections that were called otherwise, put together or deleted. Their clips are not touched: a copy changes
-- those that it has itself, in the order of the changes.
CREATE TABLE name_change (
  workspace TEXT NOT NULL,
  seq INTEGER NOT NULL,
  noun TEXT NOT NULL CHECK (noun IN ('tag', 'collection')),
  id TEXT NOT NULL,
  name TEXT, -- NULL where it is gone
  became TEXT, -- the id of the one that got its clips
  PRIMARY KEY (workspace, seq, noun, id)
) STRICT, WITHOUT ROWID;

-- The last time that an account said what it does with clips: a number of its own, since nothing that others are shown
-- changes by it.
CREATE TABLE reader (
  workspace TEXT NOT NULL,
  account TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (workspace, account)
) STRICT, WITHOUT ROWID;

-- The number by which its state or star became what it is; 0 where that came with a change of the clip's card.
ALTER TABLE reading ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
CREATE INDEX reading_seq ON reading (workspace, account, seq) WHERE seq > 0;
