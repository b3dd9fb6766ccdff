-- What a clip is asked for beside its text (site, section, category, author, language, day, beginnings of the words of
-- its title) stands among its features as words of their own: words and profiles are made anew.
INSERT OR IGNORE INTO unprofiled (workspace, clip)
  SELECT workspace, rid FROM clip WHERE filled_seq IS NOT NULL;
