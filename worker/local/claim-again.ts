// `npm run claim`: a link that signs in again, once, who has lost every other way: the owner, or whose account `-- --account`
// names. `-- --remote` for the deployed server; whoever may run this on the machine or the account could read, and write, the
// whole database anyway.
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { oneLine } from '../../shared/text/clean.ts';
import { accountSql, insertClaimAgainSql, newClaim, OWNER_SQL, voidClaimsOfSql } from './claim.ts';
import { openDataFolder } from './data.ts';
import { executeSql } from './deployed.ts';
import { executeLocalSql } from './here.ts';
import { Advice, reportFailure, runTool } from './process.ts';

const People = v.array(v.object({ account: v.pipe(v.string(), v.uuid()), name: v.string() }));

const USAGE = 'Usage: npm run claim [-- [--remote] [--account <id>]]';
const Id = v.nullable(v.pipe(v.string(), v.uuid()));

const asked = (): { remote: boolean; account: string | null } => {
  try {
    const { values } = parseArgs({
      options: { remote: { type: 'boolean', default: false }, account: { type: 'string' } },
    });
    return { remote: values.remote, account: v.parse(Id, values.account ?? null) };
  } catch (error) {
    const said = v.isValiError(error)
      ? 'An account goes by its id: its own page shows it, and the address of its page among the members.'
      : error instanceof Error
        ? error.message
        : error;
    throw new Advice(`${said}\n${USAGE}`);
  }
};

const claimAgain = async (): Promise<void> => {
  const { remote, account } = asked();
  const run = remote
    ? (sql: string) => executeSql((args) => runTool('wrangler', args), sql)
    : (sql: string) => executeLocalSql(openDataFolder(), sql);
  const [person] = v.parse(People, await run(account === null ? OWNER_SQL : accountSql(account)));
  if (!person)
    throw new Advice(
      account === null
        ? 'Nobody owns this Dateline yet: npm start prints the link that makes it yours.'
        : `No account here has the id ${account}.`,
    );
  const { token, hash } = newClaim();
  await run(voidClaimsOfSql(person.account));
  await run(insertClaimAgainSql(hash, new Date(), person.account));
  const origin = remote
    ? 'https://<your address>'
    : process.env['ORIGIN'] || `http://localhost:${process.env['PORT'] ?? 8787}`;
  const who = account === null ? 'as the owner of' : 'to the account of';
  const name = oneLine(person.name) || person.account;
  console.log(`Signs in ${who} “${name}”, once, within a day, on any device.`);
  console.log('Its passkeys, recovery codes and sessions end then. Give it to nobody else:');
  console.log(`${origin}/claim/${token}`);
};

await claimAgain().catch(reportFailure);
