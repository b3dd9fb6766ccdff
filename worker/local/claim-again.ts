// `npm run claim`: a link that signs the owner in again, once, who has lost every other way. `-- --remote` for the deployed
// server; whoever may run this on the machine or the account could read the whole database anyway.
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { insertClaimAgainSql, newClaim, OWNER_SQL, voidClaimsOfSql } from './claim.ts';
import { openDataFolder } from './data.ts';
import { executeSql } from './deployed.ts';
import { executeLocalSql } from './here.ts';
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

const claimAgain = async (): Promise<void> => {
  const remote = readsRemote();
  const run = remote
    ? (sql: string) => executeSql((args) => runTool('wrangler', args), sql)
    : (sql: string) => executeLocalSql(openDataFolder(), sql);
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
