-- Days of collections that have lost all their clips, the longest ago first: their rows go after a while.
CREATE INDEX collection_day_emptied ON collection_day (changed_at) WHERE clips = 0;
