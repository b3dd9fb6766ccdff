-- What a person said that a section of a site is about: what is kept from it later is filed so.
CREATE TABLE section_category (
  workspace TEXT NOT NULL,
  site TEXT NOT NULL, -- a host without its www
  section TEXT NOT NULL, -- its path as it is compared, as in shared/category/section-place.ts
  category TEXT, -- a topic; NULL is none of them; 'auto' where what was said was taken back
  seq INTEGER NOT NULL,
  PRIMARY KEY (workspace, site, section)
) STRICT, WITHOUT ROWID;
CREATE INDEX section_category_seq ON section_category (workspace, seq);
