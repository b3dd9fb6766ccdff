-- Passkeys, recovery codes, sessions that can be told apart and ended, and how often something was tried.

-- A session has an id beside its secret, by which another session of the account can end it.
ALTER TABLE session ADD COLUMN id TEXT NOT NULL DEFAULT '';
-- What it was signed in with, like 'Firefox, Linux'; '' where the browser did not tell.
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN last_used_day TEXT;
UPDATE session SET id = lower(hex(randomblob(16)));
CREATE INDEX session_account ON session (account, created_at);

-- WebAuthn. The key is public: whoever reads this table signs nobody in.
CREATE TABLE passkey (
  id TEXT NOT NULL PRIMARY KEY, -- the credential's, in base64url
  account TEXT NOT NULL REFERENCES account (id),
  device TEXT NOT NULL, -- where it was made, as of a session
  public_key TEXT NOT NULL, -- COSE, in base64url
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL, -- JSON
  created_at TEXT NOT NULL,
  last_used_day TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_account ON passkey (account, created_at);

-- A challenge is signed by us and not stored until it was answered: so each is answered once.
CREATE TABLE answered_challenge (
  hash TEXT NOT NULL PRIMARY KEY,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answered_challenge_expires ON answered_challenge (expires_at);

CREATE TABLE recovery_code (
  hash TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX recovery_code_account ON recovery_code (account);

-- A claim that signs an owner in again, who has lost every other way.
ALTER TABLE claim ADD COLUMN owner TEXT REFERENCES account (id);

-- How often something was tried by somebody since their count began.
CREATE TABLE rate (
  key TEXT NOT NULL PRIMARY KEY, -- what is limited and for whom; a network address as its hash
  count INTEGER NOT NULL,
  ends_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rate_ends ON rate (ends_at);
