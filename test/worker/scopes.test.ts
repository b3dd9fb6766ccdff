// What a token may do: a person chooses it who lets an extension in, and nothing else is done by it.
import { beforeAll, expect, test } from 'vitest';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const code = async (answer: Response): Promise<unknown> =>
  (await answer.json<{ code: string }>()).code;

/** Every way to change something but by keeping, with bodies that come no further than the sign-in. */
const WRITES = [
  ['PUT', `edits/${newId()}`],
  ['PUT', `filings/${newId()}`],
  ['PUT', `highlights/${newId()}`],
  ['PUT', `acts/${newId()}`],
  ['PUT', `clips/${newId()}/reading`],
  ['PUT', `clips/${newId()}/story`],
  ['POST', 'clips/many'],
  ['PUT', 'searches/one'],
  ['DELETE', 'searches/one'],
  ['POST', 'searches/one/feed'],
  ['DELETE', `keeps/${newId()}`],
  ['DELETE', `clips/${newId()}`],
  ['POST', `trash/${newId()}/restore`],
] as const;
const READS = [
  '',
  '/clips',
  `/clips/${newId()}`,
  `/clips/${newId()}/history`,
  `/clips/${newId()}/highlights`,
  `/clips/${newId()}/related`,
  '/cards',
  '/changes?since=0&read=0',
  '/digests',
  '/digests/2026-03-10',
  '/names',
  '/search?q=a',
  '/searches',
  '/export',
  '/trash',
  '/zone',
] as const;

test('a token that may only keep keeps, and does nothing else', async () => {
  const { cookie, workspace } = await server.claim();
  const token = await server.pair(cookie, 'Shelf', 'clip:write');
  const keep = { method: 'PUT', token, json: sample() };
  expect((await server.request(`/api/w/${workspace}/keeps/${newId()}`, keep)).status).toBe(201);
  for (const path of READS) {
    const answer = await server.request(`/api/w/${workspace}${path}`, { token });
    expect([path, answer.status, await code(answer)]).toEqual([path, 403, 'insufficient-scope']);
  }
  for (const [method, path] of [...WRITES, ['POST', 'related'] as const]) {
    const answer = await server.request(`/api/w/${workspace}/${path}`, { method, token, json: {} });
    expect([path, answer.status, await code(answer)]).toEqual([path, 403, 'insufficient-scope']);
  }
});

test('a token that may only read reads, and changes nothing', async () => {
  const { cookie, workspace } = await server.claim();
  const token = await server.pair(cookie, 'Wall', 'clip:read');
  for (const path of [
    '',
    '/clips',
    '/cards',
    '/digests/2026-03-10',
    '/names',
    '/search?q=a',
    '/trash',
  ]) {
    const answer = await server.request(`/api/w/${workspace}${path}`, { token });
    expect([path, answer.status]).toEqual([path, 200]);
  }
  for (const [method, path] of [...WRITES, ['PUT', `keeps/${newId()}`] as const]) {
    const answer = await server.request(`/api/w/${workspace}/${path}`, { method, token, json: {} });
    expect([path, answer.status, await code(answer)]).toEqual([path, 403, 'insufficient-scope']);
  }
});

test('whoever lets an extension in may allow it less than it asks for, and never more', async () => {
  const { cookie } = await server.claim();
  const pair = async (asked: string | undefined, allowed: string) => {
    const started = await server.request('/api/pairings', {
      method: 'POST',
      json: { name: 'Laptop', ...(asked && { scope: asked }) },
    });
    const { device_code, user_code } = await started.json<Record<string, string>>();
    const typed = { code: user_code ?? '' };
    const page = await server.request('/pair', { method: 'POST', cookie, form: typed });
    const html = await page.text();
    const form = { ...typed, answer: 'approved', scopes: allowed };
    const { status } = await server.request('/pair/answer', { method: 'POST', cookie, form });
    const polled = await server.request('/api/pairings/token', {
      method: 'POST',
      json: { device_code },
    });
    const { scope } = await polled.json<{ scope?: string }>();
    return {
      status,
      scope,
      offered: Array.from(html.matchAll(/value="(clip:[^"]+)"/g), ([, one]) => one),
    };
  };
  const all = ['clip:read clip:write', 'clip:read', 'clip:write'];
  expect(await pair(undefined, 'clip:read')).toEqual({
    status: 200,
    scope: 'clip:read',
    offered: all,
  });
  expect(await pair('clip:read clip:write', 'clip:read clip:write')).toMatchObject({
    scope: all[0],
  });
  expect(await pair('clip:write', 'clip:write')).toEqual({
    status: 200,
    scope: 'clip:write',
    offered: ['clip:write'],
  });
  expect(await pair('clip:read', 'clip:read clip:write')).toMatchObject({ status: 404 });
  expect(await pair('clip:write', 'clip:read')).toMatchObject({ status: 404 });
  expect(await pair('clip:read', 'clip:delete')).toMatchObject({ status: 400 });
  const unknown = { method: 'POST', json: { name: 'Laptop', scope: 'everything' } };
  expect((await server.request('/api/pairings', unknown)).status).toBe(400);
  const { results } = await db.prepare('SELECT DISTINCT scopes FROM token ORDER BY scopes').all();
  expect(results.map(({ scopes }) => scopes)).toEqual([
    'clip:read',
    'clip:read clip:write',
    'clip:write',
  ]);
});
