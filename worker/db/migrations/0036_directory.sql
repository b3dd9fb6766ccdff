-- The directory: which database each library lies in, by the name of its binding.
ALTER TABLE workspace ADD COLUMN library_in TEXT NOT NULL DEFAULT 'DB';
