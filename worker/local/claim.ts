// The one-time claim link of an installation that nobody owns yet.
import { createHash, randomBytes } from 'node:crypto';

/** A fresh claim: the token stands in the link alone, the database holds its hash. */
export const newClaim = (): { token: string; hash: string } => {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: createHash('sha256').update(token).digest('hex') };
};

/** Asks whether somebody owns the installation; a row means yes. */
export const OWNED_SQL = `SELECT 1 AS owned FROM member WHERE role = 'owner' LIMIT 1`;

/** Voids the unused links of earlier starts: only the newest one is good. */
export const VOID_CLAIMS_SQL = 'DELETE FROM claim WHERE used_at IS NULL';

/** Files a claim's hash; both values are our own hexadecimal and ISO 8601, never a person's. */
export const insertClaimSql = (hash: string, now: Date): string =>
  `INSERT INTO claim(hash, created_at) VALUES ('${hash}', '${now.toISOString()}')`;
