-- What an account is told of the links that sign it in anew.
CREATE INDEX claim_owner ON claim (owner, created_at);
