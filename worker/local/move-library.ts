// `npm run move-library -- WORKSPACE BINDING`: lets a library move to another database, which the scheduled run does; without
// arguments it tells how far those are that move. `--remote` for the deployed server. docs/moving.md
import * as v from 'valibot';
import { openDataFolder } from './data.ts';
import { bindingsAt, boundDeployed } from './databases.ts';
import { executeSql } from './deployed.ts';
import { executeLocalSql } from './here.ts';
import { Advice, reportFailure, runTool } from './process.ts';
import { askSql, FIND_ALL_SQL, findSql, Lying, Moving, toldOf } from './relocation.ts';

const USAGE = 'Usage: npm run move-library [-- [--remote] WORKSPACE BINDING]';

/** The server whose libraries are meant. */
interface Place {
  run: (sql: string) => Promise<unknown[]>;
  bindings: readonly string[];
  /** Said of a database that is not among them. */
  bound: string;
}

const onDeployed = (): Place => {
  const bindings = boundDeployed().map(({ binding }) => binding);
  return {
    bindings,
    bound: `wrangler.toml binds ${bindings.join(', ')}`,
    run: async (sql) => {
      try {
        return await executeSql((args) => runTool('wrangler', args), sql);
      } catch (error) {
        throw new Advice(
          'The deployed server did not answer. Sign in (npx wrangler login), deploy (npm run deploy), then try again. ' +
            `Nothing was changed. ${error instanceof Error ? error.message : error}`,
        );
      }
    },
  };
};

const onThisMachine = (): Place => {
  const data = openDataFolder();
  const bindings = bindingsAt(data);
  return {
    bindings,
    bound: `${data} has ${bindings.join(', ')}, and DATABASES=${bindings.length + 1} npm start makes one more`,
    run: (sql) => executeLocalSql(data, sql),
  };
};

const tell = async ({ run }: Place): Promise<void> => {
  const moving = v.parse(v.array(Moving), await run(FIND_ALL_SQL));
  if (moving.length === 0) console.log('No library moves.');
  for (const one of moving) console.log(toldOf(one));
};

const askFor = async (
  { run, bindings, bound }: Place,
  workspace: string,
  target: string,
): Promise<void> => {
  if (!bindings.includes(target)) throw new Advice(`No database is bound as ${target}: ${bound}.`);
  const [found] = v.parse(v.array(Lying), await run(findSql(workspace)));
  if (!found)
    throw new Advice(
      `There is no workspace ${workspace}. It is what stands after /w/ in its addresses.`,
    );
  const { name, library_in: source } = found;
  if (source === target) throw new Advice(`The library of “${name}” is in ${target} already.`);
  const [asked] = await run(askSql(workspace, target));
  if (!asked)
    throw new Advice(`The library of “${name}” moves already: npm run move-library tells how far.`);
  console.log(`The library of “${name}” will move from ${source} to ${target}, from the next scheduled run on.
It is read and written as ever all that time, but for some moments at the end, in which it is only read.
How far it is: npm run move-library`);
};

const isOther = (word: string): boolean => word !== '--remote';

const command = async (): Promise<void> => {
  const words = process.argv.slice(2);
  const [workspace, target, ...others] = words.filter(isOther);
  if (workspace !== undefined && (target === undefined || others.length > 0))
    throw new Advice(USAGE);
  const place = words.every(isOther) ? onThisMachine() : onDeployed();
  await (workspace === undefined || target === undefined
    ? tell(place)
    : askFor(place, workspace, target));
};
await command().catch(reportFailure);
