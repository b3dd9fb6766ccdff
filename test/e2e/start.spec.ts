// The first command of the README, as a person meets it: what it prints, what it refuses, what it leaves behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openDatabase } from '../../worker/local/database.ts';
import {
  freePort,
  install,
  startCommand,
  temporaryFolder,
} from '../../worker/local/demo/installation.ts';

let data: ReturnType<typeof temporaryFolder>;
test.beforeEach(() => {
  data = temporaryFolder();
});
test.afterEach(() => data.remove());

const answers = (origin: string): Promise<boolean> =>
  fetch(origin).then(
    () => true,
    () => false,
  );

test('it prints the address, a claim link, the extension and the data, and Ctrl-C ends it all', async () => {
  const installation = await install(data.folder);
  const printed = installation.started.printed();
  expect(printed).toContain(installation.origin);
  expect(printed).toContain('dist/chrome');
  expect(printed).toContain('dist/firefox');
  expect(printed).toContain(data.folder);
  for (const address of [installation.claim ?? '', `${installation.origin}/sample/`])
    expect((await fetch(address)).status).toBe(200);
  await installation.stop();
  expect(await answers(installation.origin)).toBe(false);
});

test('what was claimed stays claimed after a restart, and no link is printed again', async () => {
  const first = await install(data.folder);
  const token = new URL(first.claim ?? '').pathname.split('/').pop() ?? '';
  const claimed = await fetch(`${first.origin}/claim`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: first.origin, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ token, name: 'Tin tức', language: 'vi', zone: 'Asia/Ho_Chi_Minh' }),
  });
  expect(claimed.status).toBe(303);
  const cookie = claimed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  await first.stop();
  const second = await install(data.folder);
  expect(second.claim).toBeUndefined();
  const home = await fetch(second.origin, { headers: { cookie } });
  expect(home.status).toBe(200);
  expect(home.url).toMatch(/\/w\/[^/]+\/day\/\d{4}-\d{2}-\d{2}$/);
  await second.stop();
});

test('a taken port is one sentence with the way out', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const started = startCommand({ PORT: String(port), DATELINE_DATA: data.folder });
  expect(await started.ended).toBe(1);
  expect(started.printed()).toMatch(/^Port \d+ is taken .* PORT=\d+ npm start\n$/);
  other.close();
});

test('a data folder that cannot be written is one sentence with the way out', async () => {
  const file = path.join(data.folder, 'file');
  writeFileSync(file, '');
  const started = startCommand({ PORT: String(await freePort()), DATELINE_DATA: file });
  expect(await started.ended).toBe(1);
  expect(started.printed()).toMatch(/^The data folder .* cannot be written .* DATELINE_DATA .*\n$/);
});

test('a database newer than the code is one sentence with the way out', async () => {
  const database = openDatabase(data.folder);
  database.exec(
    `CREATE TABLE d1_migrations(id INTEGER PRIMARY KEY, name TEXT UNIQUE, applied_at TEXT);
     INSERT INTO d1_migrations(name) VALUES ('9999_from_the_future.sql')`,
  );
  database.close();
  const started = startCommand({ PORT: String(await freePort()), DATELINE_DATA: data.folder });
  expect(await started.ended).toBe(1);
  expect(started.printed()).toMatch(/^The database was made by a newer Dateline .*\n$/);
});

test('when its parent is killed, it ends with everything it started', async () => {
  const port = await freePort();
  const script = `require('node:child_process').spawn(process.execPath, ['worker/local/start.ts'], { stdio: 'inherit' });`;
  const parent = spawn(process.execPath, ['-e', script], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: String(port), DATELINE_DATA: data.folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const started = Promise.withResolvers<void>();
  let printed = '';
  parent.stdout.on('data', (chunk: Buffer) => {
    printed += chunk;
    if (printed.includes('Ctrl-C stops it.')) started.resolve();
  });
  // Its number would be there until whoever takes over orphans has asked after it; what it prints to ends with it.
  const ended = once(parent.stdout, 'end');
  await started.promise;
  parent.kill('SIGKILL');
  await ended;
  await expect.poll(() => answers(`http://localhost:${port}`), { timeout: 15_000 }).toBe(false);
});

test('when it is killed itself, the runtime ends too', async () => {
  const installation = await install(data.folder);
  installation.started.child.kill('SIGKILL');
  await expect.poll(() => answers(installation.origin), { timeout: 15_000 }).toBe(false);
});
