-- Of the libraries whose days move to another zone, those come first that have gone through the fewest row ids: no large one
-- keeps the others waiting.
DROP INDEX library_moving;
CREATE INDEX library_moving ON library (moved_to & 4294967295) WHERE moved_to IS NOT NULL;
