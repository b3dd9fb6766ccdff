-- A clip of which only the address is known is found by the words of its title and by its site too.
INSERT OR IGNORE INTO unprofiled (workspace, clip)
  SELECT workspace, rid FROM clip WHERE filled_seq IS NULL;
