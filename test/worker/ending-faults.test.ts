// A database that fails while an account ends.
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { failingAt, PASSING, placesIn } from './failing-database.ts';
import { db, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});
// The server logs each failure.
afterEach(() => {
  vi.restoreAllMocks();
});

const endAccount = (cookie: string, database: D1Database = db) =>
  server.request('/account/delete', { method: 'POST', cookie, form: { sure: 'yes' }, database });

test('a database that fails anywhere in ending an account leaves it whole or gone', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const first = await server.claim();
  const places = await placesIn((database) => endAccount(first.cookie, database));
  expect(places.length).toBeGreaterThan(3);
  for (const place of places) {
    const { cookie, workspace: its } = await server.claim();
    await endAccount(cookie, failingAt(place, PASSING[1]));
    const signedIn = (await server.request('/account', { cookie })).status;
    const found = (await server.request(`/api/w/${its}`, { cookie })).status;
    expect([signedIn, found], JSON.stringify(place)).toBeOneOf([
      [200, 200],
      [401, 401],
    ]);
  }
});
