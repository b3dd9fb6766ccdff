/** The tables that SQL names, but for what it defines itself. */
export const tablesIn = (sql: string): string[] => {
  const named = [
    ...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE|TABLE|OR IGNORE INTO)\s+"?([a-z_]+)\b/g),
  ];
  return [...new Set(named.flatMap(([, table]) => table ?? []))];
};
