// The pages of a week and a month, and days by when their clips were kept.
import { beforeAll, expect, test } from 'vitest';
import type { KeepWrite } from '../../shared/schema/keep.ts';
import { openingAt } from './opening.ts';
import { addClips } from './many-clips.ts';
import { newId, sample } from './sample.ts';
import { db, type Server, startServer } from './server.ts';

const NOW = '2026-03-10T08:00:00Z';

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});

type Me = Awaited<ReturnType<Server['install']>>;

const keep = async ({ workspace, token }: Me, title: string, day: string): Promise<void> => {
  const published = { precision: 'day' as const, value: day, evidence: 'meta' as const };
  const json: KeepWrite = sample({ title, published });
  const address = `/api/w/${workspace}/keeps/${newId()}`;
  const answer = await server.request(address, { method: 'PUT', token, json });
  expect(answer.status).toBe(201);
};

const open = openingAt(() => server);

/** What stands in the calendar's cells that have clips: the day, its count and headline. */
const cells = (html: string): string[] =>
  Array.from(
    html.matchAll(/<td data-day="([\d-]+)"[^>]*><a [^>]*>(.*?)<\/a>/g),
    ([, day, inner = '']) => {
      const [, count] = /class="count">(\d+)/.exec(inner) ?? [];
      const [, first] = /class="first"[^>]*>(.*?)<\/span>/.exec(inner) ?? [];
      return `${day} ${count} ${first}`;
    },
  );

test('a month counts its days, tells of each, and leads to the months and years around it', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'On the first', '2022-12-01');
  await keep(me, 'Before', '2022-12-27');
  await keep(me, 'Last', '2022-12-27');
  await keep(me, 'Elsewhere', '2023-01-01');
  const { html, status } = await open(me, 'month/2022-12');
  expect(status).toBe(200);
  expect(cells(html)).toEqual(['2022-12-01 1 On the first', '2022-12-27 2 Last']);
  for (const there of [
    'month/2022-11',
    'month/2023-01',
    'month/2021-12',
    'month/2023-12',
    'day/2022-12-27',
    'week/2022-W52',
  ])
    expect(html).toContain(`href="/w/${me.workspace}/${there}"`);
  expect(html).toContain('<b>3</b> clips');
});

test('nothing is led to after the present month and week', async () => {
  const me = await server.install({ zone: 'UTC' });
  expect((await open(me, 'month/2026-03')).html).not.toContain('/month/2026-04"');
  expect((await open(me, 'month/2026-02')).html).toContain('/month/2026-03"');
  expect((await open(me, 'week/2026-W11')).html).not.toContain('/week/2026-W12"');
  expect((await open(me, 'week/2026-W10')).html).toContain('/week/2026-W11"');
});

test('where there is nothing, that is said, with the nearest that has something', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'Early', '2022-12-27');
  await keep(me, 'Late', '2023-05-02');
  const month = await open(me, 'month/2023-02');
  expect(month.headings).toContain('Nothing was kept from this month');
  expect(month.html).toContain('/month/2022-12">December 2022</a>');
  expect(month.html).toContain('/month/2023-05">May 2023</a>');
  const week = await open(me, 'week/2023-W02');
  expect(week.headings).toContain('Nothing was kept from this week');
  expect(week.html).toContain('/week/2022-W52">Week 52, 2022</a>');
  expect((await open(me, 'week/2027-W02')).headings).toContain('This week has not come yet');
  const kept = await open(me, 'day/2022-12-27?by=kept');
  expect(kept.headings).toContain('Nothing was kept on this day');
  expect(kept.html).toContain('/day/2026-03-10?by=kept">Tuesday, 10 March 2026</a>');
});

test('a week has its days in order, six stories of each, and a way to the rest', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (let nth = 1; nth <= 8; nth += 1) await keep(me, `Story ${nth}`, '2022-12-27');
  await keep(me, 'Of the new year', '2023-01-01');
  await keep(me, 'Of the next week', '2023-01-02');
  const { headings, html } = await open(me, 'week/2022-W52');
  expect(headings.filter((text) => /^(Story|Of)/.test(text))).toHaveLength(7);
  expect(headings.indexOf('Of the new year')).toBeGreaterThan(
    headings.indexOf('Sunday, 1 January 2023'),
  );
  expect(html).toContain('2 more stories of this day');
  expect(html).not.toContain('Of the next week');
});

test('by the kept day, day, week and month tell the same clips elsewhere', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'Old', '2022-12-27');
  expect((await open(me, 'day/2026-03-10?by=kept')).headings).toContain('Old');
  expect((await open(me, 'day/2026-03-10')).headings).not.toContain('Old');
  expect((await open(me, 'week/2026-W11?by=kept')).headings).toContain('Old');
  const month = await open(me, 'month/2026-03?by=kept');
  expect(cells(month.html)).toEqual(['2026-03-10 1 Old']);
  expect(month.html).toContain('/day/2026-03-10?by=kept"');
});

test.each(['month/2022-13', 'month/2022', 'week/2022-W53', 'week/2022-12', 'month/0000-01'])(
  '%s is not found',
  async (path) => {
    const me = await server.install();
    expect((await open(me, path)).status).toBe(404);
  },
);

test.each([
  ['en', ['<b>1,201</b> clips', '<b>20 h 1 min</b>', '27 December 2022, 1,201 clips']],
  ['vi', ['<b>1.201</b> tin', '<b>20 giờ 1 phút</b>', '27 tháng 12, 2022, 1.201 tin']],
] as const)('large figures are written as one writes them, in %s', async (language, said) => {
  const me = await server.install({ zone: 'UTC', language });
  await keep(me, 'First', '2022-12-27');
  await addClips(me, 1_200, "'2022-12-27'");
  const day = await open(me, 'day/2022-12-27');
  for (const words of said) expect(day.html).toContain(words);
  for (const path of ['week/2022-W52', 'month/2022-12'])
    expect((await open(me, path)).html).toContain(said[0]);
});

test('they are the same bytes until the library changes', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'One', '2022-12-27');
  for (const path of ['month/2022-12', 'week/2022-W52']) {
    const { etag } = await open(me, path);
    expect(await open(me, path, etag)).toMatchObject({ status: 304, trips: 1 });
    await keep(me, 'Another', '2022-12-27');
    expect((await open(me, path, etag)).status).toBe(200);
  }
});

test('what they read does not grow with the library', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'Here', '2022-12-27');
  await keep(me, 'There', '2021-06-01');
  const paths = [
    'month/2022-12',
    'week/2022-W52',
    'month/2026-02?by=kept',
    'day/2026-03-09?by=kept',
  ];
  const later = () =>
    db.prepare('UPDATE library SET seq = seq + 1 WHERE workspace = ?').bind(me.workspace).run();
  const read = async () => {
    const figures: number[] = [];
    for (const path of paths) figures.push((await open(me, path)).read);
    return figures;
  };
  // By then the day of the week is frozen.
  await read();
  await later();
  const small = await read();
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
       INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, day,
         kept_day, summary, words, seq, changed_at)
       SELECT rid + i * 1000, workspace, id || i, canonical_url || i, url, title, section, authors,
         day, kept_day, summary, words, seq, changed_at
       FROM n JOIN clip ON clip.workspace = ? AND clip.day = '2021-06-01'`,
    )
    .bind(me.workspace)
    .run();
  for (const axis of ['published', 'kept'])
    await db
      .prepare(
        `INSERT INTO day_count (workspace, axis, day, category, clips)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
         SELECT ?, ?, date('2015-01-01', i || ' days'), '', 1 FROM n`,
      )
      .bind(me.workspace, axis)
      .run();
  await later();
  const large = await read();
  console.log(`months, week and kept day read ${small}, in a larger library ${large}`);
  expect(large).toEqual(small);
});
