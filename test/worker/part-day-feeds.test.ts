// The daily feeds of a topic, a tag, a collection and a saved search.
import { parseAtomFeed } from 'feedsmith';
import { beforeAll, describe, expect, test } from 'vitest';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { keepsUnder, listedFeeds } from './part-feeds.ts';
import { FORMATS, type Me, read, understand } from './feed-reading.ts';
import { addClips } from './many-clips.ts';
import { db, isElsewhere, metered, ORIGIN, type Server, startServer } from './server.ts';

const NOW = '2026-03-10T08:00:00Z';
const HOSTILE = 'Đất & <nước> ]]>';

let server: Server;
beforeAll(async () => {
  server = await startServer(NOW);
});

const t = feedTexts('en');

const keep = (me: Me, title: string, day: string, name: string) =>
  keepsUnder(server, me, { title, day, name });

/** What a daily feed tells, newest day first. */
const told = async (path: string) => {
  const feed = parseAtomFeed(await read(server, path));
  return {
    id: feed.id,
    title: feed.title?.value,
    updated: feed.updated,
    entries: (feed.entries ?? []).map(({ id, title, updated, links, content }) => ({
      id,
      title: title?.value,
      updated,
      url: links?.[0]?.href ?? '',
      html: content?.value ?? '',
      titles: Array.from(
        (content?.value ?? '').matchAll(/<h3[^>]*><a [^>]*>(.*?)<\/a>/g),
        ([, text]) => text,
      ),
    })),
  };
};

describe.each(['tag', 'collection', 'search'] as const)('the daily feed of a %s', (kind) => {
  test('has an entry for each of its days, with its clips alone, in each format', async () => {
    const me = await server.install({ zone: 'UTC' });
    await keep(me, 'Mine', '2022-12-27', HOSTILE);
    await keep(me, 'Mine too', '2022-12-27', HOSTILE);
    await keep(me, 'Mine later', '2023-01-02', HOSTILE);
    await keep(me, 'Another', '2022-12-27', 'Other');
    const [feed] = await listedFeeds(server, me, kind, HOSTILE);
    const { id, title, entries } = await told(feed.atom);
    expect(title).toBe(`${HOSTILE} · News (Day by day)`);
    expect(id).toMatch(new RegExp(`^tag:dateline,2026:${me.workspace}:${kind}:.{36}:daily$`));
    expect(entries.map((entry) => [entry.id, entry.title, entry.titles.toSorted()])).toEqual([
      [id?.replace('daily', '2023-01-02'), 'Monday, 2 January 2023', ['Mine later']],
      [id?.replace('daily', '2022-12-27'), 'Tuesday, 27 December 2022', ['Mine', 'Mine too']],
    ]);
    for (const format of FORMATS) {
      const body = understand(await read(server, feed[format]));
      expect(body.title).toBe(title);
      expect(body.entries?.map((entry) => entry.link)).toEqual(entries.map(({ url }) => url));
    }
    // An entry leads to what the part has on its day.
    const page = await server.request(entries[1]?.url.replace(ORIGIN, '') ?? '', {
      cookie: me.cookie,
    });
    const html = await page.text();
    for (const shown of ['>Mine<', '>Mine too<']) expect(html).toContain(shown);
    for (const hidden of ['>Mine later<', '>Another<']) expect(html).not.toContain(hidden);
    const opened = await server.request(feed.rss, { headers: { 'sec-fetch-dest': 'document' } });
    expect(await opened.text()).toContain('Monday, 2 January 2023');
  });

  test('is 304 for who has it, until something of the part changes, and says when', async () => {
    const me = await server.install({ zone: 'UTC' });
    const first = await keep(me, 'First', '2022-12-27', 'Sea');
    await keep(me, 'Beside', '2023-01-02', 'Sea');
    const [feed] = await listedFeeds(server, me, kind, 'Sea');
    const answer = await server.request(feed.atom);
    await answer.arrayBuffer();
    // When a clip was filed is not stored, nor when a search asks for something else.
    expect(answer.headers.get('last-modified')).toBeNull();
    const headers = { 'if-none-match': answer.headers.get('etag') ?? '' };
    expect((await server.request(feed.atom, { headers })).status).toBe(304);
    const before = await told(feed.atom);
    server.setClock('2026-03-10T10:00:00Z');
    await keep(me, 'Second', '2022-12-27', 'Sea');
    expect((await server.request(feed.atom, { headers })).status).toBe(200);
    const after = await told(feed.atom);
    expect(after.entries.map(({ updated }) => updated)).toEqual([
      before.entries[0]?.updated,
      '2026-03-10T10:00:00.000Z',
    ]);
    expect(after.updated).toBe('2026-03-10T10:00:00.000Z');
    server.setClock('2026-03-10T11:00:00Z');
    await server.request(`/api/w/${me.workspace}/keeps/${first}`, {
      method: 'DELETE',
      token: me.token,
    });
    const left = await told(feed.atom);
    expect(left.entries[1]).toMatchObject({
      titles: ['Second'],
      updated: '2026-03-10T11:00:00.000Z',
    });
    server.setClock(NOW);
  });

  test('is nothing once its address is void', async () => {
    const me = await server.install();
    await keep(me, 'Mine', '2022-12-27', 'Sea');
    const [feed] = await listedFeeds(server, me, kind, 'Sea');
    const token = feed.atom.split('/')[2] ?? '';
    const forged = feed.atom.replace(token, `x${token.slice(1)}`);
    expect((await server.request(forged)).status).toBe(404);
    await db
      .prepare('UPDATE library SET feed_rotation = 2 WHERE workspace = ?')
      .bind(me.workspace)
      .run();
    expect((await server.request(feed.atom)).status).toBe(404);
  });
});

test('an entry of a search that names days leads to its own day alone', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (const day of ['2022-11-30', '2022-12-20', '2022-12-27'])
    await keep(me, `Of ${day}`, day, 'Sea');
  const [feed] = await listedFeeds(
    server,
    me,
    'search',
    'Sea',
    'tag:Sea on:2022-12 after:2022-12-01 -on:2022-12-24',
  );
  const { entries } = await told(feed.atom);
  expect(entries.map(({ titles }) => titles)).toEqual([['Of 2022-12-27'], ['Of 2022-12-20']]);
  const { pathname, search, searchParams } = new URL(entries[0]?.url ?? '');
  expect(searchParams.get('q')).toBe('on:2022-12-27 tag:Sea after:2022-12-01 -on:2022-12-24');
  const page = await server.request(pathname + search, { cookie: me.cookie });
  const html = await page.text();
  expect(html).toContain('>Of 2022-12-27<');
  expect(html).not.toContain('>Of 2022-12-20<');
});

test('of a tag or a search that has more clips than a feed reads, no day is shown as if it were whole', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'First', '2022-12-27', 'Sea');
  const file = () =>
    db
      .prepare(
        `INSERT OR IGNORE INTO clip_tag (workspace, clip, tag)
         SELECT clip.workspace, clip.rid, tag.id FROM clip JOIN tag ON tag.workspace = clip.workspace
         WHERE clip.workspace = ?`,
      )
      .bind(me.workspace)
      .run();
  await addClips(me, 199, "date('2022-12-01', (i % 12) || ' days')");
  await file();
  const [feed] = await listedFeeds(server, me, 'tag', 'Sea');
  const whole = await told(feed.atom);
  expect(whole.entries).toHaveLength(13);
  for (const { html } of whole.entries) expect(html).not.toContain(t.perhapsMore);
  await addClips(me, 1, "'2022-12-03'");
  await file();
  const cut = await told(feed.atom);
  for (const { html, url } of cut.entries)
    expect(html).toContain(`<a href="${url.replaceAll('&', '&amp;')}">${t.perhapsMore}</a>`);
  expect(cut.entries.flatMap(({ titles }) => titles)).toHaveLength(200);
  expect(cut.entries.map(({ html }) => html).join('')).not.toContain(' more clip');
});

test('of a collection what is cut of a day is counted', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'First', '2022-12-27', 'Sea');
  await addClips(me, 520, "iif(i <= 100, '2023-01-01', '2023-01-02')");
  await db.batch([
    db
      .prepare(
        `INSERT OR IGNORE INTO clip_collection (workspace, clip, collection, day)
         SELECT clip.workspace, clip.rid, collection.id, day FROM clip
         JOIN collection ON collection.workspace = clip.workspace WHERE clip.workspace = ?`,
      )
      .bind(me.workspace),
    db
      .prepare(
        `INSERT OR REPLACE INTO collection_day (workspace, collection, day, clips, seq, changed_at)
         SELECT link.workspace, link.collection, link.day, count(*), max(clip.seq), clip.changed_at
         FROM clip_collection AS link JOIN clip ON clip.rid = link.clip
         WHERE link.workspace = ? GROUP BY 1, 2, 3`,
      )
      .bind(me.workspace),
  ]);
  const [feed] = await listedFeeds(server, me, 'collection', 'Sea');
  const { entries } = await told(feed.atom);
  expect(entries.map(({ titles }) => titles.length)).toEqual([200, 100]);
  expect(entries[0]?.html).toContain('>and 220 more clips</a>');
  expect(entries[1]?.html).not.toContain(' more clip');
});

test.skipIf(isElsewhere)(
  'of a collection days that somebody has looked at stay the same bytes for fewer rows',
  async () => {
    const me = await server.install({ zone: 'UTC' });
    const over = ['2022-12-01', '2022-12-02', '2022-12-03'];
    for (const day of over)
      for (let nth = 0; nth < 5; nth += 1) await keep(me, `Story ${nth}`, day, 'Sea');
    await keep(me, 'Today', '2026-03-10', 'Sea');
    const poll = async () => {
      // By another address nothing was composed before.
      await db
        .prepare('UPDATE library SET feed_rotation = feed_rotation + 1 WHERE workspace = ?')
        .bind(me.workspace)
        .run();
      const [feed] = await listedFeeds(server, me, 'collection', 'Sea');
      const { db: database, rows, trips } = metered();
      const answer = await server.request(feed.atom, { database });
      const body = (await answer.text()).replaceAll(/feed\/[\w-]+/g, '');
      return { body, rows: rows.read, written: rows.written, trips: trips.inSequence };
    };
    const live = await poll();
    for (const day of over)
      await server.request(`/w/${me.workspace}/collection/Sea/day/${day}`, { cookie: me.cookie });
    const scopes = await db
      .prepare("SELECT day FROM digest WHERE workspace = ? AND scope > '' ORDER BY day")
      .bind(me.workspace)
      .all();
    expect(scopes.results.map(({ day }) => day)).toEqual(over);
    const stored = await poll();
    console.log(
      `a collection's daily feed of 16 clips reads ${live.rows} rows, ${stored.rows} once its days are frozen`,
    );
    expect(stored.body).toBe(live.body);
    expect(live.body.match(/&lt;h3|<h3/g)).toHaveLength(16);
    expect(stored.rows).toBeLessThan(40);
    expect(live.rows - stored.rows).toBeGreaterThan(2 * 15 - 12);
    for (const { trips, written } of [live, stored]) expect([trips, written]).toEqual([1, 0]);
  },
);

test('a topic has its days of the newest clips of the library, each with what it has beside', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(me, 'Old', '2022-12-27', 'Sea');
  await addClips(me, 500, "'2022-12-27'");
  await db.batch([
    db
      .prepare(
        `UPDATE clip SET category = '11000000' WHERE workspace = ?1
           AND rid <= (SELECT min(rid) + 4 FROM clip WHERE workspace = ?1)`,
      )
      .bind(me.workspace),
    db
      .prepare(
        `INSERT OR REPLACE INTO day_count (workspace, axis, day, category, clips)
         VALUES (?, 'published', '2022-12-27', '11000000', 5)`,
      )
      .bind(me.workspace),
  ]);
  const feeds = await listedFeeds(server, me, 'topic', 'Politics');
  const { title, entries } = await told(feeds[0].atom);
  expect(title).toContain('(Day by day)');
  expect(entries.map(({ titles }) => titles.length)).toEqual([4]);
  expect(entries[0]?.html).toContain('>and 1 more clip</a>');
  // Its days change as the library does.
  const answer = await server.request(feeds[0].rss);
  expect(answer.headers.get('last-modified')).not.toBeNull();
});

test('what they read does not grow with the library', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (let day = 1; day <= 9; day += 1) await keep(me, `Day ${day}`, `2022-12-0${day}`, 'Sea');
  const costs = async (): Promise<number[]> => {
    const figures: number[] = [];
    for (const kind of ['tag', 'collection', 'search'] as const) {
      const [feed] = await listedFeeds(server, me, kind, 'Sea');
      const { db: database, rows } = metered();
      await (await server.request(feed.atom, { database })).arrayBuffer();
      figures.push(rows.read);
    }
    return figures;
  };
  const small = await costs();
  await addClips(me, 3_000, "date('2015-01-01', (i % 500) || ' days')");
  const large = await costs();
  console.log(
    `daily feeds of a tag, a collection, a search of 9 clips read ${small}, then ${large}`,
  );
  for (const [index, rows] of large.entries())
    expect(rows).toBeLessThanOrEqual((small[index] ?? 0) + 2);
});
