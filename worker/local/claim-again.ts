// `npm run claim`: a link that signs the owner in again, once, who has lost every other way. `-- --remote` for the deployed
// server; whoever may run this on the machine or the account could read the whole database anyway.
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { insertClaimAgainSql, newClaim, OWNER_SQL, voidClaimsOfSql } from './claim.ts';
import { openDataFolder, useData } from './data.ts';
import { openDatabase, refuseNewer, appliedMigrations } from './database.ts';
import { executeSql } from './deployed.ts';
import { Advice, reportFailure, runTool } from './process.ts';

const Owners = v.array(v.object({ account: v.pipe(v.string(), v.uuid()), name: v.string() }));

const readsRemote = (): boolean => {
  try {
    return parseArgs({ options: { remote: { type: 'boolean', default: false } } }).values.remote;
  } catch (error) {
    const said = error instanceof Error ? error.message : error;
    throw new Advice(`${said}\nUsage: npm run claim [-- --remote]`);
  }
};

/** Runs SQL on the database of the data folder, also while the server runs on it. */
const onLocal = async (sql: string): Promise<unknown[]> => {
  const data = openDataFolder();
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

const claimAgain = async (): Promise<void> => {
  const remote = readsRemote();
  const run = remote
    ? (sql: string) => executeSql((args) => runTool('wrangler', args), sql)
    : onLocal;
  const [owner] = v.parse(Owners, await run(OWNER_SQL));
  if (!owner)
    throw new Advice(
      'Nobody owns this Dateline yet: npm start prints the link that makes it yours.',
    );
  const { token, hash } = newClaim();
  await run(voidClaimsOfSql(owner.account));
  await run(insertClaimAgainSql(hash, new Date(), owner.account));
  const origin = remote
    ? 'https://<your address>'
    : process.env['ORIGIN'] || `http://localhost:${process.env['PORT'] ?? 8787}`;
  console.log(`Signs in as the owner of “${owner.name}”, once, within a day, on any device:`);
  console.log(`${origin}/claim/${token}`);
};

await claimAgain().catch(reportFailure);
