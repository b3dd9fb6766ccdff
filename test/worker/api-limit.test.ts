// How often the API may be asked, by whom, whatever isolate answers.
import { env } from 'cloudflare:workers';
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { createApp } from '../../worker/app.ts';
import { db, ORIGIN, startServer } from './server.ts';

const NOON = '2026-03-10T12:00:00Z';

/** An isolate of its own: an app that remembers nothing of what another was asked. */
const isolate = (at: { now: Date }, perMinute = '') => {
  const app = createApp({
    now: () => at.now,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    pause: () => Promise.resolve(),
  });
  return async (workspace: string, token: string, network = 'one'): Promise<Response> => {
    const context = createExecutionContext();
    const headers = { authorization: `Bearer ${token}`, 'cf-connecting-ip': network };
    const asked = new Request(`${ORIGIN}/api/w/${workspace}`, { headers });
    const answer = await app.fetch(asked, { ...env, DB: db, API_PER_MINUTE: perMinute }, context);
    await waitOnExecutionContext(context);
    return answer;
  };
};

const countRates = async () =>
  (await db.prepare('SELECT count(*) AS rows FROM rate').first<{ rows: number }>())?.rows;

const askTimes = async (times: number, ask: () => Promise<Response>): Promise<number[]> => {
  const statuses: number[] = [];
  for (let nth = 0; nth < times; nth += 1) statuses.push((await ask()).status);
  return statuses;
};

test('an account is answered so often in a minute, by all isolates together, and no other is held up', async () => {
  const server = await startServer(NOON);
  const noisy = await server.install();
  const quiet = await server.install();
  const at = { now: new Date(NOON) };
  const one = isolate(at, '50');
  const first = await askTimes(60, () => one(noisy.workspace, noisy.token));
  expect(first).toEqual([...Array<number>(50).fill(200), ...Array<number>(10).fill(429)]);
  expect((await one(noisy.workspace, noisy.token)).headers.get('retry-after')).toBe('60');

  // A new one hears of it after a lot.
  const other = isolate(at, '50');
  const second = await askTimes(40, () => other(noisy.workspace, noisy.token));
  expect(second.filter((status) => status === 200).length).toBeLessThanOrEqual(25);
  expect(second.at(-1)).toBe(429);
  expect((await one(quiet.workspace, quiet.token)).status).toBe(200);
  expect((await other(quiet.workspace, quiet.token)).status).toBe(200);

  at.now = new Date('2026-03-10T12:01:01Z');
  expect((await one(noisy.workspace, noisy.token)).status).toBe(200);
  expect((await other(noisy.workspace, noisy.token)).status).toBe(200);
});

test('tokens that sign nobody in are tried so often by a network', async () => {
  const server = await startServer(NOON);
  const { workspace, token } = await server.install();
  const ask = isolate({ now: new Date(NOON) });
  const tried = await askTimes(105, () => ask(workspace, 'x'.repeat(43), '2001:db8::1'));
  expect(tried).toEqual([...Array<number>(100).fill(401), ...Array<number>(5).fill(429)]);
  // The same /64, and another.
  expect((await ask(workspace, 'y'.repeat(43), '2001:db8::ffff')).status).toBe(429);
  expect((await ask(workspace, 'y'.repeat(43), '2001:db8:0:1::1')).status).toBe(401);
  // Who has one that is good is not taken for them.
  expect((await ask(workspace, token, '2001:db8::1')).status).toBe(200);
});

test('who asks now and then writes no row of it', async () => {
  const server = await startServer(NOON);
  const { workspace, token } = await server.install();
  const before = await countRates();
  const ask = isolate({ now: new Date(NOON) });
  await askTimes(20, () => ask(workspace, token));
  expect(await countRates()).toBe(before);
});
