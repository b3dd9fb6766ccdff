// Today's page looks back: on this day in earlier years, and something unread from a year ago.
import { beforeAll, expect, test } from 'vitest';
import { sameDays } from '../../worker/domain/look-back.ts';
import { keep, letGo, type Me } from './feed-reading.ts';
import { openingAt } from './opening.ts';
import { db, type Server, startServer } from './server.ts';

const NOW = '2026-03-10T08:00:00Z';
let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});

type Asker = Pick<Me, 'workspace' | 'cookie'>;

const openPage = openingAt(() => server);

const open = async (me: Asker, day = '2026-03-10', etag?: string) => {
  const opened = await openPage(me, `day/${day}`, etag);
  const box = /<section class="look-back".*?<\/section>/s.exec(opened.html)?.[0] ?? null;
  return {
    ...opened,
    box,
    titles: Array.from(
      box?.matchAll(/class="then"[^>]*><a [^>]*>([^<]*)/g) ?? [],
      ([, title]) => title,
    ),
  };
};

const read = async ({ workspace, cookie }: Asker, title: string, state: 'done' | 'to-read') => {
  const clip = await db
    .prepare('SELECT id FROM clip WHERE workspace = ? AND title = ?')
    .bind(workspace, title)
    .first<string>('id');
  const address = `/api/w/${workspace}/clips/${clip}/reading`;
  const answer = await server.request(address, { method: 'PUT', cookie, json: { state } });
  expect(answer.status).toBeLessThan(300);
};

const turn = ({ workspace, cookie }: Asker, show: string) =>
  server.request(`/w/${workspace}/settings/look-back`, { method: 'POST', cookie, form: { show } });

test('shows what this day had in up to four earlier years, the last first, with the way to each', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (const year of [2012, 2018, 2020, 2022, 2023])
    await keep(server, me, `In ${year}`, `${year}-03-10`);
  await keep(server, me, 'Also in 2022', '2022-03-10');
  await keep(server, me, 'Day after', '2022-03-11');
  const { titles, box } = await open(me);
  expect(titles).toEqual(['In 2023', 'Also in 2022', 'In 2020', 'In 2018']);
  expect(box).toContain(
    `href="/w/${me.workspace}/day/2022-03-10">10 Mar 2022</a><span>and 1 more clip<`,
  );
});

test('shows nothing where there is nothing, and on no other day', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, 'Today', '2026-03-10');
  await keep(server, me, 'Other', '2022-03-11');
  expect((await open(me)).box).toBeNull();
  await keep(server, me, 'Then', '2022-03-10');
  expect((await open(me, '2026-03-09')).box).toBeNull();
  expect((await open(me, '2026-03-11')).box).toBeNull();
  expect((await open(me)).titles).toEqual(['Then']);
});

test('shows one from about a year ago that its person has still to read, the nearest, until it is read', async () => {
  const me = await server.install({ zone: 'UTC' });
  const other = { ...me, cookie: await server.admit(me.workspace, 'viewer') };
  await keep(server, me, 'Too long ago', '2025-02-20');
  await keep(server, me, 'Near', '2025-03-20');
  await keep(server, me, 'Nearest', '2025-03-08');
  const first = await open(me);
  expect(first.titles).toEqual(['Nearest']);
  expect((await open(other)).titles).toEqual([]);
  expect((await open(me, undefined, first.etag)).status).toBe(304);
  await read(me, 'Nearest', 'done');
  // What a person does with clips changes nothing of the library: their own number is in the ETag.
  const next = await open(me, undefined, first.etag);
  expect([next.status, next.titles]).toEqual([200, ['Near']]);
  await read(me, 'Near', 'done');
  expect((await open(me)).box).toBeNull();
});

test('never shows to one what another has to read, whose page is otherwise the same', async () => {
  const me = await server.install({ zone: 'UTC' });
  const alike = { ...me, cookie: await server.admit(me.workspace, 'owner') };
  await keep(server, me, 'Mine to read', '2025-03-08');
  const mine = await open(me);
  expect(mine.titles).toEqual(['Mine to read']);
  expect((await open(alike)).titles).toEqual([]);
  expect((await open(alike, undefined, mine.etag)).status).toBe(200);
});

test('shows nothing twice', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, 'A year ago', '2025-03-10');
  expect((await open(me)).titles).toEqual(['A year ago']);
  await keep(server, me, 'Near it', '2025-03-12');
  expect((await open(me)).titles).toEqual(['A year ago', 'Near it']);
});

test('is each person’s to turn off and on, and shows at once', async () => {
  const me = await server.install({ zone: 'UTC' });
  const other = { ...me, cookie: await server.admit(me.workspace, 'viewer') };
  await keep(server, me, 'Then', '2022-03-10');
  const { etag } = await open(me);
  expect((await turn(me, 'no')).headers.get('location')).toBe(
    `/w/${me.workspace}/settings?told=look-back`,
  );
  const off = await open(me, undefined, etag);
  expect([off.status, off.box]).toEqual([200, null]);
  expect((await open(other)).titles).toEqual(['Then']);
  await turn(me, 'yes');
  expect((await open(me, undefined, off.etag)).titles).toEqual(['Then']);
  expect((await turn(me, 'perhaps')).status).toBe(400);
});

test('forgets what was deleted', async () => {
  const me = await server.install({ zone: 'UTC' });
  const id = await keep(server, me, 'Then', '2022-03-10');
  const { etag } = await open(me);
  await letGo(server, me, id);
  const after = await open(me, undefined, etag);
  expect([after.status, after.box]).toEqual([200, null]);
});

test('reads a bounded number of rows, however much there is', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, 'Then', '2025-03-10');
  const few = await open(me);
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
       INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, day,
         kept_day, summary, words, seq, changed_at)
       SELECT rid + i, workspace, id || i, canonical_url || i, url, title, section, authors,
         date('2025-03-10', (i % 15 - 7) || ' days'), kept_day, summary, words, seq, changed_at
       FROM n JOIN clip ON clip.workspace = ?`,
    )
    .bind(me.workspace)
    .run();
  await db.prepare('UPDATE library SET seq = seq + 1 WHERE workspace = ?').bind(me.workspace).run();
  const many = await open(me);
  console.log(
    `today's page reads ${few.read} rows, with 3,000 clips around a year ago ${many.read}`,
  );
  expect(many.read).toBeLessThan(few.read + 450);
  expect([few.trips, many.trips]).toEqual([2, 2]);
  const known = await open(me, undefined, many.etag);
  expect(known).toMatchObject({ status: 304, trips: 1 });
  expect(known.read).toBeLessThan(12);
});

test.each([
  ['2024-02-29', ['2023-02-28', '2022-02-28', '2021-02-28', '2020-02-29']],
  ['2026-02-28', ['2025-02-28', '2024-02-29', '2024-02-28', '2023-02-28']],
  ['2024-02-28', ['2023-02-28', '2022-02-28', '2021-02-28', '2020-02-28']],
  ['2026-12-31', ['2025-12-31', '2024-12-31', '2023-12-31', '2022-12-31']],
])('looks back from %s', (today, days) => {
  expect(sameDays(today).slice(0, 4)).toEqual(days);
});
