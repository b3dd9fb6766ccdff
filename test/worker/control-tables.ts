/** The tables of the accounts. All others are of libraries, which may lie in another database. */
export const CONTROL_TABLES: readonly string[] = [
  'account',
  'answered_challenge',
  'claim',
  'deletion',
  'departure',
  'guest',
  'invite',
  'member',
  'member_change',
  'pairing',
  'passkey',
  'rate',
  'recovery_code',
  'relocation',
  'session',
  'token',
  'workspace',
];

/** The tables that SQL names, but for what it defines itself. */
export const tablesIn = (sql: string): string[] => {
  const named = [
    ...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE|TABLE|OR IGNORE INTO)\s+"?([a-z_]+)\b/g),
  ];
  return [...new Set(named.flatMap(([, table]) => table ?? []))];
};
