-- A pairing belongs to the session that entered its code first, and asks for what its token may do; the person who
-- approves it may choose less.
ALTER TABLE pairing ADD COLUMN session TEXT; -- its id; NULL until somebody entered the code
ALTER TABLE pairing ADD COLUMN scopes TEXT NOT NULL DEFAULT 'clip:read clip:write';
