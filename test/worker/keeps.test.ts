import { beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from './server.ts';
import { newId, sample } from './sample.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

test('a keep is 201 first, 200 for the same bytes, 422 for others, 410 once it was deleted', async () => {
  const { workspace, token } = await server.install();
  const address = `/api/w/${workspace}/keeps/${newId()}`;
  const json = sample();
  const first = await server.request(address, { method: 'PUT', token, json });
  expect(first.status).toBe(201);
  const again = await server.request(address, { method: 'PUT', token, json });
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual(await first.json());
  const other = await server.request(address, { method: 'PUT', token, json: sample() });
  expect(other.status).toBe(422);
  expect((await server.request(address, { method: 'DELETE', token })).status).toBe(204);
  expect((await server.request(address, { method: 'DELETE', token })).status).toBe(204);
  const late = await server.request(address, { method: 'PUT', token, json });
  expect(late.status).toBe(410);
});
