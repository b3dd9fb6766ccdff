// Which day a clip belongs to, how a day is arranged, and what it costs.
import { beforeAll, expect, test } from 'vitest';
import type { Digest } from '../../shared/schema/digest.ts';
import type { KeepAnswer, KeepWrite } from '../../shared/schema/keep.ts';
import { ask } from '../../worker/db/database.ts';
import { makeDays } from '../../worker/db/days.ts';
import { makeDigests } from '../../worker/db/digests.ts';
import { newId, sample } from './sample.ts';
import { db, metered, type Server, startServer } from './server.ts';

const NOW = '2026-03-10T08:00:00Z';

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});

interface Caller {
  workspace: string;
  token: string;
}

const keep = async ({ workspace, token }: Caller, json: KeepWrite): Promise<KeepAnswer> => {
  const answer = await server.request(`/api/w/${workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token,
    json,
  });
  expect(answer.status).toBe(201);
  return answer.json();
};

const digest = async ({ workspace, token }: Caller, day: string): Promise<Digest> => {
  const answer = await server.request(`/api/w/${workspace}/digests/${day}`, { token });
  expect(answer.status).toBe(200);
  return answer.json();
};

const instant = (value: string) =>
  sample({ published: { precision: 'instant', value, evidence: 'meta', zoneAssumed: false } });
const local = (value: string) =>
  sample({ published: { precision: 'local', value, evidence: 'meta' } });
const dayOnly = (value: string) =>
  sample({ published: { precision: 'day', value, evidence: 'address' } });

test.each([
  ['Asia/Ho_Chi_Minh', '2022-12-26T17:30:00Z', '2022-12-27'],
  ['Asia/Ho_Chi_Minh', '2022-12-27T23:59:00+07:00', '2022-12-27'],
  ['America/Los_Angeles', '2022-12-27T05:00:00+07:00', '2022-12-26'],
  ['Pacific/Kiritimati', '2022-12-27T12:00:00Z', '2022-12-28'],
  ['Europe/Berlin', '2024-02-28T23:30:00Z', '2024-02-29'],
  ['Europe/Berlin', '2022-10-30T00:30:00Z', '2022-10-30'],
  ['UTC', '2023-12-31T23:30:00-01:00', '2024-01-01'],
])('in %s, an article of %s belongs to %s', async (zone, published, day) => {
  const me = await server.install({ zone });
  const answer = await keep(me, instant(published));
  expect(answer.day).toBe(day);
  const { clips, groups } = await digest(me, day);
  expect(clips).toBe(1);
  expect(groups[0]?.stories[0]?.clips[0]?.published).toBe(published);
});

test('a local time or a day alone is meant as it stands, in any zone', async () => {
  const me = await server.install({ zone: 'America/Los_Angeles' });
  expect((await keep(me, local('2022-12-27T00:05'))).day).toBe('2022-12-27');
  expect((await keep(me, dayOnly('2024-02-29'))).day).toBe('2024-02-29');
});

test('an instant that falls out of the calendar in the workspace’s zone counts as no date', async () => {
  const me = await server.install({ zone: 'America/Los_Angeles' });
  expect((await keep(me, instant('0001-01-01T20:00:00Z'))).day).toBe('0001-01-01');
  expect((await keep(me, instant('0001-01-01T00:00:00Z'))).day).toBe('2026-03-10');
  expect((await keep(me, instant('9999-12-31T23:00:00-12:00'))).day).toBe('2026-03-10');
});

test('without a published date, or with one in the future, the kept day counts', async () => {
  const me = await server.install({ zone: 'Asia/Ho_Chi_Minh' });
  expect((await keep(me, sample({ published: null }))).day).toBe('2026-03-10');
  expect((await keep(me, dayOnly('2026-03-11'))).day).toBe('2026-03-10');
  expect((await keep(me, dayOnly('2026-03-10'))).day).toBe('2026-03-10');
  // Already tomorrow in the workspace's zone, not yet in UTC.
  server.setClock('2026-03-10T18:00:00Z');
  expect((await keep(me, dayOnly('2026-03-11'))).day).toBe('2026-03-11');
  server.setClock(NOW);
});

test('a client’s clock is believed between its pairing and now, and at no other time', async () => {
  const me = await server.install({ zone: 'UTC' });
  server.setClock('2026-03-20T08:00:00Z');
  const keptDay = async (capturedAt: string) =>
    (await keep(me, sample({ published: null }, { capturedAt }))).keptDay;
  expect(await keptDay('2026-03-15T12:00:00Z')).toBe('2026-03-15');
  expect(await keptDay('2026-03-10T08:00:00Z')).toBe('2026-03-10');
  expect(await keptDay('2026-03-10T07:59:59Z')).toBe('2026-03-20');
  expect(await keptDay('1999-01-01T00:00:00Z')).toBe('2026-03-20');
  expect(await keptDay('2026-03-20T08:04:00Z')).toBe('2026-03-20');
  expect(await keptDay('2026-04-01T00:00:00Z')).toBe('2026-03-20');
  server.setClock(NOW);
});

test('a day is grouped by category, else by the sections’ outermost words, largest first, the nameless last', async () => {
  const me = await server.install({ zone: 'UTC' });
  const of = (section: string[], time: string) => {
    const write = instant(`2022-12-27T${time}:00Z`);
    return keep(me, { ...write, article: { ...write.article, section, title: time } });
  };
  await of([], '01:00');
  await of([], '02:00');
  await of([], '03:00');
  await of(['Thể thao', 'Bóng đá'], '04:00');
  await of(['Chính trị'], '05:00');
  await of(['Quốc hội'], '06:00');
  await of(['Hà Nội'], '07:00');
  await of(['HÀ NỘI ', 'Góc nhìn'], '08:00');
  const { groups } = await digest(me, '2022-12-27');
  expect(
    groups.map(({ category, section, stories }) => [
      category,
      section,
      stories.flatMap(({ clips }) => clips.map(({ title }) => title)),
    ]),
  ).toEqual([
    ['11000000', null, ['06:00', '05:00']],
    [null, 'HÀ NỘI ', ['08:00', '07:00']],
    ['15000000', null, ['04:00']],
    [null, null, ['03:00', '02:00', '01:00']],
  ]);
});

test('a day knows its neighbours and its newest change, also when that was a delete', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, dayOnly('2022-12-20'));
  const first = await keep(me, dayOnly('2022-12-27'));
  const second = await keep(me, dayOnly('2022-12-27'));
  await keep(me, dayOnly('2023-01-02'));
  const before = await digest(me, '2022-12-27');
  expect(before).toMatchObject({
    clips: 2,
    revision: second.seq,
    updated: '2026-03-10T08:00:00.000Z',
    earlier: '2022-12-20',
    later: '2023-01-02',
  });
  server.setClock('2026-03-10T09:00:00Z');
  for (const { id } of [second, first]) {
    const address = `/api/w/${me.workspace}/keeps/${id}`;
    await server.request(address, { method: 'DELETE', token: me.token });
  }
  server.setClock(NOW);
  expect(await digest(me, '2022-12-27')).toEqual({
    ...before,
    clips: 0,
    stories: 0,
    sites: 0,
    minutes: 0,
    summaryWords: 0,
    outline: [],
    groups: [],
    revision: 6,
    updated: '2026-03-10T09:00:00.000Z',
  });
  expect((await digest(me, '2022-12-20')).later).toBe('2023-01-02');
});

test('an empty day and a day in the future are empty digests', async () => {
  const me = await server.install();
  for (const day of ['2022-12-27', '9999-12-31', '0001-01-01'])
    expect(await digest(me, day)).toMatchObject({ day, clips: 0, revision: 0, updated: null });
});

test('a digest is the same bytes until it changes, and then another', async () => {
  const me = await server.install();
  await keep(me, dayOnly('2022-12-27'));
  const address = `/api/w/${me.workspace}/digests/2022-12-27`;
  const first = await server.request(address, { token: me.token });
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]+"$/);
  const known = (tag: string) =>
    server.request(address, { token: me.token, headers: { 'if-none-match': tag } });
  expect((await known(etag)).status).toBe(304);
  expect((await known(`"x", W/${etag}`)).status).toBe(304);
  await keep(me, dayOnly('2022-12-27'));
  expect((await known(etag)).status).toBe(200);
});

const rowsRead = async (workspace: string): Promise<number> => {
  const { db: counting, rows } = metered();
  const digests = makeDigests(counting);
  await ask(digests.read(workspace, '2022-12-27'));
  const { counts } = makeDays(counting);
  await ask(counts(workspace, 'published', '2022-12-01', '2022-12-31'));
  return rows.read;
};

test('a day of many clips makes no more date formats than a day of one', async () => {
  const me = await server.install({ zone: 'Asia/Ho_Chi_Minh' });
  const made = async (day: string): Promise<number> => {
    const Format = Intl.DateTimeFormat;
    let count = 0;
    Intl.DateTimeFormat = new Proxy(Format, {
      construct: (target, [locale, options]) => {
        count += 1;
        return new target(locale, options);
      },
    });
    try {
      const path = `/w/${me.workspace}/day/${day}`;
      expect((await server.request(path, { cookie: me.cookie })).status).toBe(200);
    } finally {
      Intl.DateTimeFormat = Format;
    }
    return count;
  };
  await keep(me, instant('2022-11-08T03:00:00Z'));
  for (let hour = 0; hour < 10; hour += 1) await keep(me, instant(`2022-12-27T0${hour}:00:00Z`));
  await made('2022-12-27');
  const one = await made('2022-11-08');
  expect(await made('2022-12-27')).toBe(one);
  expect(one).toBe(0);
});

test('what a digest reads does not grow with the library', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (let count = 0; count < 5; count += 1) await keep(me, dayOnly('2022-12-27'));
  await keep(me, dayOnly('2021-06-01'));
  await keep(me, dayOnly('2023-06-01'));
  const small = await rowsRead(me.workspace);
  // Three hundred more, on both sides of the day, as the save itself would store them.
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
       INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, day,
         kept_day, summary, words, seq, changed_at)
       SELECT rid + i * 1000, workspace, id || i, canonical_url || i, url, title, section, authors,
         CASE i % 2 WHEN 0 THEN '2021-06-01' ELSE '2023-06-01' END, kept_day, summary, words,
         seq + i, changed_at
       FROM n JOIN clip ON clip.workspace = ? AND clip.day = '2021-06-01'`,
    )
    .bind(me.workspace)
    .run();
  await db
    .prepare(
      `INSERT INTO day_count (workspace, axis, day, category, clips)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
       SELECT ?, 'published', date('2015-01-01', i || ' days'), '', 1 FROM n`,
    )
    .bind(me.workspace)
    .run();
  const large = await rowsRead(me.workspace);
  console.log(`a digest of 5 clips reads ${small} rows, with 600 rows more around it ${large}`);
  expect(large).toBe(small);
  expect(large).toBeLessThan(30);
});
