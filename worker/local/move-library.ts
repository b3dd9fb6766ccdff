// `npm run move-library -- WORKSPACE BINDING`: lets a library of the deployed server move to another of its databases, which
// the scheduled run does. Without arguments it tells how far those are that move. docs/moving.md
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { executeSql } from './deployed.ts';
import { Advice, reportFailure, ROOT, runTool } from './process.ts';
import { askSql, bindingsIn, FIND_ALL_SQL, findSql, Lying, Moving, toldOf } from './relocation.ts';

const USAGE = 'Usage: npm run move-library [-- WORKSPACE BINDING]';

const run = async (sql: string): Promise<unknown[]> => {
  try {
    return await executeSql((args) => runTool('wrangler', args), sql);
  } catch (error) {
    throw new Advice(
      'The deployed server did not answer. Sign in (npx wrangler login), deploy (npm run deploy), then try again. ' +
        `Nothing was changed. ${error instanceof Error ? error.message : error}`,
    );
  }
};

const tell = async (): Promise<void> => {
  const moving = v.parse(v.array(Moving), await run(FIND_ALL_SQL));
  if (moving.length === 0) console.log('No library moves.');
  for (const one of moving) console.log(toldOf(one));
};

const askFor = async (workspace: string, target: string): Promise<void> => {
  const bindings = bindingsIn(readFileSync(path.join(ROOT, 'wrangler.toml'), 'utf8'));
  if (!bindings.includes(target))
    throw new Advice(
      `wrangler.toml binds no database as ${target}; it binds ${bindings.join(', ')}.`,
    );
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
npm run backup copies the database DB alone: a library in another one is not in it.
How far it is: npm run move-library`);
};

const [workspace, target, ...others] = process.argv.slice(2).filter((arg) => arg !== '--remote');
const command = async (): Promise<void> => {
  if (workspace === undefined) return tell();
  if (target === undefined || others.length > 0) throw new Advice(USAGE);
  return askFor(workspace, target);
};
await command().catch(reportFailure);
