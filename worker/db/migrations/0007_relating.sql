-- What tells which clips belong together, and what an extension copies of the library.

-- The change by which a clip's card in an extension became what it is: as seq, and also when it is kept by one
-- more person or one fewer, or comes to another story.
ALTER TABLE clip ADD COLUMN card_seq INTEGER NOT NULL DEFAULT 0;
UPDATE clip SET card_seq = seq;
CREATE INDEX clip_card ON clip (workspace, card_seq);

-- All that relating a clip takes beside its card, so that nobody reads its body for it. Made of the content, by
-- code that learns: what an older code made is made anew.
CREATE TABLE clip_profile (
  rid INTEGER PRIMARY KEY,
  workspace TEXT NOT NULL,
  standfirst TEXT,
  terms TEXT NOT NULL, -- JSON array
  vector TEXT NOT NULL, -- base64, as in shared/related
  asks TEXT NOT NULL, -- JSON array of the features by which what is related to it is found
  fingerprint TEXT NOT NULL -- base64, as in shared/story
) STRICT;

-- Every word of a clip that has content, under its rid: a range of row ids is a workspace. As written; without marks
-- where that is something else; and the features and hooks by which what is related and what is a copy are found.
CREATE VIRTUAL TABLE clip_search USING fts5 (
  title, standfirst, body, folded, features, hooks,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);

-- Clips whose profile and words are yet to be made, or to be made anew.
CREATE TABLE unprofiled (
  workspace TEXT NOT NULL,
  clip INTEGER NOT NULL, -- clip.rid
  PRIMARY KEY (workspace, clip)
) STRICT, WITHOUT ROWID;
INSERT INTO unprofiled (workspace, clip) SELECT workspace, rid FROM clip WHERE filled_seq IS NOT NULL;
