// Workspaces by the API.
import { beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

test('a workspace is renamed and deleted by the API, by a session alone and not without its name', async () => {
  const { cookie, workspace: own, token } = await server.install({ name: 'Báo' });
  const ask = (method: string, json: unknown, who: { cookie?: string; token?: string }) =>
    server.request(`/api/w/${own}`, { method, json, ...who });
  expect((await ask('PUT', { name: 'Sea' }, { token })).status).toBe(403);
  const renamed = await ask('PUT', { name: ' Sea ' }, { cookie });
  expect(await renamed.json()).toMatchObject({ id: own, name: 'Sea', role: 'owner' });
  expect(await (await server.request(`/api/w/${own}`, { token })).json()).toMatchObject({
    name: 'Sea',
  });
  for (const name of ['Báo', '', 'sea'])
    expect((await ask('DELETE', { name }, { cookie })).status, name).toBe(400);
  expect((await ask('DELETE', { name: 'Sea' }, { token })).status).toBe(403);
  expect((await server.request(`/api/w/${own}`, { cookie })).status).toBe(200);
  expect((await ask('DELETE', { name: 'Sea' }, { cookie })).status).toBe(204);
  expect((await server.request(`/api/w/${own}`, { cookie })).status).toBe(404);
  expect((await ask('DELETE', { name: 'Sea' }, { cookie })).status).toBe(404);
});
