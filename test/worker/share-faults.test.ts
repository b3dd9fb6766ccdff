// A database that fails at each step of making and revoking a link: the same again ends with the one link, or with none.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Share } from '../../shared/schema/share.ts';
import { collectingAt, DAY } from './collecting.ts';
import { failingAt, FINAL, PASSING, placesIn } from './failing-database.ts';
import { newId } from './sample.ts';
import { type Server, startServer } from './server.ts';
import { ofCollection, PLAIN, sharingAt } from './sharing.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const { keep } = collectingAt(() => server);
const { listed, open } = sharingAt(() => server);

test('a database that fails anywhere in making or revoking a link leaves one, or none', async () => {
  const me = await server.install();
  await keep(me, DAY, 'First', 'Sea');
  const { workspace, cookie } = me;
  const put = (id: string, database?: D1Database) =>
    server.request(`/api/w/${workspace}/shares/${id}`, {
      method: 'PUT',
      cookie,
      json: { of: ofCollection('Sea'), ...PLAIN },
      ...(database && { database }),
    });
  const revoke = (id: string, database?: D1Database) =>
    server.request(`/api/w/${workspace}/shares/${id}`, {
      method: 'DELETE',
      cookie,
      ...(database && { database }),
    });
  const ids = async () => (await listed(me)).map(({ id }) => id);
  const first = newId();
  const [making, revoking] = [
    await placesIn((database) => put(first, database)),
    await placesIn((database) => revoke(first, database)),
  ];
  expect(Math.min(making.length, revoking.length)).toBeGreaterThan(4);
  for (const [words, status] of [
    [PASSING[0], 503],
    [FINAL[0], 500],
  ] as const) {
    for (const place of making) {
      const id = newId();
      expect((await put(id, failingAt(place, words))).status).toBe(status);
      const again = await put(id);
      expect(again.status, JSON.stringify(place)).toBe(200);
      expect(await ids()).toEqual([id]);
      await revoke(id);
    }
    for (const place of revoking) {
      const id = newId();
      const { url } = await (await put(id)).json<Share>();
      expect((await revoke(id, failingAt(place, words))).status).toBe(status);
      expect((await revoke(id)).status, JSON.stringify(place)).toBe(204);
      expect(await ids()).toEqual([]);
      expect((await open(url)).status).toBe(404);
    }
  }
});
