// The feeds of a topic, a tag and a collection; whole texts in place of summaries; and who has a feed by its date.
import { parseAtomFeed } from 'feedsmith';
import { beforeAll, describe, expect, test } from 'vitest';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { NOUNS, type Noun } from '../../shared/schema/named.ts';
import { partFeedToken } from '../../worker/domain/feed-token.ts';
import { nameAddress } from '../../worker/pages/NamesPage.tsx';
import { addresses, FORMATS, keep, letGo, type Me, read, understand } from './feed-reading.ts';
import { newId, sample } from './sample.ts';
import { report } from './story-texts.ts';
import { env } from 'cloudflare:workers';
import { db, metered, ORIGIN, type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('2026-03-10T08:00:00Z');
});

const t = feedTexts('en');

/** Keeps an article under a name of each noun. */
const file = async ({ workspace, token }: Me, title: string, name: string): Promise<string> => {
  const id = newId();
  const filing = { tags: [name], collections: [name] };
  const json = sample({ title }, { filing });
  await server.request(`/api/w/${workspace}/keeps/${id}`, { method: 'PUT', token, json });
  return id;
};

/** The feeds that a name's page offers, by the words of their links. */
const feedOf = async ({ workspace, cookie }: Me, noun: Noun, name: string) => {
  const page = await server.request(nameAddress(workspace, noun, name), { cookie });
  const html = await page.text();
  const path = (ending: string): string =>
    (html.match(new RegExp(`href="${ORIGIN}(/feed/[^"]+/${ending})"`)) ?? [])[1] ?? '';
  return {
    rss: path('clips.rss'),
    atom: path('clips.atom'),
    json: path('clips.json'),
    full: path(String.raw`clips.atom\?content=full`),
  };
};

const ask = async ({ workspace, cookie }: Me, noun: Noun, name: string, form: object) =>
  server.request(nameAddress(workspace, noun, name), {
    method: 'POST',
    cookie,
    form: { ...form },
  });

const titlesIn = (body: string) => understand(body).entries?.map(({ title }) => title);

describe.each(NOUNS)('the feed of a %s', (noun) => {
  test('is offered on its page, and holds its clips alone in each format', async () => {
    const me = await server.install();
    await file(me, 'Mine', 'Đất & <nước>');
    await file(me, 'Mine too', 'đất & <nước>');
    await file(me, 'Another', 'Other');
    const feed = await feedOf(me, noun, 'Đất & <nước>');
    for (const format of FORMATS) {
      const body = await read(server, feed[format]);
      expect(understand(body).title).toBe('Đất & <nước> · News');
      expect(titlesIn(body)).toEqual(['Mine too', 'Mine']);
    }
    const { id, entries } = parseAtomFeed(await read(server, feed.atom));
    const all = parseAtomFeed(await read(server, (await addresses(server, me)).clips.atom));
    expect(id).toMatch(new RegExp(`^tag:dateline,2026:${me.workspace}:${noun}:.{36}$`));
    // Who follows both sees a clip once.
    expect(all.entries?.map((entry) => entry.id)).toEqual(
      expect.arrayContaining(entries?.map((entry) => entry.id) ?? ['none']),
    );
  });

  test('keeps its address when it is renamed, and says its new name', async () => {
    const me = await server.install();
    await file(me, 'Mine', 'Old');
    const feed = await feedOf(me, noun, 'Old');
    const before = await server.request(feed.rss);
    expect(before.headers.get('last-modified')).toBeNull();
    await ask(me, noun, 'Old', { do: 'rename', name: 'New' });
    const headers = { 'if-none-match': before.headers.get('etag') ?? '' };
    const after = await server.request(feed.rss, { headers });
    expect(understand(await after.text()).title).toBe('New · News');
    expect(await feedOf(me, noun, 'New')).toEqual(feed);
  });

  test('leads on to the one that it was put together with', async () => {
    const me = await server.install();
    await file(me, 'Mine', 'One');
    await file(me, 'Another', 'Two');
    const [one, two] = [await feedOf(me, noun, 'One'), await feedOf(me, noun, 'Two')];
    await ask(me, noun, 'One', { do: 'merge', into: 'Two' });
    const answer = await server.request(one.full);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, ORIGIN + two.full]);
    expect(titlesIn(await read(server, two.rss))).toEqual(['Another', 'Mine']);
  });

  test('is gone once it was deleted, and nothing for strangers or void addresses', async () => {
    const [me, other] = [await server.install(), await server.install()];
    await file(me, 'Mine', 'One');
    await file(me, 'Mine too', 'Two');
    const [one, two] = [await feedOf(me, noun, 'One'), await feedOf(me, noun, 'Two')];
    await ask(me, noun, 'One', { do: 'delete' });
    expect((await server.request(one.rss)).status).toBe(410);
    const [, , token = ''] = two.atom.split('/');
    const [, , foreign = ''] = (await addresses(server, other)).clips.atom.split('/');
    const forged = two.atom.replace(token, foreign.slice(0, 10) + token.slice(10));
    const asSearch = two.atom.replace('clips', 'search');
    for (const wrong of [forged, asSearch])
      expect((await server.request(wrong)).status, wrong).toBe(404);
    await db
      .prepare('UPDATE library SET feed_rotation = 2 WHERE workspace = ?')
      .bind(me.workspace)
      .run();
    for (const path of [one.rss, two.rss, two.full])
      expect((await server.request(path)).status).toBe(404);
  });

  test('reads no more of a name with many clips than of one that fills it', async () => {
    const me = await server.install();
    await file(me, 'Mine', 'Large');
    const feed = await feedOf(me, noun, 'Large');
    const more = async (from: number, to: number): Promise<void> => {
      const many = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})`;
      await db.batch([
        db
          .prepare(
            `${many} INSERT INTO clip (rid, workspace, id, canonical_url, url, title, section, authors, day,
               kept_day, summary, words, seq, filled_seq, changed_at)
             SELECT rid + i, workspace, substr(id, 1, 24) || printf('%012x', i), url || '/' || i, url, 'More ' || i,
               section, authors, day, kept_day, summary, words, seq + i, seq + i, changed_at
             FROM n JOIN clip ON clip.workspace = ?1 AND title = 'Mine'`,
          )
          .bind(me.workspace),
        db
          .prepare(
            `${many} INSERT INTO clip_${noun} (workspace, clip, ${noun})
             SELECT link.workspace, link.clip + i, link.${noun} FROM n
             JOIN clip ON clip.workspace = ?1 AND title = 'Mine'
             JOIN clip_${noun} AS link ON link.workspace = ?1 AND link.clip = clip.rid`,
          )
          .bind(me.workspace),
        db.prepare('UPDATE library SET seq = seq + 1 WHERE workspace = ?').bind(me.workspace),
      ]);
    };
    const rowsOf = async (): Promise<number> => {
      const { db: database, rows } = metered();
      await (await server.request(feed.rss, { database })).arrayBuffer();
      return rows.read;
    };
    await more(1, 300);
    const [small, titles] = [await rowsOf(), titlesIn(await read(server, feed.rss))];
    expect([titles?.length, titles?.[0], titles?.[49]]).toEqual([50, 'More 300', 'More 251']);
    await more(301, 3_000);
    expect(await rowsOf()).toBeLessThanOrEqual(small + 10);
    expect(small).toBeLessThan(700);
  });
});

test('a clip of which the address alone is known is in no feed of its tag until it was read', async () => {
  const me = await server.install();
  const url = 'https://paper.example/imported';
  await server.request(`/api/w/${me.workspace}/imports/${newId()}/parts/0`, {
    method: 'PUT',
    token: me.token,
    json: {
      version: 1,
      name: 'bookmarks.html',
      items: [{ url, title: 'Imported', addedAt: null, tags: ['Sea'], folder: [] }],
    },
  });
  await file(me, 'Later', 'Sea');
  const { rss } = await feedOf(me, 'tag', 'Sea');
  expect(titlesIn(await read(server, rss))).toEqual(['Later']);
  await server.request(`/api/w/${me.workspace}/keeps/${newId()}`, {
    method: 'PUT',
    token: me.token,
    json: sample({ title: 'Read at last', url, canonicalUrl: url }),
  });
  expect(titlesIn(await read(server, rss))).toEqual(['Read at last', 'Later']);
});

test('a topic’s feed holds its clips, the last kept first, whatever else was kept', async () => {
  const me = await server.install({ language: 'vi' });
  for (const [title, category] of [
    ['Match', '15000000'],
    ['Vote', '11000000'],
    ['Goal', '15000000'],
  ] as const) {
    await keep(server, me, title, '2022-12-27');
    await db
      .prepare('UPDATE clip SET category = ? WHERE workspace = ? AND title = ?')
      .bind(category, me.workspace, title)
      .run();
  }
  const library = await db
    .prepare('SELECT number, feed_rotation FROM library WHERE workspace = ?')
    .bind(me.workspace)
    .first<{ number: number; feed_rotation: number }>();
  const token = await partFeedToken(env.SECRET, library ?? { number: 0, feed_rotation: 0 }, {
    kind: 'category',
    id: '15000000',
  });
  const body = await read(server, `/feed/${token}/clips.rss`);
  expect(understand(body).title).toBe('Thể thao · News');
  expect(titlesIn(body)).toEqual(['Goal', 'Match']);
  expect((await server.request(`/feed/${token}/search.rss`)).status).toBe(404);
});

/** An article of so many letters that take two bytes. */
const text = (letters: number) => ({
  blocks: [
    { kind: 'paragraph' as const, runs: [{ text: 'It happened today. Nobody knows why.' }] },
    { kind: 'paragraph' as const, runs: [{ text: 'đ'.repeat(letters) }] },
  ],
});

describe('whole texts', () => {
  test('stand in the entries of whoever asks for them, as text', async () => {
    const me = await server.install();
    const href = 'https://paper.example/?a=1&b="2"';
    await keep(server, me, 'Long read', '2022-12-27', {
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'It happened today. <script>alert(1)</script> ]]>' }] },
        { kind: 'heading', level: 2, runs: [{ text: 'Then & now' }] },
        { kind: 'list', ordered: true, items: [[{ text: 'First', bold: true }]] },
        { kind: 'quote', runs: [{ text: 'Said', href }] },
        { kind: 'code', text: 'if (a < b) {}' },
        {
          kind: 'figure',
          src: 'https://paper.example/i.jpg',
          alt: null,
          caption: 'C',
          credit: null,
        },
        { kind: 'table', rows: [[[{ text: 'Cell' }]]] },
      ],
    });
    const { clips } = await addresses(server, me);
    const bodyOf = async (path: string) =>
      parseAtomFeed(await read(server, path)).entries?.[0]?.content?.value ?? '';
    const [short, full] = [await bodyOf(clips.atom), await bodyOf(`${clips.atom}?content=full`)];
    expect(short).not.toContain('Then');
    for (const part of [
      '&lt;script>alert(1)&lt;/script> ]]>',
      '>Then &amp; now</h2>',
      '<b>First</b>',
      'href="https://paper.example/?a=1&amp;b=&quot;2&quot;"',
      'if (a &lt; b) {}',
      'src="https://paper.example/i.jpg"',
      '<td>Cell</td>',
      '>Paper</a>',
    ])
      expect(full).toContain(part);
    expect(full).not.toContain('<script');
    const feed = await read(server, `${clips.atom}?content=full`);
    expect(feed).toContain(`href="${ORIGIN}${clips.atom}?content=full"`);
    const etags = await Promise.all(
      [clips.atom, `${clips.atom}?content=full`].map(async (path) =>
        (await server.request(path)).headers.get('etag'),
      ),
    );
    expect(new Set(etags).size).toBe(2);
  });

  test('that are too long, alone or together, are led to in place of being sent', async () => {
    const me = await server.install();
    await keep(server, me, 'Before all', '2022-12-27', text(10));
    for (let nth = 0; nth < 6; nth += 1)
      await keep(server, me, `Long ${nth}`, '2022-12-27', text(45_000));
    await keep(server, me, 'Too long', '2022-12-27', text(60_000));
    const { clips } = await addresses(server, me);
    const body = await read(server, `${clips.atom}?content=full`);
    const entries = parseAtomFeed(body).entries ?? [];
    const led = entries
      .filter(({ content }) => content?.value?.includes(t.tooLong))
      .map(({ title }) => title?.value);
    // 500,000 bytes hold five of 90,000.
    expect(led).toEqual(['Too long', 'Long 0', 'Before all']);
    expect(entries[0]?.content?.value).toContain('It happened today.');
    expect(entries[0]?.content?.value).toMatch(
      new RegExp(`href="${ORIGIN}/w/${me.workspace}/clip/[0-9a-f-]{36}"`),
    );
    expect(body.length).toBeLessThan(500_000);
  });

  test('stand in days too, of each clip that tells a story, and one too long is led to', async () => {
    const me = await server.install({ zone: 'UTC' });
    const day = '2022-12-27';
    await keep(server, me, 'Too long', day, text(60_000));
    await keep(server, me, 'Alone', day, text(10));
    for (const name of ['storm', 'stormElsewhere'] as const)
      await keep(server, me, report(name).title ?? '', day, report(name));
    const { daily } = await addresses(server, me);
    const bodyOf = async (path: string): Promise<string> =>
      parseAtomFeed(await read(server, path)).entries?.[0]?.content?.value ?? '';
    const [short, full] = [await bodyOf(daily.atom), await bodyOf(`${daily.atom}?content=full`)];
    const last = ['bị đánh chìm tại cảng Tuần Châu', 'Hàng trăm mái nhà ở Hạ Long bị tốc'];
    for (const words of ['đ'.repeat(10), ...last]) expect(full).toContain(words);
    expect(short).not.toContain('đ'.repeat(10));
    expect(last.every((words) => short.includes(words))).toBe(false);
    expect(full).not.toContain('đ'.repeat(60_000));
    expect(full.split(t.tooLong)).toHaveLength(2);
    const page = await (
      await server.request(`/w/${me.workspace}/feeds`, { cookie: me.cookie })
    ).text();
    expect(page).toContain(`href="${ORIGIN}${daily.json}?content=full"`);
  });
});

describe('the date of a feed', () => {
  test('is the last change of its clips, and who has it by that hears 304', async () => {
    const me = await server.install({ zone: 'UTC' });
    const first = await keep(server, me, 'First', '2022-12-27');
    const { daily, clips } = await addresses(server, me);
    server.setClock('2026-03-10T09:00:00Z');
    const poll = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await server.request(path, { headers });
      await answer.arrayBuffer();
      return { status: answer.status, date: answer.headers.get('last-modified') };
    };
    const date = 'Tue, 10 Mar 2026 08:00:00 GMT';
    for (const path of [daily.rss, clips.atom, clips.json]) {
      expect(await poll(path)).toEqual({ status: 200, date });
      expect(await poll(path, { 'if-modified-since': date })).toEqual({ status: 304, date });
      for (const earlier of ['Tue, 10 Mar 2026 07:59:59 GMT', 'yesterday', ''])
        expect((await poll(path, { 'if-modified-since': earlier })).status, earlier).toBe(200);
      // Tags say more than dates: where both are sent, they alone count.
      const other = { 'if-modified-since': date, 'if-none-match': '"another"' };
      expect((await poll(path, other)).status).toBe(200);
    }
    await letGo(server, me, first);
    server.setClock('2026-03-10T10:00:00Z');
    for (const path of [daily.rss, clips.atom])
      expect(await poll(path, { 'if-modified-since': date })).toEqual({
        status: 200,
        date: 'Tue, 10 Mar 2026 09:00:00 GMT',
      });
    server.setClock('2026-03-10T08:00:00Z');
  });

  test('does not hide what changes in the same second', async () => {
    const me = await server.install({ zone: 'UTC' });
    server.setClock('2026-03-10T08:30:00.200Z');
    await keep(server, me, 'First', '2022-12-27');
    const { clips } = await addresses(server, me);
    const early = await server.request(clips.rss);
    server.setClock('2026-03-10T08:30:00.800Z');
    await keep(server, me, 'Second', '2022-12-27');
    server.setClock('2026-03-10T08:31:00Z');
    const since = { 'if-modified-since': early.headers.get('last-modified') ?? '' };
    const late = await server.request(clips.rss, { headers: since });
    expect(late.status).toBe(200);
    const again = { 'if-modified-since': late.headers.get('last-modified') ?? '' };
    expect((await server.request(clips.rss, { headers: again })).status).toBe(304);
    server.setClock('2026-03-10T08:00:00Z');
  });

  test('is that of another zone, by which the clips of a day go in another order', async () => {
    const me = await server.install({ zone: 'UTC' });
    await keep(server, me, 'At noon', '', {
      published: { precision: 'local', value: '2022-12-27T12:00', evidence: 'text' },
    });
    await keep(server, me, 'At ten', '', {
      published: {
        precision: 'instant',
        value: '2022-12-27T10:00:00Z',
        evidence: 'meta',
        zoneAssumed: false,
      },
    });
    const { daily } = await addresses(server, me);
    server.setClock('2026-03-10T09:00:00Z');
    const before = await server.request(daily.atom);
    const since = { 'if-modified-since': before.headers.get('last-modified') ?? '' };
    expect((await server.request(daily.atom, { headers: since })).status).toBe(304);
    const { status } = await server.request(`/api/w/${me.workspace}/zone`, {
      method: 'PUT',
      cookie: me.cookie,
      json: { zone: 'Asia/Ho_Chi_Minh' },
    });
    expect(status).toBe(200);
    server.setClock('2026-03-10T10:00:00Z');
    const after = await server.request(daily.atom, { headers: since });
    expect([after.status, after.headers.get('last-modified')]).toEqual([
      200,
      'Tue, 10 Mar 2026 09:00:00 GMT',
    ]);
    expect(await after.text()).not.toBe(await before.text());
    server.setClock('2026-03-10T08:00:00Z');
  });

  test('is none of an empty library', async () => {
    const { clips } = await addresses(server, await server.install());
    expect((await server.request(clips.rss)).headers.get('last-modified')).toBeNull();
  });
});
