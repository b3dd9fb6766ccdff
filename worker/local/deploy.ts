// `npm run deploy`: from a Cloudflare account to a claim link. Each step looks first, so that it can be run again.
// `npm run deploy -- --dry-run` builds the bundle and prints each step as for an empty account, and changes nothing.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { buildAssets, buildWorker, defineBuildId } from './build.ts';
import { insertClaimSql, newClaim, OWNED_SQL, VOID_CLAIMS_SQL } from './claim.ts';
import { boundDeployed } from './databases.ts';
import { DATABASE, executeSql } from './deployed.ts';
import { Advice, reportFailure, ROOT, runTool } from './process.ts';

const CONFIG = path.join(ROOT, 'wrangler.toml');

/** Wrangler as these steps need it: it runs for real, or it only says what it would run. */
interface Wrangler {
  run: (args: readonly string[]) => Promise<string>;
  /** Writes the id of the database into wrangler.toml. */
  saveDatabaseId: (id: string) => void;
}

const Databases = v.array(v.object({ uuid: v.string(), name: v.string() }));
const Secrets = v.array(v.object({ name: v.string() }));

const findDatabase = async (wrangler: Wrangler): Promise<string | undefined> => {
  const databases = v.parse(Databases, JSON.parse(await wrangler.run(['d1', 'list', '--json'])));
  return databases.find(({ name }) => name === DATABASE)?.uuid;
};

const ensureDatabase = async (wrangler: Wrangler): Promise<void> => {
  let id = await findDatabase(wrangler);
  if (!id) {
    await wrangler.run(['d1', 'create', DATABASE]);
    id = await findDatabase(wrangler);
  }
  if (!id) throw new Advice(`Cloudflare made no database named ${DATABASE}. Run this again.`);
  wrangler.saveDatabaseId(id);
};

/** A worker that was never deployed has no secrets and answers with an error. */
const hasSecret = async (wrangler: Wrangler): Promise<boolean> => {
  const answer = await wrangler.run(['secret', 'list', '--format', 'json']).catch(() => '[]');
  return v.parse(Secrets, JSON.parse(answer)).some(({ name }) => name === 'SECRET');
};

/** Uploads the worker and answers its address. The secret goes up with the first version, in a file that is deleted. */
const upload = async (wrangler: Wrangler, buildId: string): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-'));
  try {
    const args = ['deploy', ...defineBuildId(buildId)];
    if (!(await hasSecret(wrangler))) {
      const file = path.join(folder, 'secrets.json');
      const secret = randomBytes(32).toString('base64url');
      writeFileSync(file, JSON.stringify({ SECRET: secret }), { mode: 0o600 });
      args.push('--secrets-file', file);
    }
    const origin = /https:\/\/[\w.-]+/.exec(await wrangler.run(args))?.[0];
    if (!origin)
      throw new Advice('The worker is deployed, but wrangler named no address: give it a route.');
    return origin;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const claimLink = async (wrangler: Wrangler, origin: string): Promise<string | null> => {
  if ((await executeSql(wrangler.run, OWNED_SQL)).length > 0) return null;
  const claim = newClaim();
  await executeSql(wrangler.run, `${VOID_CLAIMS_SQL}; ${insertClaimSql(claim.hash, new Date())}`);
  return `${origin}/claim/${claim.token}`;
};

const deploy = async (wrangler: Wrangler): Promise<void> => {
  const buildId = await buildAssets();
  await buildWorker(buildId);
  await ensureDatabase(wrangler);
  for (const { name } of boundDeployed())
    await wrangler.run(['d1', 'migrations', 'apply', name, '--remote']);
  const origin = await upload(wrangler, buildId);
  const link = await claimLink(wrangler, origin);
  console.log(`Dateline is at     ${origin}`);
  if (link) console.log(`Make it yours:     ${link}   (works once)`);
};

const saveDatabaseId = (id: string): void => {
  const config = readFileSync(CONFIG, 'utf8');
  if (config.includes(`database_id = "${id}"`)) return;
  // What is said of further databases stands behind, and stays.
  const [before = '', first = '', ...further] = config.split(/(?=\[\[d1_databases\]\])/);
  const others = first.replace(/^database_id = .*\n/m, '');
  const named = others.replace(
    /^database_name = .*\n/m,
    (line) => `${line}database_id = "${id}"\n`,
  );
  writeFileSync(CONFIG, [before, named, ...further].join(''));
};

const real: Wrangler = { run: (args) => runTool('wrangler', args), saveDatabaseId };

/** Says each step, and answers as an account would in which nothing is there yet. */
const dry = (): Wrangler => {
  let created = false;
  const answer = (args: readonly string[]): string => {
    if (args[1] === 'create') created = true;
    if (args[1] === 'list' && args[0] === 'd1')
      return created ? `[{"uuid":"id-of-the-database","name":"${DATABASE}"}]` : '[]';
    if (args[0] === 'deploy') return 'https://dateline.example.workers.dev';
    return '[]';
  };
  return {
    run: async (args) => {
      console.log(
        `would run: wrangler ${args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)).join(' ')}`,
      );
      return answer(args);
    },
    saveDatabaseId: (id) => console.log(`would write: database_id = "${id}" into wrangler.toml`),
  };
};

await deploy(process.argv.includes('--dry-run') ? dry() : real).catch(reportFailure);
