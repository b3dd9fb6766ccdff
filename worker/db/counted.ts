import { type Databases, FIRST } from './databases.ts';

/**
 * Databases and how many statements they were asked to run so far, all together: Cloudflare bounds those of one invocation,
 * and counts each of a batch.
 */
export const counted = (databases: Databases): Databases & { statements: () => number } => {
  let statements = 0;
  const count = (db: D1Database): D1Database => ({
    prepare: (sql) => db.prepare(sql),
    exec: (sql) => db.exec(sql),
    dump: () => db.dump(),
    withSession: (constraint) => db.withSession(constraint),
    batch: (batch) => {
      statements += batch.length;
      return db.batch(batch);
    },
  });
  // What lies in one database is one transaction: each has to be the same one every time.
  const all = new Map(databases.names.map((name) => [name, count(databases.at(name))]));
  const at = (binding: string): D1Database => all.get(binding) ?? databases.at(binding);
  return { ...databases, control: at(FIRST), at, statements: () => statements };
};
