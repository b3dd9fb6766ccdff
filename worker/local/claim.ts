// One-time claim links: of an installation that nobody owns yet, and of somebody who is locked out.
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

/** Finds who owns the first workspace, and what it is called; the first of several. */
export const OWNER_SQL = `SELECT member.account, workspace.name FROM workspace
  JOIN member ON member.workspace = workspace.id AND member.role = 'owner'
  ORDER BY workspace.number, member.joined_at LIMIT 1`;

/** Files a claim's hash; both values are our own hexadecimal and ISO 8601, never a person's. */
export const insertClaimSql = (hash: string, now: Date): string =>
  `INSERT INTO claim(hash, created_at) VALUES ('${hash}', '${now.toISOString()}')`;

/** Finds an account by its id, which is of hexadecimal and hyphens, as `account`, with what it is called. */
export const accountSql = (id: string): string =>
  `SELECT id AS account, name FROM account WHERE id = '${id}'`;

/** Voids the unused links of an account: only the newest one is good. */
export const voidClaimsOfSql = (account: string): string =>
  `DELETE FROM claim WHERE owner = '${account}' AND used_at IS NULL`;

/** Files the claim of an account; all values are our own, as above. */
export const insertClaimAgainSql = (hash: string, now: Date, account: string): string =>
  `INSERT INTO claim(hash, created_at, owner) VALUES ('${hash}', '${now.toISOString()}', '${account}')`;
