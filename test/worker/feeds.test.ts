// Feeds as a feed reader gets them, read back by a real one.
import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { beforeAll, describe, expect, test } from 'vitest';
import { addresses, FORMATS, keep, KINDS, letGo, read, understand } from './feed-reading.ts';
import { db, ORIGIN, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const HOSTILE =
  '<script>alert(1)</script> ]]> &amp; \u0001]]\u0001> \uFFFE \u202Egnp.exe\u2066 Đất & nước';
// Without what XML cannot hold and what turns its order, and to this reader, who takes every title for HTML, one '&amp;' less.
const HELD = '<script>alert(1)</script> ]]> & ]]>  gnp.exe Đất & nước';
const ESCAPED = '&lt;script>alert(1)&lt;/script> ]]> &amp;amp; ]]>  gnp.exe Đất &amp; nước';
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const TYPES = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

describe.each(FORMATS)('as %s', (format) => {
  test('a stranger with the address reads an entry a day, newest first', async () => {
    const me = await server.install({ language: 'vi', name: 'Tin <của> tôi', zone: 'UTC' });
    await keep(server, me, HOSTILE, '2022-12-27');
    await keep(server, me, 'Another', '2022-12-27');
    await keep(server, me, 'Later', '2023-01-02');
    const { daily } = await addresses(server, me);
    const answer = await server.request(daily[format]);
    expect(answer.headers.get('content-type')).toBe(TYPES[format]);
    const body = await answer.text();
    const feed = understand(body);
    expect(feed.title).toBe('Tin <của> tôi');
    expect(feed.entries?.map(({ title, link }) => [title, link])).toEqual([
      ['Thứ Hai, 2 tháng 1, 2023', `${ORIGIN}/w/${me.workspace}/day/2023-01-02`],
      ['Thứ Ba, 27 tháng 12, 2022', `${ORIGIN}/w/${me.workspace}/day/2022-12-27`],
    ]);
    expect(body).not.toMatch(NOT_XML);
  });

  test('a stranger reads an entry a clip, the last kept first, and is led to the original', async () => {
    const me = await server.install({ zone: 'UTC' });
    await keep(server, me, HOSTILE, '2026-03-09', {
      canonicalUrl: 'https://paper.example/a?b=1&c=2',
    });
    await keep(server, me, 'Older, but kept later', '2022-12-27');
    const { clips } = await addresses(server, me);
    const body = await read(server, clips[format]);
    const feed = understand(body);
    expect(feed.title).toBe('News (Clip by clip)');
    const titles = feed.entries?.map(({ title }) => title?.replaceAll('&amp;', '&'));
    expect(titles).toEqual(['Older, but kept later', HELD]);
    expect(feed.entries?.[1]?.link).toBe('https://paper.example/a?b=1&c=2');
    expect(body).not.toMatch(NOT_XML);
  });

  test('an address of signs that XML cannot hold is told as programs write it', async () => {
    const me = await server.install();
    await keep(server, me, 'Here', '2022-12-27', {
      canonicalUrl: 'https://paper.example/a "b"\u0001\uFFFE]]>',
    });
    const { clips } = await addresses(server, me);
    const body = await read(server, clips[format]);
    expect(body).not.toMatch(NOT_XML);
    expect(understand(body).entries?.[0]?.link).toBe(
      'https://paper.example/a%20%22b%22%01%EF%BF%BE]]%3E',
    );
  });

  test('a title of nothing that can be shown does not make the feed one without title', async () => {
    const me = await server.install({ name: '\uFFFE' });
    await keep(server, me, '\u0002\uFFFF', '2022-12-27', {
      canonicalUrl: 'https://paper.example/none',
    });
    const { clips, daily } = await addresses(server, me);
    expect(understand(await read(server, daily[format])).title).toBe('Dateline');
    const { entries } = understand(await read(server, clips[format]));
    expect(entries?.[0]?.title).toBe('https://paper.example/none');
  });

  test('a feed of an empty library is a feed', async () => {
    const me = await server.install();
    const feeds = await addresses(server, me);
    for (const kind of KINDS) {
      const body = await read(server, feeds[kind][format]);
      const { format: found, feed } = parseFeed(body);
      expect([found, JSON.stringify(feed.title)]).toEqual([
        format,
        expect.stringContaining('News'),
      ]);
      expect(body).not.toMatch(/<item|<entry|"id"/);
      if (format === 'json') expect(body).toContain('"items":[]');
    }
  });
});

test('what came from a page stands in an entry’s body as text', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, HOSTILE, '2022-12-27');
  const { daily } = await addresses(server, me);
  const bodies = [
    parseAtomFeed(await read(server, daily.atom)).entries?.[0]?.content?.value,
    parseRssFeed(await read(server, daily.rss)).items?.[0]?.description,
    parseJsonFeed(await read(server, daily.json)).items?.[0]?.content_html,
  ];
  for (const body of bodies) {
    expect(body?.replaceAll('&gt;', '>')).toContain(ESCAPED);
    expect(body).not.toContain('<script');
  }
  expect(new Set(bodies).size).toBe(1);
});

test('a clip’s entry has its summary, source, byline, sections and dates in each format', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, 'Local', '', {
    published: { precision: 'local', value: '2022-12-27T08:05', evidence: 'text' },
  });
  await keep(server, me, 'Instant', '', {
    attribution: 'nhandan.vn',
    published: {
      precision: 'instant',
      value: '2022-12-27T08:05:53+07:00',
      evidence: 'meta',
      zoneAssumed: false,
    },
  });
  const { clips } = await addresses(server, me);
  const atomBody = await read(server, clips.atom);
  const [atom, local] = parseAtomFeed(atomBody).entries ?? [];
  expect(atomBody.match(/<entry xml:lang="en">/g)).toHaveLength(2);
  const [rss] = parseRssFeed(await read(server, clips.rss)).items ?? [];
  const [json, localJson] = parseJsonFeed(await read(server, clips.json)).items ?? [];
  const published = '2022-12-27T01:05:53.000Z';
  const updated = '2026-03-10T08:00:00.000Z';
  const id = expect.stringMatching(
    new RegExp(`^tag:dateline,2026:${me.workspace}:clip:[0-9a-f-]{36}$`),
  );
  expect(atom).toMatchObject({
    id,
    updated,
    published,
    authors: [{ name: 'Lan Nguyễn' }],
    categories: [{ term: 'Politics' }, { term: 'Parliament' }],
  });
  expect(local?.published).toBeUndefined();
  expect(rss).toMatchObject({
    guid: { value: atom?.id, isPermaLink: false },
    pubDate: 'Tue, 27 Dec 2022 01:05:53 GMT',
    atom: { updated },
    dc: { creators: ['Lan Nguyễn'], languages: ['en'] },
    categories: [{ name: 'Politics' }, { name: 'Parliament' }],
  });
  expect(json).toMatchObject({
    id: atom?.id,
    date_published: published,
    date_modified: updated,
    language: 'en',
    authors: [{ name: 'Lan Nguyễn' }],
    tags: ['Politics', 'Parliament'],
  });
  expect(localJson?.date_published).toBeUndefined();
  for (const words of ['It happened today.', 'By Lan Nguyễn', '>Paper</a>', 'nhandan.vn'])
    expect(atom?.content?.value).toContain(words);
});

test('a date that lies ahead does not keep its clip on top of what readers sort by date', async () => {
  const me = await server.install({ zone: 'UTC' });
  for (const value of ['2026-03-10T08:00:01Z', '2026-03-10T08:00:00Z', '2099-12-31T23:30:00Z'])
    await keep(server, me, value, '2026-03-10', {
      published: { precision: 'instant', value, evidence: 'meta', zoneAssumed: false },
    });
  const { clips } = await addresses(server, me);
  const { items: json } = parseJsonFeed(await read(server, clips.json));
  expect(json?.map(({ date_published: date }) => date)).toEqual([
    undefined,
    '2026-03-10T08:00:00.000Z',
    undefined,
  ]);
  const { items: rss } = parseRssFeed(await read(server, clips.rss));
  expect(new Set(rss?.map(({ pubDate }) => pubDate))).toEqual(
    new Set(['Tue, 10 Mar 2026 08:00:00 GMT']),
  );
});

test('a person reads of a clip that in their zone is of no calendar day', async () => {
  const me = await server.install({ zone: 'Pacific/Kiritimati' });
  const evidence = { evidence: 'meta', zoneAssumed: false } as const;
  await keep(server, me, 'In the year 10000', '', {
    published: { precision: 'instant', value: '9999-12-31T23:30:00Z', ...evidence },
  });
  const { clips } = await addresses(server, me);
  const headers = { 'sec-fetch-dest': 'document' };
  const answer = await server.request(clips.rss, { headers });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain(' lang="en" dir="auto">In the year 10000</a><span></span>');
});

test('an entry keeps its id and moves its instant when its day changes', async () => {
  const me = await server.install({ zone: 'UTC' });
  await keep(server, me, 'First', '2022-12-27');
  const gone = await keep(server, me, 'Second', '2022-12-27');
  const { daily } = await addresses(server, me);
  const entry = async () => {
    const { updated, entries } = parseAtomFeed(await read(server, daily.atom));
    return { feed: updated, id: entries?.[0]?.id, updated: entries?.[0]?.updated };
  };
  const before = await entry();
  expect(before).toEqual({
    feed: '2026-03-10T08:00:00.000Z',
    id: `tag:dateline,2026:${me.workspace}:2022-12-27`,
    updated: '2026-03-10T08:00:00.000Z',
  });
  server.setClock('2026-03-10T10:00:00Z');
  await letGo(server, me, gone);
  server.setClock('2026-03-10T11:00:00Z');
  const after = '2026-03-10T10:00:00.000Z';
  expect(await entry()).toEqual({ ...before, feed: after, updated: after });
  server.setClock('2026-03-10T08:00:00Z');
});

test('a feed whose only clip was deleted says when that was', async () => {
  const me = await server.install();
  const id = await keep(server, me, 'Only', '2022-12-27');
  server.setClock('2026-03-10T10:00:00Z');
  await letGo(server, me, id);
  server.setClock('2026-03-10T08:00:00Z');
  const { daily, clips } = await addresses(server, me);
  for (const path of [daily.atom, clips.atom])
    expect(parseAtomFeed(await read(server, path)).updated).toBe('2026-03-10T10:00:00.000Z');
});

test('the settings lead to a list of every feed, and what it says leads to it', async () => {
  const me = await server.install();
  const open = async (page: string) =>
    (await server.request(`/w/${me.workspace}/${page}`, { cookie: me.cookie })).text();
  expect(await open('settings')).toContain(`href="/w/${me.workspace}/feeds"`);
  const page = await open('feeds');
  const feeds = await addresses(server, me);
  for (const kind of KINDS)
    for (const format of FORMATS) {
      expect(page).toContain(` href="${ORIGIN}${feeds[kind][format]}" aria-label=`);
      await read(server, feeds[kind][format]);
    }
});

test('its address, which is a secret, is listed by no search engine and passed on to nobody', async () => {
  const me = await server.install();
  const { daily, clips } = await addresses(server, me);
  for (const path of [daily.rss, clips.json])
    for (const destination of ['empty', 'document']) {
      const answer = await server.request(path, { headers: { 'sec-fetch-dest': destination } });
      await answer.arrayBuffer();
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
      expect(answer.headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/);
    }
});

test('an address that was changed, forged, or made void leads nowhere', async () => {
  const [me, other] = [await server.install(), await server.install()];
  await keep(server, me, 'Mine', '2022-12-27');
  const feeds = await addresses(server, me);
  const foreign = await addresses(server, other);
  const [, , token = ''] = feeds.daily.atom.split('/');
  const [, , otherToken = ''] = foreign.daily.atom.split('/');
  const forged = otherToken.slice(0, 11) + token.slice(11);
  const flipped = `${token.slice(0, -5)}${token.at(-5) === 'A' ? 'B' : 'A'}${token.slice(-4)}`;
  for (const wrong of [forged, flipped, token.slice(0, 10), 'x', `${token}AAAA`, '%00'])
    for (const kind of KINDS)
      expect((await server.request(`/feed/${wrong}/${kind}.atom`)).status, wrong).toBe(404);
  for (const kind of KINDS) expect(await read(server, foreign[kind].atom)).not.toContain('Mine');
  const etag = (await server.request(feeds.clips.rss)).headers.get('etag') ?? '';
  await db
    .prepare('UPDATE library SET feed_rotation = 2 WHERE workspace = ?')
    .bind(me.workspace)
    .run();
  for (const kind of KINDS)
    for (const headers of [{}, { 'if-none-match': etag }])
      expect((await server.request(feeds[kind].rss, { headers })).status).toBe(404);
  expect((await addresses(server, me)).daily.atom).not.toBe(feeds.daily.atom);
});
