// Days as a calendar that programs subscribe to, and as a range of the API.
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { addresses, keep, letGo, type Me } from './feed-reading.ts';
import { db, metered, ORIGIN, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

/** The path of a library's calendar, from the list of feeds. */
const calendarOf = async ({ workspace, cookie }: Me): Promise<string> => {
  const page = await server.request(`/w/${workspace}/feeds`, { cookie });
  return new RegExp(`href="${ORIGIN}(/feed/[^"]+/days.ics)"`).exec(await page.text())?.[1] ?? '';
};

const eventsIn = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((found) => {
    const { uid, summary, description, sequence, startDate } = new ICAL.Event(found);
    const valueOf = (name: string) => String(found.getFirstPropertyValue(name));
    const changed = [valueOf('dtstamp'), valueOf('last-modified')];
    return {
      uid,
      summary,
      description,
      sequence,
      day: startDate.toString(),
      changed,
      url: valueOf('url'),
    };
  });

const read = async (path: string) => eventsIn(await (await server.request(path)).text());

/** As many more days with a clip each, before those that are there. */
const addDays = ({ workspace }: Me, from: number, to: number) => {
  const many = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})`;
  return db.batch([
    db
      .prepare(
        `${many} INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, day,
           kept_day, summary, words, seq, filled_seq, changed_at)
         SELECT rid + i, workspace, substr(id, 1, 24) || printf('%012x', i), url || '/' || i, url, 'More ' || i,
           section, authors, date('2022-01-01', '-' || i || ' days'), kept_day, summary, words, seq + i, seq + i, changed_at
         FROM n JOIN clip ON clip.workspace = ?1 AND title = 'First'`,
      )
      .bind(workspace),
    db
      .prepare(
        `${many} INSERT INTO day_count (workspace, axis, day, category, clips)
         SELECT ?1, 'published', date('2022-01-01', '-' || i || ' days'), '', 1 FROM n`,
      )
      .bind(workspace),
    db.prepare('UPDATE library SET seq = seq + 1 WHERE workspace = ?').bind(workspace),
  ]);
};

describe('the calendar', () => {
  test('has an event for each day that has clips, with the first headlines', async () => {
    const me = await server.install({ zone: 'UTC', name: 'Tin tức' });
    const hostile = 'A;B,C\\n\r\nEND:VEVENT <b> \u0001Đất';
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', hostile])
      await keep(server, me, title, '2022-12-27');
    await keep(server, me, 'Alone', '2023-01-02');
    const path = await calendarOf(me);
    const answer = await server.request(path);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const calendar = await answer.text();
    expect(new ICAL.Component(ICAL.parse(calendar)).getFirstPropertyValue('name')).toBe('Tin tức');
    const [later, day, ...more] = eventsIn(calendar);
    expect(more).toEqual([]);
    expect(later).toMatchObject({ day: '2023-01-02', summary: '1 clip', description: '• Alone' });
    expect(day).toMatchObject({
      uid: `2022-12-27.${me.workspace}@dateline`,
      day: '2022-12-27',
      summary: '7 clips',
      url: `${ORIGIN}/w/${me.workspace}/day/2022-12-27`,
      changed: ['2026-03-10T08:00:00Z', '2026-03-10T08:00:00Z'],
    });
    expect(day?.description?.split('\n')).toEqual([
      expect.stringMatching(/^• A;B,C\\n END:VEVENT <b> .*Đất$/),
      '• Six',
      '• Five',
      '• Four',
      '• Three',
      'and 2 more',
    ]);
  });

  test('keeps an event’s name over its changes, and counts them up', async () => {
    const me = await server.install({ zone: 'UTC' });
    await keep(server, me, 'First', '2022-12-27');
    const second = await keep(server, me, 'Second', '2022-12-27');
    const path = await calendarOf(me);
    const [before] = await read(path);
    const known = await server.request(path);
    server.setClock('2026-03-10T10:00:00Z');
    const etag = { 'if-none-match': known.headers.get('etag') ?? '' };
    const date = { 'if-modified-since': known.headers.get('last-modified') ?? '' };
    expect((await server.request(path, { headers: etag })).status).toBe(304);
    await letGo(server, me, second);
    server.setClock('2026-03-10T11:00:00Z');
    for (const headers of [etag, date])
      expect((await server.request(path, { headers })).status).toBe(200);
    const [after] = await read(path);
    expect(after).toMatchObject({
      uid: before?.uid,
      description: '• First',
      changed: ['2026-03-10T10:00:00Z', '2026-03-10T10:00:00Z'],
    });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    server.setClock('2026-03-10T08:00:00Z');
  });

  test('holds a year of days that have clips, and reads no more for those before', async () => {
    const me = await server.install({ zone: 'UTC' });
    await keep(server, me, 'First', '2022-12-27');
    const path = await calendarOf(me);
    const cost = async () => {
      const { db: database, rows } = metered();
      const calendar = await (await server.request(path, { database })).text();
      return { rows: rows.read, events: eventsIn(calendar).length };
    };
    await addDays(me, 1, 400);
    const small = await cost();
    await addDays(me, 401, 3_000);
    const large = await cost();
    expect([small.events, large.events]).toEqual([366, 366]);
    expect(large.rows).toBeLessThanOrEqual(small.rows + 50);
    expect(large.rows).toBeLessThan(4_000);
  });

  test('is nothing at an address that was forged or made void', async () => {
    const me = await server.install();
    const path = await calendarOf(me);
    const [, , search = ''] = (await addresses(server, me)).clips.rss.split('/');
    expect((await server.request(`/feed/${search.slice(0, -2)}AA/days.ics`)).status).toBe(404);
    await db
      .prepare('UPDATE library SET feed_rotation = 2 WHERE workspace = ?')
      .bind(me.workspace)
      .run();
    expect((await server.request(path)).status).toBe(404);
  });
});

const ask = async ({ workspace, token }: Me, query: string, database: D1Database = db) =>
  server.request(`/api/w/${workspace}/digests?${query}`, { token, database });

describe('a range of days', () => {
  test('tells of each that has clips how many each category has, and its revision', async () => {
    const me = await server.install({ zone: 'UTC' });
    await keep(server, me, 'Before', '2022-12-26');
    await keep(server, me, 'First', '2022-12-27');
    await keep(server, me, 'Second', '2022-12-27');
    await keep(server, me, 'Last', '2022-12-31');
    await keep(server, me, 'After', '2023-01-01');
    const answer = await ask(me, 'from=2022-12-27&to=2022-12-31');
    const range = await answer.json<{
      days: {
        day: string;
        clips: number;
        revision: number;
        updated: string;
        categories: { category: string | null; clips: number }[];
      }[];
    }>();
    expect(range).toMatchObject({ from: '2022-12-27', to: '2022-12-31', workspace: me.workspace });
    expect(range.days.map(({ day, clips }) => [day, clips])).toEqual([
      ['2022-12-27', 2],
      ['2022-12-31', 1],
    ]);
    for (const { day, clips, revision, updated, categories } of range.days) {
      const digest = await server.request(`/api/w/${me.workspace}/digests/${day}`, {
        token: me.token,
      });
      expect(await digest.json()).toMatchObject({ clips, revision, updated });
      expect(categories.reduce((sum, one) => sum + one.clips, 0)).toBe(clips);
    }
    const headers = { 'if-none-match': answer.headers.get('etag') ?? '' };
    const again = await server.request(
      `/api/w/${me.workspace}/digests?from=2022-12-27&to=2022-12-31`,
      { token: me.token, headers },
    );
    expect(again.status).toBe(304);
  });

  test('spans 366 days at most, and begins before it ends', async () => {
    const me = await server.install();
    for (const query of [
      '',
      'from=2022-12-27',
      'to=2022-12-27',
      'from=2022-12-28&to=2022-12-27',
      'from=2022-02-30&to=2022-03-01',
      'from=2024-01-01&to=2025-01-01',
      'from=x&to=y',
    ]) {
      const refused = await ask(me, query);
      expect([refused.status, (await refused.json<{ code: string }>()).code], query).toEqual([
        400,
        'bad-request',
      ]);
    }
    for (const query of [
      'from=2024-01-01&to=2024-12-31',
      'from=2022-12-27&to=2022-12-27',
      'from=9999-12-01&to=9999-12-31',
      'from=0001-01-01&to=0001-12-31',
    ])
      expect(await (await ask(me, query)).json(), query).toMatchObject({ days: [] });
  });

  test('reads its days alone', async () => {
    const me = await server.install({ zone: 'UTC' });
    await keep(server, me, 'First', '2022-12-27');
    await addDays(me, 1, 3_000);
    const { db: database, rows } = metered();
    const answer = await ask(me, 'from=2021-01-01&to=2021-12-31', database);
    expect((await answer.json<{ days: unknown[] }>()).days).toHaveLength(365);
    expect(rows.read).toBeLessThan(3_000);
  });
});
