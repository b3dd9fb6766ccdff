// How full a library says that it is.
import { beforeAll, expect, test } from 'vitest';
import { monthsInARow } from '../../worker/domain/fullness.ts';
import { newId, sample } from './sample.ts';
import { metered, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

test('a page tells how many clips there are, of which sites and months, and how large the database is', async () => {
  const me = await server.install();
  const open = async (database?: D1Database) => {
    const page = await server.request(`/w/${me.workspace}/library/full`, {
      cookie: me.cookie,
      ...(database && { database }),
    });
    return page.text();
  };
  expect(await open()).toContain('Nothing is kept yet.');
  const keep = (site: string | null) =>
    server.request(`/api/w/${me.workspace}/keeps/${newId()}`, {
      method: 'PUT',
      token: me.token,
      json: sample({ site }),
    });
  for (const site of ['Paper', 'Paper', '<b>Other</b>', null]) await keep(site);
  const html = await open();
  expect(html).toMatch(/Paper<\/th><td>2</);
  expect(html).toMatch(/&lt;b>Other&lt;\/b><\/th><td>1</);
  expect(html).toMatch(/Site unknown<\/th><td>1</);
  expect(html).toMatch(/3\/2026<\/th><td>4</);
  expect(html).toMatch(/MB, of 500 MB/);

  const { db: database, rows } = metered();
  await open(database);
  const few = rows.read;
  for (let n = 0; n < 10; n += 1) await keep('Paper');
  const { db: again, rows: more } = metered();
  await open(again);
  // Each clip among the last 2,000 is read and sorted, and no other.
  expect(more.read - few).toBeLessThan(30);
});

test('months stand in a row, those without clips too, the last three years of them', () => {
  expect(monthsInARow([])).toEqual([]);
  expect(
    monthsInARow([
      { month: '2025-11', clips: 2 },
      { month: '2026-01', clips: 1 },
    ]),
  ).toEqual([
    { of: '2025-11', clips: 2 },
    { of: '2025-12', clips: 0 },
    { of: '2026-01', clips: 1 },
  ]);
  const long = monthsInARow([
    { month: '1970-01', clips: 1 },
    { month: '2026-01', clips: 1 },
  ]);
  expect([long.length, long[0]?.of, long.at(-1)?.of]).toEqual([36, '2023-02', '2026-01']);
});
