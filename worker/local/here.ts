// SQL on the database of the accounts of this machine.
import { useData } from './data.ts';
import { appliedMigrations, openDatabase, refuseNewer } from './database.ts';
import { Advice } from './process.ts';

/** Runs SQL and answers the rows that it gives, also while the server runs on the data folder. Throws advice for an old one. */
export const executeLocalSql = async (data: string, sql: string): Promise<unknown[]> => {
  const release = useData(data);
  const database = openDatabase(data);
  try {
    refuseNewer(appliedMigrations(database));
    return database.prepare(sql).all();
  } catch (error) {
    if (error instanceof Error && error.message.includes('no such'))
      throw new Advice(`The database in ${data} is older than this Dateline. Run npm start first.`);
    throw error;
  } finally {
    database.close();
    release();
  }
};
