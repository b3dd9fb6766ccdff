/**
 * A database and how many statements it was asked to run so far: Cloudflare bounds those of one invocation, and counts each
 * of a batch.
 */
export const counted = (db: D1Database): { db: D1Database; statements: () => number } => {
  let statements = 0;
  return {
    db: {
      prepare: (sql) => db.prepare(sql),
      exec: (sql) => db.exec(sql),
      dump: () => db.dump(),
      withSession: (constraint) => db.withSession(constraint),
      batch: (batch) => {
        statements += batch.length;
        return db.batch(batch);
      },
    },
    statements: () => statements,
  };
};
