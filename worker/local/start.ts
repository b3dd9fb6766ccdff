// `npm start`: builds, migrates, serves, and says in a few lines where everything is.
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { buildIfChanged } from './build.ts';
import { insertClaimSql, newClaim, OWNED_SQL, VOID_CLAIMS_SQL } from './claim.ts';
import { migrate, openDatabase } from './database.ts';
import { Advice, reportFailure, ROOT } from './process.ts';
import { portTaken, type Server, serve } from './server.ts';

const readPort = (): number => {
  const port = Number(process.env['PORT'] ?? 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Advice(`PORT must be a number from 1 to 65535, not '${process.env['PORT']}'.`);
  return port;
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

const openDataFolder = (): string => {
  const data = path.resolve(ROOT, process.env['DATELINE_DATA'] ?? '.dateline');
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    accessSync(data, constants.W_OK | constants.X_OK);
    return data;
  } catch (error) {
    throw new Advice(
      `The data folder ${data} cannot be written (${error instanceof Error ? error.message : error}). ` +
        'Mend its permissions, or set DATELINE_DATA to a folder of yours.',
    );
  }
};

/** The server's secret: made at the first start, kept beside the database. */
const readSecret = (data: string): string => {
  const file = path.join(data, 'secret');
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
};

/** Migrates the database and, while nobody owns it, answers a fresh claim token. */
const prepareDatabase = (data: string): string | null => {
  const database = openDatabase(data);
  try {
    migrate(database);
    if (database.prepare(OWNED_SQL).get()) return null;
    const claim = newClaim();
    database.exec(`${VOID_CLAIMS_SQL}; ${insertClaimSql(claim.hash, new Date())}`);
    return claim.token;
  } finally {
    database.close();
  }
};

const greet = (origin: string, data: string, claim: string | null): void => {
  const lines = [`Dateline is at     ${origin}`];
  if (claim) lines.push(`Make it yours:     ${origin}/claim/${claim}   (works once)`);
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
  const claim = prepareDatabase(data);
  const secret = readSecret(data);
  const servers: Server[] = [];
  endWithParent(async () => {
    await Promise.all(servers.map((server) => server.stop()));
  });
  console.log('Building what has changed …');
  await buildIfChanged();
  const origin = process.env['ORIGIN'] || `http://localhost:${port}`;
  servers.push(await serve({ port, data, secret, origin }));
  greet(origin, data, claim);
};

await start().catch(reportFailure);
