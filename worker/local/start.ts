// `npm start`: builds, migrates, serves, and says in a few lines where everything is.
import { createServer } from 'node:net';
import path from 'node:path';
import { copyBeforeMigrating } from './backup/before-migration.ts';
import { buildIfChanged } from './build.ts';
import { insertClaimSql, newClaim, OWNED_SQL, VOID_CLAIMS_SQL } from './claim.ts';
import { openDataFolder, readSecret, useData } from './data.ts';
import { migrate } from './database.ts';
import { bindingsWanted, FIRST, withDatabases } from './databases.ts';
import { Advice, reportFailure, ROOT } from './process.ts';
import { portTaken, type Server, serve } from './server.ts';

const readPort = (): number => {
  const port = Number(process.env['PORT'] ?? 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Advice(`PORT must be a number from 1 to 65535, not '${process.env['PORT']}'.`);
  return port;
};

/** The binding of the database in which libraries are made. */
const readNewLibrariesIn = (bindings: readonly string[]): string => {
  const binding = process.env['NEW_LIBRARIES_IN'] || FIRST;
  if (!bindings.includes(binding))
    throw new Advice(
      `NEW_LIBRARIES_IN must be one of ${bindings.join(', ')}, not '${binding}': DATABASES tells how many there are.`,
    );
  return binding;
};

const checkPortIsFree = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Advice(
          error.code === 'EADDRINUSE'
            ? portTaken(port)
            : `Port ${port} cannot be used (${error.code}). Choose another: PORT=8787 npm start`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });

/** Migrates the databases, a copy first, and, while nobody owns them, answers a fresh claim token. */
const prepareDatabases = (data: string, bindings: readonly string[]): Promise<string | null> =>
  withDatabases(data, bindings, async (databases) => {
    const copy = await copyBeforeMigrating(data, databases);
    if (copy) console.log(`The database is migrated; as it was before: ${copy}`);
    for (const database of databases.values()) migrate(database);
    const accounts = databases.get(FIRST);
    if (!accounts || accounts.prepare(OWNED_SQL).get()) return null;
    const claim = newClaim();
    accounts.exec(`${VOID_CLAIMS_SQL}; ${insertClaimSql(claim.hash, new Date())}`);
    return claim.token;
  });

const greet = (origin: string, data: string, claim: string | null): void => {
  const lines = [`Dateline is at     ${origin}`];
  if (claim)
    lines.push(
      `Make it yours:     ${origin}/claim/${claim}   (works once)`,
      `Try it on:         ${origin}/sample/`,
    );
  lines.push(
    `Chromium, Chrome:  chrome://extensions, Developer mode, Load unpacked: ${path.join(ROOT, 'dist/chrome')}`,
    `Firefox:           about:debugging#/runtime/this-firefox, Load Temporary Add-on: ${path.join(ROOT, 'dist/firefox/manifest.json')}`,
    `Your data:         ${data}`,
    'Ctrl-C stops it.',
  );
  console.log(lines.join('\n'));
};

/** Ends this process in order, once: on a signal, or when the process that started it is gone. */
const endWithParent = (stop: () => Promise<void>): void => {
  const parent = process.ppid;
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  setInterval(() => process.ppid !== parent && end(), 1_000).unref();
};

const start = async (): Promise<void> => {
  const port = readPort();
  await checkPortIsFree(port);
  const data = openDataFolder();
  const release = useData(data);
  const bindings = bindingsWanted(data);
  const newLibrariesIn = readNewLibrariesIn(bindings);
  const claim = await prepareDatabases(data, bindings);
  const secret = readSecret(data);
  const servers: Server[] = [];
  endWithParent(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    release();
  });
  console.log('Building what has changed …');
  await buildIfChanged();
  const origin = process.env['ORIGIN'] || `http://localhost:${port}`;
  const vars = {
    NEW_LIBRARIES_IN: newLibrariesIn,
    RUN_STATEMENTS: process.env['RUN_STATEMENTS'] ?? '',
  };
  servers.push(await serve({ port, data, bindings, vars, secret, origin }));
  greet(origin, data, claim);
};

await start().catch(reportFailure);
